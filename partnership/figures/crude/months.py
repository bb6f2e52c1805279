"""Price and quantity in the value of crude oil exports, month by month."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import crude, crude_months, money
from partnership.charts import lines
from partnership.charts.forms import Chart, Columns, Unit
from partnership.figures import shared
from partnership.figures.crude.quantity import AVAILABLE, effects, place, signed, unknown
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 320


@register(
    "trade.price_quantity_months",
    sectors=("oil_gas", "trade"),
    uses=("from_year", "to_year", "currency"),
)
def price_quantity_months(state: State) -> Figure:
    """Each month's change on the same month a year before, split into price and quantity."""
    t = texts.in_language(state.lang)
    months = money.in_currency(
        crude.monthly(tables.load("trade")), state.currency, tables.load("prices")
    )
    rows = crude_months.by_month(months, "value")
    # Months of a year that has just begun are wanted too where the reader set no earlier end.
    known = lines.years(_year(rows))
    last = state.newest_year
    rows = rows[_year(rows).between(state.from_year, last)]
    compared = months[_year(months).between(state.from_year - 1, last)]
    if rows.empty:
        why = lines.known_only(AVAILABLE, known, t)
        return shared.nothing("trade.price_quantity_months", t("Price or quantity by month"), why)
    down = rows.loc[rows["price"].idxmin()]
    up = rows.loc[rows["price"].idxmax()]
    return Figure(
        id="trade.price_quantity_months",
        title=t(
            "Price and quantity effects in the value of Kazakhstan's crude oil exports: change on "
            "the same month a year earlier, {from_month} to {to_month}, {unit}",
            from_month=t.day(str(rows["period"].iloc[0])),
            to_month=t.day(str(rows["period"].iloc[-1])),
            unit=lines.billions(t, state.currency),
        ),
        drawn=Chart(_columns(rows, t, state.currency), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        finding=t(
            "The largest negative price effect was in {down} ({least}), the largest positive one "
            "in {up} ({most}).",
            down=t.day(str(down["period"])),
            least=signed(down["price"], t, state.currency),
            up=t.day(str(up["period"])),
            most=signed(up["price"], t, state.currency),
        ),
        note=_note(compared, state.currency, t),
        badges=shared.badges(rows, "incomplete"),
        height=_HEIGHT,
    )


def _note(months: pd.DataFrame, currency: str, t: Texts) -> str:
    sentences = [
        t(
            "The first values compared are those of {month}. Method: additive LMDI ({source}), as "
            "for the years, whose components are the sums of these. Points: total change.",
            month=t.day(str(months["period"].min())),
            source=t.quote(crude.METHOD),
        ),
        *unknown(months, t),
    ]
    if currency != "usd":
        sentences.append(t("In euros the price effect includes the change in the exchange rate."))
    return " ".join(sentences)


def _columns(rows: pd.DataFrame, t: Texts, currency: str) -> Columns:
    names = tuple((place(p), t.day(str(p))) for p in rows["period"])
    series = effects(rows, t, currency)
    return Columns(series, t("Month"), Unit(lines.billions(t, currency), 9), names=names)


def _year(rows: pd.DataFrame) -> pd.Series:
    """The year of each row; a table without rows has a column of no type."""
    return rows["period"].astype(str).str[:4].astype(int)
