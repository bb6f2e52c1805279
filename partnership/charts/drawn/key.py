"""Keys: names of series beside a drawing, carried by marks that are not seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import altair as alt

from partnership import palette
from partnership.charts import legends, marks

_PALE = 3.0
"""Contrast under which a colour does not stand out from the paper by itself."""


def key(
    names: Sequence[str],
    looks: Sequence[Any],
    channel: Literal["fill", "shape", "strokeDash"],
    **options: Any,
) -> list[alt.Chart]:
    """A key of series that one channel tells apart, each with its look (colour, shape or dashes).

    It has as many columns as the names leave room for, unless `columns` is among the options.
    Of a key of two channels Streamlit's browser part draws two keys.
    """
    if not names:
        return []
    if channel == "fill":
        # What is as pale as the paper, by day or by night, shows where it ends.
        pale = any(palette.contrast(look, marks.PAPER) < _PALE for look in looks)
        options |= {"symbolStrokeWidth": int(pale), "symbolStrokeColor": marks.SOFT}
    look = {"columns": alt.ExprRef(legends.columns(names)), **options}
    legend = alt.Legend(symbolSize=80, symbolOpacity=1, labelLimit=320, title=None, **look)
    encoding = {
        "field": "name",
        "type": "nominal",
        "scale": alt.Scale(domain=list(names), range=list(looks)),
        "legend": legend,
    }
    kind: Any = {"fill": alt.Fill, "shape": alt.Shape, "strokeDash": alt.StrokeDash}[channel]
    rows = marks.values({"name": name} for name in names)
    points = alt.Chart(rows).mark_point(opacity=0, size=1)
    return [points.encode(**{channel: kind(**encoding)})]
