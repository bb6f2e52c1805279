"""A zero is a measurement: a source must have stated it.

A value that is not known is an empty cell or no row at all. A 0 stands only where the source
prints a full grid with zeros or lists all that exists (table `statistics`, column `zeros`), or
where the row's own note says what the zero is. A source of which single zeros were read has them
named row by row, so that an invented one is found.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from partnership.tables import Package
from partnership.tables.contract import Problem, line

MEASURED = {
    "trade": ("value_usd", "quantity_t", "quantity_kbbl", "declared_value"),
    "observations": ("value",),
    "prices": ("value",),
    "evidence": ("value",),
}
"""Tables of measurements and their columns of values."""


def problems(package: Package) -> Iterator[Problem]:
    """Zeros that rest on nothing, and words for zeros that are not there."""
    statistics = package.table("statistics")
    vouched = set(statistics.loc[statistics["zeros"].notna(), "source_id"])
    for table, columns in MEASURED.items():
        frame = package.table(table)
        explained = frame["note"].fillna("").str.contains(r"\bzeros?\b", case=False)
        bare = frame[~frame["source_id"].isin(vouched) & ~explained]
        for column in columns:
            numbers = pd.to_numeric(bare[column], errors="coerce")
            for i, value in bare.loc[numbers.eq(0), column].items():
                rule = "a 0 must be printed by its source; leave out what is not known"
                yield Problem(table, line(i), column, rule, str(value))
    printing = _printing(package)
    for i, source in statistics.loc[statistics["zeros"].notna(), "source_id"].items():
        if source not in printing:
            rule = "no 0 of this source is in the tables, so that nothing is to be vouched for"
            yield Problem("statistics", line(i), "zeros", rule, str(source))


def _printing(package: Package) -> set[str]:
    """Sources of which a 0 is in the tables."""
    found: set[str] = set()
    for table, columns in MEASURED.items():
        frame = package.table(table)
        zero = frame[list(columns)].eq(0).any(axis=1)
        found |= set(frame.loc[zero, "source_id"].astype(str))
    return found
