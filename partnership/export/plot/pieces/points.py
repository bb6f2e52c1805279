"""Lines, bands and loose points of a drawing as pieces."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace

from partnership.export.plot.layers import Layer, Row, Unfit
from partnership.export.plot.pieces.piece import (
    Piece,
    Point,
    Shape,
    groups,
    place_of,
    point,
    single,
    straight,
)


def of_lines(layer: Layer) -> list[Piece]:
    """Lines, one for each colour and detail. Missing values are gaps."""
    straight(layer)
    x, y = layer.field("x"), layer.field("y")
    if x is None or y is None or not layer.numeric("y") or layer.mark.get("interpolate"):
        raise Unfit("lines in steps or without values")
    pieces = []
    for rows in groups(layer, ("color", "stroke", "strokeDash", "opacity")):
        points = [point(layer, r, place_of(r[x]), r[y]) for r in rows if r.get(y) is not None]
        gaps = frozenset(place_of(r[x]) for r in rows if r.get(y) is None)
        pieces.append(single(Piece("line", tuple(points), layer, gaps=gaps)))
    return pieces


def of_bands(layer: Layer) -> list[Piece]:
    """The upper edges of bands between two values; the lower ones are lines of their own."""
    x, high = layer.field("x"), layer.field("y2")
    if x is None or high is None:
        raise Unfit("areas that are no bands")
    if float(layer.mark.get("opacity", 1)) >= 0.5:
        raise Unfit("areas that are stacked")
    return [
        Piece(
            "bound", tuple(Point(place_of(r[x]), r[high], r, _edge(layer, r)) for r in rows), layer
        )
        for rows in groups(layer, ("color",))
    ]


def _edge(layer: Layer, row: Row) -> str:
    return layer.shade(row, "color") or layer.colour(row)


def loose(layer: Layer, places: Mapping[float, Hashable], shape: Shape) -> list[Piece]:
    """Points of one look; a second value at the same place begins another piece."""
    across = layer.numeric("x") and not layer.numeric("y")
    place, value = (layer.field(c) for c in (("y", "x") if across else ("x", "y")))
    if place is None or value is None or not layer.numeric("x" if across else "y"):
        raise Unfit("points that are no values")
    pieces = []
    for rows in groups(layer, ("color", "fill", "stroke", "shape")):
        points = [
            point(layer, r, place_of(r[place], places), r[value])
            for r in rows
            if r.get(value) is not None
        ]
        while points:
            first = {p.key: p for p in reversed(points)}
            pieces.append(Piece(shape, tuple(first.values())[::-1], layer, across=across))
            points = [p for p in points if first[p.key] is not p]
    return pieces


def of_ticks(layer: Layer, places: Mapping[float, Hashable]) -> list[Piece]:
    """Short ticks beside bars, and rules right across the drawing; rules at zero are left out."""
    x, x2, y = layer.field("x"), layer.field("x2"), layer.field("y")
    if layer.channel("y2") or y is None or "datum" in layer.channel("x"):
        return []
    if not layer.numeric("y"):
        raise Unfit("spans between two values")
    rows = [r for r in layer.rows if r.get(y) is not None]
    values = {round(float(r[y]), 9) for r in rows}
    if values <= {0.0}:
        return []
    whole = x is None or x2 is None
    wide = layer.kind == "rule" and (len(rows) > 1 or whole or _wide(rows[0], x, x2))
    if wide and len(values) == 1:
        return [Piece("reference", (point(layer, rows[0], None, rows[0][y]),), layer)]
    if x is None or x2 is None:
        return loose(layer, places, "ticks")
    keys = [place_of((r[x] + r[x2]) / 2, places or {0.5: 0}) for r in rows]
    found = [point(layer, r, key, r[y]) for r, key in zip(rows, keys, strict=True)]
    return [Piece("ticks", tuple(found), layer)]


def _wide(row: Row, start: str | None, end: str | None) -> bool:
    return abs(float(row[end or ""]) - float(row[start or ""])) > 1


def with_dots(pieces: list[Piece]) -> list[Piece]:
    """Points that lie on a line become its dots; open ones only where nearly all of it is open.

    A few open points among others have a meaning of their own, and stay.
    """
    whole = list(pieces)
    for n, piece in enumerate(pieces):
        if piece.shape == "points":
            left = piece.points
            for m, line in enumerate(whole):
                if line.shape == "line":
                    whole[m], left = _dotted(line, left)
            whole[n] = replace(piece, points=left)
    return [p for p in whole if p.points]


def _dotted(line: Piece, points: tuple[Point, ...]) -> tuple[Piece, tuple[Point, ...]]:
    """The line with its dots, and the points that are not on it."""
    own = {(p.key, round(p.value, 6)) for p in line.points}
    on = [p for p in points if (p.key, round(p.value, 6)) in own and p.colour == line.colour]
    full = not any(p.hollow for p in on)
    if not on or (not full and len(on) < len(line.points) - 1):
        return line, points
    dotted = line.points if full else tuple(replace(p, hollow=True) for p in line.points)
    return replace(line, plain=True, points=dotted), tuple(p for p in points if p not in on)
