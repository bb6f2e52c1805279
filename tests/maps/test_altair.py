"""Still maps: the view, colours and sizes of the screen, names that can be read, small files."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from partnership import palette
from partnership.export import chart
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.figures.assets.views import VIEWS as LOOKS
from partnership.language import texts
from partnership.maps import ground
from partnership.maps.frame import HEIGHT, WIDTH, Conic, Frame
from partnership.maps.model import RIGHT, Label, Map
from partnership.maps.names import Box, placed
from partnership.state import State
from tests import spec
from tests.browser import chromium

T = texts.in_language("en")
EARTH = Frame(-60.0, -30.0, 60.0, 30.0)
VIEWS = pytest.mark.parametrize("view", LOOKS)
HEAVIEST = 1_500_000
"""Most bytes of an SVG that a mail or a slide takes along without anyone noticing."""


def _drawn(state: State, width: int = 900, height: int | None = None) -> dict[str, Any]:
    return chart.specification(figures.build("map.assets", state), width, height)


def _dots(specification: dict[str, Any]) -> list[dict[str, Any]]:
    rows = [row for view in spec.views(specification) for row in view.rows if "ring" in row]
    return sorted(rows, key=lambda row: (row["name"], row["lon"], row["size"]))


def _named(specification: dict[str, Any]) -> dict[str, dict[str, Any]]:
    rows = (row for view in spec.views(specification) for row in view.rows)
    return {row["words"]: row for row in rows if "align" in row}


@VIEWS
def test_a_picture_shows_what_the_deck_shows_at_a_desk(view: str) -> None:
    look = LOOKS[view]
    frame = look.frame()
    zoom = math.log2(850 / (frame.east - frame.west) * 360 / chromium.WORLD)
    assert zoom == pytest.approx(look.zoom, abs=0.01 if look.detailed else 0.3)
    where = {"longitude": look.longitude, "latitude": look.latitude, "zoom": zoom}
    for lon, lat in ((frame.west, frame.north), (frame.east, frame.south), (50.0, 45.0)):
        x, y = chromium.pixel(lon, lat, where, 850, 384)
        own_x, own_y = frame.pixel(lon, lat)
        scale = HEIGHT / 384
        assert own_x == pytest.approx(WIDTH / 2 + (x - 425) * scale, abs=0.5)
        assert own_y == pytest.approx(y * scale, abs=0.5)


def test_names_are_placed_where_vega_draws() -> None:
    frame = LOOKS["caspian"].frame()
    drawn = figures.build("map.assets", State(view="caspian"))
    bare = json.loads(drawings.specification(drawn.drawn))
    bare |= {"width": WIDTH, "height": HEIGHT, "padding": 0}
    svg = chart.svg(bare)
    texts_at = re.findall(r"<text[^>]*translate\(([-\d.]+),([-\d.]+)\)[^>]*>([^<]+)", svg)
    at = {words: (float(x), float(y)) for x, y, words in texts_at}
    for words in ("Kashagan", "Aral Sea", "Atyrau"):
        row = _named(bare)[words]
        x, y = frame.pixel(row["lon"], row["lat"])
        assert at[words][0] == pytest.approx(x + row["dx"], abs=1.0)
        assert at[words][1] == pytest.approx(y + row["dy"], abs=6.0)


@VIEWS
def test_colours_sizes_and_hollow_dots_are_those_of_the_deck(view: str) -> None:
    state = State(view=view)
    figure = figures.build("map.assets", state)
    assert isinstance(figure.drawn, Map)
    deck = [
        row
        for layer in json.loads(drawings.deck(figure.drawn).text)["layers"]
        if layer["id"] in ("points", "plants", "italian")
        for row in layer["data"]
    ]
    deck.sort(key=lambda row: (row["name"], row["p"][0], row["r"]))
    for dot, row in zip(_dots(_drawn(state)), deck, strict=True):
        assert dot["name"] == row["name"]
        assert palette.rgb(dot["fill"])[:3] == row["f"][:3]
        assert palette.rgb(dot["edge"]) == row["l"]
        assert dot["ring"] == row["w"]
        assert dot["shade"] == pytest.approx(row["f"][3] / 255, abs=0.01)
        assert math.sqrt(dot["size"]) / 2 == pytest.approx(row["r"])


@VIEWS
@pytest.mark.parametrize("italian", [False, True])
def test_every_view_is_small_enough_and_says_what_its_signs_mean(view: str, italian: bool) -> None:
    state = State(view=view, italian=italian)
    svg = chart.svg(_drawn(state, 800, 330))
    assert len(svg.encode()) < HEAVIEST
    assert 'width="800" height="330"' in svg
    for words in (T("Fields"), T("Italian-held"), T("Size not known")):
        assert f">{words}<" in svg
    assert (f">{T('Deposits')}<" in svg) == (not italian)


@pytest.mark.parametrize("figure_id", ["corridor.map", "map.assets", "minerals.map"])
def test_a_browser_draws_one_key(figure_id: str) -> None:
    """It draws one a channel where these are shared with layers that have no scale for them."""
    figure = figures.build(figure_id, State())
    assert isinstance(figure.drawn, Map)
    drawn = drawings.still(figure.drawn).to_dict()
    (keyed,) = (one for one in drawn["layer"] if "legend" in json.dumps(one.get("encoding")))
    assert drawn["resolve"]["scale"] == dict.fromkeys(keyed["encoding"], "independent")


def test_the_giants_are_named_and_so_are_seas_and_cities() -> None:
    assert {"Kashagan", "Karachaganak", "CPC", "BTC", "Black Sea", "Moscow"} <= _named(
        _drawn(State())
    ).keys()
    assert {"Kashagan", "Tengiz", "Caspian Sea", "Atyrau"} <= _named(
        _drawn(State(view="caspian"))
    ).keys()


def test_filters_hold() -> None:
    assert not _dots(_drawn(State(sector=("transport",), kind=("tankers",))))
    minerals = _dots(_drawn(State(sector=("minerals",))))
    assert {dot["fill"] for dot in minerals} == {palette.SECTOR["minerals"].light}


def test_nothing_on_the_map_is_a_picture_too() -> None:
    figure = figures.build("map.assets", State(sector=("diplomacy",)))
    assert figure.table.empty
    assert "<svg" in chart.svg(chart.specification(figure, 900))


def _placed(*labels: Label, taken: Iterable[Box] = ()) -> list[dict[str, Any]]:
    return placed(((label, label.places) for label in labels), taken, EARTH)


def test_names_make_way_for_each_other() -> None:
    one = Label("One", places=((0.0, 0.0),), gap=5)
    rows = _placed(one, replace(one, words="Two"))
    assert [(r["words"], r["align"]) for r in rows] == [("One", "left"), ("Two", "right")]
    assert len(_placed(*(replace(one, words=str(n), gap=9) for n in range(9)))) == 4
    whole = (0.0, 0.0, float(WIDTH), float(HEIGHT))
    assert not _placed(one, taken=[whole])


def test_the_lowest_rank_has_the_first_choice() -> None:
    late = Label("Late", 2, places=((0.0, 0.0),), sides=(RIGHT,))
    rows = _placed(late, replace(late, words="Soon", rank=1))
    assert [r["words"] for r in rows] == ["Soon"]


def test_a_name_stays_inside_or_is_left_out() -> None:
    edge = Label("At the edge", places=((59.9, 0.0),), gap=5)
    assert [r["align"] for r in _placed(edge)] == ["right"]
    assert not _placed(replace(edge, places=((0.0, 80.0),)))
    assert not _placed(replace(edge, words="long" * 200))
    second = replace(edge, places=((0.0, 80.0), (10.0, 10.0)))
    assert [r["lon"] for r in _placed(second)] == [10.0]


@pytest.mark.parametrize("name", ["land", "land_detail", "water_detail"])
def test_outer_rings_are_clockwise_or_land_becomes_sea(name: str) -> None:
    view = LOOKS["kazakhstan"]
    features = ground.features(name, view)
    west, south, east, north = view.frame().around()
    assert features
    for feature in features:
        for polygon in feature["geometry"]["coordinates"]:
            assert _turn(polygon[0]) < 0
            for x, y in polygon[0]:
                assert west <= x <= east
                assert south <= y <= north


def test_land_of_small_maps_does_not_end_in_a_straight_shore() -> None:
    tops = [
        max(y for polygon in f["geometry"]["coordinates"] for _, y in polygon[0])
        for f in ground.features("land", Conic(52, (36, 54)))
    ]
    assert not [y for y in tops if 61.9 < y < 70]
    assert max(tops) > 70


def _turn(ring: Any) -> float:
    """Twice the area of a ring, negative where it runs clockwise."""
    return float(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)))


@pytest.mark.parametrize("name", ["land", "water", "regions"])
@pytest.mark.parametrize("box", [None, (20.0, 28.0, 118.0, 66.0)])
def test_no_ring_of_a_small_map_is_empty_or_the_wrong_way_round(name: str, box: Any) -> None:
    """A ring without an area has no way round: Vega may fill all the world but it."""
    features = ground.features(name, Conic(66, (42, 53), None, box))
    assert features
    for feature in features:
        for outer, *holes in feature["geometry"]["coordinates"]:
            assert _turn(outer) < 0
            assert all(_turn(hole) > 0 for hole in holes)


def test_on_a_telephone_little_is_above_and_below_a_low_box() -> None:
    corridor, whole = (figures.build(i, State()) for i in ("corridor.map", "companies.map"))
    _, at_a_desk = chart.size(chart.svg(chart.specification(corridor, 900)))
    _, narrow = chart.size(chart.svg(chart.specification(corridor, 350)))
    assert at_a_desk == corridor.height > 1.3 * narrow
    # What is in no box keeps its height.
    assert chart.size(chart.svg(chart.specification(whole, 350)))[1] == whole.height
