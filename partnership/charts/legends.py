"""How many names of a legend stand side by side, by the letters that they have."""

from __future__ import annotations

from collections.abc import Sequence

_LETTER, _SYMBOL = 5.8, 24
"""Pixels of a letter of a name, and of a sign with the space round it."""
_PHONE = 310
"""Pixels of a drawing on a telephone."""


def columns(names: Sequence[str]) -> str:
    """All names in one row where they fit, else as on a telephone: an expression of Vega."""
    return f"width > {sum(_widths(names))} ? {len(names)} : {_across(names)}"


def lines(names: Sequence[str]) -> int:
    """Lines that the names take on a telephone."""
    return -(-len(names) // _across(names)) if names else 0


def _across(names: Sequence[str]) -> int:
    wide = _widths(names)
    return len(names) if sum(wide) < _PHONE else max(1, _PHONE // max(wide))


def _widths(names: Sequence[str]) -> list[int]:
    return [round(_LETTER * len(name)) + _SYMBOL for name in names]
