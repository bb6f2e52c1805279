"""EU and Italian imports of raw materials from Kazakhstan by code, critical or not."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import minerals_trade as analysis
from partnership.analysis import money
from partnership.charts import lines, marks
from partnership.charts.marks import names
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_LEAST = 0.1
"""Millions under which a value is not written out."""
_USES = ("from_year", "to_year", "currency")


@register("minerals.eu_imports", sectors=("minerals",), uses=_USES)
def eu_imports(state: State) -> Figure:
    """EU imports of raw materials from Kazakhstan by code, Italy's part in red."""
    t = texts.in_language(state.lang)
    trade = tables.load("trade")
    materials = tables.load("materials")
    rows = analysis.goods(trade, materials, state.from_year, state.to_year)
    if rows.empty:
        known = analysis.goods_years(trade)
        why = t(
            "Imports of raw materials by code are available for {years} only.",
            years=lines.years(known),
        )
        return shared.nothing("minerals.eu_imports", t("Raw materials from Kazakhstan"), why)
    rows = money.in_currency(rows, state.currency, tables.load("prices"))
    year = int(rows["year"].iloc[0])
    eu = needed.rows(rows, "trade", reporter="EUU", partner="KAZ", flow="import")
    italy = rows[rows["reporter"].eq("ITA")]
    height = 26 * eu["product_id"].nunique() + 30
    return Figure(
        id="minerals.eu_imports",
        title=t(
            "EU imports of critical and other raw materials from Kazakhstan, {year}, {unit}",
            year=year,
            unit=t("million USD") if state.currency == "usd" else t("million EUR"),
        ),
        drawn=marks.finish(_stacked(eu, italy, t, state), height),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t(
            "Horizontal bars of value by code, the critical materials at the top and in colour, "
            "the others grey, Italy's part in red at the base."
        ),
        finding=_finding(eu, italy, t, state),
        note=t(
            "Grey: not on the EU's list of critical materials, and not included in any total. For "
            "a material not drawn no imports are listed under the codes read; it may still be "
            "produced or mined in Kazakhstan."
        ),
        badges=shared.badges(rows, "incomplete"),
        height=height,
    )


def _finding(eu: pd.DataFrame, italy: pd.DataFrame, t: Texts, state: State) -> str:
    """The sum of the critical materials, Italy's part in them, and what is not critical."""
    listed, others = eu[eu["critical"]], eu[~eu["critical"]]
    parts = []
    if len(listed):
        bought = italy[italy["critical"]]
        parts.append(
            t(
                "Critical materials: {total} in total, the largest of them {good}. Of which Italy "
                "(red): {italy}.",
                total=amounts.in_millions(listed["value"].sum(), state.currency, t),
                good=_priced(listed[:1], t, state),
                italy=_priced(bought, t, state) or t("none"),
            )
        )
    if len(others):
        parts.append(t("Not critical: {goods}.", goods=_priced(others, t, state)))
    return " ".join(parts)


def _priced(rows: pd.DataFrame, t: Texts, state: State) -> str:
    """Goods with the value of their imports: `Titanium 21.9 m USD, …`."""
    return ", ".join(
        f"{t.short(str(r.product_id))} {amounts.in_millions(r.value, state.currency, t)}"
        for r in rows.itertuples()
    )


def millions(value: float, t: Texts) -> str:
    """A value in millions, or that it is less than what can be read."""
    if value < _LEAST * 1e6 / 2:
        return t("< {least}", least=t.number(_LEAST, 1))
    return t.number(value / 1e6, 1)


def _stacked(eu: pd.DataFrame, italy: pd.DataFrame, t: Texts, state: State) -> Any:
    part = italy.set_index(italy["product_id"].astype(str))["value"]
    matching = eu["product_id"].astype(str).map(part)
    data = pd.DataFrame(
        {
            "what": [t.short(str(p)) for p in eu["product_id"]],
            "value": eu["value"] / 1e6,
            "italy": matching / 1e6,
            "label": [amounts.in_millions(v, state.currency, t) for v in eu["value"]],
            "ours": [
                amounts.in_millions(v, state.currency, t) or t("none listed") for v in matching
            ],
            "words": [millions(v, t) for v in eu["value"]],
            "list": eu["critical"].map({True: t("critical"), False: t("not critical")}),
            "colour": eu["critical"].map({True: marks.KAZAKHSTAN, False: marks.MUTED}),
        }
    )
    scale = marks.room_for(data["words"], float(data["value"].max()))
    base = alt.Chart(marks.rows(data)).encode(
        y=alt.Y("what:N", sort=None, title=None, axis=names(130)),
        tooltip=[
            alt.Tooltip("what:N", title=t("Product")),
            alt.Tooltip("list:N", title=t("List")),
            alt.Tooltip("label:N", title=t("EU")),
            alt.Tooltip("ours:N", title=t("Italy")),
        ],
    )
    x = alt.X("value:Q", axis=None, scale=scale)
    bars = base.mark_bar(height={"band": 0.7}).encode(x=x, color=alt.Color("colour:N", scale=None))
    ours = base.mark_bar(height={"band": 0.7}, color=marks.ITALY).encode(
        x=alt.X("italy:Q", axis=None, scale=scale)
    )
    words = base.mark_text(**marks.text(align="left", dx=5)).encode(x=x, text="words:N")
    return alt.layer(bars, ours, words)
