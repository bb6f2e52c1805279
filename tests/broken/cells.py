"""Cells that hold what their column may not hold."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

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


def _backward(table: str, first: str, start: str, last: str, end: str) -> Case:
    """A row whose end comes before its start."""
    places = f"{table}:5:{first}", f"{table}:5:{last}"

    def damage(folder: Path) -> None:
        cell(places[0], start)(folder)
        cell(places[1], end)(folder)

    return Case(f"backward {table}", places[1], f"must not come before {first}, {start}", damage)


_CALENDAR = "must be in the calendar"
_NUMBER = "must be a number"
_BACKWARD = "must not end before it starts"
_EMPTY = "must not be empty"
_BLANK = "must not be blank"

CASES = (
    _wrong("non-number", "trade:12:value_usd", "n/a", _NUMBER),
    _wrong("decimal comma", "prices:3:value", "20,95", _NUMBER),
    _wrong("not a number at all", "prices:3:value", "NaN", _NUMBER),
    _wrong("infinite", "prices:3:value", "inf", _NUMBER),
    _wrong("fraction of a year", "assets:275:start_year", "2020.5", f"{_NUMBER} (integer)"),
    *(
        _wrong(f"{value} as a number", "prices:3:value", value, f"{_NUMBER} (number)")
        for value in ("0x10", "1_000", " 5", "+5", "1e", "٥", "True", ".5")
    ),
    *(
        _wrong(f"{value} as a year", "assets:275:start_year", value, f"{_NUMBER} (integer)")
        for value in ("1e300", "2020.0", "0x10", " 5")
    ),
    *(
        _wrong(f"{value} people", "places:3:population", value, "must lie between")
        for value in ("99999999999999999999", "9223372036854775808", "9" * 400)
    ),
    *(
        _wrong(f"{value} dollars", "trade:9:value_usd", value, "must lie between")
        for value in ("1e300", "-1e300", "1e999")
    ),
    _wrong("no boolean", "assets:5:schematic", "perhaps", "must be true or false"),
    _wrong("empty number", "prices:3:value", "", _EMPTY),
    _wrong("empty key", "companies:3:company_id", "", _EMPTY),
    _wrong("a blank text", "texts:3:text", " ", _BLANK),
    _wrong("a text of wide spaces", "texts:4:text", "\u3000 \u2003", _BLANK),
    _wrong("a text of spaces that do not break", "texts:5:text", "\u00a0\u202f", _BLANK),
    _wrong("a text of signs without width", "texts:6:text", "\u200b\ufeff", _BLANK),
    _wrong("a blank publisher", "sources:4:publisher", " ", _BLANK),
    _wrong("a blank title", "sources:4:title", "  ", _BLANK),
    _wrong("a blank quoted office", "quotes:2:quoted", " ", _BLANK),
    _wrong("a blank definition", "metrics:2:definition", " ", _BLANK),
    _wrong("a blank note", "trade:9:note", " ", _BLANK),
    _wrong("wrong enum", "stakes:20:status", "rumoured", "must be one of"),
    _wrong("wrong licence", "sources:4:licence", "who-knows", "must be one of"),
    _wrong("percent over 100", "stakes:2:percent", "129.25", "must be at most 100"),
    _wrong("percent below 0", "stakes:2:percent", "-1", "must be at least 0"),
    _wrong("latitude off the earth", "assets:5:lat", "143.5", "must be at most 90"),
    _wrong("bad period", "trade:9:period", "2013/", "must match"),
    _wrong("thirteenth month", "trade:9:period", "2013-13", _CALENDAR),
    _wrong("the year 0", "trade:9:period", "0000", _CALENDAR),
    _wrong("a year before all records", "events:5:date", "0001", "year must lie between"),
    _wrong("a year after all plans", "steps:2:date", "9999", "year must lie between"),
    *(
        _wrong(f"a backward span of {table}", f"{table}:9:period", "2020/2010", _BACKWARD)
        for table in ("observations", "trade", "prices", "claims", "evidence")
    ),
    *(
        _wrong(f"an open span of {table}", f"{table}:9:period", "2020/", "must match")
        for table in ("observations", "trade", "prices", "claims", "evidence")
    ),
    _wrong("a span backward by a month", "trade:9:period", "2020-02/2020-01-31", _BACKWARD),
    _wrong("a year of no calendar in evidence", "evidence:9:period", "2024-13", _CALENDAR),
    _backward("projects", "start", "2020-02", "end", "2020-01"),
    _backward("assets", "start_year", "2020", "end_year", "2019"),
    _backward("sources", "published", "2026-10-02", "accessed", "2026-10-01"),
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
