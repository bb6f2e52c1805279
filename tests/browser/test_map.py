"""The map: painted, clicked and filtered; what is chosen is marked and in view."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, FloatRect, Locator, Page, ViewportSize, expect

from partnership import palette, tables
from partnership.figures import figure as figures
from partnership.figures.assets import marks
from partnership.figures.assets.views import LOOKS
from partnership.language import texts
from partnership.maps.frame import Air, fitted
from partnership.state import KIND_GROUPS, State
from partnership.ui.panels.atlas import stage
from tests.browser import chromium
from tests.browser.conftest import DESK, Open, settle
from tests.serving import Server

PHONE = ViewportSize(width=390, height=844)
T = texts.in_language("en")


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


def _box(locator: Locator) -> FloatRect:
    found = locator.bounding_box()
    assert found
    return found


def test_the_canvas_is_not_blank(open_page: Open) -> None:
    _painted(open_page("map"))


def test_the_map_takes_most_of_the_window(open_page: Open) -> None:
    box = _box(_painted(open_page("map")))
    wide = min(box["x"] + box["width"], DESK["width"]) - max(box["x"], 0)
    tall = min(box["y"] + box["height"], DESK["height"]) - max(box["y"], 0)
    assert wide * tall >= 0.55 * DESK["width"] * DESK["height"]


def _place(asset_id: str) -> tuple[float, float]:
    assets = tables.load("assets").set_index("asset_id")
    return float(assets.at[asset_id, "lon"]), float(assets.at[asset_id, "lat"])


def _pixel(canvas: Locator, place: tuple[float, float], *, card: bool) -> tuple[float, ...]:
    """Where a place is drawn in the view of the Caspian, or with its card open in the middle."""
    box = _box(canvas)
    size = (box["width"], box["height"])
    near = all(abs(a / b - 1) <= 0.08 for a, b in zip(size, stage.DESK, strict=True))
    air = Air(stage.LEGEND, stage.BAR, stage.CARD if card else stage.AIR, stage.BAR)
    wanted = (*place, *place) if card else LOOKS["caspian"].box
    view = fitted(wanted, stage.DESK if near else size, air, closest=stage.CLOSE)
    camera = {"longitude": view.longitude, "latitude": view.latitude, "zoom": view.zoom}
    x, y = chromium.pixel(*place, camera, box["width"], box["height"])
    return box["x"] + x, box["y"] + y


def _hover(page: Page, x: float, y: float, name: str) -> Locator:
    """Move the pointer until the map, which may still be busy painting, answers with its name."""
    tooltip = page.locator(".deck-tooltip", has_text=name).locator("visible=true")
    for _ in range(60):
        page.mouse.move(x - 3, y - 3)
        page.mouse.move(x, y)
        page.wait_for_timeout(500)
        if tooltip.count():
            return tooltip.first
    raise AssertionError(f"nothing on the map says {name}")


_BUSY = """() => addEventListener('pointerdown', () => {
  const end = performance.now() + 400;
  while (performance.now() < end);
})"""
"""A machine that looks up what is under the pointer for longer than a click may last."""


def test_a_click_opens_the_card_and_one_on_the_ground_closes_it(open_page: Open) -> None:
    page = open_page("map?view=caspian")
    canvas = _painted(page)
    x, y = _pixel(canvas, _place("kashagan"), card=False)
    _hover(page, x, y, "Kashagan")
    page.evaluate(_BUSY)
    page.mouse.click(x, y)
    page.wait_for_url(re.compile("asset=kashagan"))
    card = page.locator(".st-key-card")
    expect(card).to_contain_text("Kashagan")
    expect(card).to_contain_text("Eni 16.81")
    expect(page.locator(".st-key-asset input")).to_have_value("Kashagan")
    expect(chromium.box(page, "map.card")).to_contain_text("16.81")
    settle(page)
    left, top = _pixel(canvas, (50.2, 43.8), card=False)
    page.mouse.move(left, top)
    page.wait_for_timeout(500)
    page.mouse.click(left, top)
    expect(card).to_have_count(0)
    expect(page).not_to_have_url(re.compile("asset="))


def test_an_asset_of_the_address_is_marked_and_in_view(open_page: Open) -> None:
    page = open_page("map?asset=zhanaozen_hybrid")
    canvas = _painted(page)
    x, y = _pixel(canvas, _place("zhanaozen_hybrid"), card=True)
    _hover(page, x, y, "Zhanaozen")
    page.mouse.move(5, 5)
    box = _box(canvas)
    with Image.open(BytesIO(canvas.screenshot())) as picture:
        across = round(x - box["x"]), round(y - box["y"])
        ink = tuple(palette.rgb(palette.INK.light)[:3])
        row = [
            picture.convert("RGB").getpixel((across[0] + step, across[1]))
            for step in range(-40, 41)
        ]
    dark = [step for step, seen in zip(range(-40, 41), row, strict=True) if _near(seen, ink)]
    assert min(dark) < -8
    assert max(dark) > 8


def _near(one: object, other: tuple[int, ...]) -> bool:
    return isinstance(one, tuple) and all(abs(a - b) < 24 for a, b in zip(one, other, strict=True))


def test_a_link_to_an_asset_without_a_place_opens_its_card(open_page: Open) -> None:
    page = open_page("map?asset=isatay_block")
    expect(page.locator(".st-key-card")).to_contain_text("Isatay")


def test_the_wheel_scrolls_the_page_and_the_buttons_zoom(open_page: Open) -> None:
    page = open_page("map?asset=kashagan")
    canvas = _painted(page)
    box = _box(canvas)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] - 90)
    page.mouse.wheel(0, 300)
    page.wait_for_timeout(800)
    assert _box(canvas)["y"] < box["y"] - 50
    page.mouse.wheel(0, -600)
    page.wait_for_timeout(800)
    before = canvas.screenshot()
    page.get_by_label(T("Zoom in")).click()
    chromium.repainted(page, canvas, before)
    page.wait_for_timeout(800)
    closer = canvas.screenshot()
    page.get_by_label(T("Show all of this view")).click()
    settle(page)
    chromium.repainted(page, canvas, closer)


def test_no_tooltip_is_cut_at_the_edge(open_page: Open) -> None:
    page = open_page("map?kind=corridor")
    canvas = _painted(page)
    box = _box(canvas)
    right = box["x"] + box["width"]
    tip = page.locator(".deck-tooltip").locator("visible=true")
    found: list[float] = []
    rows = range(round(box["y"]) + 330, round(box["y"] + box["height"]) - 150, 5)
    for x, y in ((right - away, y) for away in (64, 110, 160) for y in rows if not found):
        page.mouse.move(x, y)
        page.wait_for_timeout(60)
        if tip.count():
            page.wait_for_timeout(120)
            seen = _box(tip.first)
            found.append(seen["x"] + seen["width"])
    assert found, "no mark lies near the edge"
    assert max(found) <= right


def _counts(page: Page) -> dict[str, int]:
    """What the legend counts for each kind."""
    pills = page.locator(".st-key-kind button")
    expect(pills.first).to_be_visible()
    labels = (" ".join(one.split()) for one in pills.all_inner_texts())
    pairs = (re.fullmatch(r"(.+) ([\d,]+)", one) for one in labels)
    return {p[1]: int(p[2].replace(",", "")) for p in pairs if p}


def test_the_sector_filter_changes_map_and_counts_alike(open_page: Open) -> None:
    page = open_page("map")
    before = _painted(page).screenshot()
    whole = figures.build("map.table", State())
    assert sum(_counts(page).values()) == len(whole.table)
    page.locator(".st-key-sector button", has_text="Minerals").click()
    expect(page).to_have_url(re.compile("sector=minerals"))
    settle(page)
    minerals = figures.build("map.table", State(sector=("minerals",)))
    assert 0 < len(minerals.table) < len(whole.table)
    assert sum(_counts(page).values()) == len(minerals.table)
    chromium.repainted(page, _painted(page), before)


def test_the_legend_has_the_colours_of_the_marks_and_filters(open_page: Open) -> None:
    page = open_page("map?kind=wind_solar")
    _painted(page)
    groups = {group.words: group for group in marks.groups(T)}
    assert len(_counts(page)) == len(KIND_GROUPS)
    for n, words in enumerate(_counts(page)):
        button = page.locator(".st-key-kind button").nth(n)
        edge = button.evaluate("b => getComputedStyle(b, '::before').borderTopColor")
        red, green, blue = palette.rgb(groups[words].colour)[:3]
        assert edge == f"rgb({red}, {green}, {blue})", words
    page.locator(".st-key-kind button", has_text="Deposits").click()
    expect(page).to_have_url(re.compile("kind=wind_solar&kind=deposits"))


def test_a_row_of_the_table_opens_the_card(open_page: Open) -> None:
    page = open_page("map?form=table&sector=renewables")
    table = figures.build("map.table", State(sector=("renewables",)))
    rows = chromium.box(page, "map.table").locator("table tbody tr")
    expect(rows).to_have_count(len(table.table))
    expect(rows.first).to_contain_text("Zhanaozen")
    rows.first.click()
    expect(page).to_have_url(re.compile("asset=zhanaozen_hybrid"))
    expect(page.locator(".st-key-card")).to_contain_text("247 MW")
    expect(rows.first).to_have_attribute("aria-current", "true")


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[Open]:
    """A reader with a telephone."""
    with browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as new:
        new.set_default_timeout(90_000)

        def go(path: str) -> Page:
            page = new.new_page()
            page.goto(f"{server.url}/{path}")
            settle(page)
            return page

        yield go


def test_the_card_lies_at_the_foot_of_a_telephone(phone: Open) -> None:
    page = phone("map?asset=kashagan")
    _painted(page)
    card = _box(page.locator(".st-key-card"))
    assert card["y"] + card["height"] == pytest.approx(PHONE["height"], abs=1)
    assert card["height"] <= 0.45 * PHONE["height"] + 1
    name = _box(page.locator(".mapcard h3"))
    assert card["y"] <= name["y"] <= PHONE["height"]
    canvas = _canvas(page)
    assert canvas.evaluate("c => getComputedStyle(c).touchAction") == "pan-y"
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]
