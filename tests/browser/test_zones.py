"""Days as drawn and as spoken are the same wherever the reader's clock stands."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from partnership.state import State
from tests import site
from tests.browser import chromium
from tests.browser.conftest import settle
from tests.serving import Server

_ZONES = ("Europe/Rome", "Asia/Almaty", "America/New_York")
_SHOWN = """box => [...box.querySelectorAll('svg.marks text, svg.marks [aria-label]')]
  .map(e => e.getAttribute('aria-label') ?? e.textContent)"""
_PATHS = ("", "stakes", "trade", "renewables", "minerals", "corridor", "companies", "diplomacy",
          "analysis", "claims", "sources")  # fmt: skip


def _labels(browser: Browser, url: str, path: str, zone: str) -> dict[str, list[str]]:
    with browser.new_context(timezone_id=zone, viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{url}/{path}")
        settle(page)
        charts = [i for i in site.named(path, State()) if chromium.kind(i, State()) == "chart"]
        return {i: chromium.painted(page, i, State()).evaluate(_SHOWN) for i in charts}


@pytest.mark.parametrize("path", _PATHS)
def test_every_chart_says_the_same_days(browser: Browser, server: Server, path: str) -> None:
    rome, almaty, new_york = (_labels(browser, server.url, path, zone) for zone in _ZONES)
    assert any(rome.values())
    for figure_id, labels in rome.items():
        assert almaty[figure_id] == labels, figure_id
        assert new_york[figure_id] == labels, figure_id


def test_slides_say_the_same_days(browser: Browser, server: Server) -> None:
    seen = []
    for zone in _ZONES:
        with browser.new_context(timezone_id=zone) as context:
            page = context.new_page()
            labels = []
            for path in ("diplomacy", "trade", "stakes"):
                page.goto(f"{server.url}/{path}?present=1")
                page.locator("svg.marks text").first.wait_for()
                labels.append(page.locator("svg.marks").first.evaluate("e => e.textContent"))
            seen.append(labels)
    assert seen[0] == seen[1] == seen[2]
