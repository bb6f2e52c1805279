"""The address bar: it follows what a reader chooses, and brings the view back elsewhere."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import chromium
from tests.browser.conftest import Open, settle
from tests.serving import Server


def _choose(page: Page, key: str, label: str) -> None:
    page.locator(f".st-key-{key} button", has_text=re.compile(f"^{label}")).click()


def _titles(page: Page) -> list[str]:
    return page.locator("[class*=st-key-figure-] h3").all_inner_texts()


def test_choices_are_written_as_ids(open_page: Open) -> None:
    page = open_page("stakes")
    _choose(page, "consortium", "Kashagan")
    expect(page).to_have_url(re.compile(r"/stakes\?consortium=kashagan$"))
    _choose(page, "consortium", "All five")
    expect(page).not_to_have_url(re.compile("consortium"))
    page.locator(".st-key-pages").get_by_text("Diplomacy", exact=True).click()
    expect(page.locator("h1")).to_have_text("Diplomacy")
    settle(page)
    _choose(page, "sector", "Oil and gas")
    expect(page).to_have_url(re.compile("sector=oil_gas"))
    page.locator(".st-key-years input").first.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"/diplomacy\?sector=oil_gas&from=1993$"))
    page.locator(".st-key-clear button").click()
    expect(page).to_have_url(re.compile(r"/diplomacy$"))


def test_a_copied_link_brings_the_view_back(open_page: Open, browser: Browser) -> None:
    page = open_page("stakes")
    _choose(page, "consortium", "BTC")
    later = page.locator(".st-key-on input").last
    later.press("ArrowLeft")
    expect(page).to_have_url(re.compile("on=2024-11-29"))
    settle(page)
    expect(chromium.box(page, "stakes.btc")).to_contain_text("29 Nov 2024")
    with browser.new_context(viewport={"width": 1440, "height": 900}) as elsewhere:
        other = elsewhere.new_page()
        other.goto(page.url)
        settle(other)
        assert _titles(other) == _titles(page)
        shown = page.get_by_test_id("stMain").inner_text()
        expect(other.get_by_test_id("stMain")).to_have_text(shown, use_inner_text=True)
        assert other.url == page.url


def test_filters_stay_on_the_way_to_other_pages_and_back(open_page: Open, server: Server) -> None:
    page = open_page("trade?reporter=italy")
    _choose(page, "currency", "Euros")
    expect(page).to_have_url(re.compile("currency=eur"))
    page.locator(".st-key-pages").get_by_text("Stakes").click()
    expect(page.locator("h1")).to_have_text("Stakes")
    settle(page)
    expect(page.locator(".st-key-currency")).to_have_count(0)
    page.locator(".st-key-pages").get_by_text("Crude oil").click()
    expect(page.locator("h1")).to_have_text("Crude oil")
    settle(page)
    expect(page).to_have_url(re.compile(r"/crude\?reporter=italy&currency=eur$"))
    page.locator(".st-key-pages").get_by_text("Overview").click()
    expect(page.locator("h1")).not_to_have_text("Crude oil")
    settle(page)
    expect(page).to_have_url(re.compile(r"/\?reporter=italy&currency=eur$"))
    expect(page.locator(".st-key-currency [aria-checked=true]")).to_have_text("Euros")
    for _ in range(3):
        page.go_back()
    expect(page.locator("h1")).to_have_text("Trade")
    settle(page)
    expect(page.locator(".st-key-currency [aria-checked=true]")).to_have_text("Euros")
    expect(page.locator(".st-key-reporter [aria-checked=true]")).to_have_text("Italy")
    assert page.url.startswith(f"{server.url}/trade?")


def test_the_back_button_takes_a_choice_back(open_page: Open) -> None:
    page = open_page("stakes")
    _choose(page, "consortium", "Tengiz")
    expect(page).to_have_url(re.compile("consortium=tengiz"))
    settle(page)
    _choose(page, "consortium", "BTC")
    expect(page).to_have_url(re.compile("consortium=btc"))
    settle(page)
    page.go_back()
    expect(page).to_have_url(re.compile("consortium=tengiz"))
    expect(chromium.box(page, "stakes.tengiz")).to_be_visible()
    expect(page.locator(".st-key-consortium [aria-checked=true]")).to_have_text("Tengiz")


def test_a_wrong_link_says_so_and_shows_the_usual_view(open_page: Open) -> None:
    page = open_page("stakes?consortium=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&to=2015")
    warning = page.get_by_test_id("stAlert").first
    expect(warning).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("img[src=x]").count() == 0
    expect(page.locator(".st-key-consortium [aria-checked=true]")).to_have_text("All five")
    expect(page).to_have_url(re.compile(r"/stakes\?to=2015$"))


@pytest.mark.parametrize("asked", ["http://evil.example/x", "www.evil.example", "a@evil.example"])
def test_a_link_cannot_put_a_link_into_the_page(open_page: Open, asked: str) -> None:
    page = open_page(f"stakes?{urlencode({'lang': asked})}")
    expect(page.get_by_role("alert")).to_contain_text("evil.example")
    assert page.locator("a[href*=evil]").count() == 0


def test_a_contested_claim_opens_from_a_figure_and_leads_back(open_page: Open) -> None:
    page = open_page("minerals?currency=eur&part=reserves")
    page.locator(".st-key-info-minerals-chromium_rank button").click()
    with page.expect_popup() as opened:
        page.get_by_role("dialog").locator("a[href*='claim=c70']").click()
    claims = opened.value
    settle(claims)
    expect(claims).to_have_url(re.compile(r"/claims\?currency=eur&claim=c70$"))
    expect(chromium.box(claims, "claims.evidence")).to_contain_text("Outdated")
    claims.get_by_test_id("stMain").get_by_text("Kazakhstan's rank in chromium reserves").click()
    expect(claims.locator("h1")).to_have_text("Critical minerals")
    expect(claims).to_have_url(re.compile(r"/minerals\?currency=eur&part=reserves$"))
