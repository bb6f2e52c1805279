"""What may be passed on: which rows stay out of every file, and the licence of the others."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import pandas as pd

from partnership import tables
from partnership.provenance import sources

CLOSED = "no"
"""`redistribute` of a source whose rows are shown, and stand in no file."""
LICENCE = "licence"
"""The column that says under which licence a row goes."""
STRICTEST = (
    "publisher-terms",
    "ODbL-1.0",
    "CC-BY-SA-4.0",
    "CC-BY-4.0",
    "etalab-2.0",
    "Apache-2.0",
    "official-statistics",
    "free-with-attribution",
    "public-domain",
)
"""Every licence, the strictest first."""
_SOURCE, _INPUTS = "source_id", "inputs"


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


def resting(columns: list[str]) -> list[str]:
    """Those of some columns that name a source, or those that a value was computed from."""
    return [*named(columns), *(c for c in columns if c == _INPUTS)]


def closed_in(cells: Iterable[object]) -> list[str]:
    """Ids of closed sources in some cells, each of which names one source, or several by `;`."""
    shut = closed()
    return [one for cell in cells for one in str(cell).split(";") if one in shut]


def may_go(table: pd.DataFrame) -> pd.Series:
    """Whether each row of a table may be passed on: it neither is from a closed source nor
    computed from one.
    """
    free = pd.Series(True, index=table.index)
    for column in resting([str(c) for c in table.columns]):
        free &= table[column].map(lambda cell: not closed_in([cell]))
    return free


def licensed(table: pd.DataFrame) -> pd.DataFrame:
    """The table with the licences of each row as its last column, where they are not all alike."""
    if _SOURCE not in table.columns or LICENCE in table.columns:
        return table
    rows = table[named([str(c) for c in table.columns])].astype(str).to_numpy()
    column = [together(row) for row in rows]
    return table.assign(**{LICENCE: column}) if len(set(column)) > 1 else table


def together(source_ids: Iterable[str]) -> str:
    """Licences of the sources of a row, each once, the strictest first: `ODbL-1.0;CC-BY-4.0`."""
    known = licences()
    found = {known[one] for one in source_ids if one in known}
    return ";".join(sorted(found, key=STRICTEST.index))


def licences() -> dict[str, str]:
    """The licence of each source by its id."""
    return _licences(tables.package())


@lru_cache(maxsize=2)
def _licences(package: tables.Package) -> dict[str, str]:
    known = package.table("sources")
    return dict(zip(known[_SOURCE].astype(str), known["licence"].astype(str), strict=True))


def closed_among(source_ids: tuple[str, ...]) -> list[sources.Source]:
    """The sources of these ids whose rows may not be passed on."""
    return [s for s in sources.by_ids(source_ids) if s.redistribute == CLOSED]
