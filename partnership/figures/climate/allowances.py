"""The emissions trading system: the price of an allowance, and how many there are."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
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


@register("climate.allowances", sectors=("renewables",))
def allowances(state: State) -> Figure:
    """Price of a Kazakh emission allowance, cap of the system and allowances allocated free."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows = needed.rows(seen, "observations", metric_id=tuple(_DIGITS))
    rows = rows.assign(order=rows["metric_id"].map(list(_DIGITS).index))
    rows = rows.sort_values(["order", "period"], ignore_index=True)
    shown = tuple(
        {
            "label": f"{t.name(str(r.metric_id))} · {t.day(str(r.period))}",
            "value": _value(str(r.metric_id), r.value, str(r.unit), t),
            "detail": _detail(r.source_id, r.status, t),
        }
        for r in rows.itertuples()
    )
    return Figure(
        id="climate.allowances",
        title=t("Prices and volumes of emission allowances in Kazakhstan"),
        drawn=Listing("facts", shown),
        table=rows.drop(columns="order"),
        source_ids=sources.ids(rows),
        alt="; ".join(f"{r['label']}: {r['value']}" for r in shown),
        finding=_finding(rows, t),
        note=t(
            "Single quotations from different pages, in the currency each publishes: not a "
            "series. An expected price is a forecast of its time, not an outcome. Quotations "
            "without a date are left out."
        ),
        badges=shared.badges(rows, "incomplete"),
    )


def _value(metric: str, value: float, unit: str, t: Texts) -> str:
    # A count is named by its label.
    named = "" if metric.endswith("_count") else unit
    return amounts.amount(value, named, t, _DIGITS[metric], short=True)


def _detail(source_id: str, status: str, t: Texts) -> str:
    publisher = sources.publisher(source_id, t)
    return t("{publisher}, expected", publisher=publisher) if status == "estimated" else publisher


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """The latest quotation beside the forecast for its time."""
    known = rows[rows["status"].ne("estimated")]
    prices = known[known["metric_id"].eq(_PRICE)]
    forecasts = rows[rows["metric_id"].eq(_PRICE_USD) & rows["status"].eq("estimated")]
    if prices.empty or forecasts.empty:
        return ""
    price, expected = prices.iloc[-1], forecasts.iloc[-1]
    return t(
        "{price} tenge a tonne on the exchange on {day}; a consultancy had expected {expected} "
        "for {span}.",
        price=t.number(price["value"], 2),
        day=t.day(str(price["period"])),
        expected=amounts.amount(expected["value"], "USD", t, 1),
        span=t.day(str(expected["period"])),
    )
