"""The speaker window: in step with the slides, from a server and from a file, by either way."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from partnership.decks import link as deck_link
from partnership.decks.deck import Deck, Slide
from partnership.export import handout, web
from tests.browser.presenting import drawn
from tests.serving import Server

NOTES = "Thank the ambassador. <b>Then</b> pause."
SHOWN = Deck(
    "Of three",
    (
        Slide("stakes.karachaganak", headline="Who holds it", notes=NOTES),
        Slide("overview.numbers"),
        Slide("trade.to_italy"),
    ),
)
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
def saved(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the presentation as a file."""
    path = tmp_path_factory.mktemp("speaker") / "Talk & 1.html"
    path.write_bytes(web.html(handout.of_deck(SHOWN, "en")))
    return path.as_uri()


@pytest.fixture
def served(server: Server) -> str:
    """Its address on the dashboard."""
    return f"{server.url}/present?deck={deck_link.write(SHOWN)[0]}&present=1"


def _speaker(page: Page) -> Page:
    """The window that `s` opens, once it knows the next slide."""
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    expect(speaker.locator(".next .thumb .slide")).to_be_visible()
    return speaker


def _at(speaker: Page, n: int) -> None:
    expect(speaker.locator(".foot .at")).to_have_text(f"{n} / 3")


@pytest.mark.parametrize(
    ("where", "without"),
    [("saved", ""), ("saved", _NO_CHANNEL), ("served", ""), ("served", _NO_OPENER)],
    ids=["file", "file without channels", "server", "server without opener"],
)
def test_both_windows_are_in_step(
    where: str, without: str, context: BrowserContext, request: pytest.FixtureRequest
) -> None:
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    context.add_init_script(without)
    page = context.new_page()
    page.goto(request.getfixturevalue(where))
    drawn(page, 1)
    speaker = _speaker(page)
    expect(speaker.locator(".script h1")).to_have_text("Who holds it")
    expect(speaker.locator(".script .own")).to_have_text(NOTES)
    expect(speaker.locator(".next h1")).to_have_text("Key figures of the partnership")
    expect(speaker.locator(".elapsed .clock")).to_have_text("0:00")
    speaker.keyboard.press("ArrowRight")
    drawn(page, 2)
    _at(speaker, 2)
    expect(speaker.locator(".elapsed .clock")).not_to_have_text("0:00")
    page.keyboard.press("End")
    _at(speaker, 3)
    expect(speaker.locator(".next")).to_contain_text("This is the last slide.")
    speaker.keyboard.press("b")
    expect(page.locator(".blank")).to_be_visible()
    expect(speaker.get_by_role("status")).to_have_text("The screen is blank. b brings it back.")
    page.keyboard.press("x")
    expect(speaker.get_by_role("status")).to_be_hidden()
    page.reload()
    drawn(page, 3)
    # It learns of the other window again, and both go on.
    expect(speaker.locator(".elapsed .clock")).not_to_have_text("0:00")
    speaker.wait_for_timeout(2500)
    speaker.keyboard.press("Home")
    drawn(page, 1)
    page.keyboard.press("ArrowRight")
    _at(speaker, 2)
    assert errors == []


def test_the_clock_is_stopped_and_set_back_and_outlives_the_window(
    saved: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(saved)
    drawn(page, 1)
    speaker = _speaker(page)
    clock = speaker.locator(".elapsed .clock")
    expect(speaker.locator(".day .clock")).to_have_text(re.compile(r"\d\d:\d\d"))
    speaker.get_by_role("button", name="Start the clock").click()
    expect(clock).to_have_text("0:02")
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


def test_a_browser_that_opens_no_window_is_told_of(saved: str, context: BrowserContext) -> None:
    context.add_init_script("window.open = () => null;")
    page = context.new_page()
    page.goto(saved)
    drawn(page, 1)
    page.keyboard.press("s")
    expect(page.locator(".refused")).to_contain_text("The browser opened no window.")


def test_nothing_of_it_is_cut_in_light_and_dark(saved: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(saved)
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


def test_the_help_of_each_window_has_its_own_keys(saved: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(saved)
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
