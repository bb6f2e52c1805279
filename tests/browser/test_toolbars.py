"""Streamlit's own toolbars: nothing in them leaves without title, source and licence."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from partnership.state import State
from tests.browser import chromium
from tests.browser.conftest import Open, Visit, painted

_OFFERED = """() => [...document.querySelectorAll('[data-testid="stElementToolbarButton"] button')]
  .filter(b => b.checkVisibility() && !b.closest('[data-testid="stCode"]'))
  .map(b => b.getAttribute('aria-label').split(':')[0])"""
"""Names of the buttons in sight; a citation or an address may be copied."""
_ALLOWED = {"Fullscreen", "Close fullscreen", "Exit fullscreen", "Show data", "Show chart"}


def _offered(page: Page) -> set[str]:
    return set(page.evaluate(_OFFERED))


def test_no_toolbar_gives_a_bare_file(desk: Visit) -> None:
    assert _offered(desk.page) <= _ALLOWED


def test_nor_in_full_screen_nor_beside_the_data_of_a_chart(open_page: Open) -> None:
    page = open_page("trade")
    painted(page, "trade", State())
    box = chromium.box(page, "trade.to_italy")
    toolbar = box.get_by_test_id("stElementToolbarButton")
    box.get_by_test_id("stVegaLiteChart").hover()
    toolbar.locator("visible=true").get_by_role("button", name="Fullscreen").click()
    leave = page.get_by_role("button", name=re.compile("^(Close|Exit) fullscreen"))
    expect(leave.locator("visible=true")).to_be_visible()
    assert _offered(page) <= _ALLOWED
    page.keyboard.press("Escape")
    box.get_by_test_id("stVegaLiteChart").hover()
    toolbar.locator("visible=true").get_by_role("button", name="Show data").click()
    box.get_by_test_id("stDataFrame").wait_for()
    box.get_by_test_id("stDataFrame").hover()
    assert not {o for o in _offered(page) if "Download" in o or "Copy" in o}
