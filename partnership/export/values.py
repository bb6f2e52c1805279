"""What the cells of a table are (days, years, numbers, words), and numbers without noise."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

import pandas as pd

from partnership.language.texts import message

Kind = Literal["day", "year", "number", "truth", "period", "words"]

WORDS: dict[Kind, str] = {
    "day": message("day"),
    "year": message("year, as a number"),
    "number": message("number"),
    "truth": message("yes or no"),
    "period": message("period, as text: a year, month or day, or two of them with a stroke"),
    "words": message("words"),
}
"""Each kind in words, for the sheet of columns in a workbook."""
FIRST_DAY = date(1900, 3, 1)
"""The first day that all spreadsheets count alike: for some 1900 is a leap year."""
_YEAR = re.compile(r"(?:1[5-9]|2[01])\d{2}")
_ONE = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_PERIOD = re.compile(rf"{_ONE}(?:/(?:{_ONE})?)?")
_EXACT, _NOISY, _SHORT = 15, 12, 9
"""Digits that a double holds, that survive a few sums of doubles, and of numbers typed by hand."""


def number(value: float) -> float:
    """`value` without the noise of binary fractions: 3658.8500000000004 is 3658.85.

    That is the shortest number that agrees with it in 15 digits; where nine digits or fewer say
    the same to 12 (94399999.9999999, the rest of a subtraction), it is those.
    """
    if not math.isfinite(value):
        return value
    short = f"{value:.{_NOISY}e}".split("e")[0].rstrip("0")
    digits = _NOISY if sum(map(str.isdigit, short)) <= _SHORT else _EXACT
    return float(f"{value:.{digits}g}")


def noiseless(table: pd.DataFrame) -> pd.DataFrame:
    """`table` with every number as `number` has it; years that are whole are integers."""
    changed = {
        name: _noiseless(str(name), table[name])
        for name in table.columns
        if table[name].dtype.kind == "f" or table[name].dtype == object
    }
    return table.assign(**{str(name): column for name, column in changed.items()})


def _noiseless(name: str, column: pd.Series) -> pd.Series:
    if column.dtype == object:
        return column.map(lambda v: number(v) if isinstance(v, float) else v)
    clean = pd.Series(
        [v if pd.isna(v) else number(float(v)) for v in column], column.index, column.dtype
    )
    if _is_year(name) and all(float(v).is_integer() for v in clean.dropna()):
        return clean.astype("Int64")
    return clean


def kind(name: str, values: Iterable[Any]) -> Kind:
    """What all `values` of the column `name` are that are not missing.

    Days and years only where all are, else a column would sort by how its cells are written. Days
    before `FIRST_DAY` make it one of periods, which is text in the order of time.
    """
    known = [v for v in values if not missing(v)]
    if known and all(isinstance(v, str | date) for v in known):
        return _kind_of_words([v if isinstance(v, str) else v.isoformat()[:10] for v in known])
    if known and all(str(v) in ("True", "False") for v in known):
        return "truth"
    if known and all(not isinstance(v, str) for v in known):
        return "year" if _is_year(name) else "number"
    return "words"


def _kind_of_words(words: list[str]) -> Kind:
    if all(map(_YEAR.fullmatch, words)):
        return "year"
    if all((day := as_day(w)) is not None and day >= FIRST_DAY for w in words):
        return "day"
    return "period" if all(map(_PERIOD.fullmatch, words)) else "words"


def as_day(words: str) -> date | None:
    """The day of an ISO date in full; none of anything else."""
    try:
        return date.fromisoformat(words) if len(words) == len("2024-01-31") else None
    except ValueError:
        return None


def missing(value: Any) -> bool:
    """Whether a cell is empty."""
    return value is None or value == "" if isinstance(value, str | None) else bool(pd.isna(value))


def _is_year(name: str) -> bool:
    return name == "year" or name.endswith("_year")
