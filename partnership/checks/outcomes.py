"""Nothing is an outcome before its time is over, and no bound is a value.

A page can report a year that has ended and count what exists on its own day; what it says of a
period that runs on after that day is a plan or an expectation. A source whose day is a month or a
year counts to the last day of it; one without a date counts to the day on which it was read. A
number of a day (how many firms there are) therefore has the day of the page as its period.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import pandas as pd

from partnership.analysis.bounds import LOWER_BOUND
from partnership.analysis.freshness import span
from partnership.tables import Package
from partnership.tables.contract import Problem, line

OUTCOME = ("reported", "derived")
_TABLES = ("observations", "trade")
_UNSURE = rf"(?:{LOWER_BOUND}|Upper bound|Expected|About|Plans?|Planned)\b"
"""How the note of a value begins that is a bound, an expectation, a round number or a plan."""


def problems(package: Package) -> Iterator[Problem]:
    """Outcomes of a time that their source could not know, and outcomes whose note denies it."""
    sources = package.table("sources")
    dated = sources["published"].fillna(sources["accessed"]).astype(str)
    known = {s: span(d)[1] for s, d in zip(sources["source_id"], dated, strict=True)}
    for table in _TABLES:
        frame = package.table(table)
        rows = frame[frame["status"].isin(OUTCOME)]
        yield from _foreseen(table, rows, known)
        for i, note in rows.loc[rows["note"].str.match(_UNSURE, na=False), "note"].items():
            rule = "a bound, an expectation or a plan must be estimated, target or claimed"
            status = str(rows.loc[i, "status"])
            yield Problem(table, line(i), "status", rule, f"{status}, {note}")


def _foreseen(table: str, rows: pd.DataFrame, known: Mapping[str, date]) -> Iterator[Problem]:
    """Rows whose period ends after the last day of their source."""
    pairs = rows[["period", "source_id"]].astype(str)
    early = {
        (period, source)
        for period, source in pairs.drop_duplicates().itertuples(index=False)
        if source in known and span(period)[1] > known[source]
    }
    for i, period, source in pairs.itertuples():
        if (period, source) in early:
            rule = "a period that ends after the day of its source must not be an outcome"
            yield Problem(table, line(i), "status", rule, str(rows.loc[i, "status"]))
