"""The rows of deck.gl's layers: a mark as plain values under short names."""

from __future__ import annotations

from typing import Any

from partnership import palette, tables
from partnership.maps.model import Dots, Layer, Line, Lines, Point, Points
from partnership.maps.shown import points

Row = dict[str, Any]
KEYS = "k"
"""The field of a row with the keys of its facets."""


def alpha(opacity: float) -> int:
    """An opacity from 0 to 1 as deck.gl takes it."""
    return round(255 * opacity)


def paths(layer: Any, marks: Any) -> list[Row]:
    """A row for each course of the lines `marks` of `layer`."""
    rows: list[Row] = []
    routes = _routes(layer)
    for mark in marks:
        stroke = layer.faint if mark.approximate else layer.firm
        look = {"c": palette.rgb(mark.colour, alpha(stroke.opacity)), "w": stroke.width}
        geometry = routes[mark.feature]["geometry"]
        courses = geometry["coordinates"]
        if geometry["type"] != "MultiLineString":
            courses = [courses]
        rows.extend({"path": course, **_worded(mark), **look} for course in courses)
    return rows


def _routes(layer: Lines) -> list[dict[str, Any]]:
    """The features of the lines of a layer, read once for all of them."""
    found: list[dict[str, Any]] = tables.geometry(layer.geometry)["features"]
    return found


def dots(layer: Any, marks: Any) -> list[Row]:
    """A row for each of the points `marks` of `layer`."""
    return [_dot(mark, layer.look) for mark in marks]


def _dot(mark: Point, look: Dots) -> Row:
    fill = palette.PAPER.light if mark.status == "planned" else mark.colour
    return {
        "p": list(mark.position),
        **_worded(mark),
        "r": mark.radius,
        "f": palette.rgb(fill, alpha(look.fill if mark.filled else look.hollow)),
        "l": palette.rgb(look.outline or mark.colour),
        "w": look.edge,
    }


def _worded(mark: Point | Line) -> Row:
    words = {"id": mark.entity_id, "name": mark.name, "words": " · ".join(mark.words)}
    return words | ({KEYS: list(mark.facets)} if mark.facets else {})


def place_names(layers: tuple[Layer, ...]) -> list[Row]:
    """The names of places to find one's way by; marks are named by the pointer."""
    return [
        {
            "p": list(mark.position),
            "t": label.words,
            "c": palette.rgb(mark.colour, alpha(layer.look.opacity)),
            "s": label.type.size,
        }
        for layer in layers
        if isinstance(layer, Points) and not layer.counted and not layer.chosen
        for mark in points(layer)
        for label in mark.labels
    ]


def named(label: dict[str, Any]) -> Row:
    """A name in its place (`maps.names`) as deck.gl takes it."""
    return {
        "p": [label["lon"], label["lat"]],
        "t": label["words"],
        "c": palette.rgb(label["colour"]),
        "s": label["size"],
        "o": [round(label["dx"], 1), round(label["dy"], 1)],
        "a": _ANCHORS[label["align"]],
    }


_ANCHORS = {"left": "start", "right": "end", "center": "middle"}
