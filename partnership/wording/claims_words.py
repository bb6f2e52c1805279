"""Words for claims: names of verdicts, bases and stances, and values in their units."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from partnership.analysis.kinds import MEASURED
from partnership.charts import lines
from partnership.language import units
from partnership.language.texts import Texts, message
from partnership.language.units import digits

VERDICT = {
    "confirmed": message("Confirmed"),
    "approximately": message("Approximately right"),
    "disputed": message("Disputed"),
    "outdated": message("Outdated"),
    "not_verifiable": message("Not verifiable"),
}
BASIS = {
    "computed": message("computed"),
    "editorial": message("judged by reading"),
}
"""How a verdict came about."""
_SIGN = {"computed": "■", "editorial": "◊"}
FIT = {
    "same": message("for the period of the claim"),
    "newest": message("for the year before the period of the claim"),
    "part": message("for part of the claim's period, so approximately right at best"),
    "earlier": message("for an earlier period, which can neither confirm nor dispute the claim"),
    "later": message("for a later period, which can neither confirm nor dispute the claim"),
    "any": "",
}
"""How the time of the data lies to that of the claim; see `analysis.periods`."""
FIT_SHORT = {
    "part": message("part of that period"),
    "earlier": message("an earlier period"),
    "later": message("a later period"),
}
"""The same in a word, where it weighs on the verdict."""
STANCE = {
    "supports": message("Supports"),
    "contradicts": message("Contradicts"),
    "qualifies": message("Qualifies"),
    "explains": message("Explains"),
    "context": message("Context"),
}
SECTOR = {
    "oil_gas": message("Oil and gas"),
    "renewables": message("Renewables"),
    "minerals": message("Minerals"),
    "trade": message("Trade"),
    "transport": message("Transport"),
    "diplomacy": message("Diplomacy"),
    "companies": message("Companies"),
}
METHOD = {
    "stake": message("the reported list of holders valid on the day"),
    "observation": message("published values for the period"),
    "observation_within": message("published values for the longest period within the year"),
    "observation_latest": message("the latest value published by the time of the article"),
    "observation_any": message("all published values"),
    "observation_range_end": message(
        "one end of the published ranges, which is no estimate of its own"
    ),
    "export_share": message("Italy's share of Kazakhstan's reported exports"),
    "export_rank": message("the rank of Italy among Kazakhstan's reported exports"),
    "turnover": message("both directions added up, as reported by that country"),
    "crude_share": message("Kazakhstan's share of Italy's crude imports by volume"),
    "fuel_share": message("mineral fuels as a share of Italy's reported imports"),
    "imports_without_fuels": message("Italy's reported imports other than fuels"),
    "exports_growth": message("the growth of Italy's reported exports of these groups of goods"),
    "asset_capacity": message("the nameplate capacity of the plant"),
    "asset_capacity_sum": message("the nameplate capacities of the plants, added up"),
    "asset_start": message("the first year of operation"),
    "asset_in_region": message("the region in which the plant stands"),
    "firm_at_work": message("the projects of the firm on record"),
    "event": message("the event, where others report it"),
    "event_date": message("the date of the event"),
    "months_between": message("the time between two events, in mean months"),
    "aim": message("the event in which the target was set"),
    "aim_of_turnover": message("the event in which the target was set"),
}
"""What each function of `analysis.methods` looks at."""
_UNITS = {
    **units.WORDS,
    "m": message("{value} m"),
    "memoranda": message("{value} memoranda"),
    "protocols": message("{value} protocols"),
    "accords": message("{value} accords"),
    "raw materials": message("{value} raw materials"),
}
_BOUNDS = {
    "lower_bound": message("more than {value}"),
    "upper_bound": message("less than {value}"),
    "aim": message("a target of {value}"),
}
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_NUMBER = re.compile(r"\d+(\.\d+)?")
_WHOLE = 10
"""Percent from which on decimals are left out."""


def amount(value: float, unit: str, t: Texts) -> str:
    """A value with its unit, long numbers in billions or millions."""
    if unit == "%":
        return t.percent(value, min(digits(value), 2))
    if unit in ("USD", "EUR"):
        write = lines.amount if value >= 1e9 else lines.millions
        whole = value / (1e9 if value >= 1e9 else 1e6)
        return write(t, value, unit.lower(), min(digits(whole), 2))
    if unit == "year":
        return str(int(value))
    figure = number(value, t)
    return t(_UNITS[unit], value=figure) if unit else figure


def tolerance(claim: Any, t: Texts) -> str:
    """How far off a claim may be and still be confirmed; empty where it must be exact."""
    if claim.kind not in MEASURED:
        return ""
    if claim.unit == "%":
        return t(
            "{value} percentage points", value=t.number(claim.tolerance, digits(claim.tolerance))
        )
    return amount(float(claim.tolerance), _unit(claim), t)


def number(value: float, t: Texts) -> str:
    """A number with the decimals that it needs, at most one; large ones in billions, millions."""
    for size, size_name in ((1e9, message("{value} bn")), (1e6, message("{value} m"))):
        if abs(value) >= size:
            return t(size_name, value=t.number(value / size, min(digits(value / size), 1)))
    return t.number(value, min(digits(value), 1))


def verdict(claim: Any, t: Texts) -> str:
    """The verdict with a sign and a word that tell a computed one from an editor's."""
    name = t(VERDICT[claim.verdict])
    if claim.basis == "computed":
        return f"{_SIGN['computed']} {name}"
    return t("{sign} {verdict}, by reading", sign=t.quote(_SIGN["editorial"]), verdict=name)


def claimed(claim: Any, t: Texts) -> str:
    """What the article says, as a value; empty where it gives none."""
    if claim.kind == "date":
        return t.day(str(claim.period))
    if pd.isna(claim.value):
        return t("growing") if claim.kind == "growth" else ""
    value = amount(float(claim.value), _unit(claim), t)
    bound = _BOUNDS.get(claim.kind)
    return t(bound, value=value) if bound else value


def found(claim: Any, t: Texts) -> str:
    """What was computed; empty where nothing was."""
    if claim.basis != "computed" or pd.isna(claim.found):
        return ""
    if claim.kind == "exists":
        return t("on record")
    if not claim.listed:
        return t("no share")
    if claim.found_date:
        return t.day(str(claim.found_date))
    return value_of(claim.found, claim, t)


def value_of(value: float | str, claim: Any, t: Texts) -> str:
    """A value that was found, in the unit of the claim."""
    if isinstance(value, str):
        return t.day(value)
    if claim.kind == "growth":
        share = t.percent(abs(value), 0 if abs(value) >= _WHOLE else 1)
        return t("{share} more", share=share) if value > 0 else t("{share} less", share=share)
    return amount(float(value), _unit(claim), t)


def _unit(claim: Any) -> str:
    return "" if pd.isna(claim.unit) else str(claim.unit)


def evidence(row: Any, t: Texts) -> str:
    """The value of a row of `evidence`: a number or date in our format, other words as written."""
    unit = "" if pd.isna(row.unit) else str(row.unit)
    value = str(row.value)
    if unit == "date" and _DATE.fullmatch(value):
        return t.day(value)
    if _NUMBER.fullmatch(value):
        return amount(float(value), unit, t)
    said = t.quote(value)
    return said if unit in ("", "date") else t(_UNITS[unit], value=said)


def apart(claim: Any, t: Texts) -> str:
    """The relative difference of a claim in words."""
    share = t.percent(abs(float(claim.difference)), 0 if abs(claim.difference) >= _WHOLE else 1)
    return (
        t("{share} more", share=share) if claim.difference > 0 else t("{share} less", share=share)
    )
