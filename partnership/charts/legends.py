"""How many names of a legend stand side by side, by the room that they need."""

from __future__ import annotations

import re
from collections.abc import Sequence

from partnership.charts import letters

_SYMBOL = 28
"""Pixels of a sign with the space round it and after its name."""
_STEP = re.compile(r"width > (\d+) \? (\d+)")
"""A step of the expression of `columns`."""
_PHONE = 345
"""Pixels of a drawing on a telephone."""


def columns(names: Sequence[str], size: float = 12, symbol: int = _SYMBOL) -> str:
    """As many columns as have room, for names set at `size`: an expression of Vega.

    `symbol`: pixels of a sign with the space round it. A column is as wide as its longest name.
    """
    wide = _widths(names, size, symbol)
    steps = (f"width > {_needed(wide, n)} ? {n} : " for n in range(len(names), 1, -1))
    return f"{''.join(steps)}1"


def grown(columns: str, times: float) -> str:
    """The expression of `columns` for type that is `times` larger."""
    return _STEP.sub(lambda step: f"width > {round(int(step[1]) * times)} ? {step[2]}", columns)


def lines(names: Sequence[str], beside: int = 0) -> int:
    """Lines that the names take on a telephone; `beside`: pixels that names of rows take there."""
    wide, room = _widths(names, 12, _SYMBOL), _PHONE - beside
    across = [n for n in range(1, len(names) + 1) if _needed(wide, n) < room]
    return -(-len(names) // max(across, default=1))


def _needed(wide: Sequence[int], across: int) -> int:
    """Pixels of a legend that is filled row by row, with so many columns."""
    return sum(max(wide[n::across]) for n in range(across))


def _widths(names: Sequence[str], size: float, symbol: int) -> list[int]:
    return [round(letters.width(name, size)) + symbol for name in names]
