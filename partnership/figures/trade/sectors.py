"""Italy's exports to Kazakhstan by sector, in the grouping of each publisher."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import products as analysis
from partnership.charts import lines
from partnership.charts.forms import Chart, Heading, Unit
from partnership.figures import grouped, shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.provenance.sources import publisher
from partnership.state import State

_GROUPINGS = {
    "observatory": message("Groups of the foreign ministry's observatory"),
    "ice": message("Groups of the trade agency ICE"),
    "istat": message("A group of Istat as published by a news agency"),
    "fashion": message("Count of Confindustria Moda"),
    "footwear": message("Count of Assocalzaturifici"),
    "places": message("Single regions and provinces, all goods or as named"),
}


@register("trade.italian_exports_by_sector", sectors=("trade",), uses=("from_year", "to_year"))
def italian_exports_by_sector(state: State) -> Figure:
    """Italian exports to Kazakhstan by sector, each grouping by itself, parts of Italy last."""
    t = texts.in_language(state.lang)
    rows = analysis.exports_by_sector(tables.load("observations"), state.from_year, state.to_year)
    if rows.empty:
        why = t("No total by sector is available for these years.")
        title = t("Italy's exports to Kazakhstan by sector")
        return shared.nothing("trade.italian_exports_by_sector", title, why)
    groups = [
        grouped.Group(
            Heading(t(_GROUPINGS[str(key)]), grouped.published(matching, t)),
            (palette.OTHERS if key == "places" else palette.ITALY).light,
            matching,
        )
        for key, matching in rows.groupby("grouping", sort=False)
    ]
    unit = Unit(t("million EUR"), power=6)
    shares = analysis.shares_of_total(rows, tables.load("trade"))
    return Figure(
        id="trade.italian_exports_by_sector",
        title=t(
            "Italy's exports to Kazakhstan by sector, each classification separately, {years}, "
            "million EUR",
            years=grouped.years(rows),
        ),
        drawn=Chart(grouped.bars(groups, lambda row: _named(row, t), unit, t)),
        table=pd.concat([rows, shares[["metric_id", "period", "total", "share"]]]),
        source_ids=sources.ids(rows),
        finding=_finding(shares, t),
        note=" ".join(
            [
                *_customs(tables.load("trade"), t),
                t(
                    "Groups overlap, are not customs codes and are counted by different offices: "
                    "bars of different groups neither add up nor form a series. Full bars: as "
                    "published; dashed: approximate, a bound, or derived from a published change. "
                    "The last group covers parts of Italy."
                ),
            ]
        ),
        badges=shared.badges(rows, "incomplete"),
    )


def _customs(trade: pd.DataFrame, t: Texts) -> list[str]:
    """Up to which year groups of Italian exports by customs code are on file, if any are."""
    periods = trade.loc[trade["product_id"].str.startswith("itgrp_"), "period"]
    if periods.empty:
        return []
    words = t(
        "Italy's exports by customs code are available up to {year} and in part.",
        year=int(str(periods.max())[:4]),
    )
    return [words]


def _named(row: Any, t: Texts) -> str:
    return t("{what}, {period}", what=t.name(str(row.metric_id)), period=t.day(row.period))


def _finding(shares: pd.DataFrame, t: Texts) -> str:
    """Shares of all exports in the latest year for which one source has several and the total."""
    years = shares[shares["period"].str.len().eq(4)]
    several = years.groupby(["source_id", "period"])["metric_id"].transform("size").gt(1)
    matching = years[several]
    if matching.empty:
        return ""
    matching = matching[matching["year"].eq(matching["year"].max())].sort_values(
        "share", ascending=False
    )
    first = matching.iloc[0]
    listed = [
        t("{what} {share}", what=t.name(str(r.metric_id)), share=t.percent(r.share))
        for r in matching.itertuples()
    ]
    return t(
        "Of exports of {total} in {year}: {list} ({who}).",
        total=amounts.in_millions(first["total"], "EUR", t),
        year=first["period"],
        list=lines.listed(listed, t),
        who=publisher(first["source_id"], t),
    )
