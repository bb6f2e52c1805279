"""What a barrel of crude exports is worth at customs, and how far that lags Brent."""

from __future__ import annotations

import pandas as pd

from partnership.analysis import money

BRENT = "price_brent"
MOST_LAG = 6
"""The longest lag that is tried, in months."""
_NEAR = 0.01
"""Lags whose correlation is this close to the highest one are as good as the best."""
_SOURCE = "eia_brent"
"""The series of Brent that reaches farthest; two sources are never joined."""


def brent(prices: pd.DataFrame) -> pd.DataFrame:
    """Brent by whole month, in USD a barrel: rows of `prices`, earliest first."""
    rows = prices[prices["series_id"].eq(BRENT) & prices["source_id"].eq(_SOURCE)]
    return rows[rows["period"].str.fullmatch(r"\d{4}-\d{2}")].sort_values("period")


def lags(months: pd.DataFrame, brent_months: pd.DataFrame, most: int = MOST_LAG) -> pd.DataFrame:
    """How closely the unit value of exports follows Brent some months before.

    `months` as from `crude.monthly` (`unit_value`), `brent_months` has `period` and `value`.
    Returns `lag` (0 to `most` months), `correlation` (Pearson's, of the levels), `months` (how
    many pairs). Months that either side lacks are left out; fewer than two pairs give none.

    Limits: levels share their trend, so that the height of a correlation says little and only the
    comparison of lags counts; one lag stands for all of the years.
    """
    value = months.set_index("period")["unit_value"].astype(float)
    found = []
    for lag in range(most + 1):
        before = shifted(brent_months, lag).set_index("period")["value"].astype(float)
        both = pd.concat([value, before], axis=1, join="inner").dropna()
        correlation = both["unit_value"].corr(both["value"]) if len(both) > 1 else float("nan")
        found.append({"lag": lag, "correlation": correlation, "months": len(both)})
    return pd.DataFrame(found)


def shifted(brent_months: pd.DataFrame, lag: int) -> pd.DataFrame:
    """`brent_months` with each month's value at the month `lag` months later."""
    moved = (pd.PeriodIndex(brent_months["period"], freq="M") + lag).astype(str)
    return brent_months.assign(period=list(moved))


def best_lag(found: pd.DataFrame) -> int:
    """The lag of `lags` with the highest correlation."""
    return int(found.loc[found["correlation"].idxmax(), "lag"])


def near(found: pd.DataFrame) -> list[int]:
    """The lags of `lags` whose correlation is within a hundredth of the highest, in order."""
    close = found["correlation"].ge(found["correlation"].max() - _NEAR)
    return [int(lag) for lag in found.loc[close, "lag"]]


def series(
    months: pd.DataFrame, prices: pd.DataFrame, barrels_per_tonne: float, lag: int, currency: str
) -> pd.DataFrame:
    """Exports, their value a barrel, Brent, and Brent `lag` months before, in `currency`.

    `months` as from `crude.monthly`, `prices` the table. Returns `series_id` (`crude_exports`,
    `crude_unit_value`, `price_brent`, `price_brent_lagged`), `period`, `lag_months`, `value`,
    `quantity_t`, `source_id`, `status`, `note`, for the months between the first and the last.
    """
    sold = money.in_currency(months, currency, prices)
    each = sold["value"] / (sold["quantity_t"] * barrels_per_tonne)
    paid = brent(prices).rename(columns={"value": "value_usd"})
    paid = money.in_currency(paid, currency, prices)
    parts = (
        sold.assign(series_id="crude_exports", lag_months=0),
        sold.assign(series_id="crude_unit_value", value=each, status="derived", lag_months=0),
        paid.assign(series_id=BRENT, lag_months=0),
        shifted(paid, lag).assign(series_id="price_brent_lagged", lag_months=lag),
    )
    columns = ["series_id", "period", "lag_months", "value", "quantity_t"]
    rows = pd.concat(parts, ignore_index=True)[[*columns, "source_id", "status", "note"]]
    return rows[rows["period"].between(months["period"].min(), months["period"].max())]
