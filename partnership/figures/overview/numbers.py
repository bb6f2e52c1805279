"""The overview in six tiles: each number with its change, its trend and its source."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pandas as pd

from partnership import tables
from partnership.analysis import headline, money, target
from partnership.analysis.headline import Number
from partnership.charts import lines
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.maps.assets import seen_on
from partnership.provenance import sources
from partnership.state import SECTORS, State
from partnership.tables import needed

LABELS = {
    "share": message("Italy's share of Kazakhstan's exports"),
    "turnover_kaz": message("Trade in both directions, by Kazakhstan"),
    "crude": message("Kazakhstan's share of Italy's crude oil"),
    "eni_karachaganak": message("Eni's working interest in Karachaganak"),
    "megawatts": message("Italian-owned wind and solar capacity"),
    "corridor": message("Cargo on the Middle Corridor"),
    "turnover_ita": message("Trade in both directions, by Italy"),
    "eni_kashagan": message("Eni's working interest in Kashagan"),
    "cpc": message("Oil through the CPC pipeline"),
    "target": message("Trade as a share of the target of {target}"),
    "rank": message("Italy's rank among export markets"),
}
"""Every number, the one that a tile shows first before the others."""
LEADS = {
    "share": "trade.share",
    "turnover_kaz": "trade.target",
    "crude": "trade.crude_share",
    "eni_karachaganak": "stakes.karachaganak",
    "megawatts": "renewables.italian_owned",
    "corridor": "corridor.tonnes",
    "turnover_ita": "trade.to_italy",
    "eni_kashagan": "stakes.kashagan",
    "cpc": "corridor.pipelines",
    "target": "trade.target",
    "rank": "trade.rank",
}
"""The figure that a number leads to."""
TILES = 6
"""Numbers that are shown: one row on a desk, three of two on a telephone."""
_DIGITS = {"%": 1, "Mt": 1, "MW": 0}
"""Decimals of a number on a tile by its unit."""
_STAKES = 2
"""Decimals of a share in a consortium."""


@register("overview.numbers", sectors=SECTORS, uses=("sector", "from_year", "to_year", "currency"))
def numbers(state: State) -> Figure:
    """The partnership in numbers: six of them on tiles, all of them in the table."""
    t = texts.in_language(state.lang)
    frames = headline.Tables(
        *(tables.load(n) for n in ("trade", "stakes", "assets", "observations"))
    )
    seen = seen_on(date.today())
    italian = set(seen.loc[seen["italian"], "asset_id"])
    found = headline.numbers(frames, italian, state.from_year, state.to_year, date.today())
    found = sorted(found, key=lambda n: list(LABELS).index(n.key))
    found = [n for n in found if state.in_sectors((n.sector,))]
    early = shared.before_euro(state, t)
    # A sum of a year before the euro has no value in it.
    found = [n for n in found if not (early and n.unit == "USD")]
    shown = [_tile(n, state, t) for n in found[:TILES]]
    columns = [field.name for field in fields(Number) if field.name not in ("base", "trend")]
    table = pd.DataFrame([{c: getattr(n, c) for c in columns} for n in found], columns=columns)
    return Figure(
        id="overview.numbers",
        title=t("Key figures of the partnership"),
        drawn=Listing("numbers", tuple(shown), tuple(n.trend for n in found[:TILES])),
        table=table,
        source_ids=sources.ids(table, *_target_rows(found)),
        finding=early
        or ("" if found else t("No figure is available for the selected years and sectors.")),
        alt="; ".join(f"{r['label']}: {r['value']}" for r in shown) or t("No figures"),
        note=t(
            "Kazakhstan and Italy count the same trade differently; the Trade page shows by how"
            " much, and why."
        ),
        badges=shared.badges(table),
    )


def _target_rows(found: list[Number]) -> list[pd.DataFrame]:
    """The row of the target, where a number is compared with it."""
    return (
        [target.newest(tables.load("observations")).to_frame().T]
        if any(n.key == "target" for n in found)
        else []
    )


def _tile(number: Number, state: State, t: Texts) -> dict[str, str]:
    behind = [i for i in (number.source_id, number.other_source_id) if i]
    publishers = dict.fromkeys(sources.publisher(i, t) for i in behind)
    return {
        "label": _label(number, t),
        "value": _value(number, state, t),
        "detail": f"{t.day(number.period)} · {', '.join(publishers)}",
        "change": _change(number, state, t),
        "figure": LEADS[number.key],
    }


def _label(number: Number, t: Texts) -> str:
    if number.key != "target":
        return t(LABELS[number.key])
    # The target is on file wherever a number is compared with it.
    value = float(target.newest(tables.load("observations"))["value"])
    return t(LABELS["target"], target=amounts.amount(value, "USD", t))


def _rates() -> pd.Series:
    """Dollars a euro by period."""
    return pd.Series(money.rates(tables.load("prices")), dtype=float)


def _in_currency(value: float, period: str, state: State) -> float:
    """A sum of dollars of one year in the currency chosen."""
    if state.currency == "usd":
        return value
    return float(value / needed.at(_rates(), period, "prices", "period"))


def _value(number: Number, state: State, t: Texts) -> str:
    if number.unit == "USD":
        value = _in_currency(number.value, number.period, state)
        return amounts.in_billions(value, state.currency, t)
    if number.unit == "rank":
        return t("No. {rank}", rank=int(number.value))
    if number.unit == "kt":
        return amounts.amount(number.value / 1000, "Mt", t, 2)
    digits = _STAKES if number.key.startswith("eni") else _DIGITS[number.unit]
    return amounts.amount(number.value, number.unit, t, digits)


def _change(number: Number, state: State, t: Texts) -> str:
    """How much more or less it is than the value before, and than when; with a rank, that too."""
    if not number.before or not number.base:
        return ""
    if number.unit == "rank":
        return t("No. {rank} in {year}", rank=int(number.before), year=number.base)
    if number.key.startswith("eni"):
        share = t.percent(number.before, amounts.decimals(round(number.before, _STAKES)))
        return t("{share} until {day}", share=share, day=t.day(number.base))
    if number.unit == "%":
        points = number.value - number.before
        words = lines.signed(t.number(abs(points), _DIGITS["%"]), points, t)
        changed = t("{change} points on {year}", change=words, year=number.base)
        if number.key != "share" or number.rank is None:
            return changed
        return t("No. {rank}, {change}", rank=number.rank, change=changed)
    if number.unit == "MW":
        more = number.value - number.before
        words = lines.signed(amounts.amount(abs(more), "MW", t, 0), more, t)
        return t("{change} on {year}", change=words, year=number.base)
    now, before = number.value, number.before
    if number.unit == "USD":
        if state.currency != "usd" and number.base not in _rates():
            return ""
        now = _in_currency(now, number.period, state)
        before = _in_currency(before, number.base, state)
    return t("{change} on {year}", change=shared.change(now, before, t), year=number.base)
