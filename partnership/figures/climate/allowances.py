"""The emissions trading system: the price of an allowance, and how many there are."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, readable, texts
from partnership.language.readable import Cell, Column, Row
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_PRICE, _PRICE_USD = "carbon_allowance_price_kzt", "carbon_allowance_price_usd"
_DIGITS = {
    _PRICE: 2,
    _PRICE_USD: 2,
    "ets_cap_mtco2": 1,
    "ets_reserve_mtco2": 1,
    "ets_free_allowances_mtco2e": 1,
    "ets_installations_count": 0,
    "ets_operators_count": 0,
}
"""Metrics in the order shown, with the digits that their publishers print."""
_COLUMNS = (
    Column("what", message("Measure")),
    Column("value", message("Value")),
    Column("period", message("Period")),
    Column("source", message("Source")),
)


@register("climate.allowances", sectors=("renewables",))
def allowances(state: State) -> Figure:
    """Price of a Kazakh emission allowance, cap of the system and allowances allocated free."""
    t = texts.in_language(state.lang)
    rows = needed.rows(tables.load("observations"), "observations", metric_id=tuple(_DIGITS))
    rows = rows.assign(order=rows["metric_id"].map(list(_DIGITS).index))
    rows = rows.sort_values(["order", "period"], ignore_index=True)
    shown = tuple(_row(r, t) for r in rows.itertuples())
    return shared.from_rows(
        "climate.allowances",
        t("Prices and volumes of emission allowances in Kazakhstan"),
        readable.table(_COLUMNS, shown, t),
        rows.drop(columns="order"),
        "incomplete",
        alt="; ".join(f"{r['what']}, {r['period']}: {r['value']}" for r in shown),
        finding=_finding(rows, t),
        note=t(
            "Single quotations from different pages, in the currency each publishes: not a "
            "series. An expected price is a forecast of its time, not an outcome. Quotations "
            "without a date are left out."
        ),
    )


def _row(row: Any, t: Texts) -> Row:
    publisher, metric, period = sources.publisher(row.source_id, t), row.metric_id, str(row.period)
    expected = row.status == "estimated"
    return {
        "what": t.name(metric),
        "period": Cell(t.day(period), period),
        "value": Cell(_value(row.value, metric, row.unit, t), row.value, metric),
        "source": t("{publisher}, expected", publisher=publisher) if expected else publisher,
    }


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """The latest quotation beside the forecast for its time."""
    expected = rows["status"].eq("estimated")
    prices = rows[~expected & rows["metric_id"].eq(_PRICE)]
    forecasts = rows[expected & rows["metric_id"].eq(_PRICE_USD)]
    if prices.empty or forecasts.empty:
        return ""
    price, forecast = prices.iloc[-1], forecasts.iloc[-1]
    return t(
        "{price} on the exchange on {day}; a consultancy had expected {expected} for {span}.",
        price=_value(price["value"], _PRICE, price["unit"], t),
        day=t.day(str(price["period"])),
        expected=_value(forecast["value"], _PRICE_USD, forecast["unit"], t),
        span=t.day(str(forecast["period"])),
    )


def _value(value: float, metric: str, unit: str, t: Texts) -> str:
    # A count is named by its metric.
    unit = "" if metric.endswith("_count") else unit
    return amounts.amount(value, unit, t, _DIGITS[metric], short=True)
