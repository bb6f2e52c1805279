"""What the press printed of Italy's crude oil after the register by origin ends."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import crude_press as analysis
from partnership.analysis.crude import LAST_ORIGIN_YEAR
from partnership.charts import lines
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import LAST_YEAR, State
from partnership.wording.cells import Cell


@register("trade.crude_press", sectors=("oil_gas", "trade"), uses=("from_year", "to_year"))
def crude_press(state: State) -> Figure:
    """Quantities, shares and changes by origin, each for the months that its source names."""
    t = texts.of(state.lang)
    last = state.to_year + (state.to_year == LAST_YEAR)
    rows = analysis.points(tables.load("observations"), state.from_year, last)
    if rows.empty:
        why = t(
            "Press reports cover the years after {year}, where the register by origin ends.",
            year=LAST_ORIGIN_YEAR,
        )
        return shared.nothing("trade.crude_press", t("Italy's crude oil imports in the press"), why)
    spans = rows["period"].str.split("/")
    period = f"{spans.str[0].min()}/{spans.str[-1].max()}"
    return Figure(
        id="trade.crude_press",
        title=t(
            "Italy's crude oil imports as reported by the press, {period}", period=t.day(period)
        ),
        drawn=Listing("table", tuple(_row(row, t) for _, row in rows.iterrows())),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("A table of quantities, shares and changes by origin and period in months."),
        finding=_finding(rows, t),
        note=t(
            "Most of it originates from Unem, the Italian union of energy companies. The periods "
            "overlap and are not added up; they are not part of the register's series. Change: on "
            "the same months a year earlier."
        ),
        badges=shared.badges(rows, "incomplete"),
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    matching = rows[rows["origin"].eq("KAZ") & rows["share"].notna() & rows["quantity_kt"].notna()]
    if matching.empty:
        return ""
    longest = matching.loc[matching["period"].map(_months).idxmax()]
    return t(
        "The longest period with a figure for Kazakhstan alone is {period}: {mass} thousand "
        "tonnes, {share} of Italy's crude oil imports.",
        period=t.day(str(longest["period"])),
        mass=t.number(longest["quantity_kt"]),
        share=t.percent(longest["share"]),
    )


def _months(period: str) -> int:
    first, last = pd.Period(period[:7], "M"), pd.Period(period[-7:], "M")
    return int(last.ordinal - first.ordinal)


def _row(row: pd.Series, t: Texts) -> dict[str, str]:
    names = [t.name(o) for o in str(row["origin"]).split(";")]
    (source,) = sources.of([row["source_id"]])
    mass, change = row["quantity_kt"], row["change"]
    sign = "+" if change > 0 else "−"
    period, share = str(row["period"]), row["share"]
    return {
        t("Months"): Cell(t.day(period), period),
        t("Origin"): t("All origins") if row["origin"] == "WLD" else lines.listed(names, t),
        t("Quantity"): Cell("" if pd.isna(mass) else t("{value} kt", value=t.number(mass)), mass),
        t("Share of total"): Cell("" if pd.isna(share) else t.percent(share), share),
        t("Change"): Cell("" if pd.isna(change) else f"{sign}{t.percent(abs(change))}", change),
        t("Source"): t.quote(source.publisher),
    }
