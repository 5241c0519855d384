"""A headless Chromium for tests, with a record of everything it asks for and complains about."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_CHROMIUM = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
_DRIVER = ("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver")
_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--hide-scrollbars", "--enable-unsafe-swiftshader",
)  # fmt: skip


def _program(names: tuple[str, ...]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def need_browser() -> tuple[str, str]:
    """Paths of Chromium and its driver; without them the test is skipped, but in CI it fails."""
    chromium, driver = _program(_CHROMIUM), _program(_DRIVER)
    if chromium and driver:
        return chromium, driver
    reason = "no Chromium or no ChromeDriver: apt-get install chromium chromium-driver"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def chromium(
    *, width: int = 1440, height: int = 900, dark: bool = False, language: str = "vi", touch: bool = False
) -> Iterator[Any]:
    """A browser of its own with an empty profile; closed and forgotten at the end.

    Args:
        width, height: size of the page, without the frame of the window.
        dark: whether the person prefers dark colours.
        language: language of the browser.
        touch: whether the screen is a phone's.
    """
    from selenium import webdriver

    program, driver_program = need_browser()
    with tempfile.TemporaryDirectory(prefix="kg-chromium-", ignore_cleanup_errors=True) as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = program
        for flag in (*_FLAGS, f"--user-data-dir={profile}", f"--lang={language}"):
            options.add_argument(flag)
        options.add_experimental_option("prefs", {"intl.accept_languages": language})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver_program))
        try:
            metrics = {"width": width, "height": height, "deviceScaleFactor": 2 if touch else 1, "mobile": touch}
            driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
            scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
            still = {"name": "prefers-reduced-motion", "value": "reduce"}
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme, still]})
            driver.execute_cdp_cmd("Emulation.setLocaleOverride", {"locale": language})
            yield driver
        finally:
            driver.quit()


def open_page(driver: Any, path: Path, fragment: str = "") -> None:
    """Open a file and wait until its map is drawn."""
    from selenium.webdriver.support.ui import WebDriverWait

    driver.get("about:blank")
    requests(driver)  # what the browser's own first page asked for is none of ours
    driver.get(path.resolve().as_uri() + fragment)
    WebDriverWait(driver, 30).until(lambda d: d.execute_script("return typeof kg === 'object' && kg.ready === true"))
    settle(driver)


def settle(driver: Any) -> None:
    """Wait for two frames: what was asked for is on the screen then."""
    driver.execute_async_script(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))"
    )


def requests(driver: Any) -> list[str]:
    """The addresses the page asked for since the last call, its own file among them."""
    found = []
    for entry in driver.get_log("performance"):
        message: Mapping[str, Any] = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            found.append(str(message["params"]["request"]["url"]))
        elif message["method"] == "Network.webSocketCreated":
            found.append(str(message["params"]["url"]))
    return found


def complaints(driver: Any) -> list[str]:
    """What stands in the console: errors, warnings, refusals of the security policy."""
    return [f"{entry['level']}: {entry['message']}" for entry in driver.get_log("browser")]


def picture(driver: Any, name: str) -> Path:
    """Keep a picture of the page in ``.artefacts``, which git does not see."""
    folder = Path(__file__).resolve().parent.parent / ".artefacts"
    folder.mkdir(exist_ok=True)
    target = folder / f"{name}.png"
    driver.save_screenshot(str(target))
    return target
