"""The search of every page: a word and Enter open the thing itself."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from partnership.site import sitemap
from partnership.state import State
from tests.browser import chromium
from tests.browser.conftest import Open, search_box, settle


def _search(page: Page, words: str) -> None:
    box = search_box(page)
    box.press_sequentially(words)
    expect(page.get_by_role("option").first).to_contain_text(
        re.compile(re.escape(words), re.IGNORECASE)
    )
    box.press("Enter")


def test_a_word_and_enter_open_the_thing(open_page: Open) -> None:
    page = open_page("trade?currency=eur")
    for words, title, address in (
        ("Saipem", "Companies", r"/companies\?currency=eur&company=saipem$"),
        ("ZHANAOZEN", "Map", r"/map\?currency=eur&asset=zhanaozen_hybrid$"),
        ("british gas (", "Stakes", r"/stakes\?currency=eur$"),
        ("some eight months", "Claims", r"/claims\?currency=eur&claim=c04$"),
        ("titanium", "Critical minerals", r"/minerals\?currency=eur"),
    ):
        _search(page, words)
        expect(page.locator("h1")).to_have_text(title)
        settle(page)
        expect(page).to_have_url(re.compile(address))
    _in_place(page, "minerals.titanium")


@pytest.mark.parametrize("figure_id", ["stakes.imports_compared", "trade.target_growth"])
def test_a_link_lands_on_its_figure(open_page: Open, figure_id: str) -> None:
    _in_place(open_page(sitemap.to(figure_id, State(currency="eur"))), figure_id)


def _in_place(page: Page, figure_id: str) -> None:
    """The figure stands at the top of the window when all above it is drawn."""
    settle(page)
    for box in page.locator("[class*=st-key-figure-]:not(:has(h3))").all():
        box.wait_for()
    page.wait_for_timeout(3_000)
    place = chromium.box(page, figure_id).bounding_box()
    assert place
    assert 0 <= place["y"] <= 80
