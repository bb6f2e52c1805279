"""The order in which the parts of a stack lie on each other, from the axis outwards.

Series of a native chart are stacked, and named in its legend, in their own order.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from partnership.export.plot.pieces.piece import Piece


def as_they_lie(pieces: list[Piece], start: str) -> list[Piece]:
    """Parts that the figure stacked itself; the field `start` of a row is where a part begins.

    A part that is missing in some stacks finds its place by those that have it. Parts that never
    meet keep the order in which they first appear.
    """
    places = [
        {(q.key, q.value < 0): abs(q.row[start]) for q in piece.points if q.value}
        for piece in pieces
    ]
    left, found = list(range(len(pieces))), []
    while left:
        free = (n for n in left if not any(_under(places[m], places[n]) for m in left if m != n))
        following = next(free, left[0])
        left.remove(following)
        found.append(pieces[following])
    return found


def _under(one: dict[tuple[Hashable, bool], float], other: dict[Any, float]) -> bool:
    return any(one[key] < other[key] for key in one.keys() & other.keys())


def as_vega_lays(pieces: list[Piece]) -> list[Piece]:
    """Parts that Vega-Lite stacks: by the channel `order`, or else from the last colour down."""
    layer = pieces[0].layer
    order = layer.field("order")
    if order:
        down = layer.channel("order").get("sort") == "descending"
        return sorted(pieces, key=lambda p: p.points[0].row[order], reverse=down)
    field = layer.field("color") or layer.field("fill")
    if field is None:
        return pieces
    return sorted(pieces, key=lambda p: str(p.points[0].row.get(field)), reverse=True)
