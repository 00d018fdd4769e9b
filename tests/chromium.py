"""A real browser for tests: headless Chromium with JavaScript switched off, driven by keyboard and mouse.

Between two pages chromedriver has several faults, one of them without a name (“Node with given id does not belong to the document”). So
whatever leads to another page goes through :func:`click` or :func:`press_for`, which wait for what stands there; what is asked of a page
that stands still needs no patience.
"""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

selenium = pytest.importorskip("selenium", reason="selenium is not installed")
from selenium import webdriver  # noqa: E402
from selenium.common.exceptions import WebDriverException  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.support.wait import WebDriverWait  # noqa: E402

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
needed = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed (apt-get install chromium chromium-driver)"
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",  # containers give /dev/shm 64 MB: too little, and a tab dies
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 30.0  # seconds; the machine may be busy
Browser = Any  # selenium.webdriver.Chrome; selenium's types are not at hand where it is not installed


@contextmanager
def opened(profile: Path) -> Iterator[Browser]:
    """A browser with *profile* (a folder) of its own."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(str(DRIVER)))
    try:
        yield browser
    finally:
        browser.quit()


def fresh(browser: Browser) -> Browser:
    """The browser, with JavaScript switched off and nobody signed in."""
    browser.get("about:blank")  # nothing of the test before is still being loaded
    browser.execute_cdp_cmd("Network.clearBrowserCookies", {})
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    show(browser, 1000, 800)
    return browser


async def drive(steps: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401  whatever the steps give
    """Do *steps* in another thread: selenium waits, and the page is served in this one."""
    return await asyncio.to_thread(steps, *arguments)


def show(browser: Browser, width: int, height: int, *, dark: bool = False) -> None:
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})


def sign_in(browser: Browser, link: str) -> None:
    """Open the *link* that the bot has sent, and press its button."""
    browser.get(link)
    click(browser, "main button", "Oturum açıldı.")


def read(browser: Browser, text: str) -> None:
    """Wait until the page that is being loaded says *text*: nobody tells when what a key has begun is done."""
    wait = WebDriverWait(browser, PATIENCE, poll_frequency=0.05, ignored_exceptions=[WebDriverException])
    wait.until(lambda _: text in browser.find_element(By.TAG_NAME, "body").text, f"“{text}” is not on the page")


def click(browser: Browser, css: str, text: str) -> None:
    """Click what *css* finds first, and wait for the page that says *text*."""
    found = browser.find_element(By.CSS_SELECTOR, css)
    with suppress(WebDriverException):  # the page may be gone before chromedriver has finished with the click
        found.click()
    read(browser, text)


def press_for(browser: Browser, text: str, *keys: str) -> None:
    """Press *keys*, of which the last leads to another page, and wait for what it says: *text*."""
    press(browser, *keys[:-1])
    with suppress(WebDriverException):
        press(browser, keys[-1])
    read(browser, text)


def press(browser: Browser, *keys: str) -> None:
    for key in keys:
        webdriver.ActionChains(browser).send_keys(key).perform()


def tab_to(browser: Browser, label: str) -> None:
    """Go on with the Tab key until *label* has the focus, which must be seen."""
    for _ in range(60):
        press(browser, Keys.TAB)
        focused = browser.switch_to.active_element
        assert focused.value_of_css_property("outline-style") == "solid", focused.text
        if label in focused.text:
            return
    pytest.fail(f"“{label}” is not reached by the keyboard")
