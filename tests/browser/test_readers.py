"""Nine readers at their tasks: each gets the thing, in as few clicks as promised.

Keys pressed and words typed are no clicks; what a reader types is named in the test.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect
from pptx import Presentation

from partnership import tables
from partnership.analysis import stakes, trade
from partnership.figures.stakes import compared
from partnership.state import State
from tests.browser import chromium
from tests.browser.conftest import DESK, search_box, settle
from tests.serving import Server

_PHONE = ViewportSize(width=390, height=844)


class Reader:
    """A person with a mouse or a finger: every press of it is counted."""

    def __init__(self, page: Page, *, finger: bool = False) -> None:
        self.page = page
        self.clicks = 0
        self._finger = finger

    def press(self, what: Locator) -> None:
        """Click or tap once."""
        self.clicks += 1
        if self._finger:
            what.tap()
        else:
            what.click()

    def slide(self, handle: Locator, stops: int) -> None:
        """Take hold of a slider's handle, which counts as a click, and move it so many stops."""
        self.clicks += 1
        for _ in range(stops):
            handle.press("ArrowRight")

    def open(self, title: str) -> None:
        """Press the link to a page, and wait for the page."""
        self.press(self.page.locator(".st-key-pages").get_by_role("link", name=title, exact=True))
        expect(self.page.locator("h1")).to_have_text(title)
        settle(self.page)

    def search(self, words: str, kind: str) -> None:
        """Type into the search box, go down to the first answer of a kind, and press Enter."""
        box = self.page.locator(".st-key-search input")
        expect(box).to_be_focused()
        box.press_sequentially(words)
        options = self.page.get_by_role("option")
        wanted = re.compile(rf"· {kind}", re.IGNORECASE)
        expect(options.filter(has_text=wanted).first).to_be_attached()
        named = options.all_inner_texts()
        for _ in range(next(n for n, label in enumerate(named) if wanted.search(label))):
            box.press("ArrowDown")
        box.press("Enter")
        expect(box).to_have_value("")
        settle(self.page)

    def file(self, figure_id: str, label: str) -> bytes:
        """Download a figure as a file, from the button at its foot."""
        slug = figure_id.replace(".", "-")
        self.press(self.page.locator(f".st-key-download-{slug}").get_by_role("button"))
        button = self.page.get_by_role("dialog").get_by_role("button", name=label)
        with self.page.expect_download() as started:
            self.press(button)
        return Path(started.value.path()).read_bytes()

    def clipboard(self) -> str:
        """What was copied last."""
        return str(self.page.evaluate("navigator.clipboard.readText()"))


@pytest.fixture
def reader(browser: Browser, server: Server) -> Iterator[Reader]:
    """A new reader at a desk, on the first page."""
    with browser.new_context(viewport=DESK) as context:
        context.set_default_timeout(90_000)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield Reader(_first(context.new_page(), server))


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[Reader]:
    """A new reader with a telephone, on the first page."""
    with browser.new_context(viewport=_PHONE, has_touch=True, is_mobile=True) as context:
        context.set_default_timeout(90_000)
        yield Reader(_first(context.new_page(), server), finger=True)


def _first(page: Page, server: Server) -> Page:
    page.goto(server.url)
    settle(page)
    page.wait_for_function("() => window.partnershipWords !== undefined")
    return page


def _rank() -> tuple[int, float]:
    """Italy's rank among Kazakhstan's export markets, and its share in percent, at the latest."""
    rows = trade.destinations(tables.load("trade"), 2005, date.today().year)
    italy = rows[rows["partner"].eq("ITA") & rows["rank"].notna()].sort_values("year").iloc[-1]
    return int(italy["rank"]), float(italy["share"])


def test_an_attache_finds_the_rank_and_takes_one_slide(reader: Reader) -> None:
    rank, share = _rank()
    answer = re.compile(rf"(No\.\s|rank ){rank}(?!\d*th)")
    expect(chromium.box(reader.page, "overview.numbers")).to_contain_text(answer)
    slides = Presentation(BytesIO(reader.file("overview.numbers", "PowerPoint (PPTX)"))).slides
    (slide,) = slides
    words = " ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)
    assert answer.search(words)
    assert f"{share:.1f}" in words
    assert reader.clicks <= 2


def test_a_journalist_checks_a_claim_and_takes_link_and_picture(
    reader: Reader, browser: Browser
) -> None:
    page = reader.page
    search_box(reader.page)
    reader.search("british gas", "claim")
    evidence = chromium.box(page, "claims.evidence")
    expect(evidence).to_contain_text("British Gas runs Karachaganak")
    expect(evidence).to_contain_text("Outdated")
    expect(evidence).to_contain_text("Shell")
    expect(evidence).to_be_in_viewport()
    reader.press(page.locator("button.copy-link"))
    expect(page.locator("button.copy-link")).to_have_text("Copied")
    with Image.open(BytesIO(reader.file("claims.evidence", "Picture (PNG)"))) as picture:
        assert picture.format == "PNG"
        assert picture.width > 1_000
    assert reader.clicks <= 3
    with browser.new_context(viewport=DESK) as elsewhere:
        other = elsewhere.new_page()
        other.goto(reader.clipboard())
        settle(other)
        expect(chromium.box(other, "claims.evidence")).to_contain_text("Outdated")


def test_an_analyst_takes_crude_oil_as_a_table_with_its_sources(reader: Reader) -> None:
    search_box(reader.page)
    reader.search("share of Italy's crude oil imports", "figure")
    expect(chromium.box(reader.page, "trade.crude_share")).to_be_in_viewport()
    rows = pd.read_csv(BytesIO(reader.file("trade.crude_share", "Table for scripts (CSV)")))
    assert set(range(2013, 2024)) <= set(rows["year"])
    counted = rows[rows["year"].between(2013, 2023)]
    for column in ("source", "source_url", "source_licence", "column_units", "view_url"):
        assert counted[column].notna().all(), column
    assert reader.clicks <= 2


def test_a_ministers_staff_shows_renewables_full_screen(reader: Reader) -> None:
    reader.open("Renewables")
    page = reader.page
    with page.expect_popup() as opened:
        reader.press(page.locator(".st-key-whole-page a"))
    slides = opened.value
    expect(slides.locator("h1").locator("visible=true").first).not_to_be_empty()
    heading = chromium.box(page, "renewables.map").locator("h3").inner_text()
    expect(slides.locator("body")).to_contain_text(heading)
    assert reader.clicks <= 2


def test_a_trade_officer_sees_what_italy_sells_or_what_is_not_known(reader: Reader) -> None:
    reader.open("Trade")
    page = reader.page
    reader.press(page.locator(".st-key-contents").get_by_role("radio", name="Goods"))
    figure = chromium.painted(page, "trade.italian_exports_by_sector", State())
    expect(figure).to_be_in_viewport()
    expect(figure.locator("h3")).to_contain_text(
        re.compile(r"\d+\.\d.% of Italy's exports in \d{4}")
    )
    expect(figure).to_contain_text(re.compile("Machinery", re.IGNORECASE))
    assert reader.clicks <= 2


@pytest.mark.parametrize(
    ("words", "kind", "address", "title"),
    [
        ("Zhanaozen", "hybrid", r"/map\?asset=zhanaozen_hybrid$", "Map"),
        ("Saipem", "company", r"/companies\?company=saipem$", "Companies"),
        ("titanium", "material", r"/minerals(\?|$)", "Critical minerals"),
    ],
)
def test_anyone_finds_a_word(
    reader: Reader, words: str, kind: str, address: str, title: str
) -> None:
    page = reader.page
    reader.press(page.locator(".st-key-search input"))
    reader.search(words, kind)
    expect(page.locator("h1")).to_have_text(title)
    expect(page).to_have_url(re.compile(address))
    expect(page.get_by_test_id("stMain")).to_contain_text(re.compile(words, re.IGNORECASE))
    assert reader.clicks <= 1


def test_a_chamber_compares_kashagan_in_2006_and_today(reader: Reader) -> None:
    reader.open("Stakes")
    page = reader.page
    before = date(2006, 1, 1)
    days = [day for day in compared.choosable(State()) if day <= before]
    earlier = compared.days(State())[0]
    reader.slide(
        page.locator(".st-key-on").get_by_role("slider").first, len(days) - 1 - days.index(earlier)
    )
    expect(page).to_have_url(re.compile(f"then={days[-1]}"))
    settle(page)
    figure = chromium.painted(page, "stakes.compared", State())
    figure.scroll_into_view_if_needed()
    for day in (before, date.today()):
        rows = stakes.split_on(tables.load("stakes"), "kashagan", day).rows
        eni = float(rows.loc[rows["holder_id"].eq("eni"), "percent"].sum())
        assert eni > 0
        expect(figure).to_contain_text(f"{eni:.2f}")
    expect(figure).to_contain_text("Kashagan")
    expect(figure).to_contain_text("2005")
    assert reader.clicks <= 2


def test_a_link_to_a_figure_lands_on_it(reader: Reader, browser: Browser, server: Server) -> None:
    page = reader.page
    page.goto(f"{server.url}/stakes?then=2006-01-01")
    settle(page)
    chromium.painted(page, "stakes.compared", State())
    shown = chromium.box(page, "stakes.compared")
    reader.press(shown.locator('a[href="#stakes-compared"]'))
    with browser.new_context(viewport=DESK) as elsewhere:
        other = elsewhere.new_page()
        other.goto(reader.clipboard())
        settle(other)
        figure = chromium.painted(other, "stakes.compared", State())
        other.wait_for_timeout(3_000)
        box = figure.bounding_box()
        assert box
        assert 0 <= box["y"] <= 80
        expect(figure).to_contain_text("2006")
    assert reader.clicks <= 1


def test_a_reader_with_a_telephone_finds_kashagan_on_the_map(phone: Reader) -> None:
    page = phone.page
    phone.press(page.get_by_test_id("stExpandSidebarButton"))
    phone.press(page.locator(".st-key-search input"))
    phone.search("Kashagan", "oil and gas field")
    expect(page).to_have_url(re.compile(r"/map\?asset=kashagan$"))
    card = page.locator(".st-key-card")
    expect(card.get_by_role("heading", name="Kashagan")).to_be_in_viewport()
    expect(card).to_contain_text("Eni 16.81")
    box = card.bounding_box()
    assert box
    assert box["y"] + box["height"] <= _PHONE["height"] + 1
    assert phone.clicks <= 2
