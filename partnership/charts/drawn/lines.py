"""Lines and points over years, named at their ends."""

from __future__ import annotations

from typing import Any

import altair as alt

from partnership.charts import marks
from partnership.charts.drawn import inside
from partnership.charts.drawn.line import axes as lines_axes
from partnership.charts.drawn.line import hover as lines_hover
from partnership.charts.drawn.line import marks as lines_marks
from partnership.charts.drawn.line import names as lines_names
from partnership.charts.drawn.line.axes import Axes, shown
from partnership.charts.forms import Lines, Point, Series

_DASHES = {"solid": [1, 0], "dashed": [5, 4], "dotted": [2, 3]}


def draw(form: Lines, height: int) -> marks.Drawing:
    """From the back: shades, breaks, levels, hover, lines, marks, labels, names."""
    at = lines_axes.axes(form, height)
    bands, hits = lines_hover.layers(form, at)
    return alt.layer(
        *_fills(form, at),
        *lines_axes.broken(form, at),
        *lines_axes.levels(form, at),
        *bands,
        *_joined(form, at),
        *_covered(form, at),
        *lines_marks.points(form, at, "line"),
        *hits,
        *lines_marks.points(form, at, "points"),
        *_labels(form, at),
        *lines_names.names(form, at),
    )


def _fills(form: Lines, at: Axes) -> list[alt.Chart]:
    return [
        alt.Chart(
            marks.values(
                {"year": g.at, "at": shown(form, g.low), "other": shown(form, g.high)}
                for g in fill.gaps
            )
        )
        .mark_area(color=fill.colour, opacity=0.22 if fill.bound else 0.45)
        .encode(x=at.x, y=at.y, y2="other:Q")
        for fill in form.fills
    ]


def _joined(form: Lines, at: Axes) -> list[alt.Chart]:
    """Lines, one layer a way of drawing them."""
    looks: dict[tuple[float, str], list[dict[str, Any]]] = {}
    for n, one in enumerate(form.series):
        for stroke, run in lines_marks.runs(one):
            look = _width(form, one, stroke), stroke
            looks.setdefault(look, []).extend(
                {
                    "year": int(str(p.at)) + lines_axes.aside(form, one),
                    "at": shown(form, p.value or 0),
                    "run": f"{n}.{run[0].at}",
                    "colour": one.colour,
                    "who": lines_hover.who(one),
                }
                for p in run
            )
    layers = []
    course: dict[str, Any] = {"interpolate": "step"} if form.stepped else {}
    # The thin ones first: those that matter lie above them.
    for (width, stroke), rows in sorted(looks.items()):
        layers.append(
            alt.Chart(marks.values(rows))
            .mark_line(strokeDash=_DASHES[stroke], **course)
            .encode(
                x=at.x,
                y=at.y,
                detail="run:N",
                color=alt.Color("colour:N", scale=None),
                **lines_hover.highlighted(form, width),
            )
        )
    return layers


def _width(form: Lines, one: Series, stroke: str) -> float:
    if stroke == "dotted":
        return 1.2
    if one.muted:
        return lines_hover.THIN
    return 3.0 if any(s.muted for s in form.series) else 2.4 if stroke == "solid" else 2.0


def _covered(form: Lines, at: Axes) -> list[alt.Chart]:
    """Bars over the part of a year that a value is of."""
    rows = [
        {"year": p.covers[0], "end": p.covers[1], "at": shown(form, p.value), "colour": s.colour}
        for s in form.series
        for p in s.points
        if p.covers and p.value is not None and p.status != "claimed"
    ]
    if not rows:
        return []
    bar = alt.Chart(marks.values(rows)).mark_rule(strokeWidth=1.5)
    return [bar.encode(x=at.x, x2="end:Q", y=at.y, color=alt.Color("colour:N", scale=None))]


_SIDES: dict[str, dict[str, Any]] = {
    "below": {"dy": 16, "fontSize": marks.LABEL},
    "left": {"align": "right", "dx": 9, "dy": -9, "fontSize": marks.LABEL},
    "right": {"align": "left", "dx": 9, "baseline": "middle", "fontSize": marks.LABEL},
    "along": {"align": "left", "dx": 4, "dy": 22, "fontSize": marks.LABEL, "fontWeight": "bold"},
}
"""How words stand beside a mark."""


def _labels(form: Lines, at: Axes) -> list[alt.Chart]:
    """Words beside marks: right of those of the last year, left of claims and plans, or below."""
    placed: dict[str, list[dict[str, Any]]] = {}
    for one in form.series:
        for point in one.points:
            if point.label and point.value is not None:
                side = _side(one, point, at)
                along, bold = at.along(lines_marks.place(point)), "fontWeight" in _SIDES[side]
                row = {
                    "year": lines_marks.place(point),
                    "at": shown(form, point.value),
                    "words": point.label,
                    **inside.measured(point.label, along, bold=bold),
                }
                colour = one.colour if side == "along" else marks.INK
                placed.setdefault(side, []).append({**row, "colour": colour})
    return [
        alt.Chart(marks.values(rows))
        .mark_text(**_beside(side, at))
        .encode(x=at.x, y=at.y, text="words:N", color=alt.Color("colour:N", scale=None))
        for side, rows in placed.items()
    ]


def _beside(side: str, at: Axes) -> dict[str, Any]:
    look = _SIDES[side]
    if side not in ("left", "along"):
        return look
    return look | {"dx": at.aside(look["align"], look["dx"])}


def _side(one: Series, point: Point, at: Axes) -> str:
    if one.mark == "line":
        return "along" if one.line == "dashed" else "below"
    if point.status not in ("claimed", "planned"):
        return "below"
    return "right" if point.at == at.last else "left"
