"""A deck in a real browser: gathered from pages, put in order, kept by the address, made a file."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from partnership.decks import link
from partnership.decks.deck import Slide
from tests.browser import chromium
from tests.browser.conftest import Open, settle

_SLIDES = "[class*=st-key-slide-]"


def _add(page: Page, figure_id: str, number: int = 1) -> None:
    chromium.box(page, figure_id).get_by_role("button", name="Add to deck").click()
    expect(page.get_by_test_id("stToast").last).to_contain_text(f"Slide {number} of your deck")


def _remembered(page: Page) -> None:
    """Wait until the browser has stored the deck for its other windows."""
    page.wait_for_function("() => localStorage.getItem('partnership-deck')")


def _learned(page: Page) -> None:
    """Wait for the run in which the browser tells of the deck that it remembers. What is added
    before it is joined to that deck, but is counted alone.
    """
    settle(page)
    page.wait_for_timeout(2_000)
    settle(page)


def _turn_to(page: Page, title: str) -> None:
    """Another page; the one before stands still until the browser has asked for it."""
    page.locator(".st-key-pages").get_by_role("link", name=title, exact=True).click()
    expect(page.locator("h1")).to_have_text(title)
    settle(page)


def _gathered(open_page: Open) -> Page:
    page = open_page("stakes?consortium=kashagan&on=2010-05-05")
    _add(page, "stakes.kashagan")
    _turn_to(page, "Trade")
    _add(page, "trade.balance", 2)
    _turn_to(page, "Present")
    expect(page.locator(_SLIDES)).to_have_count(2)
    return page


def _choose(page: Page, box: str, option: str) -> None:
    """Pick an option of a select box that has been scrolled into view and stands still.

    A menu of options closes when the page scrolls, and a busy browser reports the scroll of a click
    after the click: the frame in which it is reported is waited for.
    """
    field = page.locator(f"{box} input")
    field.scroll_into_view_if_needed()
    page.evaluate("() => new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))")
    field.click()
    page.get_by_role("option", name=re.compile(option)).click()


def _deck(page: Page) -> list[str]:
    return [slide.figure_id for slide in _slides(page.url)]


def _headlines(address: str) -> list[str]:
    return [slide.headline for slide in _slides(address)]


def _slides(address: str) -> tuple[Slide, ...]:
    value = parse_qs(urlsplit(address).query)["deck"][0]
    return link.read(value)[0].slides


def test_figures_are_gathered_ordered_and_kept(open_page: Open) -> None:
    page = _gathered(open_page)
    first = page.locator(_SLIDES).first
    expect(first).to_contain_text("Kashagan: working interests as last reported")
    expect(first).to_contain_text("5 May 2010")
    page.locator(".st-key-down-0 button").click()
    expect(page.locator(_SLIDES).last).to_contain_text("Kashagan")
    settle(page)
    headline = page.get_by_label("Headline").first
    headline.fill("What the gap is made of")
    headline.press("Enter")
    page.wait_for_url(lambda address: "What the gap is made of" in _headlines(address))
    settle(page)
    assert _deck(page) == ["trade.balance", "stakes.kashagan"]
    page.reload()
    settle(page)
    expect(page.locator(_SLIDES)).to_have_count(2)
    expect(page.get_by_label("Headline").first).to_have_value("What the gap is made of")
    _learned(page)
    main = page.get_by_test_id("stMain")
    with page.expect_popup() as opened:
        main.get_by_role("link", name="Present", exact=True).last.click()
    shown = opened.value
    expect(shown.get_by_text("What the gap is made of").first).to_be_visible()
    assert "present=1" in shown.url


def test_a_deck_is_exported_with_progress(open_page: Open) -> None:
    page = _gathered(open_page)
    _choose(page, ".st-key-format-deck", "ZIP")
    page.get_by_role("button", name="Create the file").click()
    expect(page.get_by_role("button", name="Cancel")).to_be_visible()
    fetch = page.get_by_role("button", name=re.compile("^Download"))
    expect(fetch).to_be_visible()
    with page.expect_download() as started:
        fetch.click()
    archive = zipfile.ZipFile(BytesIO(Path(started.value.path()).read_bytes()))
    saved = json.loads(archive.read("deck.json"))
    assert [one["figure"] for one in saved["slides"]] == ["stakes.kashagan", "trade.balance"]
    about = json.loads(archive.read("about.json"))
    address = about["figures"][0]["address"]
    assert urlsplit(address).netloc == urlsplit(page.url).netloc
    assert parse_qs(urlsplit(address).query)["on"] == ["2010-05-05"]


def test_making_a_file_is_cancelled(open_page: Open) -> None:
    page = open_page("present?ready=partnership-in-12")
    page.get_by_role("button", name="Create the file").click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("Cancelled; nothing was saved.").last).to_be_visible()
    expect(page.get_by_role("button", name="Create the file")).to_be_visible()


def test_the_browser_remembers_the_deck(open_page: Open) -> None:
    _add(open_page("trade"), "trade.balance")
    again = open_page("present")
    expect(again.locator(_SLIDES)).to_have_count(1)
    again.get_by_role("button", name="Empty the deck").click()
    expect(again.locator(_SLIDES)).to_have_count(0)
    again.wait_for_function("() => localStorage.getItem('partnership-deck') === null")
    settle(again)
    again.reload()
    settle(again)
    expect(again.get_by_text("The deck is empty")).to_be_visible()
    expect(again.locator(_SLIDES)).to_have_count(0)


def test_a_reload_on_any_page_keeps_what_was_gathered(open_page: Open) -> None:
    page = open_page("stakes?consortium=kashagan")
    _add(page, "stakes.kashagan")
    _add(page, "stakes.matrix", 2)
    page.reload()
    _learned(page)
    _add(page, "stakes.article", 3)
    _turn_to(page, "Present")
    expect(page.locator(_SLIDES)).to_have_count(3)
    assert _deck(page) == ["stakes.kashagan", "stakes.matrix", "stakes.article"]


def test_two_tabs_gather_one_deck(open_page: Open) -> None:
    first = open_page("stakes?consortium=kashagan")
    _add(first, "stakes.kashagan")
    _remembered(first)
    second = first.context.new_page()
    second.goto(first.url)
    _learned(second)
    first.evaluate("addEventListener('storage', () => { window.heard = true; })")
    _add(second, "stakes.article", 2)
    first.bring_to_front()
    first.wait_for_function("() => window.heard")
    _learned(first)
    _add(first, "stakes.matrix", 3)


def test_a_deck_from_a_link_does_not_lose_the_remembered_one(open_page: Open) -> None:
    page = open_page("stakes?consortium=kashagan")
    _add(page, "stakes.kashagan")
    _remembered(page)
    other = page.context.new_page()
    address = urlsplit(page.url)
    other.goto(f"{address.scheme}://{address.netloc}/present?ready=trade-in-8")
    settle(other)
    expect(other.locator(_SLIDES)).to_have_count(8)
    other.get_by_role("button", name="Restore the previous deck").click()
    expect(other.locator(_SLIDES)).to_have_count(1)
