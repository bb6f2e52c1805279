"""A presentation in the browser: when a slide is there, and what of it is cut."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from partnership.decks.deck import Deck, Slide
from partnership.state import State

HOSTILE = "</script><script>alert(1)</script> <!-- \"'& 🛢️ مرحبا"
SAVED = Deck(
    HOSTILE,
    (
        Slide("stakes.kashagan", headline=HOSTILE, notes=HOSTILE),
        Slide("trade.to_italy", State(from_year=2010), headline="What Italy buys"),
        Slide("map.assets", State(view="italy")),
        Slide("overview.numbers"),
        Slide("map.assets", State(view="caspian"), headline="Again"),
        Slide("claims.evidence"),
    ),
)
"""The presentation of the fixture `saved`: two maps, charts and words."""
SIZES = ((1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (390, 844))

_DRAWN = "n => document.querySelector('.stage')?.dataset.drawn === String(n)"
CUT = """() => {
  const slide = document.querySelector('.slide.shown');
  const found = [];
  const texts = 'h1, .subtitle, .chips, .chips li, .notices, .drawing, .content li, .content td,'
    + ' .why, .finding, footer, .source, .place';
  const boxes = [document.documentElement, document.body, slide, ...slide.querySelectorAll(texts)];
  for (const box of boxes) {
    const name = box.className || box.tagName;
    const [high, wide] = [box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth];
    if (high > 1 + box.clientHeight / 50) found.push([name, 'high', high]);
    if (wide > 1) found.push([name, 'wide', wide]);
  }
  for (const box of slide.querySelectorAll('*')) {
    if (box.closest('svg') && box.tagName !== 'svg' && box.tagName !== 'text') continue;
    if (+getComputedStyle(box).opacity === 0) continue;
    const at = box.getBoundingClientRect();
    const picture = box.tagName === 'text' && box.closest('svg').getBoundingClientRect();
    const room = picture || {left: 0, top: 0, right: innerWidth, bottom: innerHeight};
    // Letters are lower than the line that they stand in.
    const [wide, high] = picture ? [2, 4] : [1, 1];
    const out = at.left < room.left - wide || at.right > room.right + wide
      || at.top < room.top - high || at.bottom > room.bottom + high;
    if (out && at.width) found.push([box.textContent.slice(0, 80), box.tagName, 'outside']);
  }
  return found;
}"""
"""What on the slide that is shown is cut or stands beyond the window. Ink may leave its line."""


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
    return tooltip(page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def tooltip(page: Page, x: float, y: float) -> Locator:
    """The tooltip at a place. The pointer moves until a drawing that is busy answers it."""
    found = page.locator(".tooltip")
    for _ in range(120):
        page.mouse.move(x - 3, y - 3)
        page.mouse.move(x, y)
        page.wait_for_timeout(50)
        if found.is_visible():
            return found
        page.wait_for_timeout(200)
    raise AssertionError("nothing there tells of itself")
