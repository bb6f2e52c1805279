"""Goods under EU export bans to Russia in Italy's exports to Kazakhstan."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import money
from partnership.analysis import products as analysis
from partnership.analysis.periods import months_in
from partnership.charts import marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_USES = ("from_year", "to_year", "currency")
_ROW = 25
_SHOWN_GROUPS, _SMALLER = 10, "smaller"


def names_axis(limit: int = 150) -> alt.Axis:
    """An axis of names alone."""
    return alt.Axis(domain=False, ticks=False, labelLimit=limit, labelFontSize=12)


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
    height = _ROW * (min(len(rows), _SHOWN_GROUPS + 2)) + 30
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
        drawn=marks.finish(_exports(rows, t), height),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Horizontal bars, the outlined one is what the list of products does not cover."),
        finding=_finding(first, rest / rows["value"].sum() * 100, t, state.currency),
        note=t(
            "Every full bar is a lower bound. The outlined bar is the remainder of all exports, "
            "and therefore an upper bound for goods on no list: pharmaceuticals, furniture, farm "
            "machinery, most food and more."
        ),
        badges=shared.badges(rows, "incomplete"),
        height=height,
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


def _exports(rows: pd.DataFrame, t: Texts) -> Any:
    outside = rows["product_id"].eq(analysis.NOT_LISTED)
    small = rows[~outside].iloc[_SHOWN_GROUPS:]
    if len(small):
        gathered = small.head(1).assign(
            product_id=_SMALLER, value=small["value"].sum(), coverage_share=float("nan")
        )
        rows = pd.concat([rows[~outside].head(_SHOWN_GROUPS), gathered, rows[outside]])
        outside = rows["product_id"].eq(analysis.NOT_LISTED)
    smaller = t.plural("{count} smaller group", "{count} smaller groups", len(small))
    data = pd.DataFrame(
        {
            "what": [smaller if p == _SMALLER else t.short(p) for p in rows["product_id"]],
            "value": rows["value"] / 1e6,
            "label": [t.number(v / 1e6, 1) for v in rows["value"]],
            "covered": [
                t("none") if o else t("in part") if pd.isna(c) else t.percent(c * 100, 0)
                for o, c in zip(outside, rows["coverage_share"], strict=True)
            ],
            "fill": outside.map({True: marks.PAPER, False: marks.ITALY}),
            "edge": outside.map({True: marks.SOFT, False: marks.ITALY}),
        }
    )
    base = alt.Chart(marks.rows(data)).encode(
        y=alt.Y("what:N", sort=None, title=None, axis=names_axis()),
        x=alt.X(
            "value:Q",
            axis=None,
            scale=marks.room_for(data["label"], float(data["value"].max())),
        ),
        tooltip=[
            alt.Tooltip("what:N", title=t("Group")),
            alt.Tooltip("label:N", title=t("million")),
            alt.Tooltip("covered:N", title=t("Share of the group's codes in the list")),
        ],
    )
    bars = base.mark_bar(height={"band": 0.7}, strokeWidth=1.2).encode(
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("edge:N", scale=None),
        strokeDash=alt.condition(
            alt.datum.fill == marks.PAPER, alt.value([4, 3]), alt.value([1, 0])
        ),
    )
    return alt.layer(bars, base.mark_text(**marks.text(align="left", dx=5)).encode(text="label:N"))
