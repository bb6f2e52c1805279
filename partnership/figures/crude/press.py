"""What the press printed of Italy's crude oil after the register by origin ends."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import crude_press as analysis
from partnership.analysis.crude import register_years
from partnership.charts import lines
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, readable, texts
from partnership.language.readable import Cell, Column, Row
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import sentences

_UNEM = "Unem"
"""Publisher of what most pages quote."""
_COLUMNS = (
    Column("months", message("Months")),
    Column("origin", message("Origin")),
    Column("quantity", message("Quantity"), "right"),
    Column("share", message("Share of total"), "right"),
    Column("change", message("Change"), "right"),
    Column("source", message("Source")),
)


@register("trade.crude_press", sectors=("oil_gas", "trade"), uses=("from_year", "to_year"))
def crude_press(state: State) -> Figure:
    """Quantities, shares and changes by origin, each for the months that its source names."""
    t = texts.in_language(state.lang)
    last = state.newest_year
    _, ends = register_years(tables.load("trade"))
    rows = analysis.points(tables.load("observations"), state.from_year, last, ends)
    if rows.empty:
        why = t(
            "Press reports cover the years after {year}, where the register by origin ends.",
            year=ends,
        )
        return shared.nothing("trade.crude_press", t("Italy's crude oil imports in the press"), why)
    spans = rows["period"].str.split("/")
    period = f"{spans.str[0].min()}/{spans.str[-1].max()}"
    return shared.drawn(
        "trade.crude_press",
        readable.table(_COLUMNS, (_row(row, t) for _, row in rows.iterrows()), t),
        rows,
        title=t(
            "Italy's crude oil imports as reported by the press, {period}", period=t.day(period)
        ),
        alt=t("A table of quantities, shares and changes by origin and period in months."),
        finding=_finding(rows, t),
        note=sentences.joined(
            by_unem(rows, t),
            t(
                "The periods overlap and are not added up; they are not part of the register's "
                "series. Change: on the same months a year earlier."
            ),
        ),
        incomplete=True,
    )


def by_unem(rows: pd.DataFrame, t: Texts) -> str:
    """How many of some values pages take from Unem, or it published itself; empty where none."""
    cited = [source.publisher for source in sources.by_ids(rows["source_id"].astype(str))]
    own = sum(publisher.startswith(_UNEM) for publisher in cited)
    if not own:
        return ""
    return t(
        "{count} of {all} sources rest on {who}, the Italian union of energy companies.",
        count=own,
        all=len(cited),
        who=_UNEM,
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    matching = rows[rows["origin"].eq("KAZ") & rows["share"].notna() & rows["quantity_kt"].notna()]
    if matching.empty:
        return ""
    longest = matching.loc[matching["period"].map(_months).idxmax()]
    return t(
        "The longest period with a figure for Kazakhstan alone is {period}: {mass}, {share} of "
        "Italy's crude oil imports.",
        period=t.day(str(longest["period"])),
        mass=amounts.amount(longest["quantity_kt"], "kt", t),
        share=t.percent(longest["share"]),
    )


def _months(period: str) -> int:
    first, last = pd.Period(period[:7], "M"), pd.Period(period[-7:], "M")
    return int(last.ordinal - first.ordinal)


def _changed(change: float, t: Texts) -> str:
    return "" if pd.isna(change) else lines.signed(t.percent(abs(change)), change, t)


def _row(row: pd.Series, t: Texts) -> Row:
    names = [t.name(o) for o in str(row["origin"]).split(";")]
    (source,) = sources.by_ids([row["source_id"]])
    mass, change = row["quantity_kt"], row["change"]
    period, share = str(row["period"]), row["share"]
    return {
        "months": Cell(t.day(period), period),
        "origin": t("All origins") if row["origin"] == "WLD" else lines.listed(names, t),
        "quantity": Cell("" if pd.isna(mass) else t("{value} kt", value=t.number(mass)), mass),
        "share": Cell("" if pd.isna(share) else t.percent(share), share),
        "change": Cell(_changed(change, t), change),
        "source": sources.named(source.publisher, t),
    }
