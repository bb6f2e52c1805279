"""Every page, a presentation and a saved file under their policies: drawn, and nothing refused."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from tests.browser import chromium, presenting
from tests.browser.conftest import Open, Visit
from tests.serving import Server


def test_a_page_is_drawn_under_its_policy(desk: Visit) -> None:
    assert desk.complaints == []


def test_our_scripts_in_the_page_run(open_page: Open, complaints: list[str]) -> None:
    page = open_page("trade")
    page.wait_for_function("() => window.partnershipWords !== undefined")
    chromium.box(page, "trade.balance").get_by_role("button", name="Add to deck").click()
    page.wait_for_function("() => localStorage.getItem('partnership-deck')")
    assert complaints == []


def test_a_presentation_is_drawn_under_its_policy(
    context: BrowserContext, server: Server, complaints: list[str]
) -> None:
    page = context.new_page()
    page.goto(f"{server.url}/map?present=1")
    presenting.painted(page, presenting.drawn(page, 1))
    page.goto(f"{server.url}/trade?present=1")
    expect(presenting.drawn(page, 1).locator("svg.marks")).to_be_visible()
    assert complaints == []


def test_a_saved_file_is_drawn_under_its_policy(
    context: BrowserContext, saved: Path, complaints: list[str]
) -> None:
    page = context.new_page()
    # Maps are painted in software: small ones sooner.
    page.set_viewport_size({"width": 800, "height": 450})
    page.goto(f"{saved.as_uri()}#3")
    presenting.painted(page, presenting.drawn(page, 3))
    page.keyboard.press("ArrowLeft")
    expect(presenting.drawn(page, 2).locator("svg.marks")).to_be_visible()
    slide = presenting.go(page, 5)
    expect(slide.locator("h1")).to_have_text("Again")
    presenting.painted(page, slide)
    assert complaints == []
