"""A saved presentation: opened from disk, with no network, in a browser that has never seen it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import chromium
from tests.browser.presenting import HOSTILE, SAVED, drawn, go, hover, painted


@pytest.fixture
def asked() -> list[str]:
    """Every address that the page asks for, and every dialog it opens."""
    return []


@pytest.fixture
def page(saved: Path, browser: Browser, asked: list[str]) -> Iterator[Page]:
    """The file, opened with the network off."""
    with browser.new_context(viewport={"width": 800, "height": 450}, offline=True) as context:
        context.on("request", lambda request: asked.append(request.url))
        opened = context.new_page()
        opened.on("dialog", lambda dialog: asked.append(f"dialog: {dialog.message}"))
        opened.on("pageerror", lambda error: asked.append(f"error: {error}"))
        opened.goto(saved.as_uri())
        yield opened


def test_it_shows_everything_and_asks_nobody(page: Page, saved: Path, asked: list[str]) -> None:
    slide = drawn(page, 1)
    expect(slide.locator("h1")).to_have_text(HOSTILE)
    expect(slide.locator("svg.marks .mark-arc path")).to_have_count(7)
    page.keyboard.press("ArrowRight")
    slide = drawn(page, 2)
    expect(slide.locator(".chips li")).to_have_text("2010–2025")
    tip = hover(page, slide.locator(".mark-symbol path").nth(3))
    expect(tip).to_contain_text(re.compile(r"Year\s*\d{4}"))
    page.keyboard.press("ArrowRight")
    painted(page, drawn(page, 3))
    page.keyboard.press("ArrowRight")
    expect(drawn(page, 4).locator(".content li")).to_have_count(6)
    page.keyboard.press("ArrowRight")
    expect(drawn(page, 5).locator("canvas")).to_be_visible()
    page.keyboard.press("PageUp")
    drawn(page, 4)
    expect(go(page, 6).locator(".why")).to_contain_text("Choose a claim")
    assert {url for url in asked if not url.startswith(("data:", "blob:"))} == {saved.as_uri()}


def test_the_typeface_stands_in_the_file(page: Page) -> None:
    drawn(page, 1)
    there = "weight => document.fonts.check(`${weight} 16px 'Source Sans Pro'`, 'Қазақстан')"
    assert page.evaluate(there, 400)
    assert page.evaluate(there, 600)
    loaded = "[...document.fonts].filter(face => face.status === 'loaded').length"
    assert page.evaluate(loaded) == 2


def test_a_map_moves_under_the_pointer_and_maps_are_released(page: Page) -> None:
    go(page, 3)
    canvas = painted(page, page.locator(".slide.shown"))
    before = canvas.screenshot()
    box = canvas.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 300, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + 420, box["y"] + 100, steps=2)
    page.mouse.up()
    chromium.repainted(page, canvas, before)
    page.keyboard.press("ArrowRight")
    drawn(page, 4)
    for n in (1, 6, 1):
        go(page, n)
    page.wait_for_function("document.querySelectorAll('canvas').length <= 2")


def test_a_browser_without_webgl_shows_the_picture_of_a_map(saved: Path, browser: Browser) -> None:
    without = """
    const real = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, options) {
      return /webgl/.test(kind) ? null : real.call(this, kind, options);
    };"""
    with browser.new_context(offline=True) as context:
        context.add_init_script(without)
        page = context.new_page()
        page.goto(f"{saved.as_uri()}#3")
        slide = drawn(page, 3)
        assert slide.locator("svg.marks path").count() > 20
        assert slide.locator("canvas").count() == 0


def test_printing_gives_one_slide_a_page(page: Page) -> None:
    drawn(page, 1)
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == len(SAVED.slides)
    assert re.search(rb"/MediaBox\s*\[0 0 960 540\]", printed)
    page.keyboard.press("ArrowRight")
    drawn(page, 2)
    expect(page.locator(".paper")).to_have_count(0)
