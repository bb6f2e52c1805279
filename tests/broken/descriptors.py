"""A descriptor that is not one, or that lacks what the code reads."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.broken.case import Case, file

_FILE, _NAME = "datapackage.json", "datapackage"


def _raw(how: str, rule: str, content: bytes) -> Case:
    return Case(f"descriptor {how}", _NAME, rule, file(_FILE, lambda _: content))


def _damaged(how: str, column: str, rule: str, change: Callable[[dict[str, Any]], Any]) -> Case:
    """Damage to what the descriptor says; `column` is where."""

    def changed(raw: bytes) -> bytes:
        descriptor = json.loads(raw)
        change(descriptor)
        return json.dumps(descriptor).encode()

    return Case(f"descriptor: {how}", f"{_NAME}:0:{column}", rule, file(_FILE, changed))


def _resources(how: str, rule: str, value: Any) -> Case:
    return _damaged(f"resources {how}", "resources", rule, lambda d: d.update(resources=value))


def _of(name: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda descriptor: next(r for r in descriptor["resources"] if r["name"] == name)


def _resource(how: str, column: str, rule: str, **values: Any) -> Case:
    """Properties of table stakes that are not what they must be."""
    place = f"resources[stakes].{column}"
    return _damaged(how, place, rule, lambda d: _of("stakes")(d).update(values))


def _schema(how: str, column: str, rule: str, **values: Any) -> Case:
    def change(descriptor: dict[str, Any]) -> None:
        _of("stakes")(descriptor)["schema"].update(values)

    return _damaged(how, f"resources[stakes].schema.{column}", rule, change)


def _field(how: str, column: str, rule: str, field: str, **values: Any) -> Case:
    """Properties of one column of stakes."""

    def change(descriptor: dict[str, Any]) -> None:
        fields = _of("stakes")(descriptor)["schema"]["fields"]
        next(f for f in fields if f["name"] == field).update(values)

    place = f"resources[stakes].schema.fields[{field}].{column}"
    return _damaged(how, place, rule, change)


def _without(name: str) -> Callable[[dict[str, Any]], None]:
    def change(descriptor: dict[str, Any]) -> None:
        descriptor["resources"] = [r for r in descriptor["resources"] if r["name"] != name]

    return change


def _key(column: str, table: str, there: str) -> dict[str, Any]:
    return {"fields": column, "reference": {"resource": table, "fields": there}}


def _folder(folder: Path) -> None:
    (folder / _FILE).unlink()
    (folder / _FILE).mkdir()


_PATH = "must lead to a file inside the folder"
_MISSING = "this is missing"

_FORM = (
    Case("descriptor a folder", _NAME, "must be a file", _folder),
    _raw("empty", "not JSON", b""),
    _raw("null", "not of type 'object'", b"null"),
    _raw("a list", "not of type 'object'", b"[]"),
    _raw("nested too deep", "not JSON", b"[" * 100_000),
    _raw("in latin-1", "not JSON", b'{"a": "\xe9"}'),
    _raw("with half a letter", "not JSON", b'{"title": "\\ud800"}'),
    _raw("with NaN", "not JSON", b'{"resources": NaN}'),
    _resources("null", "not of type 'array'", None),
    _resources("a number", "not of type 'array'", 5),
    _resources("an object", "not of type 'array'", {"a": 1}),
    _resources("empty", "should be non-empty", []),
    _damaged(
        "resources of null",
        "resources[0]",
        "not of type 'object'",
        lambda d: d.update(resources=[None]),
    ),
    _damaged("a name that leaves the folder", "name", "no name", lambda d: d.update(name="../x")),
    _damaged("a version of a number", "version", "not of type", lambda d: d.update(version=1)),
    _damaged(
        "a resource without a name",
        "resources[0].name",
        _MISSING,
        lambda d: d["resources"][0].pop("name"),
    ),
    _damaged(
        "a resource without a path",
        "resources[stakes].path",
        _MISSING,
        lambda d: _of("stakes")(d).pop("path"),
    ),
    _damaged("a blank title", "title", "must not be blank", lambda d: d.update(title=" ")),
    _resource("a blank title of a table", "title", "must not be blank", title=" \t"),
    _field("a blank description", "description", "must not be blank", "percent", description=" "),
    _resource("a path of a number", "path", "not of type 'string'", path=5),
    _resource("a path outside", "path", _PATH, path="../../etc/passwd"),
    _resource("a path through the folder", "path", _PATH, path="geometry/../../x.csv"),
    _resource("an absolute path", "path", _PATH, path="/etc/passwd"),
    _resource("a path with a NUL", "path", _PATH, path="stakes\0.csv"),
    _resource("another encoding", "encoding", "must be utf-8", encoding="latin-1"),
    _resource("licences of words", "licenses[0]", "not of type 'object'", licenses=["x"]),
    _resource("a schema of null", "schema", "not of type 'object'", schema=None),
    _resource("an empty schema", "schema.fields", _MISSING, schema={}),
    _schema("fields of null", "fields", "not of type 'array'", fields=None),
    _schema("no fields", "fields", "should be non-empty", fields=[]),
    _schema("another empty cell", "missingValues", "only an empty cell", missingValues=["NA"]),
    _field("a field without type", "type", "must be one of", "note", type=None),
    _field("a field of unknown type", "type", "must be one of", "note", type="blob"),
    _field("a description of a number", "description", "not of type", "note", description=1),
    _field(
        "a broken pattern",
        "constraints.pattern",
        "cannot be read",
        "note",
        constraints={"pattern": "["},
    ),
    _field(
        "a minimum of text",
        "constraints.minimum",
        "not of type 'number'",
        "percent",
        constraints={"minimum": "x"},
    ),
    _field(
        "a minimum of words",
        "constraints",
        "'minimum' was unexpected",
        "note",
        constraints={"minimum": 1},
    ),
    _field(
        "an enum of a number", "constraints.enum", "not of type", "note", constraints={"enum": 5}
    ),
    _field(
        "an enum of numbers",
        "constraints.enum[0]",
        "not of type",
        "note",
        constraints={"enum": [5]},
    ),
    _field(
        "a constraint that nobody holds",
        "constraints",
        "'maxLength' was unexpected",
        "note",
        constraints={"maxLength": 3},
    ),
)

_KEYS = (
    _schema("a key of no column", "primaryKey", "has no column 'zzz'", primaryKey=["zzz"]),
    _schema("a key of a number", "primaryKey", "not of type", primaryKey=5),
    _schema(
        "a reference to no table",
        "foreignKeys",
        "there is no table 'zzz'",
        foreignKeys=[_key("asset_id", "zzz", "asset_id")],
    ),
    _schema(
        "a reference to no column",
        "foreignKeys",
        "assets has no column 'zzz'",
        foreignKeys=[_key("asset_id", "assets", "zzz")],
    ),
    _schema(
        "a reference of no column",
        "foreignKeys",
        "stakes has no column 'zzz'",
        foreignKeys=[_key("zzz", "assets", "asset_id")],
    ),
    _schema(
        "a reference of two columns",
        "foreignKeys[0].fields",
        "one column",
        foreignKeys=[{**_key("a", "assets", "asset_id"), "fields": ["asset_id", "percent"]}],
    ),
    _schema(
        "a reference to geometry",
        "foreignKeys",
        "there is no table 'land'",
        foreignKeys=[_key("asset_id", "land", "id")],
    ),
    _damaged(
        "references in a circle",
        "foreignKeys",
        "in a circle: assets, claims, companies,",
        lambda d: _of("sources")(d)["schema"].update(
            foreignKeys=[_key("source_id", "companies", "company_id")]
        ),
    ),
)

_LACKING = (
    _damaged("a table left out", "resources", "table steps is missing", _without("steps")),
    _damaged("geometry left out", "resources", "geometry rivers is missing", _without("rivers")),
    _damaged(
        "a column left out",
        "resources[stakes].schema.fields",
        "column note of table stakes is missing",
        lambda d: _of("stakes")(d)["schema"]["fields"].pop(),
    ),
    _damaged(
        "numbers that are words",
        "resources[stakes].schema.fields",
        "column percent of table stakes must be of type number",
        lambda d: _of("stakes")(d)["schema"]["fields"][2].update(type="string", constraints={}),
    ),
    _damaged(
        "a table without schema",
        "resources[steps].schema",
        _MISSING,
        lambda d: _of("steps")(d).pop("schema"),
    ),
    _damaged(
        "a name twice",
        "resources",
        "two resources have the name steps",
        lambda d: d["resources"].append(_of("steps")(d)),
    ),
    _damaged(
        "a file twice",
        "resources",
        "two resources have the path steps.csv",
        lambda d: d["resources"].append({**_of("steps")(d), "name": "other"}),
    ),
    _damaged(
        "a column twice",
        "resources[steps]",
        "two columns are called note",
        lambda d: _of("steps")(d)["schema"]["fields"].append({"name": "note", "type": "string"}),
    ),
)

CASES = (*_FORM, *_KEYS, *_LACKING)
"""Each is named when the package is opened, before anything else is read."""
