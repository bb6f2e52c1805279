"""The emissions trading system: what an allowance costs, and how many there are."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.language import texts
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
    """Price of a Kazakh emission allowance, cap of the system and allowances handed out free."""
    t = texts.of(state.lang)
    seen = tables.load("observations")
    rows = needed.rows(seen, "observations", metric_id=tuple(_DIGITS))
    rows = rows.assign(place=rows["metric_id"].map(list(_DIGITS).index))
    rows = rows.sort_values(["place", "period"], ignore_index=True)
    shown = tuple(
        {
            "label": f"{t.name(str(r.metric_id))} · {t.day(str(r.period))}",
            "value": _value(r.metric_id, r.value, r.unit, t),
            "detail": _detail(r.source_id, r.status, t),
        }
        for r in rows.itertuples()
    )
    return Figure(
        id="climate.allowances",
        title=t("Prices and volumes of emission allowances in Kazakhstan"),
        drawn=Listing("facts", shown),
        table=rows.drop(columns="place"),
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
    amount = t.number(value, _DIGITS[str(metric)])
    named = {
        "KZT/tCO2e": t("{amount} tenge a tonne", amount=amount),
        "USD/tCO2e": t("{amount} USD a tonne", amount=amount),
        "MtCO2": t("{amount} Mt of CO₂", amount=amount),
        "MtCO2e": t("{amount} Mt of CO₂ equivalent", amount=amount),
    }
    return named.get(str(unit), amount)


def _detail(source_id: str, status: str, t: Texts) -> str:
    publisher = t.quote(sources.of([str(source_id)])[0].publisher)
    return t("{publisher}, expected", publisher=publisher) if status == "estimated" else publisher


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """The latest quote beside what was expected for its time."""
    known = rows[rows["status"].ne("estimated")]
    prices = known[known["metric_id"].eq(_PRICE)]
    thought = rows[rows["metric_id"].eq(_PRICE_USD) & rows["status"].eq("estimated")]
    if prices.empty or thought.empty:
        return ""
    price, expected = prices.iloc[-1], thought.iloc[-1]
    return t(
        "{price} tenge a tonne on the exchange on {day}; a consultancy had expected {expected} USD "
        "for {span}.",
        price=t.number(price["value"], 2),
        day=t.day(str(price["period"])),
        expected=t.number(expected["value"], 1),
        span=t.day(str(expected["period"])),
    )
