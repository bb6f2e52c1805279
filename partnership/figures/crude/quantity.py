"""Changes in the value of crude exports, split into price and quantity."""

from __future__ import annotations

from datetime import date

import pandas as pd

from partnership import palette, tables
from partnership.analysis import crude as analysis
from partnership.analysis import money
from partnership.charts import lines, marks
from partnership.charts.forms import Chart, Columns, Point, Series, Status, Unit
from partnership.charts.forms.columns import month
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State, last_year

_MONTHS = 12
AVAILABLE = message("Year-on-year changes are available for {years}.")
_HEIGHT = 340


@register(
    "trade.price_quantity", sectors=("oil_gas", "trade"), uses=("from_year", "to_year", "currency")
)
def price_quantity(state: State) -> Figure:
    """The yearly change in the value of crude exports, split into price and quantity."""
    t = texts.in_language(state.lang)
    months = money.in_currency(
        analysis.monthly(tables.load("trade")), state.currency, tables.load("prices")
    )
    rows = analysis.price_quantity(months, "value")
    known = lines.years(rows["year"])
    last = state.newest_year
    rows = rows[rows["year"].between(state.from_year, last)]
    compared = months[months["period"].str[:4].astype(int).between(state.from_year - 1, last)]
    if rows.empty:
        why = lines.known_only(AVAILABLE, known, t)
        return shared.nothing("trade.price_quantity", t("Price and quantity effects"), why)
    return Figure(
        id="trade.price_quantity",
        title=t(
            "Price and quantity effects in the value of Kazakhstan's crude oil exports: "
            "year-on-year change, {years}, {unit}",
            years=lines.years(rows["year"]),
            unit=lines.billions(t, state.currency),
        ),
        drawn=Chart(_columns(rows, t, state.currency), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        finding=_finding(rows, t, state.currency),
        note=_note(rows, compared, t),
        badges=shared.badges(rows, *(("incomplete",) if rows["months"].lt(_MONTHS).any() else ())),
        height=_HEIGHT,
    )


def _finding(rows: pd.DataFrame, t: Texts, currency: str) -> str:
    full = rows[rows["year"].le(last_year())]
    row = (full if len(full) else rows).iloc[-1]
    return t(
        "In {year} the value changed by {change}: price {price}, quantity {quantity}.",
        year=int(row["year"]),
        change=signed(row["change"], t, currency),
        price=signed(row["price"], t, currency),
        quantity=signed(row["quantity"], t, currency),
    )


def signed(value: float, t: Texts, currency: str) -> str:
    """A change in billions with its sign."""
    return lines.signed(amounts.in_billions(abs(value), currency, t), value, t)


def _note(rows: pd.DataFrame, months: pd.DataFrame, t: Texts) -> str:
    sentences = [
        t(
            "Each month is compared with the same month a year earlier: additive logarithmic mean "
            "Divisia index (LMDI; {source}); price is the value of a tonne. A broken edge: "
            "fewer than twelve months.",
            source=t.quote(analysis.METHOD),
        ),
        *unknown(months, t),
    ]
    newest = rows[rows["months"].lt(_MONTHS) & rows["year"].gt(last_year())]
    sentences += [
        t("{year} covers its first {months} months.", year=row.year, months=row.months)
        for row in newest.itertuples()
    ]
    if months["value"].ne(months["value_usd"]).any():
        sentences.append(t("In euros the price effect includes the change in the exchange rate."))
    return " ".join(sentences)


def unknown(months: pd.DataFrame, t: Texts) -> list[str]:
    """Sentences on the months of `crude.monthly` that are not published, or are provisional."""
    sentences = []
    if absent := analysis.unpublished(months):
        sentences.append(
            t(
                "Not published: {months}; a year later the month has no basis for comparison.",
                months=lines.listed([t.day(m) for m in absent], t),
            )
        )
    loose = months[months["note"].fillna("").str.startswith("Provisional")]["period"]
    if len(loose):
        sentences.append(t("Provisional: {period}.", period=t.day(f"{loose.min()}/{loose.max()}")))
    return sentences


def effects(rows: pd.DataFrame, t: Texts, currency: str) -> tuple[Series, ...]:
    """Price and quantity as bars, and a point for the total change of each period of `rows`."""

    def points(kind: str) -> tuple[Point, ...]:
        found = []
        for row in rows.to_dict("records"):
            short = row.get("months", _MONTHS) < _MONTHS
            details = ((t("Months compared"), t.number(row["months"])),) if short else ()
            words = signed(row[kind], t, currency)
            status: Status = "incomplete" if short else "measured"
            found.append(
                Point(place(row["period"]), row[kind], words, status=status, details=details)
            )
        return tuple(found)

    return (
        Series(t("Price"), palette.SECTOR["oil_gas"].light, points("price"), "bar"),
        Series(t("Quantity"), palette.SKY.light, points("quantity"), "bar"),
        Series(t("Total change"), marks.INK, points("change"), "points"),
    )


def place(period: object) -> int | date:
    """Where a year or a month stands."""
    return int(str(period)) if len(str(period)) == 4 else month(str(period))


def _columns(rows: pd.DataFrame, t: Texts, currency: str) -> Columns:
    series = effects(rows.assign(period=rows["year"]), t, currency)
    return Columns(series, t("Year"), Unit(lines.billions(t, currency), 9))
