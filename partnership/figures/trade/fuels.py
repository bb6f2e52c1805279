"""Mineral fuels in Italy's imports from Kazakhstan."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import money
from partnership.analysis import products as analysis
from partnership.charts import lines
from partnership.charts.forms import Bars, Category, Chart, Point, Series, Unit
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.provenance.sources import publisher
from partnership.state import State
from partnership.tables import needed

_USES = ("from_year", "to_year", "currency")
_MONTHS = 12
_FUEL = "hs27"
_PRINTED = "crude_share_of_italian_imports_from_kz_pct"


@register("trade.italian_imports", sectors=("trade", "oil_gas"), uses=_USES)
def italian_imports(state: State) -> Figure:
    """Mineral fuels and all other goods in Italy's imports from Kazakhstan."""
    t = texts.in_language(state.lang)
    needed.some(tables.load("trade"), "trade", "value_usd")
    months = analysis.months_of_fuels(tables.load("trade"), state.from_year, state.to_year)
    if not analysis.both_known(months):
        why = t("No data on Italian imports by product for these years.")
        return shared.nothing(
            "trade.italian_imports", t("Italy's imports from Kazakhstan by product"), why
        )
    months = money.in_currency(months, state.currency, tables.load("prices"))
    rows = analysis.fuels(months)
    claim = _claim(state)
    last = rows[rows["product_id"].eq(_FUEL)].iloc[-1]
    missing = [m for listed in rows["missing"].unique() for m in listed.split(";") if m]
    note = [
        t(
            "Value in euros as reported by Italy, over the months for which Comext has both all "
            "goods and mineral fuels (HS {code}).",
            code=_FUEL.removeprefix("hs"),
        )
    ]
    if missing:
        note.append(_blank_words(rows[rows["product_id"].eq(_FUEL)], missing, t))
    printed = _printed(rows)
    note += [
        t(
            "For {year} {share}, called crude oil there, is published by {who}.",
            who=publisher(row.source_id, t),
            share=t.percent(row.value, 0),
            year=row.period,
        )
        for row in printed.itertuples()
    ]
    if len(claim):
        note.append(t("The article refers to crude oil, which is only part of mineral fuels."))
    table = pd.concat([rows, claim], ignore_index=True)
    return Figure(
        id="trade.italian_imports",
        title=t("Mineral fuels in Italy's imports from Kazakhstan, percent of value"),
        drawn=Chart(_imports(rows, claim, t, state.currency)),
        table=table,
        source_ids=sources.ids(table, printed),
        finding=t(
            "{share} of Italy's reported imports from Kazakhstan in {period} was mineral fuels: "
            "{value}.",
            share=t.percent(last["share"]),
            period=t.day(last["period"]),
            value=amounts.in_billions(last["value"], state.currency, t),
        ),
        note=" ".join(note),
        badges=shared.badges(rows, "incomplete", *(("disagree",) if len(claim) else ())),
    )


def _claim(state: State) -> pd.DataFrame:
    """The article's share of crude oil."""
    seen = tables.load("observations")
    rows = seen[seen["metric_id"].eq(_PRINTED) & seen["status"].eq("claimed")]
    rows = rows.assign(
        year=rows["period"].str[:4].astype(int),
        product_id="hs2709",
        share=rows["value"].astype(float),
    )
    rows = rows[rows["year"].le(state.to_year)]
    return rows[["year", "period", "product_id", "share", "source_id", "status", "note"]]


def _printed(rows: pd.DataFrame) -> pd.DataFrame:
    """Shares that others print for years in `rows`, as they name them."""
    seen = tables.load("observations")
    matching = seen["metric_id"].eq(_PRINTED) & seen["status"].eq("reported")
    return seen[matching & seen["period"].isin(rows["year"].astype(str))]


def _imports(rows: pd.DataFrame, claim: pd.DataFrame, t: Texts, currency: str) -> Bars:
    fuel = rows["product_id"].eq(_FUEL)
    parts = [
        (t.short(_FUEL), palette.ITALY.light, rows[fuel]),
        (t("Everything else"), palette.FAINT.light, rows[~fuel]),
    ]
    bars = [
        Series(name, colour, tuple(_point(r, t, currency) for r in part.itertuples()), mark="bar")
        for name, colour, part in parts
    ]
    claims = [
        Series(t("Crude oil"), palette.INK.light, (_claimed(r, t),), mark="points")
        for r in claim.itertuples()
    ]
    shown = rows[fuel].itertuples()
    articles = [
        Category(_article(r), t("Article, {year}", year=r.year)) for r in claim.itertuples()
    ]
    return Bars(
        (*(Category(str(r.year), _when(r, t)) for r in shown), *articles),
        (*bars, *claims),
        what=t("Period"),
        by=t("Product"),
        measure=t("Share"),
        unit=Unit(t("percent of value"), suffix=PERCENT_SIGN),
        arranged="stacked",
        whole=100,
    )


def _point(row: Any, t: Texts, currency: str) -> Point:
    words = _range(row, t)
    label = f"{t.short(_FUEL)} {words}" if row.product_id == _FUEL else ""
    details = (
        (t("Value"), amounts.in_billions(row.value, currency, t)),
        (t("Months"), t.number(row.months)),
    )
    return Point(str(row.year), float(row.share), words, label, details=details)


def _article(row: Any) -> str:
    return f"article_{row.year}"


def _claimed(row: Any, t: Texts) -> Point:
    share = t.percent(row.share, 0)
    label = t("crude oil: {share}", share=share)
    return Point(_article(row), float(row.share), share, label, status="claimed")


def _blank_words(fuels: pd.DataFrame, missing: list[str], t: Texts) -> str:
    """Months in which fuels are blank, and the share by either reading of the blank."""
    listed = [
        t(
            "{low} of {year} if they were nil, {high} over the other months",
            low=t.percent(row.share_blank_none),
            year=row.year,
            high=t.percent(row.share),
        )
        for row in fuels[fuels["missing"].ne("")].itertuples()
    ]
    return t(
        "In {months} fuels are blank and all goods are not: {list}.",
        months=lines.listed([t.day(m) for m in missing], t),
        list="; ".join(listed),
    )


def _range(row: Any, t: Texts) -> str:
    """The share, or both where blank months make two."""
    if not row.missing:
        return t.percent(row.share)
    low, high = sorted((row.share_blank_none, row.share))
    return t("{low} or {high}", low=t.percent(low), high=t.percent(high))


def _when(row: Any, t: Texts) -> str:
    """A year, or a year and how many of its months are in."""
    if row.months == _MONTHS:
        return str(row.year)
    if row.missing:
        blank = len(row.missing.split(";"))
        words = "{year}, {count} month blank", "{year}, {count} months blank"
        return t.plural(*words, blank, year=row.year)
    return t("{year}, {months} months", year=row.year, months=row.months)
