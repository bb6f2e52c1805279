"""Columns drawn: bars, what stands over them, names beside the last, a hover band for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import altair as alt

from partnership.charts import lines, marks
from partnership.charts.drawn.column import bars as columns_bars
from partnership.charts.drawn.column import names as columns_names
from partnership.charts.drawn.column import over as columns_over
from partnership.charts.drawn.column import places as columns_places
from partnership.charts.drawn.column.bars import Bar
from partnership.charts.drawn.column.over import Over
from partnership.charts.drawn.column.places import Places
from partnership.charts.forms import Columns, Point
from partnership.charts.forms.parts import Place

_WORDS = 16
"""Pixels above the highest column for a label over it."""
_AIR = 0.08
"""Room below the lowest value, as a part of it."""
_WHOLE = (0.0, 100.0)


def draw(columns: Columns, height: int) -> marks.Drawing:
    """`columns` in `height` pixels, without series that have no value."""
    known = (s for s in columns.series if any(p.value is not None for p in s.points))
    columns = replace(columns, series=tuple(known))
    at = columns_places.places(columns)
    bars = columns_bars.bars(columns, at)
    tops = columns_bars.column_tops(bars)
    named = columns_names.names(columns, bars)
    at = replace(at, room=columns_names.room(named))
    low, high = _reach(columns, bars)
    free = columns_names.above(columns, tops) + columns_places.headroom(columns)
    free = max(free, _WORDS * (not columns.span and _labelled(columns)))
    if free and not columns.span:
        # Without round ends a mark at the lowest value would be cut.
        low *= 1 + _AIR
    end = low + (high - low) * lines.plot(height) / (lines.plot(height) - free)
    aside, top = columns_bars.aside(columns), end if columns.breaks else high
    x = columns_places.axis(columns, at, aside)
    y = alt.Y("lower:Q", axis=_value_axis(columns), scale=_scale(columns, low, end, bool(free)))
    tall = lines.plot(height) / (end - low)
    over = Over(columns, at, tops, x, y)
    return alt.layer(
        *columns_places.break_lines(columns, at, x, y, top, aside=aside),
        *columns_bars.draw(bars, x, y),
        *_zero(low, at, x, y),
        *columns_over.draw(over),
        *columns_bars.numbers(bars, columns, at, x, tall),
        *columns_names.totals(over),
        *columns_names.draw(named, over, tall, bars),
        *columns_names.keys(columns),
        *_hover(columns, at, x),
    )


def _labelled(columns: Columns) -> bool:
    """Whether words stand above bars, points or level lines."""
    over = ["points", "steps"] if columns.arrangement == "stacked" else ["points", "steps", "bar"]
    return any(p.label for s in columns.series if s.mark in over for p in s.points)


def _reach(columns: Columns, bars: Sequence[Bar]) -> tuple[float, float]:
    """The lowest and the highest value, zero included, in units of the axis."""
    if columns.span:
        low, high = (v / 10**columns.unit.power for v in columns.span)
        return low, high
    loose = [
        value
        for s in columns.series
        if s.mark not in ("bar", "broad")
        for _, value in columns_bars.shown(s, columns)
    ]
    every = [*loose, *(v for b in bars for v in (b.low, b.high))]
    return min((0.0, *every)), max((0.0, *every)) or 1.0


def _value_axis(columns: Columns) -> alt.Axis:
    title = columns.unit.name
    if columns.total and any(p.label for p in columns.totals) and columns.span:
        # What stands above parts of a whole is another measure.
        title = f"{title}; ↑ {columns.total}"
    if columns.span == _WHOLE:
        return marks.value_axis(title, values=[0, 25, 50, 75, 100])
    return marks.value_axis(title)


def _scale(columns: Columns, low: float, end: float, filled: bool) -> alt.Scale:
    if columns.span or filled:
        return alt.Scale(domain=[low, round(end, 4)], nice=False)
    return alt.Scale(domain=[round(low, 4), round(end, 4)], nice=True)


def _zero(low: float, at: Places, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """The line from which bars go up and down."""
    if low >= 0:
        return []
    left, right = at.ends(aside=False)
    line = alt.Chart(marks.values([{"x": left, "right": right, "lower": 0}]))
    return [line.mark_rule(color=marks.SOFT).encode(x=x, x2="right:Q", y=y)]


def _hover(columns: Columns, at: Places, x: alt.X) -> list[alt.Chart]:
    """Bands as wide as a column that show on hovering, with all that is known of the place.

    Places of which the same is known are one layer, as Vega-Lite has one tooltip for all its rows.
    """
    known = _lines(columns)
    alike: dict[tuple[int, ...], list[dict[str, Any]]] = {}
    for place, middle in at.middle.items():
        lines_here = tuple(n for n, (_, by_place) in enumerate(known) if place in by_place)
        row = {
            "x": round(middle - at.slot / 2, 4),
            "right": round(middle + at.slot / 2, 4),
            "what": columns.name_of(place),
            **{f"l{n}": known[n][1][place] for n in lines_here},
        }
        alike.setdefault(lines_here, []).append(row)
    return [
        _bands(rows, [("what", columns.what), *((f"l{n}", known[n][0]) for n in shown)], x)
        for shown, rows in alike.items()
    ]


def _bands(rows: list[dict[str, Any]], titled: Sequence[tuple[str, str]], x: alt.X) -> alt.Chart:
    over = alt.selection_point(on="pointerover", clear="pointerout", fields=["what"], empty=False)
    return (
        alt.Chart(marks.values(rows))
        .mark_rect(color=marks.INK)
        .encode(
            x=x,
            x2="right:Q",
            opacity=alt.condition(over, alt.value(0.08), alt.value(0)),
            tooltip=[alt.Tooltip(f"{field}:N", title=title) for field, title in titled],
        )
        .add_params(over)
    )


def _lines(columns: Columns) -> list[tuple[str, dict[Place, str]]]:
    """Lines of what hovering shows: a name, and its words by place; the top of a stack first."""
    found = [(columns.total, _words(columns.totals))] if columns.total else []
    series = columns.series[::-1] if columns.arrangement == "stacked" else columns.series
    return found + [(s.name, _words(s.points)) for s in series if any(p.words for p in s.points)]


def _words(points: Sequence[Point]) -> dict[Place, str]:
    return {p.at: _line(p) for p in points if p.words}


def _line(point: Point) -> str:
    """A value with its details: `$4.10bn (months reported: 11)`."""
    more: Any = "; ".join(f"{name}: {what}" if name else what for name, what in point.details)
    return f"{point.words} ({more})" if more else point.words
