"""Bars of a series beside other counts of the same years, and its forecasts and targets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from partnership import palette
from partnership.analysis import corridor as analysis
from partnership.charts import marks
from partnership.charts.forms import Columns, Point, Series, Status, Unit
from partnership.language.texts import Texts
from partnership.provenance import sources

_GOLD = palette.SECTOR["transport"].light
_LEAST_DIFFERENCE = 0.05
"""Relative difference from the series above which another count of its definition is drawn."""


def columns(rows: pd.DataFrame, main: str, unit: str, digits: int, t: Texts) -> Columns:
    """Bars of `main`, marks of other definitions beside them, ticks and bars of what is ahead."""
    data = rows.assign(
        about=analysis.is_rounded_off(rows),
        metric_id=rows["metric_id"].astype(str),
        who=rows["source_id"].map(sources.publishers(rows["source_id"], t)),
    )
    own = data[data["metric_id"].eq(main)]
    series = own[own["role"].eq("series")]
    ahead = data[data["role"].eq("ahead")].drop_duplicates(["year", "at"])
    ahead = ahead[ahead["metric_id"].isin((main, analysis.PROJECTED, analysis.CAPACITY))]
    counted = ahead["year"].isin(series["year"]) | ahead["metric_id"].eq(analysis.CAPACITY)
    bars = pd.concat([series, ahead[~counted]])
    found = [Series(t.name(main), _GOLD, _points(bars, unit, digits, t), "bar")]
    if counted.any():
        ticks = tuple(
            replace(p, label=f"{_ahead(r, t)}\n{p.label}")
            for p, r in zip(
                _points(ahead[counted], unit, 1, t), ahead[counted].itertuples(), strict=True
            )
        )
        found.append(Series(t("Forecasts and targets"), marks.INK, ticks, "ticks"))
    others = _others(data, series, main, t)
    for what in dict.fromkeys(others["what"]):
        points = _points(others[others["what"].eq(what)], unit, 2, t)
        found.append(Series(what, marks.INK, points, "points"))
    return Columns(tuple(found), t("Year"), Unit(unit), "beside")


def _others(data: pd.DataFrame, series: pd.DataFrame, main: str, t: Texts) -> pd.DataFrame:
    """Other definitions, and other counts of the main one that differ enough to be seen."""
    series_value = data["year"].map(series.set_index("year")["at"])
    far = (data["at"] / series_value - 1).abs().gt(_LEAST_DIFFERENCE)
    own = data["metric_id"].eq(main)
    rows = data[(own & data["role"].eq("other") & far) | (~own & data["role"].eq("series"))]
    rows = rows.assign(what=[t.name(m) for m in rows["metric_id"]])
    rows["what"] = rows["what"].mask(rows["metric_id"].eq(main), t("another count of the ministry"))
    rows = rows.drop_duplicates(["metric_id", "year", "at"])
    return rows[rows["year"].isin(series["year"])]


def _ahead(row: Any, t: Texts) -> str:
    """What a tick is: a capacity, a plan or a forecast."""
    if row.metric_id == analysis.CAPACITY:
        return t("capacity")
    return t("plan") if row.status == "target" else t("forecast")


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
                details=((t("Source"), row.who),),
            )
        )
    return tuple(found)


def _status(row: Any) -> Status:
    if row.role == "ahead":
        return "planned"
    return "estimated" if row.about else "measured"


def _short(value: float, digits: int, t: Texts) -> str:
    """A value with the decimals that it needs, at most `digits`."""
    needed = next(n for n in range(digits + 1) if round(value, n) == round(value, digits))
    return t.number(value, needed)
