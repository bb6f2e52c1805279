"""Bars of a drawing as pieces: from zero, in parts that add up, stacked by the figure itself."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import Any

from partnership.export.plot.layers import Layer, Row, Unfit
from partnership.export.plot.pieces import stacks as plot_stacks
from partnership.export.plot.pieces.piece import Piece, groups, point, single, straight

_NEAR = 1e-3
"""Share of the largest value by which parts of a stack may miss each other: rounding."""


def of_bars(layer: Layer) -> list[Piece]:
    """Bars from zero, and bars in pieces that add up. A bar between two moments is neither."""
    straight(layer)
    across = layer.numeric("x") and not layer.numeric("y")
    value, place = ("x", "y") if across else ("y", "x")
    start, end = layer.field(value), layer.field(f"{value}2")
    where = layer.field(place)
    if not layer.numeric(value) or start is None or where is None or layer.numeric(place):
        raise Unfit("bars without a category or without a value")
    offset = next((c for c in ("xOffset", "yOffset") if layer.field(c)), "")
    free = layer.channel(value).get("stack", True) is None or bool(offset)
    pieces = []
    for rows in groups(layer, ("color", "fill", "stroke", "opacity", "xOffset", "yOffset")):
        points = [
            point(layer, r, r[where], r[end] - r[start] if end else r[start])
            for r in rows
            if r.get(start) is not None
        ]
        pieces.append(single(Piece("bar", tuple(points), layer, across=across)))
    if {r[where] for r in layer.rows} - {q.key for p in pieces for q in p.points}:
        raise Unfit("categories of which only words are known")
    if end:
        _tiled([(r[where], r[start], r[end]) for r in layer.rows])
    else:
        free = free or not _shared(pieces)
    pieces = [replace(p, stacked=not free) for p in pieces]
    if free or not pieces:
        return _in_turn(pieces)
    return plot_stacks.as_they_lie(pieces, start) if end else plot_stacks.as_vega_lays(pieces)


def _shared(pieces: list[Piece]) -> bool:
    return sum(len(p.keys()) for p in pieces) > len(set().union(*(p.keys() for p in pieces)))


def _in_turn(pieces: list[Piece]) -> list[Piece]:
    """Pieces in the order in which the scale of colours or of places names them."""
    for channel in ("yOffset", "xOffset", "color"):
        for piece in pieces[:1]:
            domain = (piece.layer.channel(channel).get("scale") or {}).get("domain")
            field = piece.layer.field(channel)
            if isinstance(domain, list) and field:
                return sorted(pieces, key=lambda p: _turn(domain, p.points[0].row.get(field)))
    return pieces


def _turn(domain: list[Any], value: Any) -> int:
    return domain.index(value) if value in domain else len(domain)


def of_blocks(layer: Layer, places: dict[float, Hashable]) -> list[Piece]:
    """Bars that the figure stacked itself, `start` to `end` wide, on an axis of years or dates."""
    straight(layer)
    start, end, low, high = (layer.field(c) for c in ("x", "x2", "y", "y2"))
    if start is None or end is None or low is None or high is None:
        raise Unfit("rectangles that are no bars")
    parts = []
    for row in layer.rows:
        key = _named(row, row[start], row[end])
        parts.append((key, row[low], row[high]))
        if isinstance(row[start], int | float):
            places[round((row[start] + row[end]) / 2, 4)] = key
    stacked = any(abs(lower) > _NEAR for _, lower, _ in parts)
    if stacked:
        _tiled(parts)
    pieces = []
    for rows in groups(layer, ("color", "opacity")):
        points = [point(layer, r, _named(r, r[start], r[end]), r[high] - r[low]) for r in rows]
        pieces.append(single(Piece("bar", tuple(points), layer, stacked=stacked)))
    return plot_stacks.as_they_lie(pieces, low) if stacked else _in_turn(pieces)


def _named(row: Row, start: Any, end: Any) -> Hashable:
    """The year or month of a block."""
    if isinstance(start, str):
        return start[:7] if start[:7] == end[:7] else start
    middle, year = round((start + end) / 2), row.get("year")
    # Years that are not at their own place on the axis are categories, not points in time.
    return middle if year in (None, middle) else str(year)


def _tiled(parts: Iterable[tuple[Hashable, float, float]]) -> None:
    """Raise `Unfit` unless the parts at each category lie on each other and begin at zero."""
    near = _NEAR * max((max(abs(a), abs(b)) for _, a, b in parts), default=0)
    ends: dict[tuple[Hashable, bool], float] = {}
    for key, start, end in sorted(parts, key=lambda p: (str(p[0]), abs(p[1]))):
        side = (key, end >= start and end > 0)
        if abs(ends.get(side, 0.0) - start) > near:
            raise Unfit("bars that do not begin at zero")
        ends[side] = end


def one_row(pieces: list[Piece]) -> list[Piece]:
    """Bars of which each category has one are one piece, whatever their colours."""
    bars = [p for p in pieces if p.shape == "bar"]
    if any(p.stacked or _has_colour_range(p) or p.layer.kind == "rect" for p in bars):
        return pieces
    if not bars or sum(len(p.points) for p in bars) > len({q.key for p in bars for q in p.points}):
        return pieces
    whole = replace(bars[0], points=tuple(q for p in bars for q in p.points))
    return [whole, *(p for p in pieces if p.shape != "bar")]


def _has_colour_range(piece: Piece) -> bool:
    scales = (piece.layer.channel(c).get("scale") or {} for c in ("color", "fill"))
    return any("range" in scale for scale in scales)
