"""The contract of the tables: what `data/datapackage.json` says, held against a frame.

The descriptor is a Frictionless Data Package (https://specs.frictionlessdata.io/table-schema/).
Its field types and constraints become a pandera schema; keys are checked here. Everything that
is wrong is a `Problem`: table, row of the file, column, and the rule in words.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any

import numpy as np
import pandas as pd

_MOST = 20
"""Problems named per rule; a table that is wrong everywhere need not list every row."""


@dataclass(frozen=True)
class Problem:
    """One broken rule. `row` is the line in the file (the header is line 1), 0 for the whole."""

    table: str
    row: int
    column: str
    rule: str
    value: str = ""

    def __str__(self) -> str:
        where = f"table {self.table}"
        if self.row:
            where += f", row {self.row}"
        if self.column:
            where += f", column {self.column}"
        what = f" (found {self.value!r})" if self.value else ""
        return f"{where}: {self.rule}{what}"


class TableError(Exception):
    """A table that breaks its contract; nothing may be drawn from it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(str(p) for p in self.problems[:3]))


def line(index: Any) -> int:
    """Line of the file on which the frame's row `index` stands."""
    return int(index) + 2


def first_day(period: str) -> str:
    """The first day of an ISO period, for comparing: `2024` is `2024-01-01`."""
    return (period + "-01-01")[:10]


def last_day(period: str) -> str:
    """No day of an ISO period comes after this one, for comparing: `2024-02` is `2024-02-31`."""
    return period + {4: "-12-31", 7: "-31"}.get(len(period), "")


def bytes_problems(table: str, raw: bytes) -> Iterator[Problem]:
    """What is wrong with a file before it is read: encoding, byte-order mark, line ends."""
    if raw.startswith(b"\xef\xbb\xbf"):
        yield Problem(table, 1, "", "the file must not start with a byte-order mark")
    if b"\r" in raw:
        row = raw[: raw.index(b"\r")].count(b"\n") + 1
        yield Problem(table, row, "", "lines must end with LF alone, not CRLF")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        yield Problem(table, row, "", "the file must be UTF-8")
    if b"\0" in raw:
        row = raw[: raw.index(b"\0")].count(b"\n") + 1
        yield Problem(table, row, "", "the file must hold text alone, not a NUL byte")


def shape_problems(table: str, raw: bytes) -> Iterator[Problem]:
    """Rows with more or fewer cells than the header, over several lines, or badly quoted.

    After this, row `i` of the frame stands on line `i + 2` of the file.
    """
    reader = csv.reader(StringIO(raw.decode("utf-8"), newline=""), strict=True)
    number = 0
    try:
        header = next(reader, [])
        if not header:
            yield Problem(table, 0, "", "the file is empty")
        for number, cells in enumerate(reader, start=2):
            if reader.line_num != number:
                yield Problem(table, number, "", "a row must stand on one line")
                return
            if len(cells) != len(header):
                rule = f"a row must have {len(header)} cells like the header, not {len(cells)}"
                yield Problem(table, number, "", rule)
    except csv.Error as error:
        yield Problem(table, number + 1, "", f"this cannot be read as CSV: {error}")
        return
    if header and not number:
        yield Problem(table, 0, "", "the table has no rows")


def header_problems(table: str, found: list[str], fields: list[dict[str, Any]]) -> list[Problem]:
    """Columns that are missing, unknown, or out of order."""
    wanted = [f["name"] for f in fields]
    rows = [Problem(table, 1, c, "this column is missing") for c in wanted if c not in found]
    rows += [
        Problem(table, 1, c, "this column is not in the contract") for c in found if c not in wanted
    ]
    if not rows and found != wanted:
        rows.append(Problem(table, 1, "", f"columns must stand in the order {', '.join(wanted)}"))
    return rows


_NUMBERS = {"number": "float64", "integer": "Int64"}


def typed(
    table: str, text: pd.DataFrame, fields: list[dict[str, Any]]
) -> tuple[pd.DataFrame, list[Problem]]:
    """The frame of strings with each column turned into its type, and the cells that refused."""
    columns: dict[str, pd.Series] = {}
    problems: list[Problem] = []
    for field in fields:
        name, kind = field["name"], field.get("type", "string")
        column = text[name]
        if kind in _NUMBERS:
            number = pd.to_numeric(column, errors="coerce")
            wrong = (number.isna() & column.notna()) | np.isinf(number)
            if kind == "integer":
                wrong |= number.notna() & (number % 1 != 0)
            problems += _cells(table, name, column[wrong], f"this must be a number ({kind})")
            columns[name] = number.where(~wrong).astype(_NUMBERS[kind])
        elif kind == "boolean":
            wrong = ~column.isin(["true", "false"]) & column.notna()
            problems += _cells(table, name, column[wrong], "this must be true or false")
            columns[name] = column.map({"true": True, "false": False}).astype("boolean")
        else:
            columns[name] = column
    return pd.DataFrame(columns), problems


def _cells(table: str, name: str, values: pd.Series, rule: str) -> list[Problem]:
    return [Problem(table, line(i), name, rule, str(v)) for i, v in values.head(_MOST).items()]


def value_problems(table: str, frame: pd.DataFrame, fields: list[dict[str, Any]]) -> list[Problem]:
    """Constraints of single columns (required, unique, enum, pattern, bounds), by pandera."""
    import pandera.errors
    import pandera.pandas as pa

    columns = {f["name"]: pa.Column(None, **_column(f.get("constraints", {}))) for f in fields}
    try:
        pa.DataFrameSchema(columns).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as error:
        cases = error.failure_cases
        rules = {c.error: c for column in columns.values() for c in column.checks}
        return [
            Problem(
                table,
                line(case.index) if pd.notna(case.index) else 0,
                str(case.column),
                str(case.check) if case.check in rules else _PLAIN.get(case.check, str(case.check)),
                "" if pd.isna(case.failure_case) else str(case.failure_case),
            )
            for case in cases.groupby(["column", "check"], sort=False).head(_MOST).itertuples()
        ]
    return []


_DATED = r"\d{4}"
"""How the pattern of a field of periods begins."""
_PARTS = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def calendar_problems(
    table: str, frame: pd.DataFrame, fields: list[dict[str, Any]]
) -> Iterator[Problem]:
    """Periods in the right form that the calendar does not have (a thirteenth month)."""
    for field in fields:
        if _DATED in field.get("constraints", {}).get("pattern", ""):
            column = frame[field["name"]]
            wrong = column[column.notna() & ~column.map(_in_calendar)]
            yield from _cells(table, field["name"], wrong, "this must be in the calendar")


def _in_calendar(period: Any) -> bool:
    try:
        for part in _PARTS.findall(str(period)):
            date.fromisoformat((part + "-01-01")[:10])
    except ValueError:
        return False
    return True


_PLAIN = {
    "not_nullable": "this must not be empty",
    "field_uniqueness": "this must be unique",
}


def _column(constraints: Mapping[str, Any]) -> dict[str, Any]:
    import pandera.pandas as pa

    checks = []
    if "enum" in constraints:
        allowed = constraints["enum"]
        checks.append(pa.Check.isin(allowed, error=f"this must be one of {', '.join(allowed)}"))
    if "pattern" in constraints:
        pattern = constraints["pattern"]
        checks.append(pa.Check.str_matches(f"^(?:{pattern})$", error=f"this must match {pattern}"))
    if "minimum" in constraints:
        least = constraints["minimum"]
        checks.append(pa.Check.ge(least, error=f"this must be at least {least}"))
    if "maximum" in constraints:
        most = constraints["maximum"]
        checks.append(pa.Check.le(most, error=f"this must be at most {most}"))
    return {
        "checks": checks,
        "nullable": not constraints.get("required", False),
        "unique": bool(constraints.get("unique", False)),
    }


def key_problems(table: str, frame: pd.DataFrame, key: list[str]) -> list[Problem]:
    """Rows that repeat the primary key of an earlier row."""
    again = frame[frame.duplicated(key, keep="first")].head(_MOST)
    rule = "this row repeats the key of an earlier row"
    return [
        Problem(table, line(i), "+".join(key), rule, " | ".join(str(v) for v in row))
        for i, row in zip(again.index, again[key].itertuples(index=False), strict=True)
    ]


def reference_problems(
    table: str, column: str, values: pd.Series, other: str, known: pd.Series
) -> list[Problem]:
    """Values of a foreign key that the other table does not have."""
    strange = values[values.notna() & ~values.isin(set(known.dropna()))].head(_MOST)
    rule = f"this must be a key of table {other}"
    return [Problem(table, line(i), column, rule, str(v)) for i, v in strange.items()]
