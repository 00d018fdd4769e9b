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


TOKEN = "12345:AAbbCC-dd_ee"


@pytest.mark.parametrize(
    ("environ", "toml", "name", "value"),
    [
        pytest.param({"MMBOT_TELEGRAM_TOKEN": TOKEN}, "", "telegram_token", TOKEN, id="token"),
        pytest.param({"MMBOT_TELEGRAM_TOKEN": f" {TOKEN}\n"}, "", "telegram_token", TOKEN, id="token-pasted-with-a-line-end"),
        pytest.param({"MMBOT_MODERATORS": "telegram:7, discord:42"}, "", "moderators", {"telegram:7", "discord:42"}, id="people"),
        pytest.param({}, 'moderators = ["telegram:7"]', "moderators", {"telegram:7"}, id="people-in-the-file"),
        pytest.param({}, "discord_moderator_roles = [101234567890123456]", "discord_moderator_roles", {"101234567890123456"}, id="roles"),
        pytest.param({}, 'telegram_moderator_groups = [-1001234567890]', "telegram_moderator_groups", {"-1001234567890"}, id="groups"),
        pytest.param({}, 'web_listen = "127.0.0.1:8080"', "web_listen", "127.0.0.1:8080", id="listen"),
        pytest.param({}, "", "database_url", "sqlite:///mmbot.db", id="database-unless-set"),
        pytest.param({}, 'database_url = "postgresql://u@h/db"', "database_url", "postgresql://u@h/db", id="database-without-password"),
        pytest.param({"MMBOT_TELEGRAM_API_URL": "http://127.0.0.1:8081"}, "", "telegram_api_url", "http://127.0.0.1:8081", id="api"),
    ],
)  # fmt: skip
def test_what_an_operator_sets(environ: dict[str, str], toml: str, name: str, value: object) -> None:
    assert getattr(load(environ, toml), name) == value


@pytest.mark.parametrize(
    ("environ", "toml", "said"),
    [
        pytest.param({"MMBOT_MODERATORS": "7"}, "", ["moderators", "“7”", "telegram:7"], id="person-without-platform"),
        pytest.param({"MMBOT_MODERATORS": "telegram:0"}, "", ["“telegram:0”"], id="nobody"),
        pytest.param({}, 'discord_moderator_roles = ["mods"]', ["“mods”", "10123"], id="role-by-name"),
        pytest.param({}, "telegram_moderator_groups = [100]", ["“100”", "-100"], id="no-group"),
        pytest.param({"MMBOT_WEB_LISTEN": "8080"}, "", ["host:port"], id="port-alone"),
        pytest.param({"MMBOT_WEB_LISTEN": "127.0.0.1:99999"}, "", ["host:port"], id="no-such-port"),
        pytest.param({"MMBOT_TELEGRAM_API_URL": "ftp://x"}, "", ["telegram_api_url", "https://"], id="no-http"),
        pytest.param({"MMBOT_DATABASE_URL": "mysql://u:geheim@h/db"}, "", ["sqlite:///"], id="other-database"),
        pytest.param({}, 'database_url = "postgresql://u:geheim@h/db"', ["MMBOT_DATABASE_URL"], id="password-in-the-file"),
        pytest.param({"MMBOT_TELEGRAM_TOKEN": "geheim geheim"}, "", ["MMBOT_TELEGRAM_TOKEN", "BotFather"], id="no-token"),
        pytest.param({"MMBOT_DISCORD_TOKEN": "geheim geheim"}, "", ["MMBOT_DISCORD_TOKEN"], id="token-with-a-space"),
        pytest.param({}, 'telegram_webhook_url = "https://example.org/t"', ["MMBOT_TELEGRAM_WEBHOOK_SECRET"], id="webhook-without-secret"),
        pytest.param({"MMBOT_TELEGRAM_WEBHOOK_SECRET": "geheim!"}, "", ["openssl"], id="secret-telegram-refuses"),
        pytest.param({"MMBOT_WEB_LISTEN": "0.0.0.0:8080"}, "", ["web_url"], id="open-page-without-address"),
        pytest.param({}, 'web_listn = "x"', ["“web_listen”"], id="misspelt"),
    ],
)  # fmt: skip
def test_a_bad_setting_is_refused_without_repeating_a_secret(environ: dict[str, str], toml: str, said: list[str]) -> None:
    with pytest.raises(BadSettings) as caught:
        load(environ, toml)
    assert [part for part in said if part not in str(caught.value)] == []
    assert "geheim" not in str(caught.value)


def test_no_secret_is_shown_with_the_settings() -> None:
    environ = {
        "MMBOT_TELEGRAM_TOKEN": TOKEN,
        "MMBOT_DISCORD_TOKEN": "MTAx.gizli",
        "MMBOT_DATABASE_URL": "postgresql://u:gizli@h/db",
    }
    shown = repr(load(environ, ""))
    assert TOKEN not in shown
    assert "gizli" not in shown


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
