"""Names beside columns: of series at the last one, or in a key above; totals over each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from partnership.charts import lines, marks
from partnership.charts.drawn import certainty
from partnership.charts.drawn.column import bars as columns_bars
from partnership.charts.drawn.column.bars import HALF, Bar
from partnership.charts.drawn.column.over import LINE, SHAPES, Over, words
from partnership.charts.drawn.key import key
from partnership.charts.forms import Columns, Series
from partnership.charts.forms.parts import Place

_LETTER = 6.3
"""Pixels of a letter of a name, on the whole."""
_KEY = 21
"""Pixels from the last column to the name behind its key."""
_SHAPE = {"bar": "square", "broad": "square", "ticks": "stroke", "points": "circle"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name beside the last column, at the height of what it names."""

    height: float
    words: str
    colour: str
    shape: str
    fill: str


def beside(columns: Columns) -> bool:
    """Whether series are named at the last column; side by side they have a key above."""
    named = [s for s in columns.series if s.mark in _SHAPE]
    return columns.named and columns.arrangement != "beside" and len(named) > 1


def names(columns: Columns, bars: Sequence[Bar]) -> list[Name]:
    """What stands beside the last column; whom it lacks is named with the last place."""
    if not beside(columns):
        return []
    last = columns.places()[-1] if not _runs_on(columns) else bars[-1].point.at
    found = []
    for one in columns.series:
        labelled = one.mark == "points" and any(p.label for p in one.points)
        if one.mark in _SHAPE and not labelled:
            place, height = _last(one, columns, bars)
            called = one.ends or one.name
            if place not in (None, last):
                called = f"{called}, {columns.name_of(place)}"
            if place is not None:
                found.append(Name(height, called, one.colour, _SHAPE[one.mark], _filling(one)))
    return found


def _filling(one: Series) -> str:
    """How the key of a series is filled: as its bars, where they are all alike."""
    fills = {certainty.filling(one.colour, p.status) for p in one.points}
    return fills.pop() if len(fills) == 1 else one.colour


def _runs_on(columns: Columns) -> bool:
    """Whether a line goes on where there are no more columns."""
    return any(s.mark == "line" for s in columns.series)


def _last(series: Series, columns: Columns, bars: Sequence[Bar]) -> tuple[Any, float]:
    """The last place of a series that shows, and at which height its name belongs."""
    own = [b for b in bars if b.series is series]
    if own:
        bar = own[-1]
        covered = [
            b.high
            for b in bars
            if b.point.at == bar.point.at and b.high < bar.high and columns.arrangement != "stacked"
        ]
        return bar.point.at, (max(covered, default=bar.low) + bar.high) / 2
    shown = list(columns_bars.shown(series, columns))
    if series.mark in ("bar", "broad") or not shown:
        return None, 0.0
    return shown[-1][0].at, shown[-1][1]


def room(found: Sequence[Name]) -> int:
    """Pixels that the names need to the right of the last column."""
    longest = columns_bars.longest(name.words for name in found)
    return round(longest * _LETTER) + _KEY + 6 if found else 0


def draw(found: Sequence[Name], over: Over, tall: float, bars: Sequence[Bar]) -> list[alt.Chart]:
    """Names in ink behind a key in colour: some colours are too pale for type."""
    if not found:
        return []
    runs_on = _runs_on(over.columns)
    x_at = (max(b.right for b in bars) if runs_on else max(over.at.middle.values())) + (
        0 if runs_on else HALF * over.at.slot
    )
    heights = _spread(found, tall, packed=runs_on)
    rows = [
        {
            "x": round(x_at, 4),
            "lower": round(h, 4),
            "words": n.words,
            "fill": n.fill,
            "edge": n.colour,
        }
        for n, h in zip(found, heights, strict=True)
    ]
    layers: list[alt.Chart] = []
    for shape in dict.fromkeys(n.shape for n in found):
        own = [r for r, n in zip(rows, found, strict=True) if n.shape == shape]
        width = 3 if shape == "stroke" else 1
        layers.append(
            over.base(own)
            .mark_point(shape=shape, size=70, xOffset=12, opacity=1, strokeWidth=width)
            .encode(fill=alt.Fill("fill:N", scale=None), stroke=alt.Stroke("edge:N", scale=None))
        )
    return layers + words(over, rows, 0.5, align="left", baseline="middle", dx=_KEY)


def _spread(found: Sequence[Name], tall: float, *, packed: bool) -> list[float]:
    """Heights clear of each other and of the axis; packed where a line passes above."""
    line = 1.1 * lines.LABEL_LINE / tall
    most = 1 + max(n.words.count("\n") for n in found)
    if packed:
        order = sorted(range(len(found)), key=lambda n: found[n].height)
        return [line * (order.index(n) + 1) for n in range(len(found))]
    heights = lines.spread([n.height for n in found], line * most)
    if min(n.height for n in found) < 0:
        return heights
    order = sorted(range(len(heights)), key=heights.__getitem__)
    return [max(h, line * (order.index(n) + 0.5)) for n, h in enumerate(heights)]


def totals(over: Over) -> list[alt.Chart]:
    """Words above each column that has some."""
    labelled = [p for p in over.columns.totals if p.label and p.at in over.tops]
    if not labelled:
        return []
    rows = [
        {
            "x": round(over.at.middle[p.at], 4),
            "lower": round(over.tops[p.at], 4),
            "words": p.label,
        }
        for p in labelled
    ]
    fits = columns_bars.fits(columns_bars.longest(p.label for p in labelled), over.at)
    return words(over, rows, 1, fontWeight="bold", baseline="bottom", dy=-5, opacity=fits)


def above(columns: Columns, tops: Mapping[Place, float]) -> int:
    """Pixels above the highest column that words need."""
    rows = [p.label.count("\n") + 1 for p in columns.totals if p.label and p.at in tops]
    ticks = [
        p.label.count("\n") + 1
        for s in columns.series
        if s.mark == "ticks"
        for p in s.points
        if p.label
    ]
    return LINE * max(rows + ticks, default=0) + 8 * bool(rows + ticks)


def keys(columns: Columns) -> list[alt.Chart]:
    """A key above the drawing, for series that stand side by side."""
    named = [s for s in columns.series if s.mark in _SHAPE and s.mark != "ticks"]
    if columns.arrangement != "beside" or not columns.named or len(named) < 2:
        return []
    points = [s for s in named if s.mark == "points"]
    planned = [s for s in named if all(p.status == "planned" for p in s.points)]
    bars = [s for s in named if s not in (*points, *planned)]
    if planned and len(bars) == 1:
        # The title names what is counted; three keys do not fit one row of a telephone.
        bars = []
    look: dict[str, Any] = {"orient": "bottom"}
    hollow = {"symbolFillColor": marks.PAPER, "symbolStrokeColor": marks.INK}
    broken = {**hollow, "symbolType": "square"}
    if planned:
        broken["symbolStrokeColor"] = planned[0].colour
    return [
        *key(
            [s.name for s in bars], [_filling(s) for s in bars], "fill", **look, symbolType="square"
        ),
        *key(
            [s.name for s in planned],
            [certainty.dashes("planned")] * len(planned),
            "strokeDash",
            **look,
            **broken,
        ),
        *key([s.name for s in points], SHAPES[: len(points)], "shape", **look, **hollow),
    ]
