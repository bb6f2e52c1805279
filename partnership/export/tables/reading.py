"""A tidy table for reading on paper: fewer columns, words for keys, numbers rounded."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from partnership.analysis.coverage import TIMES
from partnership.export.type import signs, widths
from partnership.language.readable import Column, Table
from partnership.language.texts import Texts
from partnership.wording import tables

MOST_ROWS = 25
_LETTERS = 118
"""Letters of the small type that fit a line of an A4 page."""
_WIDEST = 30
_LAST = (
    "licence",
    "documented",
    "start_basis",
    "band",
    "schematic",
    "status",
    "date_precision",
    "precision_km",
    "lat",
    "lon",
)
"""Columns that give way first where not all fit."""
_MILLIONS = 1e8


@dataclass(frozen=True)
class Reading:
    """A table to read, short enough for a page.

    `letters` are the widths of its columns, `same` is what all rows have in common, `more[n]`
    says what is left out where only `n` rows are set. `whole`: no row is left out.
    """

    table: Table
    letters: tuple[float, ...]
    same: str
    more: tuple[str, ...]
    whole: bool


def reading(
    table: pd.DataFrame, numbered: Mapping[str, int], t: Texts, most: int = MOST_ROWS
) -> Reading:
    """At most `most` rows of `table`, the latest where it has a time, as words.

    `numbered` gives each source its number in the list of sources. Columns in which all rows
    agree stand once; notes, and columns that find no room, are left to the workbook.
    """
    kept = table[[c for c in table.columns if c != "note" and table[c].notna().any()]]
    kept = kept[[c for n, c in enumerate(kept.columns) if not _repeats(kept, n)]]
    alike = [str(c) for c in kept.columns if len(table) > 1 and _alike(kept[c])]
    rows, latest = _rows(kept, most)
    different = rows[[c for c in rows if str(c) not in alike]]
    words = worded(different, numbered, t)
    needs = widths.needs(words, _WIDEST)
    gone = widths.dropped(needs, _LETTERS, _first([c.key for c in words.columns]))
    letters = widths.shares([one for n, one in enumerate(needs) if n not in gone], _LETTERS)
    shown = words.only(c.key for n, c in enumerate(words.columns) if n not in gone)
    all_columns = len(shown.columns) + len(alike) == len(table.columns)
    more = [_more(n, len(table), latest, all_columns, t) for n in range(len(rows) + 1)]
    same = signs.safe(_common(kept[alike].head(1), numbered, t))
    return Reading(shown, tuple(letters), same, tuple(more), len(rows) == len(table))


def whole(table: pd.DataFrame, numbered: Mapping[str, int], t: Texts) -> Table:
    """Every column of `table` that holds something, as words.

    First those that tell the rows apart, then those that all rows share, and at the end those
    that give way first where not all fit.
    """
    kept = table[[c for c in table.columns if table[c].notna().any()]]
    kept = kept[[c for n, c in enumerate(kept.columns) if not _repeats(kept, n)]]
    last = ("note", *_LAST)
    alike = {str(c): len(table) > 1 and _alike(kept[c]) for c in kept}
    order = sorted(map(str, kept.columns), key=lambda c: (c in last, alike[c]))
    return worded(kept[order], numbered, t)


def worded(table: pd.DataFrame, numbered: Mapping[str, int], t: Texts) -> Table:
    """`table` as words that are safe in a file: numbers rounded, a dash for what is missing."""
    columns, cells = [], {}
    for column in tables.columns(table, t):
        worded, words = _column(column, table[column.key], numbered, t)
        columns.append(replace(worded, label=signs.in_cell(worded.label)))
        cells[column.key] = [signs.in_cell(cell or "–") for cell in words]
    return Table(tuple(columns), tables.rows(cells))


def _common(row: pd.DataFrame, numbered: Mapping[str, int], t: Texts) -> str:
    """The only row of a table in a line: what each column is and holds."""
    words = worded(row, numbered, t)
    return " · ".join(f"{c.heading}: {words.rows[0][c.key]}" for c in words.columns)


def _alike(column: pd.Series) -> bool:
    return bool(column.notna().all() and len(set(column.astype(str))) == 1)


def _repeats(frame: pd.DataFrame, n: int) -> bool:
    """Whether an earlier column holds the same: a year beside its period."""
    own = frame.iloc[:, n].astype(str)
    return any(own.equals(frame.iloc[:, before].astype(str)) for before in range(n))


def _rows(frame: pd.DataFrame, most: int) -> tuple[pd.DataFrame, bool]:
    """The rows that are shown, and whether they are the latest of all."""
    if len(frame) <= most:
        return frame, False
    time = next((c for c in TIMES if c in frame and len(set(frame[c].dropna())) > 1), None)
    if time is None:
        return frame.head(most), False
    latest = frame[time].sort_values(ascending=False, kind="stable", na_position="last").index
    return frame.loc[latest[:most]], True


def _column(
    column: Column, values: pd.Series, numbered: Mapping[str, int], t: Texts
) -> tuple[Column, list[str]]:
    """A column and its cells, whose unit is a million where that reads better."""
    if tables.is_source(column.key):
        return column, [_numbers(value, numbered) for value in values]
    if not tables.is_number(values):
        return column, [tables.cell(column.key, value, t) for value in values]
    numbers = [math.nan if pd.isna(v) else float(v) for v in values]
    if in_millions(numbers):
        unit = t("{unit}, million", unit=column.unit) if column.unit else t("million")
        column, numbers = replace(column, unit=unit), [v / 1e6 for v in numbers]
    return column, rounded(numbers, t)


def _numbers(value: Any, numbered: Mapping[str, int]) -> str:
    ids = [] if pd.isna(value) else str(value).split(";")
    return ", ".join(f"[{numbered[one]}]" for one in ids if one in numbered)


def rounded(values: Sequence[float], t: Texts) -> list[str]:
    """Numbers of one column, all to the same decimal, at most two, where that serves.

    Whole numbers stay whole, and years stay without a mark of thousands. A number that would
    become nought is given two figures of its own.
    """
    known = [v for v in values if math.isfinite(v)]
    whole = all(v.is_integer() for v in known)
    if whole and known and all(1900 <= v <= 2100 for v in known):
        return [f"{v:.0f}" if math.isfinite(v) else "–" for v in values]
    sizes = sorted(abs(v) for v in known if v)
    digits = 0 if whole or not sizes else min(2, _decimals(sizes[len(sizes) // 2], 4))
    while digits and all(round(v, digits) == round(v, digits - 1) for v in known):
        digits -= 1
    return [_number(v, digits, t) if math.isfinite(v) else "–" for v in values]


def in_millions(values: Sequence[float]) -> bool:
    """Whether a column reads better in millions: large, and of one order throughout."""
    sizes = sorted(abs(v) for v in values if math.isfinite(v) and v)
    return bool(sizes) and sizes[len(sizes) // 2] >= _MILLIONS and sizes[0] >= _MILLIONS / 1e4


def _number(value: float, digits: int, t: Texts) -> str:
    if value and round(value, digits) == 0:
        digits = _decimals(abs(value), 2)
    return t.number(value, digits)


def _decimals(size: float, figures: int) -> int:
    return max(0, min(6, figures - 1 - math.floor(math.log10(size))))


def _first(names: Sequence[str]) -> list[int]:
    """Places of columns in the order in which they give way: the last before the first."""
    backwards = [n for n in reversed(range(1, len(names))) if not _needed(names[n])]
    return sorted(backwards, key=lambda n: names[n] not in _LAST)


def _needed(name: str) -> bool:
    return name in ("source_id", "value", *TIMES) or name.endswith("unit")


def _more(shown: int, count: int, latest: bool, all_columns: bool, t: Texts) -> str:
    if shown == count and all_columns:
        return ""
    words = ""
    if shown < count and latest:
        words = t("The latest {shown} of {count} rows.", shown=shown, count=t.number(count))
    elif shown < count:
        words = t("The first {shown} of {count} rows.", shown=shown, count=t.number(count))
    rest = t("The workbook holds every row and column, unrounded, with notes.")
    return f"{words} {rest}".strip()
