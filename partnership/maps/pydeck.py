"""A map that moves, as deck.gl takes it. It can be written in two ways.

`deck` has the marks that are shown and stands alone, for files. `filtered` has all marks whatever
the filters are, and has the browser leave out the others: marks that were sent once stay there.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

import pydeck as pdk

from partnership import palette, tables
from partnership.maps.frame import View
from partnership.maps.model import Areas, Filters, Line, Lines, Map, Point, Points
from partnership.maps.rows import KEYS, Row, alpha, dots, paths, place_names
from partnership.maps.shown import lines, points

_GEOMETRY = "app/static"
"""Address of `data/geometry`: sent once, kept by the browser, left out of every message."""
_PIXELS = pdk.types.String("pixels")
"""Without this wrapper pydeck takes a string for an expression."""
_LEAST_ZOOM, _MOST_ZOOM = 1.5, 11
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


class Part(NamedTuple):
    """A layer of deck.gl: its type, its id, how it looks, and how its rows are made of marks."""

    type: str
    id: str
    look: dict[str, Any]
    rows: Callable[[Any, Any], list[Row]]


Marks = tuple[Point, ...] | tuple[Line, ...]


def deck(drawn: Map) -> pdk.Deck:
    """The marks that are shown; a layer without any is left out."""
    shown: list[pdk.Layer] = []
    for layer in drawn.layers:
        if isinstance(layer, Areas):
            shown.append(_areas(layer))
            continue
        marks = points(layer) if isinstance(layer, Points) else lines(layer)
        part = _part(layer)
        if part is not None and (rows := part.rows(layer, marks)):
            shown.append(pdk.Layer(part.type, rows, id=part.id, **part.look))
    if rows := place_names(drawn.layers):
        shown.append(pdk.Layer("TextLayer", rows, id=_NAMES, **_TEXT))
    return _deck(drawn, shown)


def filtered(drawn: Map) -> tuple[pdk.Deck, dict[str, str]]:
    """All marks, with filters for the browser to apply: a deck whose layers are empty, and the
    rows of these by their ids, as JSON.
    """
    shown: list[pdk.Layer] = []
    rows: dict[str, str] = {}
    for layer in drawn.layers:
        if isinstance(layer, Areas):
            shown.append(_areas(layer))
            continue
        part = _part(layer)
        if part is not None:
            filters = _filters(layer.marks, layer.filters)
            shown.append(pdk.Layer(part.type, [], id=part.id, **part.look, **filters))
            # What passes is the business of the deck: whatever it is, the rows are the same.
            rows[part.id] = _written(replace(layer, filters=()), tables.package())
    if names := place_names(drawn.layers):
        shown.append(pdk.Layer("TextLayer", [], id=_NAMES, **_TEXT))
        rows[_NAMES] = _compact(names)
    return _deck(drawn, shown), rows


@lru_cache(maxsize=64)
def _written(layer: Points | Lines, _package: tables.Package) -> str:
    part = _part(layer)
    return _compact(part.rows(layer, layer.marks) if part else [])


def _compact(rows: list[Row]) -> str:
    return json.dumps(rows, separators=(",", ":"))


def _deck(drawn: Map, layers: list[pdk.Layer]) -> pdk.Deck:
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
        map_provider=None,
        tooltip=TOOLTIP,
    )


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


def _part(layer: Points | Lines) -> Part | None:
    """The marks of a layer; of points that are only names there are none."""
    if isinstance(layer, Lines):
        return Part("PathLayer", layer.id, _PATHS, paths) if layer.marks else None
    if any(mark.radius for mark in layer.marks):
        return Part("ScatterplotLayer", layer.id, _DOTS, dots)
    return None


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


def _filters(marks: Marks, filters: Filters) -> dict[str, Any]:
    """The extension that leaves out marks by the keys of their facets; none where all pass, as a
    first paint takes twice as long with it. A filter that lets all pass names all keys there are.
    """
    if not any(filters):
        return {}
    keys = [sorted(set(column)) for column in zip(*(m.facets for m in marks), strict=True)]
    passing = [list(chosen) or every for chosen, every in zip(filters, keys, strict=False)]
    return {
        "extensions": [{"@@type": "DataFilterExtension", "categorySize": len(passing)}],
        "get_filter_category": KEYS,
        "filter_categories": passing,
    }
