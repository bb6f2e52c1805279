"""A map that moves, as deck.gl takes it. It can be written in two ways.

`deck` has the marks that are shown and stands alone, for files. `filtered` has all marks whatever
the filters are, and has the browser leave out the others: marks that were sent once stay there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pydeck as pdk

from partnership import palette, tables
from partnership.maps.frame import View
from partnership.maps.model import Areas, Filters, Layer, Line, Lines, Map, Point, Points
from partnership.maps.model import lines as lines_of
from partnership.maps.model import points as points_of

_GEOMETRY = "app/static"
"""Address of `data/geometry`: sent once, kept by the browser, left out of every message."""
_PIXELS = pdk.types.String("pixels")
"""Without this wrapper pydeck takes a string for an expression."""
_LEAST_ZOOM, _MOST_ZOOM = 1.5, 11
_ABOVE = -10
"""Pixels from a place to the middle of its name."""
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


def deck(drawn: Map) -> pdk.Deck:
    """The marks that are shown; a layer without any is left out."""
    return _deck(drawn, [one for layer in drawn.layers for one in _layers(layer, whole=False)])


def filtered(drawn: Map) -> pdk.Deck:
    """All marks, with filters for the browser to apply."""
    return _deck(drawn, [one for layer in drawn.layers for one in _layers(layer, whole=True)])


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


def _layers(layer: Layer, *, whole: bool) -> list[pdk.Layer]:
    if isinstance(layer, Areas):
        return [_areas(layer)]
    if isinstance(layer, Lines):
        courses = layer.marks if whole else lines_of(layer)
        return [_lines(layer, courses, whole)] if courses else []
    marks = layer.marks if whole else points_of(layer)
    dots = [mark for mark in marks if mark.radius]
    return [
        *([_dots(layer, dots, whole)] if dots else []),
        *([_names(layer, marks)] if marks and not layer.counted else []),
    ]


def _areas(layer: Areas) -> pdk.Layer:
    edge = palette.rgb(layer.edge, _alpha(layer.edge_opacity)) if layer.edge else None
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


def _alpha(opacity: float) -> int:
    return round(255 * opacity)


def _lines(layer: Lines, courses: Iterable[Line], whole: bool) -> pdk.Layer:
    routes = tables.geometry(layer.geometry)["features"]
    data: list[dict[str, Any]] = []
    for mark in courses:
        stroke = layer.faint if mark.approximate else layer.firm
        plain = {
            **_worded(mark, whole),
            "c": palette.rgb(mark.colour, _alpha(stroke.opacity)),
            "w": stroke.width,
        }
        paths = _paths(routes[mark.feature]["geometry"])
        data.extend({"path": path, **plain} for path in paths)
    return pdk.Layer(
        "PathLayer",
        id=layer.id,
        data=data,
        get_path="path",
        get_color="c",
        get_width="w",
        width_units=_PIXELS,
        width_min_pixels=1,
        cap_rounded=True,
        joint_rounded=True,
        **_PICKED,
        **(_filters(layer.marks, layer.filters) if whole else {}),
    )


_PICKED = {"pickable": True, "auto_highlight": True}


def _paths(geometry: dict[str, Any]) -> list[list[list[float]]]:
    lines = geometry["coordinates"]
    return lines if geometry["type"] == "MultiLineString" else [lines]


def _dots(layer: Points, marks: Iterable[Point], whole: bool) -> pdk.Layer:
    data = [_dot(mark, layer, whole) for mark in marks]
    return pdk.Layer(
        "ScatterplotLayer",
        id=layer.id,
        data=data,
        get_position="p",
        get_radius="r",
        radius_units=_PIXELS,
        get_fill_color="f",
        get_line_color="l",
        get_line_width="w",
        line_width_units=_PIXELS,
        stroked=True,
        filled=True,
        **_PICKED,
        **(_filters(layer.marks, layer.filters) if whole else {}),
    )


def _dot(mark: Point, layer: Points, whole: bool) -> dict[str, Any]:
    look = layer.look
    full = mark.filled and not mark.approximate
    fill = palette.PAPER.light if mark.status == "planned" else mark.colour
    return {
        "p": list(mark.position),
        **_worded(mark, whole),
        "r": mark.radius,
        "f": palette.rgb(fill, _alpha(look.fill if full else look.hollow)),
        "l": palette.rgb(palette.INK.light if mark.ringed else look.outline or mark.colour),
        "w": look.ring if mark.ringed else look.edge,
    }


def _worded(mark: Point | Line, whole: bool) -> dict[str, Any]:
    words = {"id": mark.entity_id, "name": mark.name, "words": " · ".join(mark.words)}
    return words | ({"k": list(mark.facets)} if whole else {})


def _filters(marks: Iterable[Point | Line], filters: Filters) -> dict[str, Any]:
    """The extension that leaves out marks by the keys of their facets; a filter that lets all
    pass names all keys.
    """
    keys = (sorted(set(column)) for column in zip(*(m.facets for m in marks), strict=True))
    passing = [list(chosen) or every for chosen, every in zip(filters, keys, strict=False)]
    if not passing:
        return {}
    return {
        "extensions": [{"@@type": "DataFilterExtension", "categorySize": len(passing)}],
        "get_filter_category": "k",
        "filter_categories": passing,
    }


def _names(layer: Points, marks: Iterable[Point]) -> pdk.Layer:
    opacity = _alpha(layer.look.opacity)
    data = [
        {
            "p": list(mark.position),
            "t": label.words,
            "c": palette.rgb(mark.colour, opacity),
            "s": label.type.size,
        }
        for mark in marks
        for label in mark.labels
    ]
    return pdk.Layer(
        "TextLayer",
        id=layer.id,
        data=data,
        get_position="p",
        get_text="t",
        get_color="c",
        get_size="s",
        get_pixel_offset=[0, _ABOVE],
        # A bare "auto" would be taken as an expression, and the layer would fail.
        character_set=pdk.types.String("auto"),
        font_family=pdk.types.String("Source Sans, Liberation Sans, sans-serif"),
        pickable=False,
    )
