"""Names on a still map: each where it is free, the important ones first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from partnership.maps.frame import HEIGHT, WIDTH, Frame, Position
from partnership.maps.model import Anchor, Label

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""
_ALIGN = {1: "left", -1: "right", 0: "center"}
_LETTER, _WIDE_LETTER = 0.56, 1.0
"""Width of a letter of Source Sans, of the size of its type; rounded up, as letters differ."""
_AIR = 2.0
"""Pixels between two names."""


def placed(
    wanted: Iterable[tuple[Label, tuple[Position, ...]]], taken: Iterable[Box], frame: Frame
) -> list[dict[str, Any]]:
    """The labels that fit at one of their places, the lowest rank first, each as a row.

    None lies on another, on a box that is `taken`, or beyond the frame.
    """
    full = list(taken)
    rows = []
    for label, places in sorted(wanted, key=lambda one: one[0].rank):
        for row, box in _tries(label, places, frame):
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
    label: Label, places: tuple[Position, ...], frame: Frame
) -> Iterable[tuple[dict[str, Any], Box]]:
    width, half = _width(label.words) * label.type.size, label.type.size / 2
    for place in places:
        x, y = frame.pixel(*place)
        for right, down in label.sides:
            dx, dy = right * label.gap, down * (label.gap + half)
            left = x + dx - width * (1 - right) / 2
            box = (left, y + dy - half, left + width, y + dy + half)
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


def _width(words: str) -> float:
    """Width of words, of the size of their type; marks that stand on a letter take none."""
    return sum(
        _WIDE_LETTER if unicodedata.east_asian_width(c) in "WF" else _LETTER
        for c in words
        if not unicodedata.combining(c)
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
