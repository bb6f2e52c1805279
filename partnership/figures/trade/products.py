"""Goods under EU export bans to Russia in Italy's exports to Kazakhstan."""

from __future__ import annotations

import pandas as pd

from partnership import palette, tables
from partnership.analysis import products as analysis
from partnership.charts.forms import Bars, Category, Point, Unit
from partnership.charts.forms.bars import single
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
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
    rows = shared.Billions(state.currency, t).converted(rows)
    products = tables.load("products").set_index("product_id")["coverage_share"]
    rows = rows.assign(coverage_share=rows["product_id"].map(products).astype(float))
    outside = rows["product_id"].eq(analysis.NOT_LISTED)
    if rows["value"].isna().all() or outside.all():
        why = t("No data on Italian exports by customs code for these years.")
        title = t("Italy's exports to Kazakhstan of goods under EU export bans to Russia")
        return shared.nothing("trade.italian_exports", title, why)
    first, rest = rows[~outside].iloc[0], rows.loc[outside, "value"].sum()
    listed = t.percent(100 - rest / rows["value"].sum() * 100)
    return shared.drawn(
        "trade.italian_exports",
        _bars(rows, state.currency, t),
        rows,
        title=t(
            "Italy's exports to Kazakhstan of goods under EU export bans to Russia, {unit}, "
            "{period}",
            period=t.day(str(first["period"])),
            unit=t("million USD") if state.currency == "usd" else t("million EUR"),
        ),
        headline=t("Goods under EU export bans: at least {share} of Italy's exports", share=listed)
        if rest
        else "",
        finding=t(
            "The largest group on the list of banned goods is {group} with {value}.",
            group=t.name(str(first["product_id"])),
            value=amounts.in_millions(first["value"], state.currency, t),
        ),
        note=t(
            "Every full bar is a lower bound. The outlined bar is the remainder of all exports, "
            "and therefore an upper bound for goods on no list: pharmaceuticals, furniture, farm "
            "machinery, most food and more."
        ),
        incomplete=True,
    )


def _bars(rows: pd.DataFrame, currency: str, t: Texts) -> Bars:
    """The largest groups, the smaller ones together, and last what is on no list."""
    outside = rows["product_id"].eq(analysis.NOT_LISTED)
    small = rows[~outside].iloc[_SHOWN_GROUPS:]
    gathered = small.head(1).assign(
        product_id=_SMALLER, value=small["value"].sum(), coverage_share=float("nan")
    )
    rows = pd.concat([rows[~outside].head(_SHOWN_GROUPS), gathered, rows[outside]])
    names = {
        _SMALLER: t.plural("{count} smaller group", "{count} smaller groups", len(small)),
        analysis.NOT_LISTED: t("Goods under no ban"),
    }
    groups = [str(p) for p in rows["product_id"]]
    return Bars(
        tuple(Category(p, names.get(p) or t.short(p)) for p in groups),
        single(
            tuple(
                _point(p, float(v), float(c), currency, t)
                for p, v, c in zip(groups, rows["value"], rows["coverage_share"], strict=True)
            ),
            palette.ITALY.light,
        ),
        what=t("Group"),
        measure=t("Value"),
        unit=Unit(power=6),
    )


def _point(group: str, value: float, coverage: float, currency: str, t: Texts) -> Point:
    """One group; what the list does not cover is an upper bound."""
    outside = group == analysis.NOT_LISTED
    part = t("in part") if pd.isna(coverage) else t.percent(coverage * 100, 0)
    millions = t.number(value / 1e6, 1)
    return Point(
        group,
        value,
        amounts.in_millions(value, currency, t),
        t("at most {value}", value=millions) if outside else millions,
        status="estimated" if outside else "measured",
        colour=palette.OTHERS.light if outside else "",
        details=((t("Share of the group's codes in the list"), t("none") if outside else part),),
    )
