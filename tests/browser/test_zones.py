"""Days as drawn and as spoken are the same wherever the reader's clock stands."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.state import State
from tests import site
from tests.browser import chromium
from tests.browser.conftest import DESK, Visit, pages, settle
from tests.serving import Server

_ZONES = ("Europe/Rome", "Asia/Almaty", "America/New_York")
_SHOWN = """box => [...box.querySelectorAll('svg.marks text, svg.marks [aria-label]')]
  .map(e => e.getAttribute('aria-label') ?? e.textContent)"""
_PATHS = [path for path in site.LEAF if path not in ("map", "present")]


def _of_days(path: str) -> list[str]:
    """The charts of a page that write days: nothing else differs by the reader's clock."""
    charts = [i for i in site.named(path, State()) if chromium.kind(i, State()) == "chart"]
    written = {i: drawings.specification(figures.build(i, State()).drawn) for i in charts}
    return [i for i in charts if '"temporal"' in written[i]]


def _labels(page: Page, path: str) -> dict[str, list[str]]:
    charts = _of_days(path)
    return {i: chromium.painted(page, i, State()).evaluate(_SHOWN) for i in charts}


def _same_page(visit: Visit, server: Server) -> dict[str, list[str]]:
    """The charts of the page as it usually is, in another tab of a reader."""
    with visit.page.context.new_page() as page:
        page.set_viewport_size(DESK)
        page.emulate_media(color_scheme="light")
        page.goto(f"{server.url}/{visit.path}")
        settle(page)
        return _labels(page, visit.path)


@pytest.mark.parametrize("path", pages(_PATHS), indirect=True)
def test_every_chart_says_the_same_days(
    desk: Visit, dark: Visit, telephone: Visit, server: Server
) -> None:
    """The three readers live in `_ZONES`."""
    almaty = _labels(desk.page, desk.path)
    if not almaty:
        pytest.skip("no chart of days")
    assert all(almaty.values())
    zone = "Intl.DateTimeFormat().resolvedOptions().timeZone"
    assert {v.page.evaluate(zone) for v in (desk, dark, telephone)} == set(_ZONES)
    for other in (dark, telephone):
        labels = _same_page(other, server)
        for figure_id, expected in almaty.items():
            assert labels[figure_id] == expected, figure_id


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
