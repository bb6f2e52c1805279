"""A value with its unit in words: `$18.7bn`, `4.5 Mt`, `29.25 %`; no code of a unit."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from partnership.language.texts import MINUS, Texts, meant, message, nonzero
from partnership.language.units import COUNTED, MANY, MONEY, PRICES, SHORT, WORDS, Scale

_SCALES: tuple[tuple[Scale, float, str], ...] = (
    ("billion", 1e9, message("{value} bn")),
    ("million", 1e6, meant("millions", "{value} m")),
)
_SIZE = {name: size for name, size, _ in _SCALES}
_FIGURES = 3
"""Figures that count in a sum of billions or millions: `$4.60bn`, `$18.7bn`, `$174m`."""
_MOST = 2
"""Decimals that a value has at most, where a caller names no number of them."""
_FEWER = {"months": 1}
"""The same of units that are no finer: months are mean months."""
_HARD = "\u00a0"
"""The space that keeps a number and its unit together."""
_SMALLEST = 6
"""Decimals from which on a value is nothing but what binary fractions leave over."""


def amount(
    value: float | None,
    unit: str | None,
    t: Texts,
    digits: int | None = None,
    *,
    scale: Scale | None = None,
    short: bool = False,
) -> str:
    """A value with its unit in words; nothing where one of them is missing.

    `digits` is the number of decimals, for values that are read side by side; without it a value
    has those that it needs, at most two. Money is written in billions or millions, other numbers
    in billions where they are as large; `scale` writes small ones so too. `short` takes the name
    of the unit from `SHORT`. An empty unit stands for a bare number.
    """
    if value is None or unit is None or pd.isna(value) or pd.isna(unit):
        return ""
    if unit == "year":
        return str(int(value))
    if unit == "%":
        return t.percent(value, _decimals(value, unit, digits))
    if unit == "kt" and abs(value) >= 1e3:
        return amount(value / 1e3, "Mt", t, digits)
    if unit in MONEY:
        return _money(value, unit, t, digits, scale)
    if unit in COUNTED:
        number = _number(value, unit, t, digits, scale)
        return t.counted(COUNTED[unit], value, number)
    words = (SHORT.get(unit, WORDS[unit]) if short else WORDS[unit]) if unit else message("{value}")
    if unit in PRICES:
        return _signed(value, words, _decimals(value, unit, digits), t)
    number = _number(value, unit, t, digits, scale)
    return t(words, value=number)


def in_billions(value: float, currency: str, t: Texts, digits: int | None = None) -> str:
    """A sum of money in billions, or in millions what is too small for them.

    A sum has three figures that count, or `digits` decimals.
    """
    least = 1e9 if digits is None else 10.0 ** (9 - digits)
    if abs(value) < least:
        return in_millions(value, currency, t)
    return _scaled(value, "billion", currency, digits, t)


def in_millions(value: float, currency: str, t: Texts, digits: int | None = None) -> str:
    """A sum of money in millions, or in full what is too small for them; the rest likewise."""
    least = 1e5 if digits is None else 10.0 ** (6 - digits)
    if abs(value) < least:
        return amount(value, currency.upper(), t, 0)
    return _scaled(value, "million", currency, digits, t)


def heading(unit: str, t: Texts) -> str:
    """A unit without a value, as the cell of a column of units; one of no table as it is."""
    if unit == "year":
        return t("year")
    if unit in PRICES:
        return t(PRICES[unit])
    if unit in COUNTED:
        return _bare(t.counted(COUNTED[unit], MANY, ""))
    return _bare(t(WORDS[unit], value="")) if unit in WORDS else t.quote(unit)


def _bare(words: str) -> str:
    """The words around a value, without it."""
    return " ".join(words.replace(_HARD, " ").split()).strip(" :-")


def _scaled(value: float, scale: Scale, currency: str, digits: int | None, t: Texts) -> str:
    if pd.isna(value):
        return ""
    if digits is None:
        digits = _counting(abs(value) / _SIZE[scale], most=1 if scale == "million" else _MOST)
    return _money(value, currency.upper(), t, digits, scale)


def _counting(size: float, most: int) -> int:
    """Decimals that leave `_FIGURES` figures that count, at most `most`."""
    whole = len(str(int(size))) if size >= 1 else 1
    # A value that rounds up to one figure more has one decimal less: 9.996 is 10.0.
    if rounded(size, max(0, _FIGURES - whole)) >= 10**whole:
        whole += 1
    return min(max(0, _FIGURES - whole), most)


def _money(value: float, unit: str, t: Texts, digits: int | None, scale: Scale | None) -> str:
    """A sum with its currency, in billions or millions where it is as large or `scale` asks."""
    large: Scale | None = next((n for n, size, _ in _SCALES if abs(value) >= max(size, 1e6)), None)
    chosen = scale or large
    scaled = value / _SIZE[chosen] if chosen else value
    return _signed(scaled, MONEY[unit][chosen], _decimals(scaled, unit, digits), t)


def _signed(value: float, words: str, digits: int, t: Texts) -> str:
    """`words` around a value; the minus stands before the sign of a currency."""
    number = t.number(abs(value), digits)
    sign = MINUS if value < 0 and nonzero(number) else ""
    return f"{sign}{t(words, value=number)}"


def decimals(value: float) -> int:
    """Decimals with which a value was published: none for 20, two for 29.25, at most four."""
    return next(d for d in range(5) if d == 4 or abs(round(value, d) - value) < 1e-9)


def _number(value: float, unit: str, t: Texts, digits: int | None, scale: Scale | None) -> str:
    for name, size, words in _SCALES:
        if name == scale or (scale is None and abs(value) >= max(size, 1e9)):
            scaled = value / size
            return t(words, value=t.number(scaled, _decimals(scaled, unit, digits)))
    return t.number(value, _decimals(value, unit, digits))


def _decimals(value: float, unit: str, digits: int | None) -> int:
    """`digits`, or those that a value needs, at most two; a small one has a figure that counts."""
    if digits is not None:
        return digits
    most = _FEWER.get(unit, _MOST)
    if value:
        most = max(most, min(-math.floor(math.log10(abs(value))), _SMALLEST))
    return next((n for n in range(most) if rounded(value, n) == rounded(value, most)), most)


def rounded(value: float, digits: int) -> Decimal:
    """`value` as `Texts.number` writes it: a half goes up."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
