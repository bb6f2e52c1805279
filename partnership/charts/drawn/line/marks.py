"""Marks of lines: which values have one, its shape, whether it is hollow; stretches of a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import altair as alt

from partnership.charts import marks
from partnership.charts.drawn.line import axes as lines_axes
from partnership.charts.drawn.line import hover as lines_hover
from partnership.charts.drawn.line.axes import Axes, shown
from partnership.charts.forms import Lines, Point, Series
from partnership.charts.forms.parts import Mark

_LEGEND_COLUMNS = alt.ExprRef("width > 620 ? 5 : 2")
_JOINED = ("measured", "estimated", "planned")
"""Values that a line leads to as the line of its series; to others only dots lead."""


def runs(one: Series) -> Iterator[tuple[str, list[Point]]]:
    """Stretches of a line and how each is drawn; a hole ends one.

    To values that are less sure than those before, a dotted stretch leads from the last of these.
    """
    if one.mark != "line":
        return
    run: list[Point] = []
    stroke: str = one.line
    for point in one.points:
        wanted = one.line if point.status in _JOINED else "dotted"
        if point.value is None or (run and wanted != stroke):
            if len(run) > 1:
                yield stroke, run
            run = [] if point.value is None else run[-1:]
        if point.value is not None:
            run.append(point)
        stroke = wanted
    if len(run) > 1:
        yield stroke, run


def hollow(one: Series, point: Point) -> bool:
    """Whether a mark is open: of values that are not measured, and of other editions."""
    return point.status in ("estimated", "planned", "press") or one.line == "dotted"


def _marked(form: Lines) -> Iterator[tuple[Series, Point]]:
    """Values that have a mark; on a line only those that stand out, or all with `dots`."""
    for one in form.series:
        known = [p for p in one.points if p.value is not None]
        joined = {id(p) for _, run in runs(one) for p in run} if one.mark == "line" else set()
        for point in known:
            stands_out = hollow(one, point) and point.status != "planned"
            plain = form.dots and one.line == "solid"
            if one.mark == "points" or stands_out or plain or id(point) not in joined:
                yield one, point


def points(form: Lines, at: Axes, mark: Mark) -> list[alt.Chart]:
    """Marks of the series that are lines, or of those that are points alone."""
    rows = []
    for one, point in _marked(form):
        if one.mark != mark:
            continue
        row = {
            "year": place(point) + lines_axes.aside(form, one),
            "at": shown(form, point.value or 0),
            "name": one.name,
            **_look(form, one, point),
        }
        rows.append((row, lines_hover.own_words(form, one, point)))
    channels: dict[str, Any] = {
        "x": at.x,
        "y": at.y,
        "size": alt.Size("size:Q", scale=None),
        "fill": alt.Fill("fill:N", scale=None),
        **(_legend(form) if form.named == "legend" else _plain()),
    }
    return [
        alt.Chart(data).mark_point(opacity=1, strokeWidth=1.7).encode(**channels, **tip)
        for data, tip in lines_hover.grouped(rows)
    ]


def place(point: Point) -> float:
    """Where a value stands on the axis of years."""
    if point.covers:
        return sum(point.covers) / 2
    return float(str(point.at))


def _look(form: Lines, one: Series, point: Point) -> dict[str, Any]:
    colour = point.colour or one.colour
    if point.status == "claimed":
        return {"shape": "diamond", "size": 110, "fill": colour, "edge": marks.PAPER}
    is_open = hollow(one, point) or form.named == "legend"
    size = 52 if is_open or one.mark == "points" else 22
    if one.line == "dotted" or (point.status == "estimated" and one.mark == "line"):
        size = 34
    if one.muted:
        size = 8
    fill = marks.PAPER if is_open else colour
    return {"shape": "circle", "size": size, "fill": fill, "edge": colour}


def _plain() -> dict[str, Any]:
    return {
        "shape": alt.Shape("shape:N", scale=None),
        "stroke": alt.Stroke("edge:N", scale=None),
    }


def _legend(form: Lines) -> dict[str, Any]:
    """Shapes and colours of the series, named above the drawing."""
    names = [one.name for one in form.series]
    legend = alt.Legend(
        title=None,
        orient="top",
        columns=_LEGEND_COLUMNS,
        labelFontSize=12,
        offset=24,
        symbolFillColor=marks.PAPER,
    )
    colours = alt.Scale(domain=names, range=[one.colour for one in form.series])
    shapes = alt.Scale(domain=names, range=[one.shape for one in form.series])
    return {
        "shape": alt.Shape("name:N", scale=shapes, legend=legend),
        "stroke": alt.Stroke("name:N", scale=colours, legend=legend),
    }
