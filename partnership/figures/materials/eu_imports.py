"""EU and Italian imports of raw materials from Kazakhstan by code, critical or not."""

from __future__ import annotations

import pandas as pd

from partnership import palette, tables
from partnership.analysis import minerals_trade as analysis
from partnership.analysis import money
from partnership.charts import lines
from partnership.charts.forms import Bars, Category, Chart, Point, Series, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_SHOWN = 0.1
"""Millions, the least that is written out."""
_USES = ("from_year", "to_year", "currency")
_LEAST = 5e4
"""What rounds to a tenth of a million."""


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
    return Figure(
        id="minerals.eu_imports",
        title=t(
            "EU imports of critical and other raw materials from Kazakhstan, {year}, {unit}",
            year=year,
            unit=t("million USD") if state.currency == "usd" else t("million EUR"),
        ),
        drawn=Chart(_bars(eu, italy, t, state)),
        table=rows,
        source_ids=sources.ids(rows),
        finding=_finding(eu, italy, t, state),
        note=t(
            "Grey: not on the EU's list of critical materials, and not included in any total. For "
            "a material not drawn no imports are listed under the codes read; it may still be "
            "produced or mined in Kazakhstan."
        ),
        badges=shared.badges(rows, "incomplete"),
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
    """Goods with the value of their imports: `Titanium $21.9m, …`."""
    return ", ".join(
        f"{t.short(str(r.product_id))} {amounts.in_millions(r.value, state.currency, t)}"
        for r in rows.itertuples()
    )


def millions(value: float, t: Texts) -> str:
    """A value in millions, or that it is less than what can be read."""
    if value < _LEAST:
        return t("< {least}", least=t.number(_SHOWN, 1))
    return t.number(value / 1e6, 1)


def _bars(eu: pd.DataFrame, italy: pd.DataFrame, t: Texts, state: State) -> Bars:
    """Italy's part over that of the EU, each with whether the material is critical."""
    listed = {str(p): bool(c) for p, c in zip(eu["product_id"], eu["critical"], strict=True)}

    def points(rows: pd.DataFrame, *, whole: bool) -> tuple[Point, ...]:
        return tuple(
            Point(
                product,
                value,
                amounts.in_millions(value, state.currency, t),
                millions(value, t) if whole else "",
                colour="" if listed[product] or not whole else palette.MUTED.light,
                details=((t("List"), t("critical") if listed[product] else t("not critical")),),
            )
            for product, value in zip(rows["product_id"].astype(str), rows["value"], strict=True)
            if product in listed
        )

    return Bars(
        tuple(Category(product, t.short(product)) for product in listed),
        (
            Series(t("EU"), "", points(eu, whole=True), "bar", "EUU"),
            Series(t("Italy"), "", points(italy, whole=False), "bar", "ITA"),
        ),
        what=t("Product"),
        by=t("Buyer"),
        measure=t("Value"),
        unit=Unit(power=6),
    )
