"""Bars of a series beside other counts of the same years, and its forecasts and targets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from partnership import palette
from partnership.analysis import corridor as analysis
from partnership.charts import marks
from partnership.charts.forms import Columns, Point, Series, Status, Unit
from partnership.language import amounts
from partnership.language.texts import Texts
from partnership.provenance import sources

_GOLD = palette.SECTOR["transport"].light
_CLEAR = 0.08
"""How far above the bar, in shares of the axis, the number of what stands behind it has room."""
_LEAST_DIFFERENCE = 0.05
"""Relative difference from the series above which another count of its definition is drawn."""


def columns(rows: pd.DataFrame, main: str, unit: str, digits: int, t: Texts) -> Columns:
    """Bars of `main`, other counts beside them, forecasts and targets behind."""
    data = rows.assign(
        metric_id=rows["metric_id"].astype(str),
        who=rows["source_id"].map(sources.publishers(rows["source_id"], t)),
    )
    series = data[data["metric_id"].eq(main) & data["role"].eq("series")]
    ahead = data[data["role"].eq("ahead") & data["metric_id"].isin((main, analysis.PROJECTED))]
    ahead = ahead.drop_duplicates(["year", "at"])
    reached = ahead["year"].map(series.set_index("year")["at"]).fillna(0)
    behind = tuple(
        point if clear else replace(point, label="")
        for point, clear in zip(
            _points(ahead, unit, 1, t),
            (ahead["at"] - reached).gt(_CLEAR * data["at"].max()),
            strict=True,
        )
    )
    others = _points(_others(data, series, main), unit, digits, t)
    found = (
        Series(t("Forecasts and targets"), _GOLD, behind, "broad"),
        Series(t.name(main), _GOLD, _points(series, unit, digits, t), "bar"),
        Series(t("Other counts"), marks.INK, others, "points"),
    )
    return Columns(tuple(s for s in found if s.points), t("Year"), Unit(unit), "beside", gaps=True)


def _others(data: pd.DataFrame, series: pd.DataFrame, main: str) -> pd.DataFrame:
    """Other definitions, and other counts of the main one that differ enough to be seen."""
    series_value = data["year"].map(series.set_index("year")["at"])
    far = (data["at"] / series_value - 1).abs().gt(_LEAST_DIFFERENCE)
    own = data["metric_id"].eq(main)
    rows = data[(own & data["role"].eq("other") & far) | (~own & data["role"].eq("series"))]
    rows = rows[rows["year"].isin(series["year"])]
    return rows.drop_duplicates(["year", "at"])


def _points(rows: pd.DataFrame, unit: str, digits: int, t: Texts) -> tuple[Point, ...]:
    """Values with their source; a rounded one is read as about so much."""
    found = []
    for row in rows.itertuples():
        words = f"{t.number(row.at, digits)} {unit}"
        label = _short(row.at, digits, t)
        found.append(
            Point(
                int(row.year),
                float(row.at),
                t("about {value}", value=words) if row.about else words,
                t("≈ {value}", value=label) if row.about else label,
                _status(row),
                details=((t.name(row.metric_id), row.who),),
            )
        )
    return tuple(found)


def _status(row: Any) -> Status:
    if row.role == "ahead":
        return "planned"
    return "estimated" if row.about else "measured"


def _short(value: float, digits: int, t: Texts) -> str:
    """A value with the decimals that it needs, at most `digits`."""
    whole = amounts.rounded(value, digits)
    needed = next(n for n in range(digits + 1) if amounts.rounded(value, n) == whole)
    return t.number(value, needed)
