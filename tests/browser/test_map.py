"""The map: painted, clicked and filtered."""

from __future__ import annotations

import re
from io import BytesIO

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from partnership import tables
from partnership.figures import figure as figures
from partnership.figures.assets.views import VIEWS
from partnership.state import KIND_GROUPS, State
from tests.browser import chromium
from tests.browser.conftest import Open, settle


def _canvas(page: Page) -> Locator:
    return chromium.painted(page, "map.assets", State()).locator("canvas").last


def _colours(canvas: Locator) -> int:
    """How many colours stand on the map."""
    with Image.open(BytesIO(canvas.screenshot())) as picture:
        return len(picture.convert("RGB").getcolors(1 << 24) or [])


def _painted(page: Page) -> Locator:
    canvas = _canvas(page)
    for _ in range(240):
        if _colours(canvas) > 100:
            return canvas
        page.wait_for_timeout(250)
    raise AssertionError("the map stays blank")


def test_the_canvas_is_not_blank(open_page: Open) -> None:
    _painted(open_page("map"))


def _place(asset_id: str) -> tuple[float, float]:
    assets = tables.load("assets").set_index("asset_id")
    return float(assets.at[asset_id, "lon"]), float(assets.at[asset_id, "lat"])


def _hover(page: Page, x: float, y: float, name: str) -> None:
    """Move the pointer until the map, which may still be busy painting, answers with its name."""
    tooltip = page.locator(".deck-tooltip", has_text=name).locator("visible=true")
    for _ in range(60):
        page.mouse.move(x - 3, y - 3)
        page.mouse.move(x, y)
        page.wait_for_timeout(500)
        if tooltip.count():
            return
    raise AssertionError(f"nothing on the map says {name}")


def test_a_click_on_kashagan_opens_its_card(open_page: Open) -> None:
    page = open_page("map?view=caspian")
    canvas = _painted(page)
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box
    view = VIEWS["caspian"]
    camera = {"longitude": view.longitude, "latitude": view.latitude, "zoom": view.zoom}
    x, y = chromium.pixel(*_place("kashagan"), camera, box["width"], box["height"])
    _hover(page, box["x"] + x, box["y"] + y, "Kashagan")
    page.mouse.click(box["x"] + x, box["y"] + y)
    expect(page).to_have_url(re.compile("asset=kashagan"))
    expect(page.locator(".st-key-card")).to_contain_text("Kashagan")
    expect(page.locator(".st-key-asset input")).to_have_value("Kashagan")
    expect(page.locator(".st-key-card")).to_contain_text("16.81")


def _counts(page: Page) -> dict[str, int]:
    """What the legend counts for each kind."""
    pills = page.locator(".st-key-kind button")
    expect(pills.first).to_be_visible()
    labels = pills.all_inner_texts()
    pairs = (re.fullmatch(r"(.+) ([\d,]+)", one.strip()) for one in labels)
    return {p[1]: int(p[2].replace(",", "")) for p in pairs if p}


def test_the_sector_filter_changes_map_table_and_counts_alike(open_page: Open) -> None:
    page = open_page("map")
    before = _painted(page).screenshot()
    whole = figures.build("map.table", State())
    assert sum(_counts(page).values()) == len(whole.table)
    page.locator(".st-key-sector button", has_text="Minerals").click()
    expect(page).to_have_url(re.compile("sector=minerals"))
    settle(page)
    minerals = figures.build("map.table", State(sector=("minerals",)))
    assert 0 < len(minerals.table) < len(whole.table)
    expect(chromium.box(page, "map.assets")).to_contain_text(f"{len(minerals.table)} assets")
    rows = chromium.box(page, "map.table").locator("table tbody tr")
    expect(rows).to_have_count(len(minerals.table))
    assert sum(_counts(page).values()) == len(minerals.table)
    chromium.repainted(page, _painted(page), before)


def test_the_legend_filters(open_page: Open) -> None:
    page = open_page("map?kind=wind_solar")
    table = figures.build("map.table", State(kind=("wind_solar",))).table
    expect(chromium.box(page, "map.assets")).to_contain_text(f"{len(table)} assets")
    assert len(_counts(page)) <= len(KIND_GROUPS)
    assert max(_counts(page).values()) >= len(table)
