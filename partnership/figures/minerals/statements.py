"""What officials state of Kazakhstan's minerals, beside what is measured."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import minerals as analysis
from partnership.charts import lines
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import readable, spans, texts
from partnership.language.readable import Cell, Column
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_STATEMENTS = (
    "crm_produced_count",
    "crm_suppliable_count",
    "phosphorus_share_of_eu_market_pct",
    "titanium_space_grade_share_pct",
    "rhenium_supply_share_pct",
    "chromite_reserves_share_pct",
)
_COLUMNS = (
    Column("what", message("Statement")),
    Column("stated", message("Value")),
    Column("date", message("Date")),
    Column("source", message("Source")),
)


@register("minerals.statements", sectors=("minerals",), uses=("from_year", "to_year"))
def statements(state: State) -> Figure:
    """Statements of ministers and presidents on minerals, beside what is measured."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    parts = [analysis.statements(seen, m, state.from_year, state.to_year) for m in _STATEMENTS]
    rows = pd.concat(parts, ignore_index=True)
    if rows.empty:
        why = t("No statement read dates from these years.")
        return shared.nothing("minerals.statements", t("Official statements"), why)
    mined = analysis.output(seen, tables.load("materials"), 0, 9999).set_index("commodity")
    critical = mined[mined["critical"]]
    listed = int(tables.load("materials")["eu_critical"].sum())
    shown = [
        {
            "what": t.name(r.metric_id),
            "stated": Cell(
                t.percent(r.value, 0) if r.unit == "%" else t.number(r.value), r.value, r.unit
            ),
            "date": Cell(t.day(r.period), r.period),
            "source": sources.publisher(r.source_id, t),
        }
        for r in rows.itertuples()
    ]
    counts = rows.loc[rows["unit"].eq("materials"), "value"]
    beside = mined.loc[["rhenium"]].reset_index() if "rhenium" in mined.index else mined[:0]
    return Figure(
        id="minerals.statements",
        title=t(
            "Official statements on Kazakhstan's critical materials, {years}",
            years=lines.years(rows["year"]),
        ),
        drawn=readable.table(_COLUMNS, shown, t),
        table=rows,
        source_ids=sources.ids(rows, beside),
        alt=t("Table of {count} statements with date and source.", count=len(shown)),
        headline=_headline(counts, len(critical), t),
        finding=t(
            "World Mining Data counts {count} of the {listed} materials on the EU's critical list "
            "among those mined.",
            count=len(critical),
            listed=listed,
        ),
        note=t(
            "Statements, not statistics: they do not say what they count. They may include "
            "refined and recovered materials, which no table of mine output holds."
        )
        + _beside(rows, beside, t),
        badges=shared.badges(rows, "disagree"),
    )


def _beside(rows: pd.DataFrame, mined: pd.DataFrame, t: Texts) -> str:
    """The share of rhenium that officials state, beside the one that is measured."""
    stated = rows.loc[rows["metric_id"].eq("rhenium_supply_share_pct"), "value"]
    if stated.empty or mined.empty:
        return ""
    return " " + t(
        "Rhenium: {stated} of supply is stated, {measured} of mine output is measured in {year}.",
        stated=t.percent(stated.iloc[-1], 0),
        measured=t.percent(mined["share"].iloc[0]),
        year=int(mined["year"].iloc[0]),
    )


def _headline(counts: pd.Series, mined: int, t: Texts) -> str:
    """How many critical materials officials name, beside those that are mined."""
    if counts.empty:
        return ""
    return t(
        "Officials name {materials} critical materials, mine statistics {mined}",
        materials=spans.years(int(counts.min()), int(counts.max())),
        mined=mined,
    )
