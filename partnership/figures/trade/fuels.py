"""Mineral fuels in Italy's imports from Kazakhstan."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import products as analysis
from partnership.analysis.trade import MONTHS
from partnership.charts import lines
from partnership.charts.forms import Bars, Category, Detail, Series, Unit
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.charts.points import points
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts, counted
from partnership.provenance.sources import publisher
from partnership.state import State
from partnership.tables import needed
from partnership.wording.sentences import joined

_USES = ("from_year", "to_year", "currency")
_FUEL = "hs27"
_PRINTED = "crude_share_of_italian_imports_from_kz_pct"


@register("trade.italian_imports", sectors=("trade", "oil_gas"), uses=_USES)
def italian_imports(state: State) -> Figure:
    """Mineral fuels and all other goods in Italy's imports from Kazakhstan."""
    t = texts.in_language(state.lang)
    money = shared.Billions(state.currency, t)
    needed.some(tables.load("trade"), "trade", "value_usd")
    months = analysis.months_of_fuels(tables.load("trade"), state.from_year, state.to_year)
    if not analysis.both_known(months):
        why = t("No data on Italian imports by product for these years.")
        title = t("Mineral fuels in Italy's imports from Kazakhstan")
        return shared.nothing("trade.italian_imports", title, why)
    rows = analysis.fuels(money.converted(months))
    fuels = rows[rows["product_id"].eq(_FUEL)]
    claim, printed = _stated(rows, state)
    last = fuels.iloc[-1]
    return shared.drawn(
        "trade.italian_imports",
        _bars(rows, money),
        rows,
        table=pd.concat([rows, claim], ignore_index=True),
        title=t(
            "Mineral fuels in Italy's imports from Kazakhstan, percent of value, {years}",
            years=lines.years(rows["year"]),
        ),
        headline=t(
            "Mineral fuels: {share} of Italy's imports from Kazakhstan ({year})",
            share=t.percent(last["share"]),
            year=last["year"],
        ),
        finding=joined(
            t(
                "Fuels of {period}: {value}.",
                period=t.day(last["period"]),
                value=money(last["value"]),
            ),
            *(
                t(
                    "The article gives {share} for crude oil, a part of mineral fuels, in {year}.",
                    share=t.percent(row.share, 0),
                    year=row.year,
                )
                for row in claim.itertuples()
            ),
        ),
        note=joined(
            t(
                "Value in euros as reported by Italy, over the months for which Comext has both "
                "all goods and mineral fuels (HS {code}).",
                code=_FUEL.removeprefix("hs"),
            ),
            _blank(fuels, t),
            *(
                t(
                    "For {year} {share}, called crude oil there, is published by {who}.",
                    who=publisher(row.source_id, t),
                    share=t.percent(row.value, 0),
                    year=row.period,
                )
                for row in printed.itertuples()
            ),
        ),
        cited=[claim, printed],
        disagree=len(claim) > 0,
        incomplete=True,
    )


def _stated(rows: pd.DataFrame, state: State) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The article's share of crude oil, and shares that others print for years in `rows`."""
    seen = tables.load("observations")
    seen = seen[seen["metric_id"].eq(_PRINTED)]
    year = seen["period"].str[:4].astype(int)
    claim = seen.assign(year=year, product_id="hs2709", share=seen["value"].astype(float))
    claim = claim[seen["status"].eq("claimed") & year.le(state.to_year)]
    printed = seen["status"].eq("reported") & seen["period"].isin(rows["year"].astype(str))
    columns = ["year", "period", "product_id", "share", "source_id", "status", "note"]
    return claim[columns], seen[printed]


def _bars(rows: pd.DataFrame, money: shared.Billions) -> Bars:
    t = money.t
    rows = rows.assign(place=rows["year"].astype(str))
    fuel = rows["product_id"].eq(_FUEL)

    def details(row: Any) -> tuple[Detail, ...]:
        return (t("Value"), money(row.value)), (t("Months"), t.number(row.months))

    def label(row: Any) -> str:
        """The share of fuels, named in the first row alone: on a telephone bars are short."""
        if row.product_id != _FUEL:
            return ""
        first = row.year == rows["year"].min()
        return f"{t.short(_FUEL)} {_range(row, t)}" if first else _range(row, t)

    parts = (
        (t.short(_FUEL), palette.ITALY.light, rows[fuel]),
        (t("Everything else"), palette.FAINT.light, rows[~fuel]),
    )
    return Bars(
        tuple(Category(row.place, _when(row, t)) for row in rows[fuel].itertuples()),
        tuple(
            Series(
                name,
                colour,
                points(part, "share", t.percent, at="place", label=label, details=details),
                mark="bar",
            )
            for name, colour, part in parts
        ),
        what=t("Period"),
        by=t("Product"),
        measure=t("Share"),
        unit=Unit(t("percent of value"), suffix=PERCENT_SIGN),
        arranged="stacked",
        whole=100,
    )


def _blank(fuels: pd.DataFrame, t: Texts) -> str:
    """Months in which fuels are blank, and the share by either reading of the blank."""
    short = fuels[fuels["missing"].ne("")]
    if short.empty:
        return ""
    listed = [
        t(
            "{low} of {year} if they were nil, {high} over the other months",
            low=t.percent(row.share_blank_none),
            year=row.year,
            high=t.percent(row.share),
        )
        for row in short.itertuples()
    ]
    return t(
        "In {months} fuels are blank and all goods are not: {list}.",
        months=lines.listed([t.day(m) for m in ";".join(short["missing"]).split(";")], t),
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
    if row.months == MONTHS:
        return str(row.year)
    if row.missing:
        blank = len(row.missing.split(";"))
        words = counted("{year}, {count} month blank", "{year}, {count} months blank")
        return t.plural(*words, blank, year=row.year)
    return t("{year}, {months} months", year=row.year, months=row.months)
