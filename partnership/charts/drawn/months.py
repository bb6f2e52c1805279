"""Lines by month in panels; a month under the pointer is marked and told in all of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import altair as alt

from partnership.charts import marks
from partnership.charts.drawn.line import hover as lines_hover
from partnership.charts.forms.months import Curves, Months

_LEFT = 0.06
"""Share of the time that the axis starts before its first month, so that values have room."""
_LONGEST = timedelta(days=31)
_DASHES = {"solid": [1, 0], "dashed": [5, 4], "dotted": [2, 2]}


def draw(form: Months) -> marks.Drawing:
    """The panels from the uppermost down."""
    x = _x(form)
    over = [
        alt.selection_point(
            name=f"over_{n}", on="pointerover", clear="pointerout", fields=["day"], empty=False
        )
        for n in range(len(form.panels))
    ]
    either: Any = over[0]
    for one in over[1:]:
        either = either | one
    drawn = [
        alt.layer(_lines(panel, x), *_hover(form, x, own, either)).properties(
            height=panel.height, width="container"
        )
        for panel, own in zip(form.panels, over, strict=True)
    ]
    return alt.vconcat(*drawn, spacing=44).resolve_scale(x="shared")


def after(month: date) -> date:
    """The first day of the month after the one that begins on `month`."""
    return (month + _LONGEST).replace(day=1)


def _x(form: Months) -> alt.X:
    first, last = form.months[0][0], form.months[-1][0]
    left = first - (last - first) * _LEFT - timedelta(days=20)
    axis = alt.Axis(
        grid=False,
        format="%Y",
        tickCount={"interval": "year", "step": 1},
        labelOverlap=True,
        labelFlush=True,
    )
    return marks.days("day", [str(left), str(after(last))], title=None, axis=axis)


def _lines(panel: Curves, x: alt.X) -> alt.Chart:
    """The lines of a panel, named above it where there are several."""
    rows = [
        {
            "day": str(point.at),
            "at": None if point.value is None else point.value / 10**panel.unit.power,
            "series": one.name,
        }
        for one in panel.series
        for point in one.points
    ]
    base = alt.Chart(marks.values(rows)).mark_line(strokeWidth=2).encode(x=x, y=_y(panel.unit.name))
    if len(panel.series) == 1:
        return base.encode(color=alt.value(panel.series[0].colour))
    names = [one.name for one in panel.series]
    legend = alt.Legend(orient="top", columns=1, symbolType="stroke", offset=24, labelLimit=260)
    colours = alt.Scale(domain=names, range=[one.colour for one in panel.series])
    dashes = alt.Scale(domain=names, range=[_DASHES[one.line] for one in panel.series])
    return base.encode(
        color=alt.Color("series:N", title=None, scale=colours, legend=legend),
        strokeDash=alt.StrokeDash("series:N", scale=dashes, legend=None),
    )


def _y(heading: str) -> alt.Y:
    # Drawings one above the other are as wide as the page without their axes: words go inside.
    axis = marks.value_axis(
        heading, tickMinStep=1, labelAlign="left", labelPadding=0, labelBaseline="bottom"
    )
    axis["titleY"], axis["tickCount"] = -24, 3
    return alt.Y("at:Q", axis=axis, scale=alt.Scale(zero=True))


def _hover(form: Months, x: alt.X, own: alt.Parameter, either: Any) -> tuple[alt.Chart, alt.Chart]:
    """A rule and bands a month wide; each band has the tooltip of its month, `own` its hovering."""
    words = [
        (one.name, {p.at: p.words for p in one.points if p.value is not None})
        for panel in form.panels
        for one in panel.series
    ]
    rows: list[lines_hover.Row] = [
        (
            {"day": str(month), "next": str(after(month))},
            [(form.when, name), *((who, known.get(month, form.none)) for who, known in words)],
        )
        for month, name in form.months
    ]
    ((data, tip),) = lines_hover.grouped(rows)
    base = alt.Chart(data)
    bands = (
        base.mark_rect(color=marks.INK, opacity=0)
        .encode(x=x, x2=marks.until("next"), **tip)
        .add_params(own)
    )
    rule = base.mark_rule(color=marks.INK).encode(
        x=x, opacity=alt.condition(either, alt.value(0.6), alt.value(0))
    )
    return rule, bands
