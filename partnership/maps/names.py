"""Names on a map, the same where it moves as on its picture: each where it is free, the important
ones first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from partnership import tables
from partnership.maps.frame import HEIGHT, WIDTH, Frame, Position, View
from partnership.maps.ground import along, clipped
from partnership.maps.model import Anchor, Label, Layer, Line, Lines, Map, Point, Points
from partnership.maps.shown import lines, points

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""
_ALIGN = {1: "left", -1: "right", 0: "center"}
_LETTER, _WIDE_LETTER = 0.56, 1.0
"""Width of a letter of Source Sans, of the size of its type; rounded up, as letters differ."""
_AIR = 2.0
"""Pixels between two names."""


def placed(
    wanted: Iterable[tuple[Label, tuple[Position, ...]]],
    taken: Iterable[Box],
    frame: Frame,
    letters: float = 1.0,
) -> list[dict[str, Any]]:
    """The labels that fit at one of their places, the lowest rank first, each as a row.

    None lies on another, on a box that is `taken`, or beyond the frame. `letters`: how much larger
    letters are against the frame than on a slide.
    """
    full = list(taken)
    rows = []
    for label, places in sorted(wanted, key=lambda one: one[0].rank):
        for row, box in _tries(label, places, frame, letters):
            if _inside(box) and not any(_meet(box, other) for other in full):
                full.append(box)
                rows.append(row)
                break
    return rows


def anchored(label: Label, place: Position, anchor: Anchor) -> dict[str, Any]:
    """A label in its chosen position, as a row."""
    return _row(label, place, anchor)


def round_about(place: Position, radius: float, frame: Frame) -> Box:
    """The box round a dot."""
    x, y = frame.pixel(*place)
    return x - radius, y - radius, x + radius, y + radius


def _tries(
    label: Label, places: tuple[Position, ...], frame: Frame, letters: float
) -> Iterable[tuple[dict[str, Any], Box]]:
    size = label.type.size * letters
    wide, half = width(label.words) * size, size / 2
    for place in places:
        x, y = frame.pixel(*place)
        for right, down in label.sides:
            dx, dy = right * label.gap, down * (label.gap + half)
            left = x + dx - wide * (1 - right) / 2
            box = (left, y + dy - half, left + wide, y + dy + half)
            align: Any = _ALIGN[right]
            yield _row(label, place, Anchor(align, dx, dy)), box


def _row(label: Label, place: Position, anchor: Anchor) -> dict[str, Any]:
    look = label.type
    return {
        "lon": place[0],
        "lat": place[1],
        "words": label.words,
        "size": look.size,
        "colour": look.colour,
        "weight": "bold" if look.bold else "normal",
        "align": anchor.align,
        "dx": anchor.right,
        "dy": anchor.down,
        "baseline": anchor.baseline,
        "always": anchor.always,
        "halo": look.halo,
        "veil": look.halo_opacity,
        **({"id": label.entity_id} if label.entity_id else {}),
    }


def width(words: str) -> float:
    """Width of words, of the size of their type; marks on a letter and unseen signs take none."""
    return sum(
        _WIDE_LETTER if unicodedata.east_asian_width(c) in "WF" else _LETTER
        for c in words
        if not unicodedata.combining(c) and unicodedata.category(c) != "Cf"
    )


def _inside(box: Box) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= HEIGHT


def _meet(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2] + _AIR
        and other[0] < one[2] + _AIR
        and one[1] < other[3] + _AIR
        and other[1] < one[3] + _AIR
    )


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
                rows.append(anchored(label, places[0], label.anchor or _beside(label)))
            else:
                wanted.append((label, places))
        if isinstance(layer, Points) and frame is not None:
            large = (p for p in points(layer) if p.radius >= _HIDDEN)
            taken += [round_about(p.position, p.radius, frame) for p in large]
    return rows + (placed(wanted, taken, frame, letters) if frame is not None else [])


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
