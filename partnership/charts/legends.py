"""How many names of a legend stand side by side, by the letters that they have."""

from __future__ import annotations

from collections.abc import Sequence

_LETTER, _SYMBOL = 6.2, 26
"""Pixels of a letter of a name, and of a sign with the space round it."""
_PHONE = 330
"""Pixels of a drawing on a telephone."""


def columns(names: Sequence[str]) -> str:
    """All names in one row where they fit, else as many as have room: an expression of Vega."""
    wide = _widths(names)
    some = f"max(1, floor(width / {max(wide, default=1)}))"
    return f"width > {sum(wide)} ? {len(names)} : min({len(names)}, {some})"


def lines(names: Sequence[str]) -> int:
    """Lines that the names take on a telephone."""
    wide = _widths(names)
    across = len(names) if sum(wide) < _PHONE else max(1, _PHONE // max(wide))
    return -(-len(names) // max(1, across))


def _widths(names: Sequence[str]) -> list[int]:
    return [round(_LETTER * len(name)) + _SYMBOL for name in names]
