"""Chromium for tests: where it is, how it is started, and where on a map a place is drawn."""

from __future__ import annotations

import math
import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, Playwright

from partnership.figures import figure as figures
from partnership.figures.figure import Listing
from partnership.state import State

FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--enable-unsafe-swiftshader",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WORLD = 512
"""Width of the world in pixels at zoom 0, as deck.gl has it."""


def found() -> str | None:
    """Path of a Chromium on this machine: `CHROMIUM`, the system's own, or Playwright's."""
    asked = os.environ.get("CHROMIUM")
    if asked:
        return shutil.which(asked)
    for name in _NAMES:
        path = shutil.which(name)
        if path:
            return path
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path.home() / ".cache/ms-playwright"))
    own = sorted(cache.glob("chromium*/chrome*/chrome")) + sorted(
        cache.glob("chromium*/chrome*/*headless-shell*")
    )
    return str(own[-1]) if own else None


def launch(playwright: Playwright) -> Browser:
    """A headless Chromium that draws maps in software and asks nobody anything."""
    path = found()
    if path is None:
        raise RuntimeError("no Chromium was found; run: python -m tests.browser.install")
    return playwright.chromium.launch(executable_path=path, headless=True, args=list(FLAGS))


def pixel(
    lon: float, lat: float, view: dict[str, float], width: float, height: float
) -> tuple[float, float]:
    """Where a place is drawn on a canvas of `width` × `height`, from its upper left corner.

    `view` holds `longitude`, `latitude` (of the middle) and `zoom`. Web Mercator, see
    https://deck.gl/docs/developer-guide/views.
    """
    size = WORLD * 2 ** view["zoom"]
    x, y = _world(lon, lat)
    middle_x, middle_y = _world(view["longitude"], view["latitude"])
    return width / 2 + (x - middle_x) * size, height / 2 + (y - middle_y) * size


def _world(lon: float, lat: float) -> tuple[float, float]:
    """Web Mercator of a place, the world being one wide, from its upper left corner."""
    angle = math.radians(lat)
    return (lon + 180) / 360, 0.5 - math.log(math.tan(math.pi / 4 + angle / 2)) / (2 * math.pi)


PAINTED = """box => {
  if (!box) return false;
  const data = box.querySelector('[data-testid="stAlert"], [data-testid="stDataFrame"]');
  const chart = box.querySelector('[data-testid="stVegaLiteChart"]');
  const deck = box.querySelector('[data-testid="stDeckGlJsonChart"]');
  if (chart) {
    const marks = chart.querySelectorAll('svg.marks .mark-group *').length;
    const canvas = chart.querySelector('canvas.marks');
    return marks > 5 || (canvas && canvas.width > 0);
  }
  if (deck) return [...deck.querySelectorAll('canvas')].some(c => c.width > 50 && c.height > 50);
  return !!data || box.innerText.trim().length > 40;
}"""
"""Whether the container of a figure holds what it should: marks, a canvas, a table or words."""


KINDS = {
    "chart": '[data-testid="stVegaLiteChart"]',
    "map": '[data-testid="stDeckGlJsonChart"]',
}
"""What holds a drawing of each kind."""


def kind(figure_id: str) -> str:
    """`chart` or `map`; empty for a figure that is read."""
    drawn = figures.build(figure_id, State()).drawn
    if isinstance(drawn, Listing):
        return ""
    return "chart" if hasattr(drawn, "to_dict") else "map"


def box(page: Page, figure_id: str) -> Locator:
    """The container of a figure on a page."""
    return page.locator(f".st-key-figure-{figure_id.replace('.', '-')}")
