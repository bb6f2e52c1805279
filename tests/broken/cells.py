"""Cells that hold what their column may not hold."""

from __future__ import annotations

import csv
from io import StringIO

from tests.broken.case import Case, Damage, file


def cell(place: str, value: str) -> Damage:
    """Damage that writes `value` into one cell, `table:row:column`."""
    table, row, column = place.split(":")

    def change(raw: bytes) -> bytes:
        lines = list(csv.reader(StringIO(raw.decode("utf-8"))))
        lines[int(row) - 1][lines[0].index(column)] = value
        out = StringIO()
        csv.writer(out, lineterminator="\n").writerows(lines)
        return out.getvalue().encode("utf-8")

    return file(f"{table}.csv", change)


def _wrong(name: str, place: str, value: str, rule: str) -> Case:
    return Case(name, place, rule, cell(place, value))


_CALENDAR = "must be in the calendar"
_NUMBER = "must be a number"
_EMPTY = "must not be empty"

CASES = (
    _wrong("non-number", "trade:12:value_usd", "n/a", _NUMBER),
    _wrong("decimal comma", "prices:3:value", "20,95", _NUMBER),
    _wrong("not a number at all", "prices:3:value", "NaN", _NUMBER),
    _wrong("infinite", "prices:3:value", "inf", _NUMBER),
    _wrong("fraction of a year", "assets:275:start_year", "2020.5", f"{_NUMBER} (integer)"),
    _wrong("no boolean", "assets:5:schematic", "perhaps", "must be true or false"),
    _wrong("empty number", "prices:3:value", "", _EMPTY),
    _wrong("empty key", "companies:3:company_id", "", _EMPTY),
    _wrong("wrong enum", "stakes:20:status", "rumoured", "must be one of"),
    _wrong("wrong licence", "sources:4:licence", "who-knows", "must be one of"),
    _wrong("percent over 100", "stakes:2:percent", "129.25", "must be at most 100"),
    _wrong("percent below 0", "stakes:2:percent", "-1", "must be at least 0"),
    _wrong("latitude off the earth", "assets:5:lat", "143.5", "must be at most 90"),
    _wrong("bad period", "trade:9:period", "2013/", "must match"),
    _wrong("thirteenth month", "trade:9:period", "2013-13", _CALENDAR),
    _wrong("30 February", "stakes:41:valid_to", "2013-02-30", _CALENDAR),
    _wrong("span to nowhere", "observations:3:period", "2013/2014-00", _CALENDAR),
    _wrong("bad day", "stakes:30:valid_from", "01.02.2016", "must match"),
    _wrong("key that is not ours", "companies:3:company_id", "Eni S.p.A.", "must match"),
    _wrong("unknown source", "stakes:9:source_id", "hearsay", "must be a key of table sources"),
    _wrong("unknown holder", "stakes:9:holder_id", "acme", "must be a key of table companies"),
    _wrong("unknown country", "trade:9:partner", "XYZ", "must be a key of table countries"),
    _wrong("unknown parent", "assets:9:parent_id", "atlantis", "must be a key of table assets"),
    _wrong("second unit", "prices:9:unit", "USD/t", "has another unit"),
    _wrong("trade with oneself", "trade:9:partner", "AUT", "must differ"),
    _wrong("two values in dollars", "trade:9:value_usd", "5", "must equal"),
)
