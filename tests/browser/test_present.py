"""Present mode of the live dashboard: keys, filters, sizes, and what a link can do wrong."""

from __future__ import annotations

import re
from math import log2
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from partnership import tables
from partnership.decks import link as deck_link
from partnership.decks.deck import Deck, Slide
from partnership.figures.assets.views import VIEWS
from partnership.state import State
from tests.browser import chromium
from tests.browser.conftest import DESK, settle
from tests.browser.presenting import CUT, SIZES, drawn, go, hover, painted, tooltip
from tests.serving import Server

HOSTILE = "</script><script>alert(1)</script> <!-- \"'& 🛢️ مرحبا " + "Ш" * 90
SHOWN = Deck(
    "Of every kind",
    (
        Slide("stakes.karachaganak", headline=HOSTILE, notes=HOSTILE),
        Slide("stakes.history"),
        Slide("trade.to_italy", State(from_year=2010, currency="eur"), "A headline"),
        Slide("companies.timeline"),
        Slide("map.assets", State(sector=("oil_gas",), view="caspian")),
        Slide("overview.numbers"),
        Slide("overview.events"),
        Slide("companies.table"),
        Slide("claims.evidence"),
        Slide("claims.deviations"),
        Slide("stakes.matrix"),
        Slide("overview.map"),
    ),
)


def _link(deck: Deck, **more: str) -> str:
    return f"present?{urlencode({'deck': deck_link.write(deck)[0], 'present': '1', **more})}"


def _open(context: BrowserContext, server: Server, path: str, window: ViewportSize = DESK) -> Page:
    page = context.new_page()
    page.set_viewport_size(window)
    page.goto(f"{server.url}/{path}")
    return page


def _at(page: Page, n: int) -> None:
    drawn(page, n)
    expect(page).to_have_url(re.compile(rf"#{n}$"))


_LOCKS = """
window.asked = [];
Object.defineProperty(navigator, "wakeLock", {
  value: { request: kind => { window.asked.push(kind); return Promise.resolve({}); } },
});
"""


def test_the_screen_stays_on_also_after_the_tab_was_hidden(
    context: BrowserContext, server: Server
) -> None:
    context.add_init_script(_LOCKS)
    page = _open(context, server, "trade?present=1")
    drawn(page, 1)
    page.wait_for_function("window.asked.length === 1")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_function("window.asked.length === 2")
    assert page.evaluate("window.asked") == ["screen", "screen"]


def test_keys_move_among_the_slides(context: BrowserContext, server: Server) -> None:
    page = _open(context, server, "trade?present=1")
    drawn(page, 1)
    last = int(page.locator(".slide.shown .place b").inner_text().split("/")[1])
    steps = (
        *(("ArrowRight", 2), ("ArrowDown", 3), ("PageDown", 4), ("Space", 5), ("Enter", 6)),
        *(("ArrowLeft", 5), ("ArrowUp", 4), ("PageUp", 3), ("Backspace", 2), ("Shift+Space", 1)),
        *(("ArrowLeft", 1), ("End", last), ("ArrowRight", last), ("Home", 1)),
    )
    for key, n in steps:
        page.keyboard.press(key)
        _at(page, n)
    go(page, 7)
    expect(page.locator("p[aria-live]")).to_contain_text(f"Slide 7 of {last}: ")
    assert page.title().startswith("7 · ")
    page.keyboard.press("Control+ArrowRight")
    _at(page, 7)
    page.reload()
    _at(page, 7)


def _fills(page: Page, *, yes: bool) -> None:
    page.wait_for_function("yes => (document.fullscreenElement !== null) === yes", arg=yes)


def test_letters_open_and_close(context: BrowserContext, server: Server) -> None:
    page = _open(context, server, "stakes?present=1&slide=3")
    drawn(page, 3)
    page.keyboard.press("b")
    expect(page.locator(".blank")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".blank")).to_be_hidden()
    _at(page, 3)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_contain_text("full screen")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    notes = page.get_by_role("complementary", name="Speaker's notes")
    expect(notes).to_contain_text(re.compile("Sources?: "))
    page.keyboard.press("Escape")
    expect(notes).to_be_hidden()
    page.keyboard.press("o")
    tiles = page.get_by_role("dialog", name="All slides").get_by_role("button")
    expect(tiles.nth(2)).to_be_focused()
    expect(tiles.nth(4).locator("svg.marks")).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    _at(page, 4)
    _fills(page, yes=True)  # since the first key
    page.keyboard.press("f")
    _fills(page, yes=False)
    page.keyboard.press("f")
    _fills(page, yes=True)


def test_a_bare_address_is_as_dark_as_the_browser(browser: Browser, server: Server) -> None:
    with browser.new_context(viewport=DESK, color_scheme="dark") as reader:
        page = _open(reader, server, "?present=1")
        drawn(page, 1)
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        page.goto(f"{server.url}/?present=1&theme=light")
        drawn(page, 1)
        expect(page.locator("html")).to_have_attribute("data-theme", "light")


def test_a_keyboard_of_other_letters_does_the_same(context: BrowserContext, server: Server) -> None:
    page = _open(context, server, "stakes?present=1")
    drawn(page, 1)
    press = "([key, code]) => dispatchEvent(new KeyboardEvent('keydown', {key, code}))"
    page.evaluate(press, ["и", "KeyB"])
    expect(page.locator(".blank")).to_be_visible()
    page.evaluate(press, ["х", "BracketLeft"])
    expect(page.locator(".blank")).to_be_hidden()


def test_filters_are_kept_and_shown_and_escape_leads_back(
    context: BrowserContext, server: Server, hosts: set[str]
) -> None:
    page = _open(context, server, "trade?currency=eur&from=2010&present=1&theme=dark&slide=2")
    slide = drawn(page, 2)
    assert slide.locator(".chips li").all_inner_texts() == ["2010–2025", "In Euros"]
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.keyboard.press("d")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    _fills(page, yes=True)
    page.keyboard.press("Escape")
    _fills(page, yes=False)
    page.keyboard.press("Escape")
    settle(page)
    expect(page).to_have_url(f"{server.url}/trade?currency=eur&from=2010")
    expect(page.locator("h1")).to_have_text("Trade")
    assert hosts == {"127.0.0.1"}


def test_buttons_and_fingers(browser: Browser, server: Server) -> None:
    with browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ) as telephone:
        page = _open(telephone, server, "minerals?present=1")
        drawn(page, 1)
        swipe = """([from, to]) => {
          const at = document.querySelector('.slide.shown h1');
          const touch = x => new Touch({identifier: 1, target: at, clientX: x, clientY: 80});
          const send = (kind, now, x) => at.dispatchEvent(new TouchEvent(kind, {
            bubbles: true, touches: now ? [touch(x)] : [], changedTouches: [touch(x)],
          }));
          send('touchstart', true, from);
          send('touchend', false, to);
        }"""
        page.evaluate(swipe, [300, 100])
        drawn(page, 2)
        page.evaluate(swipe, [100, 300])
        drawn(page, 1)
        page.get_by_role("button", name="Next slide").tap()
        drawn(page, 2)
        page.get_by_role("button", name="Previous slide").press("Enter")
        drawn(page, 1)


_NAMES = """[...document.querySelectorAll('.slide.shown [role=img], .slide.shown .vega-embed')]
  .map(box => box.getAttribute('aria-label') ?? '')"""
"""What drawings are called: their main numbers are in it."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_and_drawings_are_named(
    size: tuple[int, int], browser: Browser, server: Server
) -> None:
    width, height = size
    with browser.new_context(viewport={"width": width, "height": height}) as context:
        page = _open(context, server, _link(SHOWN))
        alerts: list[str] = []
        page.on("dialog", lambda dialog: alerts.append(dialog.message))
        for n in range(1, len(SHOWN.slides) + 1):
            drawn(page, n)
            assert page.evaluate(CUT) == [], f"slide {n}"
            assert [one for one in page.evaluate(_NAMES) if not re.search(r"\d", one)] == []
            page.keyboard.press("ArrowRight")
        assert not alerts


_LETTERS = """document.querySelector('.slide.shown .role-axis-label text')
  .getBoundingClientRect().height"""


def test_letters_grow_with_the_screen(context: BrowserContext, server: Server) -> None:
    page = _open(context, server, "trade?present=1", {"width": 1280, "height": 720})
    drawn(page, 1)
    small = page.evaluate(_LETTERS)
    assert small > 20
    page.set_viewport_size({"width": 2560, "height": 1440})
    page.wait_for_function(f"small => Math.abs({_LETTERS} / small - 2) < 0.2", arg=small)


def test_hover_tells_of_marks(context: BrowserContext, server: Server) -> None:
    page = _open(context, server, "trade?present=1")
    slide = drawn(page, 1)
    tip = hover(page, slide.locator(".mark-symbol path").nth(3))
    expect(tip).to_contain_text(re.compile(r"Year\s*\d{4}"))
    page.goto(f"{server.url}/{_link(Deck('', (Slide('trade.share'),)))}")
    slide = drawn(page, 1)
    tip = hover(page, slide.locator(".mark-symbol path").nth(30))
    expect(tip).to_contain_text("Destination")
    expect(tip).not_to_contain_text("undefined")


def test_a_map_is_painted_and_tells_of_its_marks(context: BrowserContext, server: Server) -> None:
    window = ViewportSize(width=960, height=540)
    page = _open(context, server, _link(Deck("", (SHOWN.slides[4],))), window)
    canvas = painted(page, drawn(page, 1))
    box = canvas.bounding_box()
    assert box is not None
    field = tables.load("assets").set_index("asset_id").loc["kashagan"]
    view = VIEWS["caspian"]
    closer = min(box["width"] / 870, box["height"] / 384)
    zoomed = {**view._asdict(), "zoom": view.zoom + log2(closer)}
    place = chromium.pixel(field["lon"], field["lat"], zoomed, box["width"], box["height"])
    tip = tooltip(page, box["x"] + place[0], box["y"] + place[1])
    expect(tip).to_contain_text("Kashagan")


def test_what_a_link_got_wrong_is_shown_until_dismissed(
    context: BrowserContext, server: Server
) -> None:
    wrong = urlencode({"consortium": "<img src=x onerror=alert(1)>", "present": "1"})
    page = _open(context, server, f"stakes?{wrong}")
    slide = drawn(page, 1)
    notice = slide.get_by_role("status")
    expect(notice).to_contain_text("consortium = <img src=x onerror=alert(1)>")
    notice.get_by_role("button", name="Dismiss this notice").click()
    expect(page.locator(".slide.shown .notices")).to_have_count(0)
    value, _ = deck_link.write(SHOWN)
    damaged = ".".join(part if n != 3 else "x" + part for n, part in enumerate(value.split(".")))
    page.goto(f"{server.url}/present?{urlencode({'deck': damaged, 'present': '1'})}")
    slide = drawn(page, 1)
    expect(slide.locator(".place b")).to_have_text(f"1 / {len(SHOWN.slides) - 1}")
    expect(slide.get_by_role("status")).to_contain_text("slide 2: the link is damaged here")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("present?present=1", "There is no deck called ''."),
        ("present?present=1&ready=%3Cb%3Ex", "There is no deck called '<b>x'."),
        ("companies?present=1&sector=minerals", "There is nothing to present here."),
    ],
)
def test_a_deck_of_nothing_says_so_and_leads_back(
    path: str, words: str, context: BrowserContext, server: Server
) -> None:
    page = _open(context, server, path)
    expect(page.locator(".nothing")).to_contain_text(words)
    page.get_by_role("link", name="Back to the page").click()
    settle(page)
    expect(page).not_to_have_url(re.compile("present=1"))
