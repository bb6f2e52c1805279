"""EU and Italian imports of raw materials from Kazakhstan by code, critical or not."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import minerals_trade as analysis
from partnership.analysis import money
from partnership.charts.forms import Bars, Category, Chart, Heading, Point, Series, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_SHOWN = 0.1
"""Millions, the least that is written out."""
_USES = ("from_year", "to_year", "currency")
_LEAST = 5e4
"""What rounds to a tenth of a million."""


@register("minerals.eu_imports", sectors=("minerals",), uses=_USES)
def eu_imports(state: State) -> Figure:
    """EU imports of raw materials from Kazakhstan by code, and Italy's part of them."""
    t = texts.in_language(state.lang)
    trade = tables.load("trade")
    materials = tables.load("materials")
    rows = analysis.goods(trade, materials, state.from_year, state.to_year)
    if rows.empty:
        title, known = t("Raw materials from Kazakhstan"), analysis.goods_years(trade)
        return shared.outside("minerals.eu_imports", title, known, t)
    rows = money.in_currency(rows, state.currency, tables.load("prices"))
    year = int(rows["year"].iloc[0])
    eu = needed.rows(rows, "trade", reporter="EUU", partner="KAZ", flow="import")
    italy = rows[rows["reporter"].eq("ITA")]
    return Figure(
        id="minerals.eu_imports",
        title=t(
            "EU imports of raw materials from Kazakhstan, {year}, {unit}",
            year=year,
            unit=t("million USD") if state.currency == "usd" else t("million EUR"),
        ),
        drawn=Chart(_bars(eu, italy, t, state)),
        table=rows,
        source_ids=sources.ids(rows),
        headline=_headline(eu[eu["critical"]], t, state),
        finding=_finding(eu, italy, t, state),
        note=t(
            "What is not on the EU's list of critical materials is not in the total. For a "
            "material not drawn no imports are listed under the codes read; it may still be "
            "produced or mined in Kazakhstan."
        ),
        badges=shared.badges(rows, "incomplete"),
    )


def _headline(listed: pd.DataFrame, t: Texts, state: State) -> str:
    """The sum of the critical materials, and the largest of them."""
    if listed.empty:
        return ""
    return t(
        "EU imports of critical materials: {total}, {good}",
        total=amounts.in_millions(listed["value"].sum(), state.currency, t),
        good=sentences.within(_priced(listed[:1], t, state)),
    )


def _finding(eu: pd.DataFrame, italy: pd.DataFrame, t: Texts, state: State) -> str:
    """Italy's part in the critical materials, and what is not critical."""
    bought, others = italy[italy["critical"]], eu[~eu["critical"]]
    to_italy = _priced(bought, t, state) or t("none")
    return sentences.joined(
        t("Of the critical materials to Italy: {italy}.", italy=to_italy)
        if eu["critical"].any()
        else "",
        t("Not critical: {goods}.", goods=_priced(others, t, state)) if len(others) else "",
    )


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
    """Italy's part over that of the EU; what is critical under its own heading."""
    heads = {True: Heading(t("On the EU's list")), False: Heading(t("Not on the EU's list"))}
    italy = italy[italy["product_id"].isin(eu["product_id"])]
    of_italy = dict(zip(italy["product_id"].astype(str), italy["value"], strict=True))
    of_eu = dict(zip(eu["product_id"].astype(str), eu["value"], strict=True))

    def points(values: dict[str, float], labels: dict[str, str]) -> tuple[Point, ...]:
        return tuple(
            Point(p, v, amounts.in_millions(v, state.currency, t), labels.get(p, ""))
            for p, v in values.items()
        )

    labels = {
        p: t("{value}, of it Italy {italy}", value=millions(v, t), italy=millions(of_italy[p], t))
        if p in of_italy
        else millions(v, t)
        for p, v in of_eu.items()
    }
    return Bars(
        tuple(
            Category(str(r.product_id), t.short(str(r.product_id)), heading=heads[bool(r.critical)])
            for r in eu.itertuples()
        ),
        (
            Series(t("EU"), "", points(of_eu, labels), "bar", "EUU"),
            Series(t("Italy"), "", points(of_italy, {}), "bar", "ITA"),
        ),
        what=t("Product"),
        by=t("Buyer"),
        measure=t("Value"),
        unit=Unit(power=6),
    )
