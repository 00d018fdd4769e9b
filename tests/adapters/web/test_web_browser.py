"""The page in a real browser, without JavaScript: by keyboard alone, on a narrow screen, through the accessibility tree."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from web_world import MODERATOR, OTHER, World

import chromium as driving
from chromium import Browser, By, Keys, drive, press, press_for, show, sign_in, tab_to
from mmbot.moderation.proposals import Draft, Proposal

pytestmark = driving.needed
NAMED = {"button", "link", "textbox", "searchbox", "combobox", "table", "navigation", "search"}
PATHS = (
    "/", "/oneri/1", "/oneri/2", "/oneri/3", "/oneri/4", "/oneri/1/duzenle", "/gecmis", "/gecmis/ornek-antlasmasi", "/yanitsiz", "/yanitsiz/1",
    "/istatistik", "/madde", "/madde/ornek-antlasmasi", "/oner/fact?konu=ornek-antlasmasi", "/oner/entry", "/yok", "/giris",
)  # fmt: skip


@pytest.fixture
async def proposals(world: World) -> list[Proposal]:
    """Three proposals – the second by a moderator himself, the third for an entry that has changed since –, a history, unanswered questions."""
    first = await world.correction()
    second = await world.correction(by=MODERATOR)
    third = await world.propose(Draft("change", "ornek-antlasmasi", "tanim", {"says": "Örnek Antlaşması kısa bir örnektir."}))
    entry = world.desk.moderation.living.entry("ornek-antlasmasi")
    await world.call(world.desk.moderation.records.revisions.append, entry, 0, OTHER, world.clock(), "Elle.")
    await world.call(world.desk.moderation.living.catch_up)
    first = await world.correction("Örnek Antlaşması 16 Mart 1921 günü Ankara'da törenle imzalandı.")
    await world.miss("ornek antlasmasi nerede imzalandi", "ornek-antlasmasi", 3)
    await world.call(world.desk.records.counts.add, {(world.desk.now().date(), "answered", "ornek-antlasmasi"): 1})
    return [first, second, third]


async def test_approving_by_keyboard_alone(world: World, proposals: list[Proposal], browser: Browser) -> None:
    def steps(code: str) -> None:
        browser.get(f"{world.url}/giris/{code}")
        tab_to(browser, "Oturumu aç")
        press_for(browser, "Oturum açıldı.", Keys.ENTER)
        tab_to(browser, f"{proposals[0].id}. öneri")
        press_for(browser, "Önizleme", Keys.ENTER)
        tab_to(browser, "Onayla ve yayımla")
        press_for(browser, "Öneri onaylandı ve yayımlandı", Keys.ENTER)

    await drive(steps, await world.code(MODERATOR))
    assert (await world.state(proposals[0])).state == "approved"


async def test_rejecting_by_keyboard_alone(world: World, proposals: list[Proposal], browser: Browser) -> None:
    def steps(code: str) -> None:
        sign_in(browser, f"{world.url}/giris/{code}")
        browser.get(f"{world.url}/oneri/{proposals[0].id}")
        tab_to(browser, "Düzenle, sonra onayla")
        press_for(browser, "Öneri reddedildi", Keys.TAB, "Kaynak bunu söylemiyor.", Keys.TAB, Keys.ENTER)

    await drive(steps, await world.code(MODERATOR))
    assert (await world.state(proposals[0])).note == "Kaynak bunu söylemiyor."


async def test_the_first_link_skips_to_the_content(world: World, browser: Browser) -> None:
    def steps(code: str) -> tuple[str, str]:
        sign_in(browser, f"{world.url}/giris/{code}")
        browser.get(f"{world.url}/madde")
        press(browser, Keys.TAB)
        first = browser.switch_to.active_element
        name, top = first.text, first.rect["y"]
        assert top >= 0  # it is seen while it has the focus
        press(browser, Keys.ENTER, Keys.TAB)
        return name, browser.switch_to.active_element.get_attribute("id")

    assert await drive(steps, await world.code(MODERATOR)) == ("İçeriğe geç", "ara")


@pytest.mark.parametrize("width", [320, 1000])
async def test_nothing_is_wider_than_the_screen(world: World, proposals: list[Proposal], browser: Browser, width: int) -> None:
    def steps(code: str) -> dict[str, int]:
        show(browser, width, 700)
        sign_in(browser, f"{world.url}/giris/{code}")
        widths = {}
        for path in PATHS:
            browser.get(world.url + path)
            widths[path] = browser.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]["width"]
        return widths

    assert proposals
    found = await drive(steps, await world.code(MODERATOR))
    assert {path: shown for path, shown in found.items() if shown > width} == {}


async def test_whatever_is_used_has_a_name_and_the_order_is_right(
    world: World, proposals: list[Proposal], browser: Browser
) -> None:
    def steps(code: str) -> dict[str, list[str]]:
        sign_in(browser, f"{world.url}/giris/{code}")
        return {path: [*faults(browser, world.url + path)] for path in PATHS}

    assert proposals
    found = await drive(steps, await world.code(MODERATOR))
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def faults(browser: Browser, address: str) -> Iterator[str]:
    """What the accessibility tree of a page lacks."""
    browser.get(address)
    nodes = [node for node in browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"] if not node["ignored"]]
    roles = [node["role"]["value"] for node in nodes]
    for node in nodes:
        role, name = node["role"]["value"], node.get("name", {}).get("value", "")
        if role in NAMED and not name.strip():
            yield f"{role} without a name"
    for landmark in ("banner", "main", "contentinfo"):
        if roles.count(landmark) != 1:
            yield f"{landmark}: {roles.count(landmark)}"
    levels = [_level(node) for node in nodes if node["role"]["value"] == "heading"]
    if levels.count(1) != 1:
        yield f"headings of the first level: {levels.count(1)}"
    yield from (f"heading {after} after {before}" for before, after in pairwise(levels) if after > before + 1)
    ids = [element.get_attribute("id") for element in browser.find_elements(By.CSS_SELECTOR, "[id]")]
    yield from (f"id {one} twice" for one in {one for one in ids if ids.count(one) > 1})
    if browser.find_element(By.TAG_NAME, "html").get_attribute("lang") != "tr":
        yield "no language"
    if browser.find_elements(By.CSS_SELECTOR, "th:not([scope])"):
        yield "a heading of a table without its scope"


def _level(node: dict[str, Any]) -> int:
    return next(int(one["value"]["value"]) for one in node["properties"] if one["name"] == "level")


async def test_the_dark_page_is_dark(world: World, browser: Browser) -> None:
    def steps() -> list[str]:
        found = []
        for dark in (False, True):
            show(browser, 1000, 800, dark=dark)
            browser.get(f"{world.url}/giris")
            found.append(browser.find_element(By.TAG_NAME, "body").value_of_css_property("background-color"))
        return found

    assert await drive(steps) == ["rgba(247, 245, 240, 1)", "rgba(23, 21, 19, 1)"]


async def test_the_policy_lets_the_page_work_and_no_script_run(world: World, browser: Browser) -> None:
    """Scripts switched on, and one smuggled in: neither it nor its request is let through."""

    def steps(code: str) -> tuple[str, str]:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        sign_in(browser, f"{world.url}/giris/{code}")
        smuggle = (
            "const s = document.createElement('script'); s.textContent = 'document.title = \"broken in\"'; document.body.append(s);"
        )
        browser.execute_script(smuggle)
        return browser.title, browser.find_element(By.TAG_NAME, "header").value_of_css_property("background-color")

    title, colour = await drive(steps, await world.code(MODERATOR))
    assert title.startswith("Kuyruk")
    assert colour == "rgba(42, 38, 34, 1)"  # our own style sheet is there
