"""Italy's exports to Kazakhstan by sector, in the grouping of each publisher."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import products as analysis
from partnership.charts import lines
from partnership.charts.forms import Heading, Unit
from partnership.figures import grouped, shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance.sources import publisher
from partnership.state import State
from partnership.wording.sentences import joined

_ID = "trade.italian_exports_by_sector"
_GROUPINGS = {
    "observatory": message("Groups of the foreign ministry's observatory"),
    "ice": message("Groups of the trade agency ICE"),
    "istat": message("A group of Istat as published by a news agency"),
    "fashion": message("Count of Confindustria Moda"),
    "footwear": message("Count of Assocalzaturifici"),
    "places": message("Single regions and provinces, all goods or as named"),
}


@register(_ID, sectors=("trade",), uses=("from_year", "to_year"))
def italian_exports_by_sector(state: State) -> Figure:
    """Italian exports to Kazakhstan by sector, each grouping by itself, parts of Italy last."""
    t = texts.in_language(state.lang)
    rows = analysis.exports_by_sector(tables.load("observations"), state.from_year, state.to_year)
    if rows.empty:
        why = t("No total by sector is available for these years.")
        return shared.nothing(_ID, t("Italy's exports to Kazakhstan by sector"), why)
    # The latest of each is drawn: those of other years form no series.
    drawn = rows.drop_duplicates(["grouping", "metric_id"])
    groups = [
        grouped.Group(
            Heading(t(_GROUPINGS[str(key)]), grouped.published(own, t)),
            (palette.OTHERS if key == "places" else palette.ITALY).light,
            own,
        )
        for key, own in drawn.groupby("grouping", sort=False)
    ]
    shares = analysis.shares_of_total(rows, tables.load("trade"))
    headline, finding = _latest(shares, t)
    bars = grouped.bars(groups, lambda row: _named(row, t), Unit(t("million EUR"), power=6), t)
    return shared.drawn(
        _ID,
        replace(bars, above=True),
        drawn,
        table=pd.concat([rows, shares[["metric_id", "period", "total", "share"]]]),
        title=t(
            "Italy's exports to Kazakhstan by sector, latest of each publisher, million EUR, "
            "{years}",
            years=grouped.years(drawn),
        ),
        headline=headline,
        finding=finding,
        note=joined(
            _customs(tables.load("trade"), t),
            t(
                "Groups overlap, are not customs codes and are counted by different offices: "
                "bars of different groups neither add up nor form a series. Full bars: as "
                "published; outlined: approximate, a bound, or derived from a published change. "
                "The last group covers parts of Italy."
            ),
        ),
        incomplete=True,
    )


def _customs(trade: pd.DataFrame, t: Texts) -> str:
    """Up to which year groups of Italian exports by customs code are on file, if any are."""
    periods = trade.loc[trade["product_id"].str.startswith("itgrp_"), "period"]
    words = message("Italy's exports by customs code are available up to {year} and in part.")
    return t(words, year=int(str(periods.max())[:4])) if len(periods) else ""


def _named(row: Any, t: Texts) -> str:
    return t("{what}, {period}", what=t.name(str(row.metric_id)), period=t.day(row.period))


def _latest(shares: pd.DataFrame, t: Texts) -> tuple[str, str]:
    """Shares of all exports in the latest year for which one source has several and the total."""
    years = shares[shares["period"].str.len().eq(4)]
    several = years[years.groupby(["source_id", "period"])["metric_id"].transform("size").gt(1)]
    if several.empty:
        return "", ""
    now = several[several["year"].eq(several["year"].max())]
    first, *rest = now.sort_values("share", ascending=False).itertuples()
    named = [
        t("{what} {share}", what=t.name(str(r.metric_id)), share=t.percent(r.share)) for r in rest
    ]
    headline = t(
        "{what}: {share} of Italy's exports in {year}",
        what=t.name(str(first.metric_id)),
        share=t.percent(first.share),
        year=first.period,
    )
    finding = t(
        "All exports were {total}; the next groups: {list} ({who}).",
        total=amounts.in_billions(first.total, "EUR", t),
        list=lines.listed(named, t),
        who=publisher(first.source_id, t),
    )
    return headline, finding
