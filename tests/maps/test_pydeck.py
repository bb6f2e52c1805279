"""Maps that move: what is shown alone for files, all of it with filters for a browser."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from partnership import palette
from partnership.maps import pydeck
from partnership.maps.frame import GROUND, Conic, View
from partnership.maps.model import LEFT, Areas, Dots, Label, Map, Point, Points

_LOOK = Dots(fill=0.8, hollow=0.2, edge=1)
_DOT = Point(
    "a", (60.0, 48.0), "A", palette.ITALY.light, 5, ("fine", "new"), facets=("wind", "open")
)
_OTHER = replace(_DOT, entity_id="b", name="B", filled=False, facets=("solar", "shut"))
_CITY = replace(_DOT, entity_id="c", radius=0, facets=(), labels=(Label("City"),))


def _map(*filters: tuple[str, ...]) -> Map:
    layers = (
        Areas("land", "land", palette.LAND.light, palette.BORDER.light),
        Points("dots", (_DOT, _OTHER), _LOOK, filters=filters),
        Points("cities", (_CITY,), counted=False),
    )
    return Map(View(60, 48, 4, False), layers, 300)


def _layers(deck: Any) -> dict[str, dict[str, Any]]:
    return {layer["id"]: layer for layer in json.loads(deck.to_json())["layers"]}


def test_a_deck_for_files_has_what_is_shown() -> None:
    layers = _layers(pydeck.deck(_map(("solar",), ())))
    assert list(layers) == ["land", "dots", "names"]
    (row,) = layers["dots"]["data"]
    red, green, blue = palette.rgb(palette.ITALY.light)[:3]
    assert (row["id"], row["words"], row["r"], row["w"]) == ("b", "fine · new", 5, 1)
    assert (row["f"], row["l"]) == ([red, green, blue, 51], [red, green, blue, 255])
    assert "extensions" not in layers["dots"]
    assert layers["land"]["data"].endswith("static/land.geojson")
    assert list(_layers(pydeck.deck(_map(("hydro",), ())))) == ["land", "names"]


def test_a_deck_for_a_browser_has_all_rows_beside_it() -> None:
    deck, rows = pydeck.filtered(_map(("solar",), ()))
    layers = _layers(deck)
    assert [row["id"] for row in json.loads(rows["dots"])] == ["a", "b"]
    assert [row["k"] for row in json.loads(rows["dots"])] == [["wind", "open"], ["solar", "shut"]]
    assert layers["dots"]["data"] == []
    assert layers["dots"]["filterCategories"] == [["solar"], ["open", "shut"]]
    assert layers["dots"]["extensions"] == [{"@@type": "DataFilterExtension", "categorySize": 2}]
    assert "extensions" not in layers["mark-names"]
    assert [row["t"] for row in json.loads(rows["mark-names"])] == ["City"]


def test_rows_do_not_depend_on_filters() -> None:
    assert pydeck.filtered(_map())[1] == pydeck.filtered(_map(("solar",), ("shut",)))[1]


def test_plans_have_a_form_of_their_own() -> None:
    marks = (_DOT, replace(_DOT, status="planned"))
    (layer,) = (la for la in _map().layers if la.id == "dots")
    drawn = replace(_map(), layers=(replace(layer, marks=marks),))  # type: ignore[arg-type]
    there, planned = _layers(pydeck.deck(drawn))["dots"]["data"]
    assert there["f"][:3] == palette.rgb(palette.ITALY.light)[:3]
    assert planned["f"][:3] == palette.rgb(palette.PAPER.light)[:3]


def test_names_stand_where_its_picture_has_them_and_others_from_near() -> None:
    far, near = Label("Far", 3, gap=9), Label("Near", 7, near=True)
    east = replace(_OTHER, position=(62.0, 48.0), labels=(near,))
    marks = (replace(_DOT, labels=(far,)), east)
    chosen = Points("chosen", (replace(_DOT, labels=(Label("A", sides=(LEFT,)),)),), counted=False)
    (dots,) = (la for la in _map().layers if la.id == "dots")
    layers = (replace(dots, marks=marks), replace(chosen, chosen=True))  # type: ignore[arg-type]
    drawn = replace(_map(), layers=layers)
    deck, rows = pydeck.filtered(drawn)
    assert [(r["t"], r["a"]) for r in json.loads(rows["mark-names"])] == [
        ("A", "end"),
        ("Far", "start"),
    ]
    assert list(_layers(deck)) == ["dots", "chosen", "mark-names"]
    assert not _layers(deck)["chosen"]["pickable"]
    _, close = pydeck.filtered(replace(drawn, frame=View(60, 48, 4, True)))
    assert [r["t"] for r in json.loads(close["mark-names"])] == ["A", "Far", "Near"]
    alone = replace(drawn, layers=(replace(dots, marks=(east,)),))  # type: ignore[arg-type]
    assert [r["t"] for r in json.loads(pydeck.filtered(alone)[1]["mark-names"])] == ["Near"]


def test_a_reader_cannot_move_a_map_to_where_there_is_no_ground() -> None:
    deck, _ = pydeck.filtered(_map())
    (view,) = json.loads(deck.to_json())["views"]
    west, south, east, north = GROUND
    assert view["controller"]["maxBounds"] == [[west, south], [east, north]]
    assert view["controller"]["scrollZoom"] is False


def test_a_still_map_has_no_deck() -> None:
    with pytest.raises(TypeError, match="view"):
        pydeck.deck(replace(_map(), frame=Conic(66, (42, 54))))
