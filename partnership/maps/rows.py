"""The rows of deck.gl's layers: a mark as plain values under short names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from partnership import palette, tables
from partnership.maps.frame import Position
from partnership.maps.ground import along
from partnership.maps.model import Dots, Label, Layer, Line, Lines, Point, Points
from partnership.maps.shown import points

Row = dict[str, Any]
KEYS = "k"
"""The field of a row with the keys of its facets."""
_FIRST, _PLACES, _STEP = 1000.0, -500.0, 0.1
"""deck.gl's priorities reach from -1000 to 1000: that of the first name of a mark and of a place,
and how much lower each rank is.
"""


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
    """The names of places to find one's way by; those of marks go before them."""
    return [
        {
            "p": list(mark.position),
            "t": label.words,
            "c": palette.rgb(mark.colour, alpha(layer.look.opacity)),
            "s": label.type.size,
            "q": round(_PLACES - _STEP * label.rank, 1),
        }
        for layer in layers
        if isinstance(layer, Points) and not layer.counted and not layer.chosen
        for mark in points(layer)
        for label in mark.labels
    ]


def mark_names(layer: Points | Lines, *, near: bool) -> list[Row]:
    """The names of the marks of a layer: those that stand at any distance, or the other ones."""
    found: list[tuple[Any, Label, Position]]
    found = [*_named_points(layer)] if isinstance(layer, Points) else [*_named_lines(layer)]
    return [
        {
            "p": list(place),
            "t": label.words,
            "o": [label.gap, 0] if isinstance(layer, Points) else [0, -9],
            "a": "start" if isinstance(layer, Points) else "middle",
            "q": round(_FIRST - _STEP * label.rank, 1),
            **({KEYS: list(mark.facets)} if mark.facets else {}),
        }
        for mark, label, place in found
        if label.near == near
    ]


def _named_points(layer: Points) -> Iterator[tuple[Point, Label, Position]]:
    return ((mark, label, mark.position) for mark in layer.marks for label in mark.labels)


def _named_lines(layer: Lines) -> Iterator[tuple[Line, Label, Position]]:
    """Of several courses of a line the longest is named."""
    from shapely.geometry import shape

    routes = _routes(layer)
    courses = {mark: routes[mark.feature]["geometry"] for mark in layer.marks if mark.labels}
    seen: set[str] = set()
    for mark in sorted(courses, key=lambda one: -shape(courses[one]).length):
        if mark.entity_id not in seen:
            seen.add(mark.entity_id)
            yield from ((mark, label, along(courses[mark])[0]) for label in mark.labels)
