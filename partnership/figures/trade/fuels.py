"""Mineral fuels in Italy's imports from Kazakhstan."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import money
from partnership.analysis import products as analysis
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.trade.products import names_axis
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
    height = 62 * (rows["year"].nunique() + len(claim)) + 60
    return Figure(
        id="trade.italian_imports",
        title=t("Mineral fuels in Italy's imports from Kazakhstan, percent of value"),
        drawn=marks.finish(_imports(rows, claim, t, state.currency), height),
        table=table,
        source_ids=sources.ids(table, printed),
        alt=t("Horizontal bars of the share of mineral fuels, and the article's as a diamond."),
        finding=t(
            "{share} of Italy's reported imports from Kazakhstan in {period} was mineral fuels: "
            "{value}.",
            share=t.percent(last["share"]),
            period=t.day(last["period"]),
            value=amounts.in_billions(last["value"], state.currency, t),
        ),
        note=" ".join(note),
        badges=shared.badges(rows, "incomplete", *(("disagree",) if len(claim) else ())),
        height=height,
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


def _imports(rows: pd.DataFrame, claim: pd.DataFrame, t: Texts, currency: str) -> Any:
    fuel = rows["product_id"].eq(_FUEL)
    data = pd.DataFrame(
        {
            "when": [_when(r, t) for r in rows.itertuples()],
            "start": (100 - rows["share"]).where(~fuel, 0),
            "end": rows["share"].where(fuel, 100),
            "what": [t.short(_FUEL) if f else t("Everything else") for f in fuel],
            "label": [_range(r, t) for r in rows.itertuples()],
            "value": [amounts.in_billions(v, currency, t) for v in rows["value"]],
            "months": rows["months"],
            "colour": fuel.map({True: marks.ITALY, False: marks.FAINT}),
        }
    )
    tooltip = [
        alt.Tooltip("when:N", title=t("Period")),
        alt.Tooltip("what:N", title=t("Product")),
        alt.Tooltip("label:N", title=t("Share")),
        alt.Tooltip("value:N", title=t("Value")),
        alt.Tooltip("months:Q", title=t("Months")),
    ]
    y = alt.Y("when:N", sort=None, title=None, axis=names_axis())
    x = alt.X(
        "start:Q",
        scale=alt.Scale(domain=[0, 100]),
        axis=alt.Axis(title=t("percent of value"), values=[0, 50, 100], gridDash=[1, 3]),
    )
    bars = (
        alt.Chart(marks.rows(data))
        .mark_bar(height={"band": 0.6})
        .encode(x=x, x2="end:Q", y=y, color=alt.Color("colour:N", scale=None), tooltip=tooltip)
    )
    words = data[fuel].assign(words=data["what"] + " " + data["label"])
    label = (
        alt.Chart(marks.rows(words[["when", "words"]]))
        .mark_text(align="left", x=8, fontSize=12, fontWeight="bold", color=marks.PAPER)
        .encode(y=y, text="words:N")
    )
    return alt.layer(bars, label, *_article(claim, t))


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


def _article(claim: pd.DataFrame, t: Texts) -> list[alt.Chart]:
    if claim.empty:
        return []
    data = pd.DataFrame(
        {
            "when": [t("Article, {year}", year=y) for y in claim["year"]],
            "start": claim["share"],
            "words": [t("crude oil: {share}", share=t.percent(s, 0)) for s in claim["share"]],
        }
    )
    base = alt.Chart(marks.rows(data)).encode(x="start:Q", y=alt.Y("when:N", sort=None))
    return [
        base.mark_point(shape="diamond", size=130, filled=True, color=marks.INK, opacity=1),
        base.mark_text(**marks.text(align="right", dx=-12)).encode(text="words:N"),
    ]


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
