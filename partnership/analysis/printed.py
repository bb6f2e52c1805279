"""What a printed number says of its own precision.

"14.9%" is any value that rounds to 14.9: half a unit of the last printed digit to both sides. A
number that is printed with "about" or a word like it has twice that. A zero at the end counts as
a digit: "90%" is 89.5 to 90.5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_WORDS = {
    word: number
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=2
    )
}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "decade": 10.0, "decades": 10.0}
_ABOUT = {"about", "almost", "approximately", "around", "nearly", "roughly", "some"}
_THOUSAND = 3
"""Digits after a comma that make it a mark of thousands, not of decimals."""


@dataclass(frozen=True)
class Printed:
    """A printed number: `value` and `tolerance` in the unit of the claim."""

    value: float
    tolerance: float


def read(printed: str) -> Printed:
    """The number in a printed form such as "14.9%", "about 9 billion" or "eight months".

    Raises `ValueError` where there is none.
    """
    words = re.findall(r"[a-z]+", printed.lower())
    number, unit = _number(printed, words)
    for word in words:
        number, unit = number * _SCALES.get(word, 1.0), unit * _SCALES.get(word, 1.0)
    half = unit / 2
    return Printed(number, half * 2 if _ABOUT & set(words) else half)


def _number(printed: str, words: list[str]) -> tuple[float, float]:
    """The number before its scale, and the unit of its last digit."""
    digits = _DIGITS.search(printed)
    if digits is None:
        spelled = [_WORDS[word] for word in words if word in _WORDS]
        if not spelled:
            raise ValueError(f"there is no number in {printed!r}")
        return float(spelled[0]), 1.0
    whole, _, decimals = digits.group().replace(",", ".").partition(".")
    if "," in digits.group() and len(decimals) == _THOUSAND:
        return float(whole + decimals), 1.0
    return float(f"{whole}.{decimals or 0}"), 10.0 ** -len(decimals)
