"""Dollars and euros. Rates are the European Central Bank's means of the period."""

from __future__ import annotations

import pandas as pd

RATE = "fx_usd_per_eur"
"""Series of dollars per euro in table `prices`, from 1999."""


def in_currency(rows: pd.DataFrame, currency: str, prices: pd.DataFrame) -> pd.DataFrame:
    """`rows` of `trade` with a column `value` in units of `currency` (`usd` or `eur`).

    What was declared in euros stays as declared; dollars are divided by the mean rate of the
    row's own period (of the months of a span). Before 1999 there is no euro: rows are left out.
    """
    if currency == "usd":
        return rows.assign(value=rows["value_usd"])
    rate = rates(prices)
    each = rows["period"].astype(str).map(lambda p: _rate(p, rate)).astype(float)
    converted = rows["value_usd"] / each
    if "declared_currency" in rows:
        euros = rows["declared_currency"].eq("EUR").fillna(value=False)
        converted = rows["declared_value"].where(euros, converted)
    return rows.assign(value=converted)[converted.notna()]


def rates(prices: pd.DataFrame) -> dict[str, float]:
    """Dollars per euro by period (`2024`, `2024-05`)."""
    rows = prices[prices["series_id"].eq(RATE)]
    return dict(zip(rows["period"].astype(str), rows["value"].astype(float), strict=True))


def first_year(prices: pd.DataFrame) -> int | None:
    """The first year with a rate; sums of earlier years have no value in euros."""
    return min((int(period[:4]) for period in rates(prices)), default=None)


def _rate(period: str, rate: dict[str, float]) -> float:
    if "/" not in period:
        return rate.get(period, float("nan"))
    first, last = period.split("/")
    months = pd.period_range(first, last, freq="M").astype(str)
    known = [rate[m] for m in months if m in rate]
    return sum(known) / len(known) if known else float("nan")
