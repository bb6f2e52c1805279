"""Changes in the value of crude exports by year and month, split into price and quantity."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import crude as analysis
from partnership.analysis import crude_months
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
from partnership.wording.sentences import begun, joined

_ID, _BY_MONTH = "trade.price_quantity", "trade.price_quantity_months"
_AVAILABLE = message("Year-on-year changes are available for {years}.")


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
        why = lines.known_only(_AVAILABLE, known, t)
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
        headline=_headline(newest, str(newest["year"]), money),
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
            _unknown(compared, money),
        ),
        height=340,
        incomplete=bool(rows["months"].lt(MONTHS).any()),
    )


@register(_BY_MONTH, sectors=("oil_gas", "trade"), uses=("from_year", "to_year", "currency"))
def price_quantity_months(state: State) -> Figure:
    """Each month's change on the same month a year before, split into price and quantity."""
    t = texts.in_language(state.lang)
    money = shared.Billions(state.currency, t)
    months = money.converted(analysis.monthly(tables.load("trade")))
    rows = crude_months.by_month(months, "value")
    # Months of a year that has just begun are wanted too where the reader set no earlier end.
    known, last = lines.years(_year(rows)), state.newest_year
    rows = rows[_year(rows).between(state.from_year, last)]
    if rows.empty:
        why = lines.known_only(_AVAILABLE, known, t)
        return shared.nothing(_BY_MONTH, t("Price or quantity by month"), why)
    compared = months[_year(months).between(state.from_year - 1, last)]
    down, up = rows.loc[rows["price"].idxmin()], rows.loc[rows["price"].idxmax()]
    names = tuple((month(p), t.day(p)) for p in rows["period"].astype(str))
    return shared.drawn(
        _BY_MONTH,
        Columns(_effects(rows, money), t("Month"), money.unit, names=names),
        rows,
        title=t(
            "Value of Kazakhstan's crude oil exports: change on the same month a year earlier, "
            "{unit}, {from_month} to {to_month}",
            from_month=names[0][1],
            to_month=names[-1][1],
            unit=money.name,
        ),
        headline=_headline(rows.iloc[-1], names[-1][1], money),
        finding=t(
            "The largest negative price effect was in {down} ({least}), the largest positive one "
            "in {up} ({most}).",
            down=t.day(str(down["period"])),
            least=money.signed(down["price"]),
            up=t.day(str(up["period"])),
            most=money.signed(up["price"]),
        ),
        note=joined(
            t(
                "The first values compared are those of {month}. Method: additive LMDI "
                "({source}), as for the years, whose components are the sums of these.",
                month=t.day(str(compared["period"].min())),
                source=t.quote(analysis.METHOD),
            ),
            _unknown(compared, money),
        ),
        height=320,
        incomplete=True,
    )


def _headline(row: pd.Series, when: str, money: shared.Billions) -> str:
    """Both effects in one year or month."""
    return begun(
        money.t(
            "In {when}: price effect {price}, quantity effect {quantity}",
            when=when,
            price=money.signed(row["price"]),
            quantity=money.signed(row["quantity"]),
        )
    )


def _unknown(months: pd.DataFrame, money: shared.Billions) -> str:
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


def _effects(rows: pd.DataFrame, money: shared.Billions) -> tuple[Series, ...]:
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
        Series(t("Quantity"), palette.SKY.light, marked("quantity"), "bar"),
        Series(t("Total change"), marks.INK, marked("change"), "points"),
    )


def _columns(rows: pd.DataFrame, money: shared.Billions) -> Columns:
    """The years; over one that has just begun stands how many months are in."""
    t = money.t
    begun = rows[rows["months"].lt(MONTHS) & rows["year"].gt(last_year())]
    totals = points(begun, "change", lambda _: "", label=lambda row: _months(row.months, t))
    return Columns(_effects(rows, money), t("Year"), money.unit, totals=totals)


def _months(count: int, t: Texts) -> str:
    return t.plural("{count} month", "{count} months", count)


def _year(rows: pd.DataFrame) -> pd.Series:
    """The year of each row; a table without rows has a column of no type."""
    return rows["period"].astype(str).str[:4].astype(int)
