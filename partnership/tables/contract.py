"""The contract of the tables: a frame is checked against `data/datapackage.json`.

The descriptor is a Frictionless Data Package (https://specs.frictionlessdata.io/table-schema/).
Its field types and constraints become a pandera schema; keys are checked here. Everything that
is wrong is a `Problem`: table, row of the file, column, and the rule in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

MOST = 20
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
_WRITTEN = {
    "number": r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?",
    "integer": r"-?[0-9]+",
}
"""How a number is written: in ASCII digits, without blanks, underscores or other bases."""
_LARGEST = {"number": 1e18, "integer": 1e15}
"""No quantity of ours is larger. Whole numbers are exact up to here on their way through floats."""


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
            columns[name], found = _numbers(table, column, kind)
            problems += found
        elif kind == "boolean":
            wrong = ~column.isin(["true", "false"]) & column.notna()
            problems += _cells(table, name, column[wrong], "this must be true or false")
            columns[name] = column.map({"true": True, "false": False}).astype("boolean")
        else:
            columns[name] = column
    return pd.DataFrame(columns), problems


def _numbers(table: str, column: pd.Series, kind: str) -> tuple[pd.Series, list[Problem]]:
    """A column of numbers, empty where a cell is no number or too large, and those cells."""
    name, most = str(column.name), _LARGEST[kind]
    odd = column.notna() & ~column.str.fullmatch(_WRITTEN[kind]).fillna(False).astype(bool)
    number = column.mask(odd).map(float, na_action="ignore").astype("float64")
    large = number.abs() > most
    problems = _cells(table, name, column[odd], f"this must be a number ({kind})")
    rule = f"this must lie between {-most:g} and {most:g}"
    problems += _cells(table, name, column[large], rule)
    return number.mask(large).astype(_NUMBERS[kind]), problems


def _cells(table: str, name: str, values: pd.Series, rule: str) -> list[Problem]:
    return [Problem(table, line(i), name, rule, str(v)) for i, v in values.head(MOST).items()]


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
            for case in cases.groupby(["column", "check"], sort=False).head(MOST).itertuples()
        ]
    return []


_BLANK = r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+"
"""White space and signs that take no room: nobody could see that there is a text."""


def blank_problems(
    table: str, frame: pd.DataFrame, fields: list[dict[str, Any]]
) -> Iterator[Problem]:
    """Texts of which nothing can be seen; a cell without a value is empty instead."""
    for field in fields:
        if field.get("type", "string") == "string":
            column = frame[field["name"]].dropna()
            blank = column.str.fullmatch(_BLANK).astype(bool)
            yield from _cells(table, field["name"], column[blank], "this must not be blank")


_DATED = r"\d{4}"
"""How the pattern of a field of periods begins."""
YEARS = (1800, 2200)
"""No date of ours lies outside; nor could every reader of the tables hold one that does."""


def calendar_problems(
    table: str, frame: pd.DataFrame, fields: list[dict[str, Any]]
) -> Iterator[Problem]:
    """Periods in the right form that cannot be: a thirteenth month, an end before the start."""
    for field in fields:
        if _DATED in field.get("constraints", {}).get("pattern", ""):
            column = frame[field["name"]].dropna()
            column = column[column.str.fullmatch(field["constraints"]["pattern"])]
            rules = column.map({period: _no_period(str(period)) for period in column.unique()})
            for rule in sorted(set(rules) - {""}):
                yield from _cells(table, field["name"], column[rules == rule], rule)


def _no_period(period: str) -> str:
    """Why an ISO day, month, year or span of them cannot be; empty where it can."""
    parts = period.split("/")
    try:
        years = [date.fromisoformat(first_day(part)).year for part in parts]
    except ValueError:
        return "this must be in the calendar"
    if not all(YEARS[0] <= year <= YEARS[1] for year in years):
        return f"the year must lie between {YEARS[0]} and {YEARS[1]}"
    backward = first_day(parts[0]) > last_day(parts[-1])
    return "a period must not end before it starts" if backward else ""


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


def order_problems(table: str, frame: pd.DataFrame, first: str, last: str) -> Iterator[Problem]:
    """Rows whose day in column `last` comes before the one in `first`; both are ISO or empty."""
    both = frame[[first, last]].dropna().astype(str)
    for i, row in both[both[first].map(first_day) > both[last].map(last_day)].iterrows():
        rule = f"this must not come before {first}, {row[first]}"
        yield Problem(table, line(i), last, rule, row[last])


def key_problems(table: str, frame: pd.DataFrame, key: list[str]) -> list[Problem]:
    """Rows that repeat the primary key of an earlier row."""
    again = frame[frame.duplicated(key, keep="first")].head(MOST)
    rule = "this row repeats the key of an earlier row"
    return [
        Problem(table, line(i), "+".join(key), rule, " | ".join(str(v) for v in row))
        for i, row in zip(again.index, again[key].itertuples(index=False), strict=True)
    ]


def reference_problems(
    table: str, column: str, values: pd.Series, other: str, known: pd.Series
) -> list[Problem]:
    """Values of a foreign key that the other table does not have."""
    strange = values[values.notna() & ~values.isin(set(known.dropna()))].head(MOST)
    rule = f"this must be a key of table {other}"
    return [Problem(table, line(i), column, rule, str(v)) for i, v in strange.items()]
