"""Cells of tables that are read: words, and the value by which a column is put in order."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

Value = float | str
"""A number, or an ISO year, month, day or span of them, which sort as they are written."""


class Cell(str):
    """The words of a cell that stand for a value.

    To whoever shows or writes it, it is its words. `value` is what its column is put in order by;
    `None` where nothing is known, which comes last. Values of different units do not compare: those
    of one `unit` stand together, and the words beside cells that have one are not known.
    """

    value: Value | None
    unit: str

    def __new__(cls, words: str, value: Any, unit: Any = "") -> Cell:
        """`value` may be missing in any way that pandas knows."""
        made = super().__new__(cls, words)
        made.value = None if _missing(value) else value if isinstance(value, str) else float(value)
        made.unit = "" if _missing(unit) else str(unit)
        return made

    def __reduce__(self) -> tuple[type[Cell], tuple[str, Value | None, str]]:
        return Cell, (str(self), self.value, self.unit)


def _missing(value: Any) -> bool:
    return bool(pd.isna(value)) or value == "" or (isinstance(value, float) and math.isinf(value))
