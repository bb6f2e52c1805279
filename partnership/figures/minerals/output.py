"""Kazakhstan's mine output, and what officials state of it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import minerals as analysis
from partnership.charts import lines
from partnership.charts.forms import Bars, Category, Chart, Point, Unit
from partnership.charts.forms.bars import single
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

VIOLET = palette.SECTOR["minerals"].light
STATEMENTS = (
    "crm_produced_count",
    "crm_suppliable_count",
    "phosphorus_share_of_eu_market_pct",
    "titanium_space_grade_share_pct",
    "rhenium_supply_share_pct",
    "chromite_reserves_share_pct",
)

_MADE = ("processed", "metal_output")
"""Bases of Kazakhstan's part in a material that are not mine output."""


@register("minerals.output", sectors=("minerals",), uses=("from_year", "to_year"))
def output(state: State) -> Figure:
    """Kazakhstan's share of world mine output by commodity, with its rank."""
    t = texts.in_language(state.lang)
    rows = analysis.output(
        tables.load("observations"), tables.load("materials"), state.from_year, state.to_year
    )
    if rows.empty:
        known = analysis.output_years(tables.load("observations"))
        if known.empty or known.between(state.from_year, state.to_year).any():
            wanted = {"source_id": analysis.WORLD_MINING, "entity_id": "KAZ"}
            raise needed.missing("observations", **wanted)
        why = t("World Mining Data is available for {years} only.", years=lines.years(known))
        return shared.nothing("minerals.output", t("Kazakhstan's mine output"), why)
    year = int(rows["year"].iloc[0])
    return Figure(
        id="minerals.output",
        title=t("Kazakhstan's share of world mine output, {year}, percent", year=year),
        drawn=Chart(_bars(rows, t)),
        table=rows,
        source_ids=sources.ids(rows),
        finding=sentences.joined(_largest(rows.iloc[0], t), _critical(rows, t)),
        note=sentences.joined(
            t(
                "Mine output only; shares are of the sum of all countries, by content where the "
                "tooltip says so."
            ),
            _not_mined(t),
        ),
        badges=shared.badges(
            rows,
            *(("estimated",) if rows["estimated"].any() else ()),
        ),
    )


def _not_mined(t: Texts) -> str:
    """Materials of the EU's list that Kazakhstan makes or processes, and does not mine."""
    materials = tables.load("materials")
    made = materials[materials["kazakhstan_basis"].isin(_MADE)]["material_id"].astype(str)
    if made.empty:
        return ""
    names = lines.listed(sorted(t.name(m) for m in made), t)
    return t("Produced in Kazakhstan, but not mine output: {names}.", names=names)


def _largest(row: Any, t: Texts) -> str:
    return t(
        "{first}: {share} of the world, rank {rank}.",
        first=_name(row["commodity"], t),
        share=t.percent(row["share"]),
        rank=int(row["rank"]),
    )


def _critical(rows: pd.DataFrame, t: Texts) -> str:
    """The largest share in a critical material; nothing where none of those mined is critical."""
    listed = rows[rows["critical"]]
    if listed.empty:
        return ""
    second = listed.iloc[0]
    return t(
        "The largest share in a material on the EU's critical list is {second}, {less}; {count} "
        "of the {total} commodities mined are on that list (violet).",
        second=_name(second["commodity"], t),
        less=t.percent(second["share"]),
        count=len(listed),
        total=len(rows),
    )


def _name(commodity: str, t: Texts) -> str:
    return t.short(f"world_share_{commodity}_pct")


def _bars(rows: pd.DataFrame, t: Texts) -> Bars:
    return Bars(
        tuple(Category(c, _name(c, t)) for c in rows["commodity"]),
        single(tuple(_point(r, t) for r in rows.itertuples()), palette.MUTED.light),
        what=t("Commodity"),
        measure=t("Share and rank"),
        unit=Unit(suffix=PERCENT_SIGN),
    )


def _point(row: Any, t: Texts) -> Point:
    words = t("{share} · rank {rank}", share=t.percent(row.share), rank=int(row.rank))
    words = f"{words} · {t('EU list')}" if row.critical else words
    amount = (t("Output"), _amount(row, t))
    colour = VIOLET if row.critical else ""
    return Point(row.commodity, float(row.share), words, words, colour=colour, details=(amount,))


def _amount(row: Any, t: Texts) -> str:
    amount = amounts.amount(row.output, str(row.unit), t, 0, short=True)
    return t("{amount}, estimated", amount=amount) if row.estimated else amount


@register("minerals.statements", sectors=("minerals",), uses=("from_year", "to_year"))
def statements(state: State) -> Figure:
    """Statements of ministers and presidents on minerals, beside what is measured."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    parts = [analysis.statements(seen, m, state.from_year, state.to_year) for m in STATEMENTS]
    rows = pd.concat(parts, ignore_index=True)
    if rows.empty:
        why = t("No statement read dates from these years.")
        return shared.nothing("minerals.statements", t("Official statements"), why)
    mined = analysis.output(seen, tables.load("materials"), 0, 9999).set_index("commodity")
    critical = mined[mined["critical"]]
    listed = int(tables.load("materials")["eu_critical"].sum())
    shown = tuple(
        {
            "label": f"{t.name(r.metric_id)} · {t.day(r.period)}",
            "value": t.number(r.value) if r.unit != "%" else t.percent(r.value, 0),
            "detail": sources.publisher(r.source_id, t),
        }
        for r in rows.itertuples()
    )
    beside = mined.loc[["rhenium"]].reset_index() if "rhenium" in mined.index else mined[:0]
    return Figure(
        id="minerals.statements",
        title=t(
            "Official statements on Kazakhstan's critical materials, {years}",
            years=lines.years(rows["year"]),
        ),
        drawn=Listing("facts", shown),
        table=rows,
        source_ids=sources.ids(rows, beside),
        alt=t("List of {count} statements with date and page.", count=len(shown)),
        finding=t(
            "World Mining Data counts {count} of the {listed} critical materials among those "
            "Kazakhstan mines; officials name from {least} to {most} that it produces or can "
            "supply.",
            count=len(critical),
            listed=listed,
            least=t.number(_counts(rows).min()),
            most=t.number(_counts(rows).max()),
        )
        if len(_counts(rows))
        else "",
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


def _counts(rows: pd.DataFrame) -> pd.Series:
    return rows.loc[rows["unit"].eq("materials"), "value"]
