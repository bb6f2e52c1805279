"""Tables that are read, as values: columns in words, and rows of cells by key.

Screen, PDF, PowerPoint, pictures and HTML write the same `Table`. It stands on this floor because
figures make such tables, the wording of raw tables makes them, and every writer takes them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import pandas as pd

from partnership.language.texts import Texts

Align = Literal["left", "right"]
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
        cell = super().__new__(cls, words)
        cell.value = None if _missing(value) else value if isinstance(value, str) else float(value)
        cell.unit = "" if _missing(unit) else str(unit)
        return cell

    def __reduce__(self) -> tuple[type[Cell], tuple[str, Value | None, str]]:
        return Cell, (str(self), self.value, self.unit)


def _missing(value: Any) -> bool:
    return bool(pd.isna(value)) or value == "" or (isinstance(value, float) and math.isinf(value))


Row = Mapping[str, str]
"""A cell by the key of its column: words alone, or a `Cell`."""


@dataclass(frozen=True)
class Column:
    """A column of a table that is read.

    `key` is stable and the same in every language: lower-case ASCII. `label` is what the column
    holds, `unit` the one in which all of its cells are, if it has one. Both are messages where
    columns are declared, and words in a `Table`. Numbers that are compared stand to the right.
    """

    key: str
    label: str
    align: Align = "left"
    unit: str = ""

    @property
    def heading(self) -> str:
        """What stands above the column: its label and its unit."""
        return f"{self.label}, {self.unit}" if self.unit else self.label


@dataclass(frozen=True)
class Table:
    """Columns from left to right, and rows of cells by the keys of the columns.

    Where rows can be opened on screen, `opens` is the field of `State` that each chooses, and `ids`
    what it is then, row by row.

    Raises `ValueError` where two columns have one key, a row has other keys than the columns, or
    there are other ids than rows.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    opens: str = ""
    ids: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        keys = {column.key for column in self.columns}
        if len(keys) < len(self.columns):
            raise ValueError("two columns have one key")
        for row in self.rows:
            if row.keys() != keys:
                raise ValueError(f"keys of a row and of no column: {sorted(row.keys() ^ keys)}")
        if len(self.ids) != (len(self.rows) if self.opens else 0):
            raise ValueError("each row that can be opened has an id, and no other")

    def cells(self, key: str) -> tuple[str, ...]:
        """The cells of a column from top to bottom."""
        return tuple(row[key] for row in self.rows)

    def only(self, keys: Iterable[str]) -> Table:
        """The table with some of its columns, in its own order."""
        kept = set(keys)
        columns = tuple(column for column in self.columns if column.key in kept)
        rows = tuple({c.key: row[c.key] for c in columns} for row in self.rows)
        return replace(self, columns=columns, rows=rows)


def table(columns: Iterable[Column], rows: Iterable[Row], t: Texts) -> Table:
    """A table of declared columns, whose labels and units are put into words."""
    worded = (replace(c, label=t(c.label), unit=t(c.unit) if c.unit else "") for c in columns)
    return Table(tuple(worded), tuple(rows))
