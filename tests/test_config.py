"""Settings come from the environment and one TOML file; what is wrong with them is said with the remedy."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mmbot.config import BadSettings, Settings, load
from mmbot.dates import day_and_month


def test_nothing_set_is_a_complete_configuration() -> None:
    assert load({}, "") == Settings(ZoneInfo("Europe/Istanbul"))


@pytest.mark.parametrize(
    ("environ", "toml", "timezone"),
    [
        pytest.param({}, 'timezone = "Asia/Baku"', "Asia/Baku", id="file"),
        pytest.param({"MMBOT_TIMEZONE": "Europe/Moscow"}, "", "Europe/Moscow", id="environment"),
        pytest.param({"MMBOT_TIMEZONE": "Europe/Moscow"}, 'timezone = "Asia/Baku"', "Europe/Moscow", id="environment-before-file"),
        pytest.param({"MMBOT_TIMEZONE": ""}, 'timezone = "Asia/Baku"', "Asia/Baku", id="empty-is-not-set"),
        pytest.param({"TIMEZONE": "Europe/Moscow", "TZ": "UTC"}, "", "Europe/Istanbul", id="other-programs-variables"),
    ],
)
def test_time_zone(environ: dict[str, str], toml: str, timezone: str) -> None:
    assert load(environ, toml).timezone == ZoneInfo(timezone)


@pytest.mark.parametrize(
    ("environ", "toml", "said"),
    [
        pytest.param({}, 'timezon = "UTC"', ["“timezon”", "“timezone”"], id="misspelt"),
        pytest.param({}, 'time_zone = "UTC"', ["“time_zone”", "“timezone”"], id="misspelt-with-underscore"),
        pytest.param({}, "colour = 1", ["“colour”", "Known:", "timezone"], id="nothing-near"),
        pytest.param({}, '[timezon]\nx = "y"', ["“timezon”", "“timezone”"], id="misspelt-table"),
        pytest.param({}, "timezone = ", ["no TOML"], id="no-toml"),
        pytest.param({}, 'timezone = "UTC"\ntimezone = "UTC"', ["no TOML"], id="twice"),
        pytest.param({"MMBOT_TIMEZONE": "Mars/Olympus"}, "", ["“Mars/Olympus”", "Europe/Istanbul"], id="no-such-zone"),
        pytest.param({"MMBOT_TIMEZONE": "../../etc/passwd"}, "", ["“../../etc/passwd”", "no time zone"], id="path"),
        pytest.param({"MMBOT_TIMEZONE": "Europe"}, "", ["“Europe”", "no time zone"], id="folder-of-zones"),
        pytest.param({"MMBOT_TIMEZONE": " "}, "", ["no time zone"], id="space"),
        pytest.param({}, "timezone = 3", ["“3”", "no time zone"], id="number"),
        pytest.param({}, 'timezone = ["UTC"]', ["no time zone"], id="list"),
        pytest.param({}, 'timezone = "a\\u0000b"', ["no time zone"], id="nul"),
    ],
)
def test_what_is_wrong_is_named_with_the_remedy(environ: dict[str, str], toml: str, said: list[str]) -> None:
    with pytest.raises(BadSettings) as caught:
        load(environ, toml)
    assert [part for part in said if part not in str(caught.value)] == []
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("key", ["telegram_token", "discord_token", "TOKEN", "database_password", "client_secret"])
def test_a_secret_in_the_file_is_refused_and_not_repeated(key: str) -> None:
    with pytest.raises(BadSettings) as caught:
        load({}, f'{key} = "12345:abcdef"')
    assert f"“{key}”" in str(caught.value)
    assert "environment" in str(caught.value)
    assert "12345:abcdef" not in str(caught.value)


def test_settings_do_not_change() -> None:
    with pytest.raises(AttributeError):
        load({}, "").timezone = ZoneInfo("UTC")  # type: ignore[misc]


def today(**settings: str) -> subprocess.CompletedProcess[str]:
    """Run the real command that uses the settings, with no others than these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MMBOT")}
    command = [sys.executable, "-m", "mmbot", "today"]
    return subprocess.run(command, env=kept | settings, capture_output=True, encoding="utf-8", check=False, timeout=120)


def test_today_is_the_day_in_the_time_zone_set() -> None:
    zone = ZoneInfo("Pacific/Kiritimati")  # fourteen hours ahead
    before = datetime.now(zone)
    printed = today(MMBOT_TIMEZONE=zone.key).stdout
    assert printed.startswith(tuple(day_and_month(when.month, when.day) for when in (before, datetime.now(zone))))


@pytest.mark.parametrize(
    ("content", "said"),
    [(b'timezon = "UTC"', "“timezone”"), (b'token = "gizli"', "environment"), (b"x = [", "TOML"), (b"\xff", "ayar.toml"), (None, "ayar.toml")],
    ids=["misspelt", "secret", "no-toml", "no-utf-8", "missing"],
)  # fmt: skip
def test_bad_configuration_is_said_in_one_line(tmp_path: Path, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / "ayar.toml").write_bytes(content)
    done = today(MMBOT_CONFIG=str(tmp_path / "ayar.toml"))
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
