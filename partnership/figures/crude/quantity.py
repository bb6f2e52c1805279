"""Changes in the value of crude exports, split into price and quantity."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import crude as analysis
from partnership.analysis.trade import MONTHS
from partnership.charts import lines, marks
from partnership.charts.forms import Columns, Detail, Point, Series
from partnership.charts.forms.columns import month
from partnership.charts.points import points
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.state import State, last_year
from partnership.wording.sentences import joined

_ID = "trade.price_quantity"
AVAILABLE = message("Year-on-year changes are available for {years}.")


@register(_ID, sectors=("oil_gas", "trade"), uses=("from_year", "to_year", "currency"))
def price_quantity(state: State) -> Figure:
    """The yearly change in the value of crude exports, split into price and quantity."""
    t = texts.in_language(state.lang)
    money = shared.Billions(state.currency, t)
    months = money.converted(analysis.monthly(tables.load("trade")))
    rows = analysis.price_quantity(months, "value")
    known, last = lines.years(rows["year"]), state.newest_year
    rows = rows[rows["year"].between(state.from_year, last)]
    if rows.empty:
        why = lines.known_only(AVAILABLE, known, t)
        return shared.nothing(_ID, t("Price and quantity effects"), why)
    compared = months[months["period"].str[:4].astype(int).between(state.from_year - 1, last)]
    full = rows[rows["year"].le(last_year())]
    newest = (full if len(full) else rows).iloc[-1]
    return shared.drawn(
        _ID,
        _columns(rows, money),
        rows,
        title=t(
            "Value of Kazakhstan's crude oil exports: change on the year before, {unit}, {years}",
            years=lines.years(rows["year"]),
            unit=money.name,
        ),
        headline=headline(newest, str(newest["year"]), money),
        finding=t(
            "Together they changed the value of the exports by {change}.",
            change=money.signed(newest["change"]),
        ),
        note=joined(
            t(
                "Each month is compared with the same month a year earlier: additive logarithmic "
                "mean Divisia index (LMDI; {source}); price is the value of a tonne. A broken "
                "edge: fewer than twelve months.",
                source=t.quote(analysis.METHOD),
            ),
            unknown(compared, money),
        ),
        height=340,
        incomplete=bool(rows["months"].lt(MONTHS).any()),
    )


def headline(row: pd.Series, when: str, money: shared.Billions) -> str:
    """Both effects in one year or month."""
    return money.t(
        "In {when}: price effect {price}, quantity effect {quantity}",
        when=when,
        price=money.signed(row["price"]),
        quantity=money.signed(row["quantity"]),
    )


def unknown(months: pd.DataFrame, money: shared.Billions) -> str:
    """What is not published, or provisional, of the months of `crude.monthly`; and the rate."""
    t = money.t
    absent = lines.listed([t.day(m) for m in analysis.unpublished(months)], t)
    loose = months[months["note"].fillna("").str.startswith("Provisional")]["period"]
    return joined(
        t(
            "Not published: {months}; a year later the month has no basis for comparison.",
            months=absent,
        )
        if absent
        else "",
        t("Provisional: {period}.", period=t.day(f"{loose.min()}/{loose.max()}"))
        if len(loose)
        else "",
        t("In euros the price effect includes the change in the exchange rate.")
        if money.currency != "usd"
        else "",
    )


def effects(rows: pd.DataFrame, money: shared.Billions) -> tuple[Series, ...]:
    """Price and quantity as bars, and a point for the total change of each period of `rows`."""
    t = money.t
    period = rows["period"] if "period" in rows else rows["year"]
    rows = rows.assign(
        place=[month(p) if isinstance(p, str) else int(p) for p in period],
        short=rows["months"].lt(MONTHS) if "months" in rows else False,
    )

    def compared(row: Any) -> tuple[Detail, ...]:
        return ((t("Months compared"), t.number(row.months)),) if row.short else ()

    def marked(kind: str) -> tuple[Point, ...]:
        return points(
            rows,
            kind,
            money.signed,
            at="place",
            status=lambda row: "incomplete" if row.short else "measured",
            details=compared,
        )

    return (
        Series(t("Price"), palette.SECTOR["oil_gas"].light, marked("price"), "bar"),
        Series(t("Quantity"), palette.HOLDERS[0].light, marked("quantity"), "bar"),
        Series(t("Total change"), marks.INK, marked("change"), "points"),
    )


def _columns(rows: pd.DataFrame, money: shared.Billions) -> Columns:
    """The years; over one that has just begun stands how many months are in."""
    t = money.t
    begun = rows[rows["months"].lt(MONTHS) & rows["year"].gt(last_year())]
    totals = points(begun, "change", lambda _: "", label=lambda row: _months(row.months, t))
    return Columns(effects(rows, money), t("Year"), money.unit, totals=totals)


def _months(count: int, t: Texts) -> str:
    return t.plural("{count} month", "{count} months", count)
