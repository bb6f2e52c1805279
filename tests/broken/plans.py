"""Plans that pose as events, and visits that the two tables do not agree on."""

from __future__ import annotations

import csv

from partnership import tables
from tests.broken.case import Case
from tests.broken.cells import cell


def _line(table: str, event_id: str) -> int:
    """The line of the file on which an event stands."""
    with (tables.DATA / f"{table}.csv").open(encoding="utf-8", newline="") as rows:
        ids = [row["event_id"] for row in csv.DictReader(rows)]
    return ids.index(event_id) + 2


_PLAN = _line("events", "2026_07_01_btc_operatorship")
_FORUM = _line("events", "2024_10_07_milan_forum")
_VISIT = _line("events", "2014_06_12_renzi_borovoye")
_REPORT = _line("events", "2021_06_09_business_forum")
_LAW = _line("events", "2014_07_01_military_transit_law")
_LEVEL = _line("visits", "2014_06_12_renzi_borovoye")

PLANS = (
    Case(
        "a plan told as an event",
        f"events:{_PLAN}:status",
        "must be planned",
        cell(f"events:{_PLAN}:status", "reported"),
    ),
    Case(
        "an event later than the package",
        f"events:{_FORUM}:status",
        "must be planned",
        cell(f"events:{_FORUM}:date", "2027-01-01"),
    ),
    Case(
        "the date of a report posing as the day",
        f"events:{_REPORT}:date_basis",
        "date of the report",
        cell(f"events:{_REPORT}:date_basis", "event"),
    ),
    Case(
        "a day of a law without a note",
        f"events:{_LAW}:note",
        "not that of the event needs a note",
        cell(f"events:{_LAW}:note", ""),
    ),
    Case(
        "a visit without a level",
        f"events:{_VISIT}:event_id",
        "must have a row in table visits",
        cell(f"visits:{_LEVEL}:event_id", "2017_06_10_expo_2017"),
    ),
    Case(
        "a level of what is no visit",
        f"visits:{_LEVEL}:event_id",
        "must be an event of kind visit",
        cell(f"visits:{_LEVEL}:event_id", "2024_10_07_milan_forum"),
    ),
)
