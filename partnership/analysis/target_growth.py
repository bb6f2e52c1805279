"""What the aim of the two countries needs: growth a year, or a price, or a quantity alone.

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


@dataclass(frozen=True)
class Needed:
    """Growth from a base to the aim: values in USD, rates in percent a year.

    `past` is the rate over the `PAST` years before the base, missing where their first year is.
    """

    year: int
    base: float
    years: int
    rate: float
    past: float | None


def needed(turnover: pd.Series, aim: float, horizon: int = HORIZON) -> Needed | None:
    """Growth a year that leads from the latest of `turnover` (USD by year) to `aim` in `horizon`.

    None where there is no year before the horizon. `turnover` is of the reporter whose statistics
    the aim was set in (`target.SET_IN`).
    """
    value = turnover.astype(float)
    if value.empty or value.index.max() >= horizon:
        return None
    year = int(value.index.max())
    before = value.get(year - PAST)
    return Needed(
        year=year,
        base=float(value[year]),
        years=horizon - year,
        rate=rate(value[year], aim, horizon - year),
        past=None if before is None else rate(before, value[year], PAST),
    )


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
