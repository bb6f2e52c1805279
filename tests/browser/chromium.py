"""Chromium for tests: where it is, how it is started, and where on a map a place is drawn."""

from __future__ import annotations

import math
import os
import re
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, Playwright, expect

from partnership.figures import figure as figures
from partnership.figures.figure import Listing
from partnership.language.readable import Table
from partnership.maps.model import Map
from partnership.state import State

FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--enable-unsafe-swiftshader",
    # Maps are painted in software; to put the page together in it as well would only cost time.
    "--disable-gpu-compositing",
    # Letters stand as far apart as on a desk.
    "--font-render-hinting=none",
)
SHELL = "chromium-headless-shell"
"""Chromium without the windows of a desk: it opens a page in three quarters of the time."""
_NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
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


KINDS = {
    "chart": '[data-testid="stVegaLiteChart"]',
    "map": '[data-testid="stDeckGlJsonChart"]',
}
"""What holds a drawing of each kind."""


def kind(figure_id: str, state: State) -> str:
    """`chart` or `map`; empty for a figure that is read, or has nothing to show."""
    figure = figures.build(figure_id, state)
    if isinstance(figure.drawn, Listing | Table) or figure.table.empty:
        return ""
    return "map" if isinstance(figure.drawn, Map) and figure.drawn.moves else "chart"


def box(page: Page, figure_id: str) -> Locator:
    """The container of a figure on a page."""
    return page.locator(f".st-key-figure-{figure_id.replace('.', '-')}")


def repainted(page: Page, canvas: Locator, before: bytes) -> None:
    """Wait until a canvas shows something else than the picture `before`."""
    for _ in range(240):
        if canvas.screenshot() != before:
            return
        page.wait_for_timeout(250)
    raise AssertionError("the canvas stays as it was")


_MARKS = "svg => svg.querySelectorAll('.mark-group *').length > 5"


def painted(page: Page, figure_id: str, state: State) -> Locator:
    """The container of a figure once it holds what it must: marks, a canvas, a table or words."""
    container = box(page, figure_id)
    expect(container).to_be_visible()
    drawn = kind(figure_id, state)
    if drawn == "chart":
        svg = container.locator("svg.marks").first
        svg.wait_for(timeout=90_000)
        page.wait_for_function(_MARKS, arg=svg.element_handle(), timeout=90_000)
    elif drawn == "map":
        container.locator(KINDS["map"]).locator("canvas").last.wait_for(timeout=90_000)
    else:
        expect(container.get_by_test_id("stSkeleton")).to_have_count(0, timeout=90_000)
        expect(container).to_contain_text(re.compile(r"\w{3}[\s\S]{37}"))
    return container
