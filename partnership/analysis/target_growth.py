"""What the aim of 20 billion dollars needs: growth a year, or a price, or a quantity alone.

The article names no year. `HORIZON` is our own supposition, so that a rate can be worked out.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

HORIZON = 2030
"""Year in which the aim is supposed to be reached. Not in the article."""
PAST = 10
"""Years over which the growth of the past is measured."""


def rate(base: float, aim: float, years: int) -> float:
    """Growth a year in percent from `base` to `aim` in `years` (compound annual growth rate).

    (aim / base)^(1 / years) − 1. Raises `ValueError` for values or years that are not positive.
    """
    if base <= 0 or aim <= 0 or years <= 0:
        raise ValueError((base, aim, years))
    return float(((aim / base) ** (1 / years) - 1) * 100)


def needed(turnover: pd.DataFrame, aim: float, horizon: int = HORIZON) -> pd.DataFrame:
    """Growth a year that each reporter's turnover needs to reach `aim` in `horizon`.

    `turnover` as from `trade.turnover` (`reporter`, `year`, `value_usd`, `source_id`). The base is
    the latest year of the reporter. Returns `reporter`, `year`, `base` (USD), `years` (to the
    horizon), `needed` (percent a year), `past` (percent a year over the `PAST` years before the
    base; missing where that year is), `source_id`, `status`. Reporters whose base lies at or after
    the horizon are left out.
    """
    made = []
    for reporter, mine in turnover.groupby("reporter", sort=False):
        value = mine.set_index("year")["value_usd"].astype(float)
        year = int(value.index.max())
        if year >= horizon:
            continue
        before = value.get(year - PAST)
        made.append(
            {
                "reporter": str(reporter),
                "year": year,
                "base": value[year],
                "years": horizon - year,
                "needed": rate(value[year], aim, horizon - year),
                "past": float("nan") if before is None else rate(before, value[year], PAST),
                "source_id": mine.loc[mine["year"].eq(year), "source_id"].iloc[0],
                "status": "derived",
            }
        )
    return pd.DataFrame(made)


@dataclass(frozen=True)
class Alone:
    """What one thing alone would have to become for the aim, everything else as in the base.

    Prices in USD a barrel, quantities in Mt, values in USD. `share` is the part of Kazakhstan's
    exports to Italy taken to be crude oil.
    """

    share: float
    crude: float
    factor: float
    price: float
    price_needed: float
    quantity: float
    quantity_needed: float


def crude_alone(
    turnover: float,
    exports: float,
    aim: float,
    share: float,
    unit_value: float,
    barrels_per_tonne: float,
) -> Alone:
    """The oil price or the quantity of oil that alone would lift `turnover` to `aim`.

    `exports` is what Kazakhstan declares as exports to Italy (USD), `share` (0 to 1) the part of it
    that is crude oil, `unit_value` the mean value of a tonne of all its crude exports (USD). With
    C = share · exports the crude has to grow by the factor f = 1 + (aim − turnover) / C: at the
    same quantity the price by f, at the same price the quantity by f.

    Limits: the crude to Italy is valued at the mean of all crude exports; a rise in price is taken
    to leave imports and other exports as they are. Where `turnover` is above `aim`, f is below 1.
    """
    crude = share * exports
    factor = 1 + (aim - turnover) / crude
    price, quantity = unit_value / barrels_per_tonne, crude / unit_value / 1e6
    return Alone(share, crude, factor, price, price * factor, quantity, quantity * factor)


def italian_exports_alone(turnover: float, imports: float, aim: float) -> float:
    """The value to which Kazakhstan's imports from Italy alone would have to rise (USD)."""
    return imports + aim - turnover
