"""An axis of known years only; a wider gap marks years left out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import altair as alt
import pandas as pd

from partnership.charts import lines, marks
from partnership.language.texts import Texts

_GAP = 1.7
"""Distance of two neighbours with years left out between them, in columns."""


def places(years: Iterable[int]) -> dict[int, float]:
    """Position of each year, in columns from the first."""
    placed: dict[int, float] = {}
    at = 0.0
    for year in sorted(set(years)):
        if placed:
            at += 1.0 if year - 1 in placed else _GAP
        placed[year] = at
    return placed


def named(years: Iterable[int], t: Texts) -> str:
    """`2009, 2013 and 2021–2025`."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return lines.listed([lines.years(pd.Series(run)) for run in runs], t)


def axis(field: str, placed: dict[int, float], room: int = 0, edge: float = 0.5) -> alt.X:
    """A horizontal axis of `placed` years with `room` pixels for labels at its end."""
    first, last = min(placed.values()) - edge, max(placed.values()) + edge
    names = ", ".join(f"'{at:g}': '{year}'" for year, at in placed.items())
    most = f"{last} + {room} * {last - first} / max(width - {room}, 120)"
    return alt.X(
        f"{field}:Q",
        title=None,
        scale=alt.Scale(domainMin=first, domainMax=alt.ExprRef(most), nice=False, zero=False),
        axis=marks.year_axis(
            values=list(placed.values()),
            labelExpr=f"{{{names}}}[datum.value]",
            labelOverlap=True,
            labelSeparation=3,
        ),
    )


def gaps(placed: dict[int, float], x: alt.X, y: alt.Y, low: float, high: float) -> alt.Chart:
    """A dotted line where years are left out, from `low` to `high` on the other axis."""
    years = sorted(placed)
    at = [(placed[a] + placed[b]) / 2 for a, b in pairwise(years) if b - a > 1]
    start, lower = str(x["shorthand"]).split(":")[0], str(y["shorthand"]).split(":")[0]
    data = pd.DataFrame({start: at, lower: low, "gap_end": high})
    return (
        alt.Chart(marks.rows(data))
        .mark_rule(color=marks.MUTED, strokeDash=[1, 4])
        .encode(x=x, y=y, y2="gap_end:Q")
    )
