"""Which names stand on a map, and where: the same on the map that moves as on its picture."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from partnership import tables
from partnership.maps import names
from partnership.maps.frame import Position, View
from partnership.maps.ground import along, clipped
from partnership.maps.model import Anchor, Label, Layer, Line, Lines, Map, Point, Points
from partnership.maps.shown import lines, points

Course = dict[str, Any]
"""The part of a line that is in view, as a feature whose properties say how it is drawn."""
_HIDDEN = 8.0
"""Radius in pixels from which a dot is not written over."""


def worded(mark: Point | Line) -> dict[str, str]:
    """The words of a mark as fields of its row."""
    return {f"words{n}": words for n, words in enumerate(mark.words)}


def courses(layer: Lines, drawn: Map) -> list[Course]:
    """The courses of a layer, as far as they are in view."""
    routes = tables.geometry(layer.geometry)["features"]
    wanted = []
    for mark in lines(layer):
        look = {
            "id": mark.entity_id,
            "name": mark.name,
            **worded(mark),
            "colour": mark.colour,
            "faint": mark.approximate,
        }
        feature = {"type": "Feature", "geometry": routes[mark.feature]["geometry"]}
        wanted.append({**feature, "properties": look})
    if isinstance(drawn.frame, View):
        return clipped(wanted, drawn.frame.frame().around())
    return wanted


def placed_on(
    drawn: Map, found: dict[str, list[Course]], *, near: bool = False, letters: float = 1.0
) -> list[dict[str, Any]]:
    """Labels in their chosen positions, then the others where there is room."""
    rows, wanted, taken = [], [], []
    frame = drawn.frame.frame() if isinstance(drawn.frame, View) else None
    for layer in drawn.layers:
        for label, places in _of_layer(layer, found, near):
            if label.anchor or frame is None:
                rows.append(names.anchored(label, places[0], label.anchor or _beside(label)))
            else:
                wanted.append((label, places))
        if isinstance(layer, Points) and frame is not None:
            large = (p for p in points(layer) if p.radius >= _HIDDEN)
            taken += [names.round_about(p.position, p.radius, frame) for p in large]
    return rows + (names.placed(wanted, taken, frame, letters) if frame is not None else [])


def _beside(label: Label) -> Anchor:
    return Anchor("left", label.gap)


def _of_layer(
    layer: Layer, found: dict[str, list[Course]], near: bool
) -> Iterable[tuple[Label, tuple[Position, ...]]]:
    """The labels of a layer with their places; of several courses of a line one is named."""
    if isinstance(layer, Points):
        for point in points(layer):
            yield from ((label, label.places or (point.position,)) for label in _kept(point, near))
    elif isinstance(layer, Lines):
        named = {mark.entity_id: _kept(mark, near) for mark in lines(layer)}
        for course in found[layer.id]:
            for label in named.pop(course["properties"]["id"], ()):
                yield label, label.places or along(course["geometry"])


def _kept(mark: Point | Line, near: bool) -> tuple[Label, ...]:
    return tuple(label for label in mark.labels if near or not label.near)
