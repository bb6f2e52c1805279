"""Italian-owned wind and solar capacity of Kazakhstan, against all of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import climate as analysis
from partnership.charts import lines, marks
from partnership.charts.forms import Bars, Category, Chart, Point, Series
from partnership.figures import shared, yearly
from partnership.figures.figure import Figure, register
from partnership.figures.renewables.map import PLANTS
from partnership.language import amounts, codes, texts
from partnership.language.texts import Texts, message
from partnership.maps.assets import seen_on
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_PARTS = {
    "wind": codes.ENERGY_SOURCE["wind"],
    "solar": codes.ENERGY_SOURCE["solar"],
    "both": message("Total"),
}


@register("renewables.italian_owned", sectors=("renewables",), uses=("from_year", "to_year"))
def italian_owned(state: State) -> Figure:
    """Italian-owned capacity against all wind and solar of Kazakhstan."""
    t = texts.in_language(state.lang)
    plants = seen_on(date.today())
    italian = plants.loc[plants["italian"], "asset_id"]
    known = analysis.italian_owned(tables.load("observations"), plants, italian)
    whole = known.loc[known["part"].eq("both"), "year"]
    if whole.empty:
        raise needed.missing("observations", metric_id=tuple(analysis.CAPACITIES), entity_id="KAZ")
    rows = yearly.chosen(known, state)
    year = rows.loc[rows["part"].eq("both"), "year"].max()
    if pd.isna(year):
        title = t("Italian-owned wind and solar capacity in Kazakhstan, MW")
        return yearly.unknown("renewables.italian_owned", title, whole, t)
    now = rows[rows["year"].eq(year)].set_index("part")
    return shared.from_rows(
        "renewables.italian_owned",
        t("Italian-owned and all wind and solar capacity, MW, end of {year}", year=int(year)),
        Chart(_bars(now, t)),
        rows,
        also=sources.ids(plants[plants["asset_id"].isin(PLANTS)]),
        headline=""
        if pd.isna(now.loc["both", "share"])
        else t(
            "{share} of Kazakhstan's wind and solar capacity is Italian-owned",
            share=t.percent(now.loc["both", "share"]),
        ),
        finding=_peak(rows, t),
        note=_note(plants, t),
    )


def _peak(rows: pd.DataFrame, t: Texts) -> str:
    """When the Italian-owned part of wind was largest; a share of nothing is none."""
    wind = rows[rows["part"].eq("wind") & rows["share"].notna()]
    if wind.empty:
        return ""
    peak = wind.loc[wind["share"].idxmax()]
    return t(
        "Of wind alone the Italian-owned share was highest at the end of {peak}: {most}.",
        peak=int(peak["year"]),
        most=t.percent(peak["share"]),
    )


def _note(plants: pd.DataFrame, t: Texts) -> str:
    """What counts as Italian-owned, which plants do not yet, and whose total it is set against."""
    built = plants[plants["asset_id"].isin(PLANTS) & plants["italian"]]
    ahead = [t.name(a) for a in built.loc[built["asset_status"].ne("operating"), "asset_id"]]
    return sentences.joined(
        t(
            "The latest year for which both are available. Italian-owned: plants of Plenitude "
            "(Eni) in operation."
        ),
        t("Not yet included: {plants}.", plants=lines.listed(ahead, t)) if ahead else "",
        t(
            "Kazakhstan's total according to IRENA, edition of {year}.",
            year=sources.by_ids([analysis.CAPACITY])[0].published[:4],
        ),
    )


def _bars(now: pd.DataFrame, t: Texts) -> Bars:
    owners = (
        (t("All"), palette.FAINT.light, "", "all_mw"),
        (t("Italian-owned"), marks.ITALY, "ITA", "held_mw"),
    )
    return Bars(
        tuple(Category(p, t(w), head=_head(t(w), now.loc[p], t)) for p, w in _PARTS.items()),
        tuple(
            Series(name, colour, _points(now[column], t), mark="bar", entity=entity)
            for name, colour, entity, column in owners
        ),
        what=t("Source of electricity"),
        by=t("Owner"),
        measure=t("Capacity"),
        above=True,
    )


def _points(by_part: pd.Series, t: Texts) -> tuple[Point, ...]:
    return tuple(
        Point(p, float(by_part[p]), amounts.amount(by_part[p], "MW", t, 0)) for p in _PARTS
    )


def _head(part: str, row: Any, t: Texts) -> str:
    head = t(
        "{part}: {italian} of {all} MW",
        part=part,
        italian=t.number(row["held_mw"]),
        all=t.number(row["all_mw"]),
    )
    return head if pd.isna(row["share"]) else f"{head}, {t.percent(row['share'])}"
