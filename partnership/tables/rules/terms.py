"""Rules on what may be passed on: of the list of sources, and of the rows that rest on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from partnership.tables.contract import Problem, line
from partnership.tables.rules import publishers

if TYPE_CHECKING:
    from partnership.tables import Package

FACTS_MOST = 20
"""Rows of one series that may be quoted of a source of which only facts may be passed on.

Ten years of one country beside those of the world, the longest series quoted from one page. What
is longer is the work itself (the page that those ten years are from has 210 rows).
"""
_MOST = 20
"""Problems named per table and column; a source that is wrong need not list each of its rows."""
_OWN_TERMS = "publisher-terms"
_OWN_WORK = "data/README.md"
"""How the address of our own work begins; its terms are stated there."""
_SERIES = {
    "observations": ["source_id", "metric_id"],
    "trade": ["source_id", "reporter", "partner", "flow", "product_id"],
    "prices": ["source_id", "series_id"],
}
"""Tables of values, and the columns that tell one series from another."""


def of_sources(frame: pd.DataFrame) -> Iterator[Problem]:
    """Problems of the table of sources by itself."""
    own = frame["licence"].eq(_OWN_TERMS)
    free = frame["redistribute"].eq("yes")
    elsewhere = ~frame["url"].astype(str).str.startswith(_OWN_WORK)
    undated = frame["published"].isna()
    for column, wrong, rule in (
        ("redistribute", own & free, "under a publisher's own terms only facts may be passed on"),
        ("redistribute", ~own & ~free, "what is under an open licence may be passed on"),
        (
            "licence_url",
            free & elsewhere & frame["licence_url"].isna(),
            "what may be passed on must name the address of its licence",
        ),
        (
            "licence_url",
            free & frame["licence_url"].astype(str).eq(frame["url"].astype(str)),
            "the address of the data is not that of their licence",
        ),
        ("undated", undated & frame["undated"].isna(), "a source without a date must say why"),
        ("undated", ~undated & frame["undated"].notna(), "a source with a date has no reason here"),
    ):
        for i, row in frame[wrong].iterrows():
            value = row[column]
            found = str(value) if isinstance(value, str) else ""
            yield Problem("sources", line(i), column, rule, found)


def across(package: Package) -> Iterator[Problem]:
    """Problems of publishers, and of rows on sources of which not all may be passed on."""
    yield from publishers.of_sources(package)
    rights = package.table("sources").set_index("source_id")["redistribute"].astype(str)
    for name in package.names:
        frame = package.table(name)
        if name == "sources":
            continue
        for column in (c for c in frame.columns if str(c).endswith("source_id")):
            right = frame[column].astype(str).map(rights)
            yield from _closed(name, frame, str(column), right)
        if name in _SERIES:
            yield from _whole(name, frame, frame["source_id"].astype(str).map(rights))


def _closed(table: str, frame: pd.DataFrame, column: str, right: pd.Series) -> Iterator[Problem]:
    """What may not be passed on stands nowhere but behind a value that was computed from it."""
    shut = right.eq("no")
    if table in _SERIES:
        shut &= frame["status"].ne("derived")
    for i, value in frame.loc[shut, column].head(_MOST).items():
        rule = "a source that may not be passed on may only stand behind a derived value"
        yield Problem(table, line(i), column, rule, str(value))


def _whole(table: str, frame: pd.DataFrame, right: pd.Series) -> Iterator[Problem]:
    """Of what may only be quoted no whole series is kept."""
    quoted = frame[right.eq("facts") & frame["status"].ne("derived")]
    for _, rows in quoted.groupby(_SERIES[table], observed=True):
        if len(rows) > FACTS_MOST:
            rule = f"more than {FACTS_MOST} rows of one series are no facts quoted: {len(rows)}"
            first = rows.index[FACTS_MOST]
            yield Problem(table, line(first), "source_id", rule, str(rows["source_id"].iloc[0]))
