"""Remarks in rows of tables, which are written in English there: their words without numbers.

Hundreds of rows say the same of another number; a catalogue has their words once, with `{1}`,
`{2}` in the place of the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_NUMBER = re.compile(r"(?<![A-Za-z0-9])\d+(?:[.,]\d+)*(?![A-Za-z0-9])")
_PLACE = re.compile(r"\{(\d+)\}")


def pattern(remark: str) -> str:
    """`remark` with `{1}`, `{2}` … in the place of its numbers, from left to right."""
    found = 0

    def place(_: re.Match[str]) -> str:
        nonlocal found
        found += 1
        return f"{{{found}}}"

    return _NUMBER.sub(place, remark)


def filled(translated: str, remark: str, number: Callable[[str], str]) -> str:
    """A translated `pattern` with the numbers of `remark`, each as `number` writes it."""
    numbers = _NUMBER.findall(remark)
    return _PLACE.sub(lambda place: number(numbers[int(place[1]) - 1]), translated)
