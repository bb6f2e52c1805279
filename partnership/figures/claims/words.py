"""Words for claims: verdicts, what is claimed and found, evidence, differences."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from partnership.analysis.kinds import MEASURED
from partnership.language import amounts, codes, units
from partnership.language.texts import Texts

_SIGN = {"computed": "■", "editorial": "◊"}
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_NUMBER = re.compile(r"\d+(\.\d+)?")
_WHOLE = 10
"""Percent from which on decimals are left out."""


def tolerance(claim: Any, t: Texts) -> str:
    """The tolerance within which a claim is confirmed; empty where it must be exact."""
    if claim.kind not in MEASURED:
        return ""
    if claim.unit == "%":
        return t(
            "{value} percentage points",
            value=t.number(claim.tolerance, amounts.decimals(claim.tolerance)),
        )
    return amounts.amount(float(claim.tolerance), _unit(claim), t)


def verdict(claim: Any, t: Texts) -> str:
    """The verdict with a sign and a word that distinguish a computed one from an editorial one."""
    name = t(codes.VERDICT[claim.verdict])
    if claim.basis == "computed":
        return f"{_SIGN['computed']} {name}"
    return t("{sign} {verdict}, by reading", sign=t.quote(_SIGN["editorial"]), verdict=name)


def claimed(claim: Any, t: Texts) -> str:
    """What the article says, as a value; empty where it gives none."""
    if claim.kind == "date":
        return t.day(str(claim.period))
    if pd.isna(claim.value):
        return t("growing") if claim.kind == "growth" else ""
    value = amounts.amount(float(claim.value), _unit(claim), t)
    bound = codes.CLAIM_BOUND.get(claim.kind)
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
    return amounts.amount(float(value), _unit(claim), t)


def _unit(claim: Any) -> str:
    return "" if pd.isna(claim.unit) else str(claim.unit)


def evidence(row: Any, t: Texts) -> str:
    """The value of a row of `evidence`: a number or date in our format, other words as written."""
    unit = "" if pd.isna(row.unit) else str(row.unit)
    value = str(row.value)
    if unit == "date" and _DATE.fullmatch(value):
        return t.day(value)
    if _NUMBER.fullmatch(value):
        return amounts.amount(float(value), unit, t)
    quoted = t.quote(value)
    if unit in ("", "date"):
        return quoted
    if unit in units.COUNTED:
        return t.counted(units.COUNTED[unit], units.MANY, quoted)
    return t(units.WORDS[unit], value=quoted)


def difference(claim: Any, t: Texts) -> str:
    """The relative difference of a claim in words."""
    share = t.percent(abs(float(claim.difference)), 0 if abs(claim.difference) >= _WHOLE else 1)
    return (
        t("{share} more", share=share) if claim.difference > 0 else t("{share} less", share=share)
    )
