"""The bars of columns: where each begins and ends, and how it looks by its status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import altair as alt

from partnership import palette
from partnership.charts import marks
from partnership.charts.drawn import certainty
from partnership.charts.drawn.column.places import Places
from partnership.charts.forms import Columns, Point, Series

HALF = 0.39
"""Half the width of what stands at one place, in columns."""
_HALF_ASIDE = 0.27
ASIDE = 0.46
"""Where marks stand beside the bar of their place, in columns from its middle."""
_THINNEST = 15
"""Pixels of height under which a part of a stack has no room for a number."""
_LETTER = 5.9
"""Pixels of a figure of the size of numbers on bars."""
_EDGED = 20
"""Columns up to which parts have an edge of paper; it would make narrow ones narrower."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar on the drawing: its sides, its ends in units of the axis, what it is of."""

    left: float
    right: float
    low: float
    high: float
    point: Point
    series: Series

    @property
    def middle(self) -> float:
        """The height halfway along."""
        return (self.low + self.high) / 2

    @property
    def colour(self) -> str:
        """Of its own, or of its series."""
        return self.point.colour or self.series.colour


def aside(columns: Columns) -> bool:
    """Whether points and ticks stand beside the bars, not on them."""
    return columns.arrangement == "beside" and any(
        s.mark in ("points", "ticks") for s in columns.series
    )


def bars(columns: Columns, at: Places) -> list[Bar]:
    """Every bar, those behind first."""
    wide = (_HALF_ASIDE + 0.07) if aside(columns) else HALF + 0.04
    found = [*_alone([s for s in columns.series if s.mark == "broad"], columns, at, wide)]
    main = [s for s in columns.series if s.mark == "bar"]
    if columns.arrangement == "stacked":
        return [*found, *_stacked(main, columns, at)]
    if columns.arrangement == "overlaid":
        return [*found, *_alone(main, columns, at, HALF)]
    half = _HALF_ASIDE if aside(columns) else HALF
    wide = 2 * half / max(len(main), 1)
    for n, one in enumerate(main):
        found += _alone([one], columns, at, wide * 0.48, -half + (n + 0.5) * wide)
    return found


def _alone(
    series: Sequence[Series], columns: Columns, at: Places, half: float, shift: float = 0.0
) -> Iterator[Bar]:
    for one in series:
        for point, value in shown(one, columns):
            x = at.middle[point.at] + shift * at.slot
            yield Bar(x - half * at.slot, x + half * at.slot, 0.0, value, point, one)


def _stacked(series: Sequence[Series], columns: Columns, at: Places) -> Iterator[Bar]:
    """What is below zero hangs down from it, what is above stands on it."""
    reached: dict[tuple[Any, bool], float] = defaultdict(float)
    for one in series:
        for point, value in shown(one, columns):
            x, key = at.middle[point.at], (point.at, value < 0)
            if value:
                start = reached[key]
                reached[key] = round(start + value, 9)
                ends = (x - HALF * at.slot, x + HALF * at.slot)
                yield Bar(*ends, start, reached[key], point, one)


def shown(series: Series, columns: Columns) -> Iterator[tuple[Point, float]]:
    """Points with a value, in units of the axis."""
    for point in series.points:
        if point.value is not None:
            yield point, point.value / 10**columns.unit.power


def draw(found: Sequence[Bar], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """The bars, in their order; each stretch of one status in a layer of its own."""
    layers: list[alt.Chart] = []
    for (status, broad), stretch in groupby(
        found, lambda b: (b.point.status, b.series.mark == "broad")
    ):
        rows = [
            {
                "x": round(b.left, 4),
                "right": round(b.right, 4),
                "lower": round(b.low, 4),
                "upper": round(b.high, 4),
                "fill": certainty.filling(b.colour, status),
                "edge": b.colour,
            }
            for b in stretch
        ]
        look: dict[str, Any] = {}
        if certainty.outlined(status):
            look = {"strokeWidth": 1.4, "strokeDash": certainty.dashes(status)}
        elif not broad and len({b.point.at for b in found}) <= _EDGED:
            look = {"stroke": marks.PAPER, "strokeWidth": 0.6}
        coded: dict[str, Any] = {"fill": alt.Fill("fill:N", scale=None)}
        if certainty.outlined(status):
            coded["stroke"] = alt.Stroke("edge:N", scale=None)
        base = alt.Chart(marks.values(rows)).mark_rect(**look)
        layers.append(base.encode(x=x, x2="right:Q", y=y, y2="upper:Q", **coded))
    return layers


def numbers(
    found: Sequence[Bar], columns: Columns, at: Places, x: alt.X, tall: float
) -> list[alt.Chart]:
    """Labels in the parts of a stack that have room, above bars that stand alone.

    `tall` are pixels of a unit of the axis.
    """
    labelled = [b for b in found if b.point.label]
    inside = columns.arrangement == "stacked"
    if inside:
        labelled = [b for b in labelled if abs(b.high - b.low) * tall >= _THINNEST]
    rows = [
        {
            "x": round((b.left + b.right) / 2, 4),
            "lower": round(b.middle if inside else b.high, 4),
            "words": b.point.label,
            "ink": _on(b) if inside else marks.INK,
        }
        for b in labelled
    ]
    if not rows:
        return []
    look: dict[str, Any] = {"fontWeight": "bold"} if inside else {"dy": -8}
    look |= {"fontSize": marks.LABEL, "opacity": fits(_letters(labelled, columns), at)}
    base = alt.Chart(marks.values(rows)).encode(x=x, y="lower:Q", text="words:N")
    text = base.mark_text(**look).encode(color=alt.Color("ink:N", scale=None))
    if inside or not any(b.series.mark == "broad" for b in found):
        return [text]
    # The edge of what stands behind a bar may run through its number.
    return [base.mark_text(**look, color=marks.PAPER, stroke=marks.PAPER, strokeWidth=3), text]


def _on(bar: Bar) -> str:
    return palette.on(certainty.filling(bar.colour, bar.point.status))


def _letters(labelled: Sequence[Bar], columns: Columns) -> int:
    """Letters that have to fit beside each other at one place."""
    several = max(sum(s.mark == "bar" for s in columns.series), 1)
    beside = several if columns.arrangement == "beside" else 1
    return max(
        longest([b.point.label]) * (1 if b.series.mark == "broad" else beside) for b in labelled
    )


def longest(labels: Iterable[str]) -> int:
    """Letters of the longest line of all labels."""
    return max((len(line) for label in labels for line in label.split("\n")), default=0)


def fits(letters: int, at: Places) -> Any:
    """Opacity of labels: none where columns are too narrow for them."""
    slots = (max(at.middle.values()) - min(at.middle.values())) / at.slot + 1
    return alt.ExprRef(f"width - {at.room} > {round(slots * letters * _LETTER)} ? 1 : 0")


def column_tops(found: Sequence[Bar]) -> dict[Any, float]:
    """How high the bars of each place reach."""
    tops: dict[Any, float] = {}
    for bar in found:
        tops[bar.point.at] = max(tops.get(bar.point.at, 0.0), bar.low, bar.high)
    return tops
