"""Greenhouse gas emissions of both countries, indexed to the base year."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import climate as analysis
from partnership.analysis import climate_targets
from partnership.analysis.climate_targets import CONDITIONAL, UNCONDITIONAL
from partnership.charts import lines
from partnership.charts.forms import Chart, Lines, Point, Series, Unit
from partnership.figures import shared
from partnership.figures.climate.sectors import as_set
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import sentences

_HEIGHT = 320
_BASE = analysis.BASE_YEAR


@register("climate.indexed", sectors=("renewables",))
def indexed(state: State) -> Figure:
    """Greenhouse gas emissions of both countries, index 1990 = 100."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows = pd.concat([analysis.totals(seen, c) for c in ("KAZ", "ITA")], ignore_index=True)
    stated = climate_targets.percentages(seen)
    stated = stated.assign(index=stated["value"] + 100)
    targets = stated[~stated["land_use"].astype(bool)]
    table = pd.concat([rows, stated[[*rows.columns, "metric_id"]]], ignore_index=True)
    return Figure(
        id="climate.indexed",
        title=t(
            "Greenhouse gas emissions of Kazakhstan and Italy, EDGAR, excluding land use, "
            "{years}, index {base} = 100",
            years=lines.years(rows["year"]),
            base=_BASE,
        ),
        drawn=Chart(_drawn(rows, targets, t), _HEIGHT),
        table=table,
        source_ids=sources.ids(table),
        finding=_finding(rows, t),
        note=sentences.joined(
            *[
                as_set(stated, t),
                t(
                    "All years since {base} are shown, whichever years are selected.",
                    base=_BASE,
                ),
            ]
        ),
        badges=shared.badges(table),
        height=_HEIGHT,
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """Both countries in the last year for which both are known."""
    wide = rows.pivot_table(index="year", columns="entity_id", values="index").dropna()
    if wide.empty:
        return ""
    low = rows[rows["entity_id"].eq("KAZ")].sort_values("value").iloc[0]
    now = wide.iloc[-1]
    return t(
        "In {year} Kazakhstan was at {kazakh} of its {base} level, after {low} in {low_year}; "
        "Italy was at {italian}.",
        base=_BASE,
        year=int(wide.index[-1]),
        kazakh=t.percent(now["KAZ"]),
        low=t.percent(low["index"]),
        low_year=int(low["year"]),
        italian=t.percent(now["ITA"]),
    )


def _drawn(rows: pd.DataFrame, targets: pd.DataFrame, t: Texts) -> Lines:
    named = {UNCONDITIONAL: t("Target"), CONDITIONAL: t("Conditional")}
    aims = []
    for what, year, index in targets[["what", "year", "index"]].itertuples(index=False):
        value = t.number(index)
        aim = Point(int(year), float(index), value, f"{named[what]} {value}", "planned")
        aims.append(Series(named[what], "", (aim,), "points", entity="KAZ"))
    return Lines(
        (*(_country(str(c), own, t) for c, own in rows.groupby("entity_id", sort=False)), *aims),
        Unit(t("index, {base} = 100", base=_BASE)),
        t("Year"),
        none=t("no data"),
    )


def _country(country: str, own: pd.DataFrame, t: Texts) -> Series:
    points = tuple(
        Point(int(year), float(value), t.number(value, 1))
        for year, value in own[["year", "index"]].itertuples(index=False)
    )
    ends = f"{t.short(country)} {t.number(points[-1].value or 0)}"
    return Series(t.name(country), "", points, entity=country, ends=ends)
