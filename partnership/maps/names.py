"""Names on a still map: each where it is free, the important ones first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt

from partnership.charts import marks
from partnership.maps.frame import HEIGHT, WIDTH, Frame, Point

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""
RIGHT, LEFT, ABOVE, BELOW, OVER = (1, 0), (-1, 0), (0, -1), (0, 1), (0, 0)
BESIDE = (RIGHT, LEFT, ABOVE, BELOW)
"""Sides of a place, right and down."""
_ALIGN = {1: "left", -1: "right", 0: "center"}
_LETTER, _WIDE_LETTER = 0.56, 1.0
"""Width of a letter of Source Sans, of the size of its type; rounded up, as letters differ."""
_AIR = 2.0
"""Pixels between two names."""


@dataclass(frozen=True)
class Name:
    """A name that would like to stand at the first of `places` (degrees) that is free.

    `gap` is the distance from the place in pixels, `sides` the sides to try in their order.
    """

    words: str
    places: tuple[Point, ...]
    size: int
    gap: float
    sides: tuple[tuple[int, int], ...] = BESIDE
    colour: str = marks.INK
    weight: Literal["bold", "normal"] = "normal"


def placed(names: Iterable[Name], taken: Iterable[Box], frame: Frame) -> list[dict[str, Any]]:
    """The names that fit, each as a row that `written` takes.

    None lies on another, on a box that is `taken`, or beyond the frame.
    """
    full = list(taken)
    rows = []
    for name in names:
        for row, box in _tries(name, frame):
            if _inside(box) and not any(_meet(box, other) for other in full):
                full.append(box)
                rows.append(row)
                break
    return rows


def written(rows: list[dict[str, Any]]) -> list[marks.Drawing]:
    """The names as marks, each with a halo over what lies under it."""
    if not rows:
        return []
    base = alt.Chart(marks.values(rows)).encode(
        longitude="lon:Q",
        latitude="lat:Q",
        text="words:N",
        size=alt.Size("size:Q", scale=None),
    )
    own: dict[str, Any] = {key: alt.ExprRef(f"datum.{field}") for key, field in _OWN.items()}
    halo: dict[str, Any] = {"color": marks.PAPER, "stroke": marks.PAPER, "opacity": 0.8}
    return [
        base.mark_text(clip=True, strokeWidth=2.5, strokeJoin="round", **own, **halo),
        base.mark_text(clip=True, **own).encode(color=alt.Color("colour:N", scale=None)),
    ]


_OWN = {"align": "align", "dx": "dx", "dy": "dy", "fontWeight": "weight"}
"""What differs from name to name, as properties of a mark."""


def round_about(place: Point, radius: float, frame: Frame) -> Box:
    """The box round a dot."""
    x, y = frame.pixel(*place)
    return x - radius, y - radius, x + radius, y + radius


def _tries(name: Name, frame: Frame) -> Iterable[tuple[dict[str, Any], Box]]:
    width, half = _width(name.words) * name.size, name.size / 2
    for lon, lat in name.places:
        x, y = frame.pixel(lon, lat)
        for right, down in name.sides:
            dx, dy = right * name.gap, down * (name.gap + half)
            left = x + dx - width * (1 - right) / 2
            box = (left, y + dy - half, left + width, y + dy + half)
            yield (
                {
                    "lon": lon,
                    "lat": lat,
                    "words": name.words,
                    "size": name.size,
                    "colour": name.colour,
                    "weight": name.weight,
                    "align": _ALIGN[right],
                    "dx": dx,
                    "dy": dy,
                },
                box,
            )


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
