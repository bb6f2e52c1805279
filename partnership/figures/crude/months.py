"""Price and quantity in the value of crude oil exports, month by month."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import crude, crude_months
from partnership.charts import lines
from partnership.charts.forms import Columns
from partnership.charts.forms.columns import month
from partnership.figures import shared
from partnership.figures.crude.quantity import AVAILABLE, effects, headline, unknown
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.state import State
from partnership.wording.sentences import joined

_ID = "trade.price_quantity_months"


@register(_ID, sectors=("oil_gas", "trade"), uses=("from_year", "to_year", "currency"))
def price_quantity_months(state: State) -> Figure:
    """Each month's change on the same month a year before, split into price and quantity."""
    t = texts.in_language(state.lang)
    money = shared.Billions(state.currency, t)
    months = money.converted(crude.monthly(tables.load("trade")))
    rows = crude_months.by_month(months, "value")
    # Months of a year that has just begun are wanted too where the reader set no earlier end.
    known, last = lines.years(_year(rows)), state.newest_year
    rows = rows[_year(rows).between(state.from_year, last)]
    if rows.empty:
        why = lines.known_only(AVAILABLE, known, t)
        return shared.nothing(_ID, t("Price or quantity by month"), why)
    compared = months[_year(months).between(state.from_year - 1, last)]
    down, up = rows.loc[rows["price"].idxmin()], rows.loc[rows["price"].idxmax()]
    names = tuple((month(p), t.day(p)) for p in rows["period"].astype(str))
    return shared.drawn(
        _ID,
        Columns(effects(rows, money), t("Month"), money.unit, names=names),
        rows,
        title=t(
            "Value of Kazakhstan's crude oil exports: change on the same month a year earlier, "
            "{unit}, {from_month} to {to_month}",
            from_month=names[0][1],
            to_month=names[-1][1],
            unit=money.name,
        ),
        headline=headline(rows.iloc[-1], names[-1][1], money),
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
                source=t.quote(crude.METHOD),
            ),
            unknown(compared, money),
        ),
        height=320,
        incomplete=True,
    )


def _year(rows: pd.DataFrame) -> pd.Series:
    """The year of each row; a table without rows has a column of no type."""
    return rows["period"].astype(str).str[:4].astype(int)
