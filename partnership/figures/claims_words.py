"""Words for claims: names of verdicts, bases and stances, and values in their units."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from partnership.figures import lines
from partnership.figures.stakes import digits
from partnership.texts import Texts, message

VERDICT = {
    "confirmed": message("Confirmed"),
    "approximately": message("Approximately right"),
    "disputed": message("Disputed"),
    "outdated": message("Outdated"),
    "not_verifiable": message("Not verifiable"),
}
BASIS = {
    "computed": message("computed"),
    "editorial": message("editorial"),
}
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
    "stake_sum": message("the sum of the shares that the article itself names"),
    "observation": message("published values for the period; the farthest from the claim counts"),
    "observation_latest": message("the newest published value"),
    "rank_by_edition": message("the rank in that edition of the yearbook"),
    "export_share": message("Italy's part of Kazakhstan's declared exports"),
    "export_rank": message("the rank of Italy among Kazakhstan's declared exports"),
    "turnover": message("both directions added up, as that country declares them"),
    "crude_share": message("Kazakhstan's part of Italy's crude imports by volume"),
    "fuel_share": message("mineral fuels as a part of Italy's declared imports"),
    "asset_capacity": message("the nameplate capacity of the plant"),
    "asset_capacity_sum": message("the nameplate capacities of the plants, added up"),
    "asset_start": message("the first year of operation"),
    "event_date": message("the date of the event"),
    "event_value": message("the value that goes with the event"),
    "months_between": message("the time between two events, in mean months"),
}
"""What each function of `analysis.methods` looks at."""
_UNITS = {
    "MW": message("{value} MW"),
    "Mt": message("{value} Mt"),
    "Mt/y": message("{value} Mt a year"),
    "km": message("{value} km"),
    "m": message("{value} m"),
    "months": message("{value} months"),
    "years": message("{value} years"),
    "states": message("{value} states"),
    "firms": message("{value} firms"),
    "people": message("{value} people"),
    "pipelines": message("{value} pipelines"),
    "agreements": message("{value} agreements"),
    "memoranda": message("{value} memoranda"),
    "protocols": message("{value} protocols"),
    "accords": message("{value} accords"),
    "documents": message("{value} documents"),
    "barrels": message("{value} barrels"),
    "raw materials": message("{value} raw materials"),
    "rank": message("place {value}"),
}
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_NUMBER = re.compile(r"\d+(\.\d+)?")


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
    said = number(value, t)
    if unit in _UNITS:
        return t(_UNITS[unit], value=said)
    return f"{said} {t.quote(unit)}" if unit else said


def tolerance(claim: Any, t: Texts) -> str:
    """How far off a claim may be and still be confirmed; empty where it must be exact."""
    if claim.kind in ("date", "year", "rank") or not claim.tolerance > 0:
        return ""
    if claim.unit == "%":
        return t(
            "{value} percentage points", value=t.number(claim.tolerance, digits(claim.tolerance))
        )
    return amount(float(claim.tolerance), _unit(claim), t)


def number(value: float, t: Texts) -> str:
    """A number with the decimals that it needs, at most one; large ones in billions, millions."""
    for size, said in ((1e9, message("{value} bn")), (1e6, message("{value} m"))):
        if abs(value) >= size:
            return t(said, value=t.number(value / size, min(digits(value / size), 1)))
    return t.number(value, min(digits(value), 1))


def claimed(claim: Any, t: Texts) -> str:
    """What the article says, as a value; empty where it gives none."""
    if claim.kind == "date":
        return t.day(str(claim.period))
    return "" if pd.isna(claim.value) else amount(float(claim.value), _unit(claim), t)


def found(claim: Any, t: Texts) -> str:
    """What was computed; empty where nothing was."""
    if claim.basis != "computed" or claim.verdict == "not_verifiable":
        return ""
    if not claim.listed:
        return t("no share")
    if claim.found_date:
        return t.day(str(claim.found_date))
    return amount(float(claim.found), _unit(claim), t)


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
    return t.quote(value if unit in ("", "date") else f"{value} {unit}")


def apart(claim: Any, t: Texts) -> str:
    """The relative difference of a claim in words."""
    share = t.percent(abs(float(claim.difference)), 0 if abs(claim.difference) >= 10 else 1)
    return (
        t("{share} more", share=share) if claim.difference > 0 else t("{share} less", share=share)
    )
