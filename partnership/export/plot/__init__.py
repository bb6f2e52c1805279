"""A figure as a native chart of an office program: kind, categories, series, number formats.

Read from the finished drawing and from the figure's table, for any figure: what the drawing shows
becomes series, and their numbers are the table's. Where no native chart shows the same (maps, time
lines, ranks, several panels) there is none, and the picture is taken.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import replace

from partnership.export.office import Plot
from partnership.export.plot import breaks as plot_breaks
from partnership.export.plot import categories as plot_categories
from partnership.export.plot import layers as plot_layers
from partnership.export.plot import names as plot_names
from partnership.export.plot import numbers as plot_numbers
from partnership.export.plot import series as plot_series
from partnership.export.plot import special as plot_special
from partnership.export.plot.layers import Layer, Unfit
from partnership.export.plot.pieces import marks as plot_marks
from partnership.export.plot.pieces.piece import Piece, Point, place_of
from partnership.figures import drawings
from partnership.figures.figure import Figure
from partnership.language.texts import Texts

_MOST_SERIES = 16


def from_figure(figure: Figure, t: Texts) -> Plot | None:
    """The native chart of a figure; none where only a picture shows the same."""
    drawn = drawings.finished(figure.drawn)
    if not isinstance(drawn, drawings.Chart) or figure.table.empty:
        return None
    try:
        layers = plot_layers.read(drawn.to_dict())
        return plot_special.pie_or_bands(layers, figure.table, t) or _charted(figure, layers, t)
    except Unfit:
        return None


def _charted(figure: Figure, layers: list[Layer], t: Texts) -> Plot:
    pieces = _needed(plot_marks.pieces(layers))
    base = [p for p in pieces if p.shape == "bar"] or [p for p in pieces if p.shape == "line"]
    if not base or len(base) > _MOST_SERIES:
        raise Unfit("nothing that a native chart begins with, or too much")
    numbers = plot_numbers.from_table(pieces, figure.table)
    names = plot_names.series(pieces, layers, numbers, t)
    keys = plot_categories.ordered(pieces)
    across, bars = base[0].across, base[0].shape == "bar"
    unit, _, aside = _axis_title(base[0]).partition("; ")
    # What a title of an axis adds explains the line that nothing else names.
    names = [n or aside * (p.shape == "reference") for n, p in zip(names, pieces, strict=True)]
    found = plot_series.from_pieces(pieces, names, numbers, keys, figure.title, t)
    if across and any(s.drawn != "bar" for s in found):
        found = plot_series.lying(found)
    return Plot(
        kind="bar" if across else "column" if bars else "line",
        categories=tuple(plot_categories.named(keys, base, layers, t)),
        series=tuple(found),
        stacked=any(p.stacked for p in base),
        overlaid=bars and not any(p.stacked or _offset(p) for p in base),
        unit=unit,
        suffix=_suffix(base, t),
        power=numbers.power,
        span=_span(base, numbers.power),
        joined=_joined(pieces, keys),
        breaks=() if across else _breaks(layers, keys),
    )


def _breaks(layers: list[Layer], keys: list[Hashable]) -> tuple[tuple[float, str], ...]:
    at = [(place_of(where), label) for where, label in plot_breaks.labelled_lines(layers)]
    return tuple(((keys.index(key) + 0.5) / len(keys), label) for key, label in at if key in keys)


def _offset(piece: Piece) -> bool:
    return piece.layer.kind == "rect" or any(piece.layer.field(c) for c in ("xOffset", "yOffset"))


def _needed(pieces: list[Piece]) -> list[Piece]:
    """Without what is drawn twice: points upon points, bands between two lines that are drawn."""
    kept: list[Piece] = []
    lines = [p for p in pieces if p.shape == "line"]
    drawn = {(q.key, round(q.value, 6)) for p in lines for q in p.points}
    seen: set[tuple[object, ...]] = set()
    for piece in pieces:
        points = piece.points
        if piece.shape == "bound":
            points = _above(points, drawn)
        elif piece.shape in ("points", "ticks"):
            look = [(q.key, round(q.value, 6), q.colour, q.hollow) for q in points]
            points = tuple(q for q, s in zip(points, look, strict=True) if s not in seen)
            seen.update(look)
        if points:
            kept.append(replace(piece, points=points))
    return _separated(kept)


def _above(points: tuple[Point, ...], drawn: set[tuple[Hashable, float]]) -> tuple[Point, ...]:
    """The stretches of an upper edge that lie on no line, each with its two ends."""
    free = [(p.key, round(p.value, 6)) not in drawn for p in points]
    if not any(free):
        return ()
    near = [any(free[max(0, n - 1) : n + 2]) for n in range(len(points))]
    return tuple(p for p, keep in zip(points, near, strict=True) if keep)


def _separated(pieces: list[Piece]) -> list[Piece]:
    """Ticks that mean different things one by one, so that each can have its own name."""
    separated: list[Piece] = []
    for piece in pieces:
        single = piece.shape == "ticks" and 1 < len(piece.points) <= 3
        separated += [replace(piece, points=(p,)) for p in piece.points] if single else [piece]
    return separated


def _axis_title(piece: Piece) -> str:
    channel = piece.layer.channel("x" if piece.across else "y")
    axis = channel.get("axis") or {}
    title = axis.get("title") or channel.get("title") or ""
    return " ".join(title if isinstance(title, list) else str(title).split())


def _suffix(base: Sequence[Piece], t: Texts) -> str:
    """A percent sign where every value is written with one."""
    points = [q for p in base for q in p.points]
    for name in dict.fromkeys(f for q in points for f in q.row):
        if all(_percent(q.row.get(name), q.value, t) for q in points):
            return "\u202f%"
    return ""


def _percent(shown: object, value: float, t: Texts) -> bool:
    return isinstance(shown, str) and any(t.percent(value, d) in shown for d in range(4))


def _span(base: Sequence[Piece], power: int) -> tuple[float, float] | None:
    """The range of the value axis where the drawing fixes it, without room for words above it."""
    channel = base[0].layer.channel("x" if base[0].across else "y")
    domain = (channel.get("scale") or {}).get("domain")
    if base[0].across or not isinstance(domain, list) or len(domain) != 2:
        return None
    if not all(isinstance(d, int | float) and math.isfinite(d) for d in domain):
        return None
    sums: dict[Hashable, float] = {}
    for q in (q for p in base if p.stacked for q in p.points):
        sums[q.key] = sums.get(q.key, 0.0) + q.value
    whole = bool(sums) and all(abs(v - 100) < 0.1 for v in sums.values())
    return domain[0] * 10.0**power, (100 if whole else domain[1]) * 10.0**power


def _joined(pieces: Sequence[Piece], keys: Sequence[Hashable]) -> bool:
    """Whether lines run over categories without a value. Raises `Unfit` if only some do."""
    place = {key: n for n, key in enumerate(keys)}
    joined = broken = False
    for piece in (p for p in pieces if p.shape in ("line", "bound")):
        at = sorted(place[q.key] for q in piece.points)
        holes = set(range(at[0], at[-1])) - set(at)
        nulls = {place[g] for g in piece.gaps if g in place}
        if piece.shape == "bound":
            nulls = holes
        broken |= bool(holes & nulls)
        joined |= bool(holes - nulls)
    if joined and broken:
        raise Unfit("lines of which some have gaps and others run on")
    return joined
