"""Contrast of every pair of text and ground in the style sheet, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

from mmbot.adapters import web

STYLE = (Path(web.__file__).parent / "templates" / "style.css").read_text(encoding="utf-8")
TEMPLATES = sorted((Path(web.__file__).parent / "templates").glob("*.html"))
TEXTS = [
    *((text, ground) for text in ("ink", "soft", "link") for ground in ("paper", "sheet", "bubble")),
    *((f"on-{name}", name) for name in ("accent", "band", "good", "bad", "warn", "calm")), ("on-band-soft", "band"),
]  # fmt: skip
SIGNS = [("edge", "sheet"), ("edge", "paper"), ("focus", "paper"), ("focus", "sheet"), ("accent", "sheet"), ("on-bad", "sheet")]


def colours(mode: str) -> dict[str, str]:
    found = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[("light", "dark").index(mode)]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", found))


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read(mode: str, text: str, ground: str) -> None:
    found = colours(mode)
    assert contrast(found[text], found[ground]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("sign", "ground"), SIGNS)
def test_edges_and_focus_can_be_seen(mode: str, sign: str, ground: str) -> None:
    found = colours(mode)
    assert contrast(found[sign], found[ground]) >= 3


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_templates_have_nothing_that_the_policy_forbids(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"<script|\son\w+=|\sstyle=|<style|javascript:|https?://|\|\s*safe|autoescape", text)


def test_the_style_sheet_fetches_nothing() -> None:
    assert "url(" not in STYLE
    assert "@import" not in STYLE
