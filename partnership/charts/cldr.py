"""How Vega writes numbers, months and days in each language, from CLDR.

Vega brings locales of its own, but none for Kazakh, and others than those that all else here uses.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from babel import Locale
from babel.dates import get_day_names, get_month_names
from babel.numbers import get_decimal_symbol, get_group_symbol

from partnership.language.texts import MINUS

_WEEK = (6, 0, 1, 2, 3, 4, 5)
"""Days as Babel counts them, from Sunday on, as Vega does."""


@cache
def locale(lang: str) -> dict[str, Any]:
    """The locale of a language, as the configuration of a drawing has it (d3-format, d3-time)."""
    known = Locale.parse(lang)
    return {
        "number": {
            "decimal": get_decimal_symbol(known),
            "thousands": get_group_symbol(known),
            "grouping": [3],
            "currency": ["", ""],
            "minus": MINUS,
        },
        "time": {
            "dateTime": "%-d %b %Y %H:%M",
            "date": "%-d %b %Y",
            "time": "%H:%M",
            "periods": ["", ""],
            "days": _days("wide", known),
            "shortDays": _days("abbreviated", known),
            "months": _months("wide", known),
            "shortMonths": _months("abbreviated", known),
        },
    }


def _days(width: Any, known: Locale) -> list[str]:
    names = get_day_names(width, "stand-alone", known)
    return [names[day] for day in _WEEK]


def _months(width: Any, known: Locale) -> list[str]:
    names = get_month_names(width, "stand-alone", known)
    return [names[month] for month in range(1, 13)]
