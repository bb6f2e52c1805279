"""Plans kept separate from what happened, dates from their notes, and visits from events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pandas as pd

from partnership.analysis.freshness import span
from partnership.tables import Package
from partnership.tables.contract import Problem, line

PLANNED = "planned"
_REPORT = re.compile(r"\b(date|day) of the (\w+'s )?report\b|\bfirst reported\b", re.IGNORECASE)
"""Notes by which a date is that of a report."""


def problems(package: Package) -> list[Problem]:
    """Events announced before their day but not `planned`, wrong days, and visits."""
    events = package.table("events")
    return [
        *_announced(events, package.table("sources")),
        *_days(events),
        *_visits(events, package.table("visits")),
    ]


def _announced(events: pd.DataFrame, sources: pd.DataFrame) -> Iterator[Problem]:
    """An event that begins after its source, or the package, was finished is `planned`."""
    known = sources.set_index("source_id")
    last = max(_end(day) for day in known["accessed"])
    for i, row in events[events["status"].ne(PLANNED)].iterrows():
        published = known["published"].get(row["source_id"])
        finished = min(last, _end(published)) if isinstance(published, str) else last
        if span(str(row["date"]))[0] >= finished:
            rule = "an event later than its source or than this package must be planned"
            yield Problem("events", line(i), "status", rule, str(row["status"]))


def _end(period: str) -> date:
    return span(str(period))[1]


def _days(events: pd.DataFrame) -> Iterator[Problem]:
    """A note and `date_basis` say the same of a date; a day that is not the event's has a note."""
    for i, row in events.iterrows():
        note = str(row["note"]) if isinstance(row["note"], str) else ""
        basis = str(row["date_basis"])
        if bool(_REPORT.search(note)) != (basis == "report"):
            rule = (
                "a note that this is the date of the report and date_basis report need each other"
            )
            yield Problem("events", line(i), "date_basis", rule, basis)
        elif basis != "event" and not note:
            rule = "a day that is not that of the event needs a note"
            yield Problem("events", line(i), "note", rule, note)


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
