"""What happened held apart from what was planned, and visits held against events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pandas as pd

from partnership.analysis.freshness import span
from partnership.contract import Problem, line
from partnership.tables import Package

PLANNED = "planned"


def problems(package: Package) -> list[Problem]:
    """Events told before their day that are not `planned`, and visits without a level."""
    events = package.table("events")
    return [
        *_foretold(events, package.table("sources")),
        *_visits(events, package.table("visits")),
    ]


def _foretold(events: pd.DataFrame, sources: pd.DataFrame) -> Iterator[Problem]:
    """An event that begins after its source, or the package, was finished is `planned`."""
    known = sources.set_index("source_id")
    last = max(_end(day) for day in known["accessed"])
    for i, row in events[events["status"].ne(PLANNED)].iterrows():
        published = known["published"].get(row["source_id"])
        told = min(last, _end(published)) if isinstance(published, str) else last
        if span(str(row["date"]))[0] >= told:
            rule = "an event later than its source or than this package must be planned"
            yield Problem("events", line(i), "status", rule, str(row["status"]))


def _end(period: str) -> date:
    return span(str(period))[1]


def _visits(events: pd.DataFrame, visits: pd.DataFrame) -> Iterator[Problem]:
    """Each visit from one country to the other has its level; nothing else has one."""
    between = events["kind"].eq("visit") & events["asset_id"].isna()
    for i, value in events.loc[between & ~events["event_id"].isin(visits["event_id"])].iterrows():
        rule = "this visit must have a row in table visits"
        yield Problem("events", line(i), "event_id", rule, str(value["event_id"]))
    strange = ~visits["event_id"].isin(events.loc[between, "event_id"])
    for i, key in visits.loc[strange, "event_id"].items():
        rule = "this must be an event of kind visit, and not to an asset"
        yield Problem("visits", line(i), "event_id", rule, str(key))
