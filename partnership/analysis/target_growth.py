"""What the target of the two countries requires: annual growth, or a price or quantity alone.

The article names no year. `HORIZON` is our own assumption, so that a rate can be computed.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

HORIZON = 2030
"""Year by which the target is assumed to be reached. Not in the article."""
PAST = 10
"""Years over which past growth is measured."""


def rate(base: float, target: float, years: int) -> float:
    """Annual growth in percent from `base` to `target` in `years` (compound annual growth rate).

    (target / base)^(1 / years) − 1. Raises `ValueError` for values or years that are not positive.
    """
    if base <= 0 or target <= 0 or years <= 0:
        raise ValueError((base, target, years))
    return float(((target / base) ** (1 / years) - 1) * 100)


@dataclass(frozen=True)
class Needed:
    """Growth from a base to the target: values in USD, rates in percent a year.

    `past` is the rate over the `PAST` years before the base, missing where their first year is.
    """

    year: int
    base: float
    years: int
    rate: float
    past: float | None


def needed(turnover: pd.Series, target: float, horizon: int = HORIZON) -> Needed | None:
    """Annual growth from the latest of `turnover` (USD by year) to `target` in `horizon`.

    None where there is no year before the horizon. `turnover` is of the reporter whose statistics
    the target was set in (`target.SET_IN`).
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
        rate=rate(value[year], target, horizon - year),
        past=None if before is None else rate(before, value[year], PAST),
    )


@dataclass(frozen=True)
class Alone:
    """What one quantity alone would have to become to reach the target, all else as in the base.

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
    target: float,
    share: float,
    unit_value: float,
    barrels_per_tonne: float,
) -> Alone:
    """The oil price or the quantity of oil that alone would lift `turnover` to `target`.

    `exports` is what Kazakhstan declares as exports to Italy (USD), `share` (0 to 1) the part of it
    that is crude oil, `unit_value` the mean value of a tonne of all its crude exports (USD). With
    C = share · exports the crude has to grow by the factor f = 1 + (target − turnover) / C: at the
    same quantity the price by f, at the same price the quantity by f.

    Limits: the crude to Italy is valued at the mean of all crude exports; a rise in price is taken
    to leave imports and other exports unchanged. Where `turnover` is above `target`, f is below 1.
    """
    crude = share * exports
    factor = 1 + (target - turnover) / crude
    price, quantity = unit_value / barrels_per_tonne, crude / unit_value / 1e6
    return Alone(share, crude, factor, price, price * factor, quantity, quantity * factor)


def italian_exports_alone(turnover: float, imports: float, target: float) -> float:
    """The value to which Kazakhstan's imports from Italy alone would have to rise (USD)."""
    return imports + target - turnover
