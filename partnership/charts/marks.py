"""How our charts look: what all of them share, in the manner of a good newspaper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import altair as alt
import pandas as pd

from partnership import palette
from partnership.charts import drafts

drafts.quicken()

INK, SOFT, MUTED = palette.INK.light, palette.SOFT.light, palette.MUTED.light
ITALY, KAZAKHSTAN = palette.ITALY.light, palette.KAZAKHSTAN.light
REPORTER_CHOICE = {"KAZ": "kazakhstan", "ITA": "italy"}
"""What a reader chooses (`State.reporter`) for each of the two reporters."""
REPORTER_COLOUR = {"KAZ": KAZAKHSTAN, "ITA": ITALY}
"""The colour of each reporter."""
PAPER, FAINT = palette.PAPER.light, palette.FAINT.light
Drawing = Any
"""An Altair chart of any shape; its methods promise different classes for the same thing."""

LABEL = 12
"""Size of type on marks, in pixels."""
YEARS_BELOW = 8
"""Pixels between a drawing and its years: half of the 0 that stands beside its lower edge, and air.
"""


def rows(frame: pd.DataFrame) -> alt.InlineData:
    """The rows a chart needs, as plain values (missing ones as null).

    Altair checks and copies lists deeply each time charts are put together, and leaves tuples
    alone: a tenth of the time.
    """
    named = list(frame.columns)
    columns = [_plain(frame[name]) for name in named]
    return values(dict(zip(named, row, strict=True)) for row in zip(*columns, strict=True))


def _plain(column: pd.Series) -> list[Any]:
    gaps = column.isna().tolist()
    return [None if gap else v for v, gap in zip(column.tolist(), gaps, strict=True)]


def values(records: Iterable[dict[str, Any]]) -> alt.InlineData:
    """Records (rows, or GeoJSON features) as the data of a chart, unchecked and uncopied."""
    data = alt.InlineData(values=[])
    data["values"] = tuple(records)
    return data


def finish(chart: Any, height: int | None = None) -> Any:
    """The last touch on every chart: SVG marks (so that they can be read out and found).

    Altair's own methods copy the whole chart deeply each time: a seventh of what a figure costs.
    """
    whole = chart.copy(deep=False)
    if height is not None:
        whole.height = height
    whole.usermeta = {"embedOptions": {"renderer": "svg"}}
    config = alt.Config() if whole.config is alt.Undefined else whole.config.copy(deep=False)
    config.view = alt.ViewConfig(stroke=None)
    whole.config = config
    return whole


def year_axis(title: str = "", **options: Any) -> alt.Axis:
    """A horizontal axis of years without a grid, clear of the lowest label of the other axis."""
    look = {"labelSeparation": 6, **options}
    return alt.Axis(
        title=title or None,
        grid=False,
        format="d",
        tickMinStep=1,
        labelFlush=False,
        labelPadding=YEARS_BELOW,
        **look,
    )


def days(field: str, domain: list[str] | None = None, **options: Any) -> alt.X:
    """Days of `field` along the horizontal, the same in every time zone.

    A browser takes "2024-01-01" for midnight in Greenwich, and would write the evening before it
    in New York and leave out the first year in Almaty.
    """
    ends: dict[str, Any] = {} if domain is None else {"domain": domain}
    return alt.X(f"{field}:T", scale=alt.Scale(type="utc", **ends), **options)


def until(field: str) -> alt.X2:
    """Where what began on a day of `days` ends; a browser speaks it in the same zone."""
    # A title would join that of the axis, which is none.
    return alt.X2(f"utcyearmonthdate({field}):T", title=None)


def value_axis(title: str, **options: Any) -> alt.Axis:
    """A vertical axis: few lines, its title lying above it instead of turned on its side."""
    return alt.Axis(
        title=title,
        titleAngle=0,
        titleAlign="left",
        titleAnchor="start",
        titleX=0,
        titleY=-12,
        titlePadding=0,
        tickCount=5,
        gridDash=[1, 3],
        **options,
    )


def text(**options: Any) -> dict[str, Any]:
    """Mark properties of a label in ink."""
    return {"fontSize": LABEL, "color": INK, **options}


FIELDS = ("tengiz", "kashagan", "karachaganak")
