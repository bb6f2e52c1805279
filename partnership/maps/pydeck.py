"""A map that moves, as deck.gl takes it. It can be written in two ways.

`deck` has the marks that are shown and stands alone, for files. `filtered` has all marks whatever
the filters are, and has the browser leave out the others: marks that were sent once stay there.
It has the names of marks too, where its picture has them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

import pydeck as pdk

from partnership import palette, tables
from partnership.maps import names
from partnership.maps.frame import GROUND, View
from partnership.maps.model import Areas, Filters, Line, Lines, Map, Point, Points
from partnership.maps.rows import KEYS, Row, alpha, dots, named, paths, place_names
from partnership.maps.shown import lines, points

_GEOMETRY = "app/static"
"""Address of `data/geometry`: sent once, kept by the browser, left out of every message."""
_PIXELS = pdk.types.String("pixels")
"""Without this wrapper pydeck takes a string for an expression."""
_LEAST_ZOOM, _MOST_ZOOM = 1.0, 11
_ABOVE = -10
"""Pixels from a place to the middle of its name."""
_NAMES = "names"
"""Id of the layer of all names: each such layer has letters of its own to draw."""
TOOLTIP = {
    "html": "<b>{name}</b><br/>{words}",
    "style": {
        "fontFamily": "Source Sans, sans-serif",
        "fontSize": "13px",
        "maxWidth": "320px",
        "backgroundColor": "#1f2731",
        "color": "#fbfaf6",
    },
}
Marks = tuple[Point, ...] | tuple[Line, ...]


class Part(NamedTuple):
    """A layer of deck.gl: its type, its id, how it looks, and how its rows are made of marks."""

    type: str
    id: str
    look: dict[str, Any]
    rows: Callable[[Any, Any], list[Row]]
    marks: Marks


def deck(drawn: Map) -> pdk.Deck:
    """The marks that are shown; a layer without any is left out."""
    shown: list[pdk.Layer] = []
    for layer in drawn.layers:
        if isinstance(layer, Areas):
            shown.append(_areas(layer))
            continue
        marks = points(layer) if isinstance(layer, Points) else lines(layer)
        shown += [
            pdk.Layer(part.type, part.rows(layer, part.marks), id=part.id, **part.look)
            for part in _parts(layer, marks)
        ]
    if rows := place_names(drawn.layers):
        shown.append(pdk.Layer("TextLayer", rows, id=_NAMES, **_TEXT))
    return _deck(drawn, shown)


def filtered(drawn: Map, *, narrow: bool = False) -> tuple[pdk.Deck, dict[str, str]]:
    """All marks, with filters for the browser to apply: a deck whose layers are empty, and the
    rows of these by their ids, as JSON. On a `narrow` screen fewer names have room.
    """
    shown: list[pdk.Layer] = []
    rows: dict[str, str] = {}
    for layer in drawn.layers:
        if isinstance(layer, Areas):
            shown.append(_areas(layer))
        elif layer.chosen:
            shown += _chosen(layer)
        else:
            for part, written in _written(replace(layer, filters=()), tables.package()):
                look = part.look | _filters(part, layer.filters)
                shown.append(pdk.Layer(part.type, [], id=part.id, **look))
                rows[part.id] = written
    for name, found, look in _names(drawn, _NARROW if narrow else 1.0):
        shown.append(pdk.Layer("TextLayer", [], id=name, **look))
        rows[name] = _compact(found)
    return _deck(drawn, shown, controlled=True), rows


def _names(drawn: Map, letters: float) -> Iterator[tuple[str, list[Row], dict[str, Any]]]:
    """The names that its picture has too, in a close view those of all marks that have room."""
    near = (isinstance(drawn.frame, View) and drawn.frame.detailed) or _few(drawn)
    lines = (layer for layer in drawn.layers if isinstance(layer, Lines))
    courses = {layer.id: names.courses(layer, drawn) for layer in lines}
    found = names.placed_on(drawn, courses, near=near, letters=letters)
    for name, bold, look in ((_NAMES, False, {}), ("mark-names", True, _BOLD)):
        rows = [named(row) for row in found if (row["weight"] == "bold") == bold]
        if rows:
            yield name, rows, _TEXT | _BESIDE | look


def _few(drawn: Map) -> bool:
    """Whether nothing is shown that is named at any distance."""
    named = (
        label
        for layer in drawn.layers
        if isinstance(layer, Points) and layer.counted
        for mark in points(layer)
        for label in mark.labels
    )
    return all(label.near for label in named)


@lru_cache(maxsize=64)
def _written(layer: Points | Lines, _package: tables.Package) -> list[tuple[Part, str]]:
    """The layers of deck.gl that a layer becomes, and their rows as JSON. What passes a filter is
    the business of the deck: whatever it is, the rows are the same.
    """
    parts = _parts(layer, layer.marks)
    return [(part, _compact(part.rows(layer, part.marks))) for part in parts]


def _compact(rows: list[Row]) -> str:
    return json.dumps(rows, separators=(",", ":"))


def _deck(drawn: Map, layers: list[pdk.Layer], *, controlled: bool = False) -> pdk.Deck:
    view = drawn.frame
    if not isinstance(view, View):
        raise TypeError("only a map whose frame is a view can be moved")
    return pdk.Deck(
        layers=layers,
        initial_view_state=pdk.ViewState(
            longitude=view.longitude,
            latitude=view.latitude,
            zoom=view.zoom,
            min_zoom=_LEAST_ZOOM,
            max_zoom=_MOST_ZOOM,
        ),
        **({"views": [pdk.View("MapView", controller=_CONTROLLER)]} if controlled else {}),
        map_provider=None,
        tooltip=TOOLTIP,
    )


_CONTROLLER = {
    # The wheel is the page's, which scrolls.
    "scrollZoom": False,
    "dragRotate": False,
    "touchRotate": False,
    "maxBounds": [[GROUND[0], GROUND[1]], [GROUND[2], GROUND[3]]],
}


def _areas(layer: Areas) -> pdk.Layer:
    edge = palette.rgb(layer.edge, alpha(layer.edge_opacity)) if layer.edge else None
    return pdk.Layer(
        "GeoJsonLayer",
        id=layer.id,
        data=f"{_GEOMETRY}/{layer.geometry}.geojson",
        filled=layer.fill is not None,
        stroked=edge is not None,
        get_fill_color=palette.rgb(layer.fill) if layer.fill else [0, 0, 0, 0],
        get_line_color=edge or [0, 0, 0, 0],
        line_width_units=_PIXELS,
        get_line_width=1,
        pickable=False,
    )


def _parts(layer: Points | Lines, marks: Marks) -> Iterator[Part]:
    """The marks of a layer; of points that are only names there are none."""
    if isinstance(layer, Lines):
        if marks:
            yield Part("PathLayer", layer.id, _PATHS, paths, marks)
    elif any(isinstance(mark, Point) and mark.radius for mark in marks):
        yield Part("ScatterplotLayer", layer.id, _DOTS, dots, marks)


def _chosen(layer: Points | Lines) -> list[pdk.Layer]:
    """What the reader chose, which is not picked: the marks under it are."""
    still = {"pickable": False, "auto_highlight": False}
    return [
        pdk.Layer(part.type, part.rows(layer, part.marks), id=part.id, **part.look | still)
        for part in _parts(layer, layer.marks)
    ]


_PICKED = {"pickable": True, "auto_highlight": True}
_PATHS: dict[str, Any] = {
    "get_path": "path",
    "get_color": "c",
    "get_width": "w",
    "width_units": _PIXELS,
    "width_min_pixels": 1,
    "cap_rounded": True,
    "joint_rounded": True,
    **_PICKED,
}
_DOTS: dict[str, Any] = {
    "get_position": "p",
    "get_radius": "r",
    "radius_units": _PIXELS,
    "get_fill_color": "f",
    "get_line_color": "l",
    "get_line_width": "w",
    "line_width_units": _PIXELS,
    "stroked": True,
    "filled": True,
    **_PICKED,
}
_TEXT: dict[str, Any] = {
    "get_position": "p",
    "get_text": "t",
    "get_color": "c",
    "get_size": "s",
    "get_pixel_offset": [0, _ABOVE],
    # A bare "auto" would be taken as an expression, and the layer would fail.
    "character_set": pdk.types.String("auto"),
    "font_family": pdk.types.String("Source Sans, Liberation Sans, sans-serif"),
    "pickable": False,
}
_BESIDE: dict[str, Any] = {"get_pixel_offset": "o", "get_text_anchor": "a"}
_BOLD: dict[str, Any] = {
    "font_weight": 600,
    "background": True,
    "get_background_color": palette.rgb(palette.PAPER.light, 190),
    "background_padding": [3, 1, 3, 1],
}
_NARROW = 2.0
"""How much larger letters are against what a narrow screen shows."""


def _filters(part: Part, filters: Filters) -> dict[str, Any]:
    """The extension that leaves out marks by the keys of their facets; none where all pass, as a
    first paint takes twice as long with it. A filter that lets all pass names all keys there are.
    """
    if not any(filters):
        return {}
    keys = [sorted(set(column)) for column in zip(*(m.facets for m in part.marks), strict=True)]
    passing = [list(chosen) or every for chosen, every in zip(filters, keys, strict=False)]
    return {
        "extensions": [{"@@type": "DataFilterExtension", "categorySize": len(passing)}],
        "get_filter_category": KEYS,
        "filter_categories": passing,
    }
