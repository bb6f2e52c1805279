"""A presentation in the browser: when a slide is there, and what of it is cut."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from playwright.sync_api import Locator, Page, expect

SIZES = ((1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (390, 844))

_DRAWN = "n => document.querySelector('.stage')?.dataset.drawn === String(n)"
CUT = """() => {
  const slide = document.querySelector('.slide.shown');
  const found = [];
  for (const box of [document.documentElement, document.body, slide, ...slide.querySelectorAll(
    'h1, .subtitle, .chips, .chips li, .notices, .drawing, .content li, .content td, .why,'
    + ' .finding, footer, .source, .place')]) {
    if (box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).display !== 'inline') {
      found.push([box.className || box.tagName, 'high', box.scrollHeight, box.clientHeight]);
    }
    if (box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).display !== 'inline') {
      found.push([box.className || box.tagName, 'wide', box.scrollWidth, box.clientWidth]);
    }
  }
  for (const box of slide.querySelectorAll('*')) {
    if (box.closest('svg') && box.tagName !== 'svg' && box.tagName !== 'text') continue;
    const at = box.getBoundingClientRect();
    const out = at.left < -1 || at.top < -1 || at.right > innerWidth + 1
      || at.bottom > innerHeight + 1;
    if (out && at.width) found.push([box.tagName, 'outside', at.left, at.top, at.right, at.bottom]);
  }
  return found;
}"""
"""What on the slide that is shown is cut, or stands beyond the window; nothing where all is well."""


def drawn(page: Page, n: int) -> Locator:
    """The slide that is shown, once it is number `n` and its drawing is there."""
    page.wait_for_function(_DRAWN, arg=n, timeout=60_000)
    slide = page.locator(".slide.shown")
    expect(slide.locator(".place b")).to_contain_text(f"{n} / ")
    return slide


def go(page: Page, n: int) -> Locator:
    """Slide `n`, by typing its number."""
    page.keyboard.type(str(n))
    page.keyboard.press("Enter")
    return drawn(page, n)


def colours(canvas: Locator) -> int:
    """How many colours stand on a canvas: a painted map has many."""
    with Image.open(BytesIO(canvas.screenshot())) as picture:
        return len(picture.convert("RGB").getcolors(1 << 24) or [])


def painted(page: Page, slide: Locator) -> Locator:
    """The canvas of the map of a slide, once it is painted."""
    canvas = slide.locator(".map canvas").last
    for _ in range(120):
        if colours(canvas) > 100:
            return canvas
        page.wait_for_timeout(250)
    raise AssertionError("the map stays blank")


def hover(page: Page, mark: Locator) -> Locator:
    """The tooltip over a mark."""
    box = mark.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x - 3, y - 3)
    page.mouse.move(x, y)
    tooltip = page.locator(".tooltip")
    expect(tooltip).to_be_visible()
    return tooltip
