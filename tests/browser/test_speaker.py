"""The speaker window: in step with the slides, from a server and from a file, by either way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from partnership.decks import link as deck_link
from partnership.decks.deck import Deck, Slide
from partnership.export import handout, web
from tests.browser.presenting import HOSTILE, drawn
from tests.serving import Server

_NOTES = "Thank the ambassador. <b>Then</b> pause."
_SERVED = Deck(
    "Of three",
    (
        Slide("stakes.karachaganak", headline="Who holds it", notes=_NOTES),
        Slide("overview.numbers", headline="In numbers"),
        Slide("trade.to_italy"),
    ),
)
_FILED = Deck(
    HOSTILE,
    (Slide("stakes.kashagan", headline=HOSTILE, notes=HOSTILE), *_SERVED.slides[1:]),
)
"""The same as a file: maps, which another file has, are drawn in software for many seconds."""
_NO_CHANNEL = "delete window.BroadcastChannel;"
_NO_OPENER = "window.opener = null;"
_CUT = """() => [...document.querySelectorAll('body, body > *, .clocks > *, .pair *, .foot *')]
  .filter(box => !box.closest('svg, .slide, .spoken, .trial') && box.checkVisibility())
  .map(box => [box.className || box.tagName, box.getBoundingClientRect(), box])
  .filter(([, at, box]) => at.right > innerWidth + 1 || at.bottom > innerHeight + 1
    || box.scrollWidth > box.clientWidth + 1 && box.clientWidth)
  .map(([name]) => name)"""
"""What of the speaker window stands beyond it, or is wider than its place."""


@pytest.fixture(scope="module")
def filed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`_FILED` on disk."""
    path = tmp_path_factory.mktemp("filed") / "Präsentation & 1.html"
    path.write_bytes(web.html(handout.of_deck(_FILED, "en")))
    return path


@pytest.fixture
def served(server: Server) -> str:
    """Its address on the dashboard."""
    return f"{server.url}/present?deck={deck_link.write(_SERVED)[0]}&present=1"


def _speaker(page: Page) -> Page:
    """The window that `s` opens, once it knows the next slide."""
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    expect(speaker.locator(".next .thumb .slide")).to_be_visible()
    return speaker


def _at(speaker: Page, n: int, deck: Deck) -> None:
    expect(speaker.locator(".foot .at")).to_have_text(f"{n} / {len(deck.slides)}")


@pytest.mark.parametrize("without", ["", _NO_CHANNEL], ids=["either way", "without channels"])
def test_both_windows_of_a_file_are_in_step(
    without: str, context: BrowserContext, filed: Path
) -> None:
    _in_step(context, without, filed.as_uri(), _FILED)


@pytest.mark.parametrize("without", ["", _NO_OPENER], ids=["either way", "without opener"])
def test_both_windows_of_a_server_are_in_step(
    without: str, context: BrowserContext, served: str
) -> None:
    _in_step(context, without, served, _SERVED)


def _in_step(context: BrowserContext, without: str, address: str, deck: Deck) -> None:
    (first, second), last = deck.slides[:2], len(deck.slides)
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    context.add_init_script(without)
    page = context.new_page()
    page.goto(address)
    drawn(page, 1)
    speaker = _speaker(page)
    expect(speaker.locator(".script h1")).to_have_text(first.headline)
    expect(speaker.locator(".script .own")).to_have_text(first.notes)
    expect(speaker.locator(".next h1")).to_have_text(second.headline)
    expect(speaker.locator(".elapsed .clock")).to_have_text("0:00")
    speaker.keyboard.press("ArrowRight")
    drawn(page, 2)
    _at(speaker, 2, deck)
    expect(speaker.locator(".elapsed .clock")).not_to_have_text("0:00")
    page.keyboard.press("End")
    _at(speaker, last, deck)
    expect(speaker.locator(".next")).to_contain_text("This is the last slide.")
    speaker.keyboard.press("b")
    expect(page.locator(".blank")).to_be_visible()
    expect(speaker.get_by_role("status")).to_have_text("The screen is blank. b brings it back.")
    page.keyboard.press("x")
    expect(speaker.get_by_role("status")).to_be_hidden()
    page.reload()
    drawn(page, last)
    # It learns of the other window again, and both go on.
    expect(speaker.locator(".elapsed .clock")).not_to_have_text("0:00")
    speaker.wait_for_timeout(2500)
    speaker.keyboard.press("Home")
    drawn(page, 1)
    page.keyboard.press("ArrowRight")
    _at(speaker, 2, deck)
    assert errors == []


def test_the_clock_is_stopped_and_set_back_and_outlives_the_window(
    filed: Path, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(filed.as_uri())
    drawn(page, 1)
    speaker = _speaker(page)
    clock = speaker.locator(".elapsed .clock")
    expect(speaker.locator(".day .clock")).to_have_text(re.compile(r"\d\d:\d\d"))
    speaker.get_by_role("button", name="Start the clock").click()
    expect(clock).to_have_text(re.compile(r"^0:(0[1-9]|[1-5]\d)$"))
    speaker.keyboard.press("t")
    expect(speaker.get_by_role("button", name="Start the clock")).to_be_visible()
    stopped = clock.inner_text()
    page.wait_for_timeout(300)
    speaker.close()
    # The window that opened it learns of that a moment later.
    page.wait_for_timeout(1000)
    speaker = _speaker(page)
    clock = speaker.locator(".elapsed .clock")
    expect(clock).to_have_text(stopped)
    speaker.keyboard.press("r")
    expect(clock).to_have_text("0:00")
    page.close()
    expect(speaker.get_by_role("status")).to_contain_text("does not answer")


def test_a_browser_that_opens_no_window_is_told_of(filed: Path, context: BrowserContext) -> None:
    context.add_init_script("window.open = () => null;")
    page = context.new_page()
    page.goto(filed.as_uri())
    drawn(page, 1)
    page.keyboard.press("s")
    expect(page.locator(".refused")).to_contain_text("The browser opened no window.")


def test_nothing_of_it_is_cut_in_light_and_dark(filed: Path, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(filed.as_uri())
        drawn(page, 1)
        speaker = _speaker(page)
        for width, height in ((1120, 760), (800, 600), (1920, 1080), (390, 844)):
            speaker.set_viewport_size({"width": width, "height": height})
            speaker.wait_for_timeout(200)
            assert speaker.evaluate(_CUT) == [], (width, height)
        speaker.keyboard.press("d")
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        expect(speaker.locator("html")).to_have_attribute("data-theme", "dark")
        expect(speaker.locator(".now .slide")).to_be_visible()


def test_the_help_of_each_window_has_its_own_keys(filed: Path, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(filed.as_uri())
    drawn(page, 1)
    speaker = _speaker(page)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_contain_text("speaker window: notes")
    speaker.keyboard.press("?")
    keys = speaker.get_by_role("dialog", name="Keys")
    expect(keys).to_contain_text("start or stop the clock")
    expect(keys).not_to_contain_text("on this screen")
    speaker.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    # A key that is sent from outside would be waited for in a window that is gone.
    press = "dispatchEvent(new KeyboardEvent('keydown', {key: 's', code: 'KeyS'}))"
    with speaker.expect_event("close"):
        speaker.evaluate(f"setTimeout(() => {press})")
    assert context.pages == [page]
