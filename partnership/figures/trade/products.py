"""Goods under EU export bans to Russia in Italy's exports to Kazakhstan."""

from __future__ import annotations

import pandas as pd

from partnership import palette, tables
from partnership.analysis import money
from partnership.analysis import products as analysis
from partnership.analysis.periods import months_in
from partnership.charts.forms import Bars, Category, Chart, Point, Unit
from partnership.charts.forms.bars import single
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_USES = ("from_year", "to_year", "currency")
_SHOWN_GROUPS, _SMALLER = 10, "smaller"


@register("trade.italian_exports", sectors=("trade",), uses=_USES)
def italian_exports(state: State) -> Figure:
    """Goods under EU export bans to Russia that Italy exports to Kazakhstan, and all others."""
    t = texts.in_language(state.lang)
    needed.some(tables.load("trade"), "trade", "value_usd")
    rows = analysis.exports_by_group(tables.load("trade"), state.from_year, state.to_year)
    if rows.empty:
        why = t("No data on Italian exports by customs code for these years.")
        title = t("Italian exports to Kazakhstan of goods under EU export bans to Russia")
        return shared.nothing("trade.italian_exports", title, why)
    rows = money.in_currency(rows, state.currency, tables.load("prices"))
    products = tables.load("products").set_index("product_id")["coverage_share"]
    rows = rows.assign(coverage_share=rows["product_id"].map(products).astype(float))
    listed = rows[rows["product_id"].ne(analysis.NOT_LISTED)]
    if rows["value"].isna().all() or listed.empty:
        why = t("No data on product groups of the list for these years.")
        title = t("Italian exports to Kazakhstan of goods under EU export bans to Russia")
        return shared.nothing("trade.italian_exports", title, why)
    first = listed.iloc[0]
    rest = rows[rows["product_id"].eq(analysis.NOT_LISTED)]["value"].sum()
    return Figure(
        id="trade.italian_exports",
        title=t.plural(
            "Italian exports to Kazakhstan of goods under EU export bans to Russia, {count} "
            "month, {period}, {unit}",
            "Italian exports to Kazakhstan of goods under EU export bans to Russia, {count} "
            "months, {period}, {unit}",
            months_in(str(first["period"])),
            period=t.day(str(first["period"])),
            unit=t("million USD") if state.currency == "usd" else t("million EUR"),
        ),
        drawn=Chart(_exports(rows, t)),
        table=rows,
        source_ids=sources.ids(rows),
        finding=_finding(first, rest / rows["value"].sum() * 100, t, state.currency),
        note=t(
            "Every full bar is a lower bound. The outlined bar is the remainder of all exports, "
            "and therefore an upper bound for goods on no list: pharmaceuticals, furniture, farm "
            "machinery, most food and more."
        ),
        badges=shared.badges(rows, "incomplete"),
    )


def _finding(first: pd.Series, rest: float, t: Texts, currency: str) -> str:
    """The largest group; and what is in none, in percent, where all exports are on file."""
    largest = {
        "group": t.name(str(first["product_id"])),
        "value": amounts.in_millions(first["value"], currency, t),
    }
    if not rest:
        return t("The largest group on the list is {group} with {value}.", **largest)
    return t(
        "The largest group on the list is {group} with {value}; {share} of Italy's exports to "
        "Kazakhstan in these months is not on it.",
        share=t.percent(rest),
        **largest,
    )


def _exports(rows: pd.DataFrame, t: Texts) -> Bars:
    outside = rows["product_id"].eq(analysis.NOT_LISTED)
    small = rows[~outside].iloc[_SHOWN_GROUPS:]
    if len(small):
        gathered = small.head(1).assign(
            product_id=_SMALLER, value=small["value"].sum(), coverage_share=float("nan")
        )
        rows = pd.concat([rows[~outside].head(_SHOWN_GROUPS), gathered, rows[outside]])
    smaller = t.plural("{count} smaller group", "{count} smaller groups", len(small))
    groups = [str(p) for p in rows["product_id"]]
    return Bars(
        tuple(Category(p, smaller if p == _SMALLER else t.short(p)) for p in groups),
        single(
            tuple(
                _point(p, float(v), float(c), t)
                for p, v, c in zip(groups, rows["value"], rows["coverage_share"], strict=True)
            ),
            palette.ITALY.light,
        ),
        what=t("Group"),
        measure=t("million"),
        unit=Unit(power=6),
    )


def _point(group: str, value: float, coverage: float, t: Texts) -> Point:
    """One group; what the list does not cover is an upper bound."""
    outside = group == analysis.NOT_LISTED
    part = t("in part") if pd.isna(coverage) else t.percent(coverage * 100, 0)
    words = t.number(value / 1e6, 1)
    covered = t("none") if outside else part
    return Point(
        group,
        value,
        words,
        words,
        status="estimated" if outside else "measured",
        colour=palette.OTHERS.light if outside else "",
        details=((t("Share of the group's codes in the list"), covered),),
    )
