"""The descriptor `datapackage.json`: read and validated before anything is read by it.

Its form is checked by `descriptor_form.py`; names that occur twice, keys that lead nowhere or in a
circle, and what the code needs are looked for here.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from partnership.tables import descriptor_form, inventory
from partnership.tables.contract import MOST, Problem, TableError
from partnership.tables.file_rules import raw_bytes

FILE = "datapackage.json"
_NAME = "datapackage"


def read(folder: Path) -> bytes:
    """The bytes of the descriptor in `folder`. Raises `TableError`."""
    return raw_bytes(_NAME, folder / FILE)


def parsed(raw: bytes) -> dict[str, Any]:
    """The descriptor in `raw`. Raises `TableError` that names everything that is wrong."""
    content = json_of(_NAME, raw, "datapackage.json is not JSON")
    try:
        for stage in (descriptor_form.problems, _names, _keys, _circles, _lacking):
            found = list(stage(content))[:MOST]
            if found:
                raise TableError(found)
    except RecursionError as error:
        raise TableError([Problem(_NAME, 0, "", "datapackage.json is nested too deep")]) from error
    return dict(content)


def json_of(name: str, raw: bytes, wrong: str) -> Any:
    """What the JSON in `raw` says. Raises `TableError`, whose rule begins with `wrong`."""
    try:
        if re.search(rb"\\u[dD][89a-fA-F]", raw):
            raise ValueError("letters must be written as UTF-8, not as surrogates")
        return json.loads(raw.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise TableError([Problem(name, 0, "", f"{wrong}: {error}")]) from error


def _no_number(sign: str) -> float:
    raise ValueError(f"{sign} is no number")


def columns_of(key: str | list[str]) -> list[str]:
    """Columns of a key, which may be written as one word."""
    return [key] if isinstance(key, str) else key


def _names(content: Mapping[str, Any]) -> Iterator[Problem]:
    """Resources, paths and columns that occur twice."""
    for what in ("name", "path"):
        for again in _twice(r[what] for r in content["resources"]):
            yield Problem(_NAME, 0, "resources", f"two resources have the {what} {again}")
    for name, fields in _tables(content).items():
        for again in _twice(fields):
            yield Problem(_NAME, 0, f"resources[{name}]", f"two columns are called {again}")


def _twice(words: Iterable[str]) -> list[str]:
    return [word for word, n in Counter(words).items() if n > 1]


def _tables(content: Mapping[str, Any]) -> dict[str, list[str]]:
    """Columns of each table by its name."""
    tables = [r for r in content["resources"] if "schema" in r]
    return {r["name"]: [f["name"] for f in r["schema"]["fields"]] for r in tables}


def _references(content: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Foreign keys: table, column, table it refers to, column there."""
    for resource in content["resources"]:
        for key in resource.get("schema", {}).get("foreignKeys", ()):
            reference = key["reference"]
            (column,), (there,) = columns_of(key["fields"]), columns_of(reference["fields"])
            yield resource["name"], column, reference["resource"] or resource["name"], there


def _keys(content: Mapping[str, Any]) -> Iterator[Problem]:
    """Keys of columns or tables that are not there."""
    tables = _tables(content)
    for resource in content["resources"]:
        name = resource["name"]
        for column in columns_of(resource.get("schema", {}).get("primaryKey", [])):
            if column not in tables[name]:
                yield _astray(name, "primaryKey", f"table {name} has no column {column!r}")
    for name, column, other, there in _references(content):
        if column not in tables[name]:
            yield _astray(name, "foreignKeys", f"table {name} has no column {column!r}")
        elif other not in tables:
            yield _astray(name, "foreignKeys", f"there is no table {other!r}")
        elif there not in tables[other]:
            yield _astray(name, "foreignKeys", f"table {other} has no column {there!r}")


def _astray(name: str, key: str, rule: str) -> Problem:
    return Problem(_NAME, 0, f"resources[{name}].schema.{key}", descriptor_form.short(rule))


def _circles(content: Mapping[str, Any]) -> Iterator[Problem]:
    """Tables that refer to each other in a circle: none of them could be read first."""
    left: dict[str, set[str]] = {name: set() for name in _tables(content)}
    for name, _, other, _ in _references(content):
        if other != name:
            left[name].add(other)
    while free := [name for name, others in left.items() if not others & left.keys()]:
        for name in free:
            del left[name]
    if left:
        yield Problem(
            _NAME, 0, "foreignKeys", f"these tables refer to each other in a circle: {_list(left)}"
        )


def _lacking(content: Mapping[str, Any]) -> Iterator[Problem]:
    """Tables, columns and geometry that the code reads and the descriptor does not have."""
    resources = {r["name"]: r for r in content["resources"]}
    for name in inventory.TABLES:
        if name not in resources:
            yield Problem(
                _NAME, 0, "resources", f"table {name} is missing; figures are drawn from it"
            )
        elif "schema" not in resources[name]:
            yield Problem(_NAME, 0, f"resources[{name}].schema", "this is missing")
        else:
            yield from _columns_lacking(name, resources[name]["schema"]["fields"])
    for name in inventory.GEOMETRY:
        if name not in resources:
            yield Problem(
                _NAME, 0, "resources", f"geometry {name} is missing; maps are drawn from it"
            )
        elif "schema" in resources[name]:
            yield Problem(_NAME, 0, f"resources[{name}]", "this must be geometry, not a table")


def _columns_lacking(name: str, fields: list[dict[str, Any]]) -> Iterator[Problem]:
    there = {f["name"]: f["type"] for f in fields}
    for column, kind in inventory.columns(name).items():
        place = f"resources[{name}].schema.fields"
        if column not in there:
            rule = f"column {column} of table {name} is missing; figures are drawn from it"
            yield Problem(_NAME, 0, place, rule)
        elif there[column] != kind:
            rule = f"column {column} of table {name} must be of type {kind}, not {there[column]}"
            yield Problem(_NAME, 0, place, rule)


def _list(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))
