"""The axis of time, the heights of rows, and the names of colours of milestones."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import altair as alt

from partnership.charts import legends
from partnership.charts.drawn.key import key
from partnership.charts.drawn.milestone import listing
from partnership.charts.forms.milestones import Milestones, Sign

_BELOW, _LINE = 10, 17
"""Pixels between the drawing and the signs, and of a line of them."""
_DISC = "M-.8,0A.8,.8,0,1,1,.8,0A.8,.8,0,1,1,-.8,0Z"
_SIGNS: dict[Sign, str] = {
    "dot": _DISC,
    "hollow": f"{_DISC}M-.45,0A.45,.45,0,1,0,.45,0A.45,.45,0,1,0,-.45,0Z",
    "ringed": "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0ZM-.75,0A.75,.75,0,1,0,.75,0A.75,.75,0,1,0,-.75,0Z"
    "M-.45,0A.45,.45,0,1,1,.45,0A.45,.45,0,1,1,-.45,0Z",
    "diamond": "M0,-.95L.75,0L0,.95L-.75,0Z",
    "triangle": "M-.7,-.9L1,0L-.7,.9ZM-.35,-.35L-.35,.35L.3,0Z",
    "bar": "M-1,-.6H1V.6H-1Z",
    "open": "M-1,-.6H-.7V.6H-1ZM-.43,-.6H-.13V.6H-.43ZM.13,-.6H.43V.6H.13ZM.7,-.6H1V.6H.7Z",
    "tick": "M-.25,-.9H.25V.9H-.25Z",
}
"""Shapes in a square from -1 to 1; what is hollow has an inner outline that turns the other way."""


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
    """The names of the colours above, the signs with their words below."""
    names, shades = [name for name, _ in form.legend], [shade for _, shade in form.legend]
    words, shapes = [w for _, w in form.key], [_SIGNS[sign] for sign, _ in form.key]
    look = {"symbolStrokeWidth": 0, "offset": _BELOW}
    return [
        *key(names, shades, "fill", orient="top", symbolType="circle", offset=10),
        *key(words, shapes, "shape", orient="bottom", **look),
    ]


def below(form: Milestones) -> int:
    """Pixels of the lines that the signs have on a telephone more than at a desk."""
    return _LINE * max(0, legends.lines([words for _, words in form.key]) - 1)
