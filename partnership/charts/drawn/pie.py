"""A pie with its labels outside, on the side where there is room."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

import altair as alt

from partnership import palette
from partnership.charts import marks
from partnership.charts.forms import Pie, Slice

_RADIUS = 104
_HOLE = 38
_NARROW = 4.5
"""Percent under which a slice is too narrow for a label of two lines."""
_LINE = 14
"""Height of a line of a label; a label of two lines above the pie is lifted by one."""
_WHOLE = 100.0
_TURN = 6.283185307


def draw(pie: Pie) -> marks.Drawing:
    """Slices with labels; a set that does not add up to 100 leaves a gap."""
    ends = list(accumulate(one.value for one in pie.slices))
    whole = max(_WHOLE, ends[-1])
    base = alt.Chart(
        marks.values(_row(one, end, whole) for one, end in zip(pie.slices, ends, strict=True))
    )
    turn = alt.Scale(domain=[0, whole], range=[0, _TURN])
    arcs = base.mark_arc(outerRadius=_RADIUS, innerRadius=_HOLE, strokeWidth=1.5).encode(
        theta=alt.Theta("start:Q", scale=turn, stack=None),
        theta2="end:Q",
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("edge:N", scale=None),
        tooltip=[alt.Tooltip("name:N", title=pie.what), alt.Tooltip("share:N", title=pie.measure)],
        description="words:N",
    )
    sides = [(right, upper) for right in (True, False) for upper in (True, False)]
    return alt.layer(arcs, *(_labels(base, turn, *side) for side in sides))


def _row(one: Slice, end: float, whole: float) -> dict[str, Any]:
    turned = (end - one.value / 2) / whole
    return {
        "start": end - one.value,
        "end": end,
        "middle": end - one.value / 2,
        "name": one.name,
        "percent": one.value,
        "share": one.words,
        "words": f"{one.name} {one.words}",
        # Narrow slices are close to each other: their label takes one line.
        "label": f"{one.name}{' ' if one.value < _NARROW else chr(10)}{one.words}",
        "fill": one.colour,
        "edge": palette.edge(one.entity) or marks.PAPER,
        "right": turned < 1 / 2,
        "upper": turned < 1 / 4 or turned > 3 / 4,
    }


def _labels(base: alt.Chart, turn: alt.Scale, right: bool, upper: bool) -> alt.Chart:
    side = f"datum.right === {str(right).lower()} && datum.upper === {str(upper).lower()}"
    look = marks.text(
        radius=_RADIUS + 9,
        align="left" if right else "right",
        baseline="bottom" if upper else "top",
        dy=-_LINE if upper else 0,
        lineBreak="\n",
        limit=150,
    )
    middle = alt.Theta("middle:Q", scale=turn, stack=None)
    return base.transform_filter(side).mark_text(**look).encode(theta=middle, text="label:N")
