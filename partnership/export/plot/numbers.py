"""The numbers behind a drawing: the table's own, unrounded, in the table's unit.

A drawing is often in billions, and stacked parts are differences with the noise of subtraction.
What a reader finds in a chart's workbook is what stands in the table.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from partnership.export.plot.pieces.piece import Piece, Point

POWERS = (0, 3, 6, 9, -2)
"""By which power of ten a drawing may differ from the table; number formats can scale by these."""
_EXACT, _ROUNDED = 1e-7, 1.1e-4
_NO_NAMES = {"source_id", "status", "note", "unit", "period", "valuation", "event_ids"}
_NO_VALUES = {"year", "months", "rank"}
_YEAR = re.compile(r"\d{4}(-\d{2})?")


@dataclass(frozen=True)
class Numbers:
    """Values of each piece in the table's unit; `power` of ten times smaller they are drawn.

    `known` has the words that the table's columns share beside all values of a piece, and
    `columns` from which column they come.
    """

    power: int
    values: tuple[tuple[float, ...], ...]
    known: tuple[dict[str, str], ...]
    columns: tuple[str, ...]


@dataclass(frozen=True)
class _Found:
    column: str
    rows: tuple[int | None, ...]

    @property
    def hits(self) -> int:
        return sum(row is not None for row in self.rows)


def from_table(pieces: Sequence[Piece], table: pd.DataFrame) -> Numbers:
    """The table's numbers for pieces; a value that is in no row (a sum, a share) stays as drawn."""
    table = table.reset_index(drop=True)
    columns = [
        str(c)
        for c in table.columns
        if c not in _NO_VALUES and table[c].dtype.kind in "fiu" and table[c].notna().any()
    ]
    at = _Places(table)
    best, power = [_Found("", ()) for _ in pieces], 0
    for tried in POWERS:
        found = [_best(p, table, columns, tried, at) for p in pieces]
        if sum(f.hits for f in found) > sum(f.hits for f in best):
            best, power = found, tried
    if sum(f.hits for f in best) * 2 < sum(len(p.points) for p in pieces):
        best, power = [_Found("", ()) for _ in pieces], 0
    return Numbers(
        power,
        tuple(_values(p, f, table, power) for p, f in zip(pieces, best, strict=True)),
        tuple(_known(f, table) for f in best),
        tuple(f.column for f in best),
    )


class _Places:
    """Rows of the table that can belong to a category: those of its year or month, or all."""

    def __init__(self, table: pd.DataFrame) -> None:
        self._all = np.arange(len(table))
        self._times = None
        for column in ("year", "period"):
            if column in table and self._times is None:
                self._times = table[column].astype(str)

    def rows(self, key: Hashable) -> np.ndarray:
        """Numbers of the rows."""
        if self._times is None or not _YEAR.fullmatch(str(key)):
            return self._all
        dated = self._all[self._times.str.startswith(str(key)).to_numpy()]
        return dated if len(dated) else self._all


def _best(piece: Piece, table: pd.DataFrame, columns: list[str], power: int, at: _Places) -> _Found:
    best = _Found("", (None,) * len(piece.points))
    for column in columns:
        values = table[column].to_numpy(dtype=float) / 10.0**power
        found = _Found(column, tuple(_row(p, values, at) for p in piece.points))
        if found.hits > best.hits:
            best = found
    return best if best.hits * 2 >= len(piece.points) else _Found("", (None,) * len(piece.points))


def _row(point: Point, values: np.ndarray, at: _Places) -> int | None:
    rows = at.rows(point.key)
    distances = np.abs(values[rows] - point.value)
    if np.isnan(distances).all():
        return None
    nearest = int(np.nanargmin(distances))
    near = _EXACT * max(abs(point.value), 1e-3)
    if distances[nearest] > max(near, _ROUNDED if abs(point.value) > 100 * _ROUNDED else near):
        return None
    return int(rows[nearest])


def _values(piece: Piece, found: _Found, table: pd.DataFrame, power: int) -> tuple[float, ...]:
    rows = found.rows or (None,) * len(piece.points)
    return tuple(
        point.value * 10.0**power if row is None else float(table[found.column].iloc[row])
        for point, row in zip(piece.points, rows, strict=True)
    )


def _known(found: _Found, table: pd.DataFrame) -> dict[str, str]:
    rows = [r for r in found.rows if r is not None]
    if not rows:
        return {}
    matched = table.iloc[rows]
    return {
        str(column): str(matched[column].iloc[0])
        for column in table.columns
        if column not in _NO_NAMES
        and table[column].dtype.kind not in "fiubM"
        and matched[column].notna().all()
        and matched[column].eq(matched[column].iloc[0]).all()
    }
