"""Rows that a figure cannot do without: found by key, or named in words where there are none.

A table may keep its contract and still lack what one figure needs. Whoever reads a row by its key
asks here, so that the reader learns which table lacks what, and nothing else stops:

    factor = needed.row(tables.load("observations"), "observations", metric_id="barrels_per_tonne")
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership.tables.contract import Problem, TableError


def rows(frame: pd.DataFrame, table: str, /, **where: Any) -> pd.DataFrame:
    """The rows of `frame`, derived from `table`, whose columns equal `where` (a tuple: any of it).

    Raises `TableError` that names the table and the condition where there are none.
    """
    found = frame
    for column, wanted in where.items():
        column_is = found[column].isin(wanted) if _several(wanted) else found[column].eq(wanted)
        found = found[column_is.fillna(False).astype(bool)]
    if found.empty:
        raise missing(table, **where)
    return found


def row(frame: pd.DataFrame, table: str, /, **where: Any) -> pd.Series:
    """The first of `rows`."""
    return rows(frame, table, **where).iloc[0]


def at(indexed: pd.Series | pd.DataFrame, key: Any, table: str, column: str) -> Any:
    """`indexed.loc[key]`; `column` of `table` is what the index was taken from."""
    if key not in indexed.index:
        raise missing(table, **{column: key})
    return indexed.loc[key]


def some(frame: pd.DataFrame, table: str, column: str) -> pd.DataFrame:
    """`frame` itself, where `column` of it adds up to more than nothing: what shares divide by.

    Raises `TableError` that names the table and the column where all rows have nothing there.
    """
    if len(frame) and not frame[column].gt(0).any():
        raise missing(table, **{column: "more than 0"})
    return frame


def missing(table: str, /, **where: Any) -> TableError:
    """The error that says which rows of `table` are needed; without `where`, any row at all."""
    named = " and ".join(f"{column} = {_words(wanted)}" for column, wanted in where.items())
    rule = f"rows with {named} are needed here" if named else "rows are needed here"
    return TableError([Problem(table, 0, ", ".join(where), f"{rule}, and there are none")])


def _several(wanted: Any) -> bool:
    return isinstance(wanted, tuple | list | set | frozenset)


def _words(wanted: Any) -> str:
    return " or ".join(map(str, wanted)) if _several(wanted) else str(wanted)
