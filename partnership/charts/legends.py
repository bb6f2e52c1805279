"""How many names of a legend stand side by side, by the letters that they have."""

from __future__ import annotations

from collections.abc import Sequence

_LETTER, _SYMBOL = 5.8, 24
"""Pixels of a letter of a name, and of a sign with the space round it."""
_LEAST = 0.9
"""Of the width of a name, what it may take where its letters are narrow."""
_PHONE = 310
"""Pixels of a drawing on a telephone."""


def columns(names: Sequence[str]) -> str:
    """All names in one row where they fit, else as on a telephone: an expression of Vega."""
    wide, few = _widths(names), _across(names)
    # Beside long names of rows a drawing is narrower than a telephone.
    least = f"max(1, floor(width / {round(_LEAST * max(wide))}))"
    return f"width > {sum(wide)} ? {len(names)} : min({few}, {least})"


def lines(names: Sequence[str]) -> int:
    """Lines that the names take on a telephone."""
    return -(-len(names) // _across(names)) if names else 0


def _across(names: Sequence[str]) -> int:
    wide = _widths(names)
    return len(names) if sum(wide) < _PHONE else max(1, _PHONE // max(wide))


def _widths(names: Sequence[str]) -> list[int]:
    return [round(_LETTER * len(name)) + _SYMBOL for name in names]
