"""What may be passed on: which rows stay out of every file, and the licence of the others."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from partnership import sources, tables

CLOSED = "no"
"""`redistribute` of a source whose rows are shown, and stand in no file."""
LICENCE = "licence"
"""The column that says under which licence a row goes."""
_SOURCE = "source_id"


def closed() -> frozenset[str]:
    """Ids of the sources whose rows may not be passed on."""
    return _closed(tables.package())


@lru_cache(maxsize=2)
def _closed(package: tables.Package) -> frozenset[str]:
    known = package.table("sources")
    return frozenset(known.loc[known["redistribute"].eq(CLOSED), _SOURCE].astype(str))


def named(columns: list[str]) -> list[str]:
    """Those of some columns that name a source."""
    return [c for c in columns if c == _SOURCE or c.endswith(f"_{_SOURCE}")]


def may_go(table: pd.DataFrame) -> pd.Series:
    """Whether each row of a table may be passed on: none of its sources is closed."""
    free = pd.Series(True, index=table.index)
    for column in named([str(c) for c in table.columns]):
        free &= ~table[column].astype(str).isin(closed())
    return free


def licensed(table: pd.DataFrame) -> pd.DataFrame:
    """The table with the licence of each row as its last column, where they are not all alike."""
    if _SOURCE not in table.columns or LICENCE in table.columns:
        return table
    said = table[_SOURCE].astype(str).map(licences())
    return table.assign(**{LICENCE: said}) if len(set(said)) > 1 else table


def licences() -> dict[str, str]:
    """The licence of each source by its id."""
    known = tables.load("sources")
    return dict(zip(known[_SOURCE].astype(str), known["licence"].astype(str), strict=True))


def closed_among(source_ids: tuple[str, ...]) -> list[sources.Source]:
    """The sources of these ids whose rows may not be passed on."""
    return [s for s in sources.of(source_ids) if s.redistribute == CLOSED]
