"""What is drawn over columns: ticks, points, lines and level lines, each with its labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from partnership.charts import marks
from partnership.charts.drawn.column import bars as columns_bars
from partnership.charts.drawn.column.bars import ASIDE, HALF
from partnership.charts.drawn.column.places import Places
from partnership.charts.forms import Columns, Point, Series
from partnership.charts.forms.parts import Place

SHAPES = ("circle", "diamond", "triangle-up", "square")
"""Marks of series of points, in their order."""
_STEP = 0.2
"""Distance of points with the same value beside one column, in columns."""
LINE = 13
"""Height of a line of a label that has several, in pixels."""
_BESIDE = 12
"""Letters for which a column needs room before marks beside its bar are labelled."""
_MANY = 40
"""Columns from which on points are small."""
_SURE = ("measured", "claimed")


@dataclass(frozen=True, slots=True)
class Over:
    """Columns, where they stand, how high their bars reach, and both axes."""

    columns: Columns
    at: Places
    tops: Mapping[Place, float]
    x: alt.X
    y: alt.Y

    def base(self, rows: Sequence[dict[str, Any]]) -> alt.Chart:
        """A layer of rows with `x` and `lower`."""
        return alt.Chart(marks.values(rows)).encode(x=self.x, y=self.y)

    def beside(self, place: Place) -> float:
        """How far from the middle of its place a mark stands, beside a bar if there is one."""
        return ASIDE * (columns_bars.aside(self.columns) and place in self.tops)


def draw(over: Over) -> list[alt.Chart]:
    """All that is drawn over the bars."""
    layers: list[alt.Chart] = []
    for one in over.columns.series:
        if one.mark == "steps":
            layers += _steps(one, over)
        elif one.mark == "line":
            layers += _line(one, over)
        elif one.mark == "ticks":
            layers += _ticks(one, over)
    return layers + _points(over)


def _rows(series: Series, over: Over) -> list[tuple[Point, dict[str, Any]]]:
    return [
        (p, {"x": round(over.at.middle[p.at], 4), "lower": round(v, 4), "words": p.label})
        for p, v in columns_bars.shown(series, over.columns)
    ]


def level(series: Series) -> bool:
    """Whether a line has one height everywhere."""
    return len({p.value for p in series.points}) == 1


def _steps(series: Series, over: Over) -> list[alt.Chart]:
    """A line across each place, or across all of them; words above its beginning or its end."""
    half = over.at.slot / 2
    rows = [
        {**row, "x": row["x"] - half, "right": row["x"] + half} for _, row in _rows(series, over)
    ]
    first, last = rows[0], rows[-1]
    drawn = [{**first, "right": last["right"]}] if level(series) else rows
    dash: dict[str, Any] = {"strokeDash": [3, 3]} if series.muted else {}
    line = over.base(drawn).mark_rule(
        color=series.colour, strokeWidth=1 if series.muted else 1.6, **dash
    )
    named = [(first, "x", "left")] * bool(first["words"])
    named += [(last, "right", "right")] * bool(last["words"] and last is not first)
    weight = {} if series.muted else {"fontWeight": "bold"}
    shown = [line.encode(x2="right:Q")]
    for row, field, align in named:
        shown += words(over, [{**row, "x": row[field]}], 1, align=align, dy=-8, **weight)
    return shown


def _line(series: Series, over: Over) -> list[alt.Chart]:
    """A line, dashed if it is planned, with hollow points and words where it has labels."""
    known = _rows(series, over)
    dashed = any(p.status == "planned" for p, _ in known)
    dash: dict[str, Any] = {"strokeDash": [6, 4]} if dashed else {}
    named = [row for _, row in known if row["words"]]
    line = over.base([row for _, row in known]).mark_line(
        color=series.colour, strokeWidth=2, **dash
    )
    if not named:
        return [line]
    points = _hollow(named, series.colour, "circle", over)
    lift = -20 if any("\n" in row["words"] for row in named) else 0
    beside = words(over, named, 0, dx=9, dy=lift, align="left", baseline="middle")
    return [line, points, *beside]


def _hollow(rows: list[dict[str, Any]], colour: str, shape: str, over: Over) -> alt.Chart:
    return over.base(rows).mark_point(
        size=70, shape=shape, fill=marks.PAPER, stroke=colour, strokeWidth=1.8, opacity=1
    )


def _ticks(series: Series, over: Over) -> list[alt.Chart]:
    """Lines across bars with a halo; beside them, short ones under their words."""
    beside = columns_bars.aside(over.columns)
    half = _STEP if beside else HALF + 0.06
    rows = []
    for point, row in _rows(series, over):
        middle = row["x"] + over.beside(point.at) * over.at.slot
        ends = {"left": middle - half * over.at.slot, "right": middle + half * over.at.slot}
        rows.append({**row, "middle": middle, **ends})
    base = over.base([{**row, "x": round(row["left"], 4)} for row in rows]).encode(x2="right:Q")
    wide = 2 if beside else 4
    shown = [
        base.mark_rule(strokeWidth=wide + 2.5, color=marks.PAPER),
        base.mark_rule(strokeWidth=wide, color=series.colour),
    ]
    labelled = [{**row, "x": round(row["middle"], 4)} for row in rows if row["words"]]
    opacity = columns_bars.fits(5, over.at)
    return shown + words(over, labelled, 1, baseline="bottom", dy=-4, opacity=opacity)


def words(over: Over, rows: Sequence[dict[str, Any]], lift: float, **look: Any) -> list[alt.Chart]:
    """Labels of one or more lines, in ink; `lift` is the share of further lines that is above."""
    look = marks.text(lineBreak="\n", lineHeight=LINE, **look)
    counts = dict.fromkeys(row["words"].count("\n") for row in rows)
    return [
        over.base([row for row in rows if row["words"].count("\n") == more])
        .mark_text(**{**look, "dy": look.get("dy", 0) - lift * LINE * more})
        .encode(text="words:N")
        for more in counts
    ]


def _points(over: Over) -> list[alt.Chart]:
    """Marks of loose values: hollow where they are not sure or stand beside the bars."""
    series = [s for s in over.columns.series if s.mark == "points"]
    layers: list[alt.Chart] = []
    aside = columns_bars.aside(over.columns)
    turns = _turns(series)
    small = len(over.at.middle) > _MANY
    for n, one in enumerate(series):
        for sure in (True, False):
            rows = []
            for point, row in _rows(one, over):
                if (point.status in _SURE and not aside) is sure:
                    shift = over.beside(point.at) + _STEP * turns[one.name, point.at]
                    rows.append({**row, "x": round(row["x"] + shift * over.at.slot, 4)})
            if rows and sure:
                layers.append(
                    over.base(rows).mark_point(
                        filled=True,
                        size=9 if small else 80,
                        shape=SHAPES[n % len(SHAPES)],
                        color=one.colour,
                        stroke=None if small else marks.PAPER,
                        opacity=1,
                    )
                )
            elif rows:
                layers.append(_hollow(rows, one.colour, SHAPES[n % len(SHAPES)], over))
    return layers + _labels(series, over)


def _turns(series: Sequence[Series]) -> dict[tuple[str, Place], float]:
    """How many steps each point stands from the middle of those with its place and value."""
    same: dict[tuple[Place, float], list[str]] = defaultdict(list)
    for one in series:
        for point in one.points:
            if point.value is not None:
                same[point.at, point.value].append(one.name)
    return {
        (name, place): n - (len(names) - 1) / 2
        for (place, _), names in same.items()
        for n, name in enumerate(names)
    }


def _labels(series: Sequence[Series], over: Over) -> list[alt.Chart]:
    """Under marks beside bars; else above the column, or below them where there is none."""
    below: dict[tuple[Place, float | None], dict[str, Any]] = {}
    above, below_left = [], []
    for point, row in ((p, r) for s in series for p, r in _rows(s, over) if p.label):
        if columns_bars.aside(over.columns):
            shift = over.beside(point.at) * over.at.slot
            below[point.at, point.value] = {**row, "x": round(row["x"] + shift, 4)}
        elif point.at in over.tops:
            above.append({**row, "lower": max(row["lower"], over.tops[point.at])})
        else:
            below_left.append(row)
    fits = columns_bars.fits(_BESIDE, over.at)
    return [
        *words(over, list(below.values()), 0, dy=15, opacity=fits),
        *words(over, above, 1, dy=-9, dx=6, align="right"),
        *words(over, below_left, 0, dy=9, dx=6, align="right", baseline="top"),
    ]
