"""How many names of a legend stand side by side, by the room that they need."""

from __future__ import annotations

from collections.abc import Sequence

from partnership.charts import letters

_SYMBOL = 28
"""Pixels of a sign with the space round it and after its name."""
_PHONE = 345
"""Pixels of a drawing on a telephone."""


def columns(names: Sequence[str]) -> str:
    """All names in one row where they fit, else as many as have room: an expression of Vega."""
    wide = _widths(names)
    some = f"max(1, floor(width / {max(wide, default=1)}))"
    return f"width > {sum(wide)} ? {len(names)} : min({len(names)}, {some})"


def lines(names: Sequence[str], beside: int = 0) -> int:
    """Lines that the names take on a telephone; `beside`: pixels that names of rows take there."""
    wide, room = _widths(names), _PHONE - beside
    if sum(wide) < room:
        return min(1, len(names))
    across = max(1, room // max(wide))
    return -(-len(names) // across)


def _widths(names: Sequence[str]) -> list[int]:
    return [round(letters.width(name)) + _SYMBOL for name in names]
