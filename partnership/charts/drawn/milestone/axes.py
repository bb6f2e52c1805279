"""The axis of time, the heights of rows, and the names of colours of milestones."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import altair as alt

from partnership.charts.drawn.key import key
from partnership.charts.drawn.milestone import listing
from partnership.charts.forms.milestones import Milestones


def axis(form: Milestones) -> alt.Axis:
    """Years, or the days that are named; none beside a list."""
    look: dict[str, Any] = {"grid": not form.packed, "gridDash": [1, 3], "labelFlush": False}
    if form.listed:
        # A list has no axis of time; its grid is as pale as nothing.
        look |= {
            "labelExpr": either(form, "''", "'' + utcyear(datum.value)"),
            "gridOpacity": alt.ExprRef(either(form, 0, 1)),
        }
    if form.ticks:
        named = {str(_milliseconds(day)): words for day, words in form.ticks}
        return alt.Axis(
            values=[
                alt.DateTime(year=d.year, month=d.month, date=d.day, utc=True)
                for d, _ in form.ticks
            ],
            labelExpr=f"{json.dumps(named, ensure_ascii=False)}[time(datum.value)]",
            **look,
        )
    return alt.Axis(format="%Y", tickCount=8, orient="top" if form.stepped else "bottom", **look)


def _milliseconds(day: date) -> int:
    """The moment at which a day begins in UTC, as a browser counts."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)


def either(form: Milestones, narrow: object, wide: object) -> str:
    """An expression: one thing in a list, another on a time line."""
    return f"width < {listing.narrow(form)} ? {narrow} : {wide}"


def y(form: Milestones, tall: int) -> alt.Y:
    """Pixels from the top."""
    end: Any = tall
    if form.listed:
        end = alt.ExprRef(either(form, listing.height(form), tall))
    scale = alt.Scale(domainMin=0, domainMax=end, reverse=True, nice=False, zero=False)
    return alt.Y("y:Q", axis=None, scale=scale)


def legend(form: Milestones) -> list[alt.Chart]:
    """The names of the colours."""
    names, shades = [name for name, _ in form.legend], [shade for _, shade in form.legend]
    return key(names, shades, "fill", orient="top", symbolType="circle", offset=10)
