"""The form of `datapackage.json`: a JSON Schema of all that the code reads of it.

`words` with a rule are for people, since the validator's own words repeat a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from partnership.tables.contract import Problem

_LONGEST = 160
"""Letters of a message of the validator, which repeats what it found."""

_TEXT = {"type": "string"}
_WORDS = {**_TEXT, "pattern": r"\S", "words": "this must not be blank"}
_FLAG = {"type": "boolean"}
_NUMBER = {"type": "number"}
_COLUMNS = {"type": ["string", "array"], "items": _TEXT, "minItems": 1}
_COLUMN = {**_COLUMNS, "maxItems": 1, "words": "a reference must have one column"}
_HOLDS: dict[str, dict[str, Any]] = {
    "string": {
        "enum": {"type": "array", "items": _TEXT, "minItems": 1},
        "pattern": {"type": "string", "format": "regex", "words": "the pattern cannot be read"},
    },
    "number": {"minimum": _NUMBER, "maximum": _NUMBER},
    "integer": {"minimum": _NUMBER, "maximum": _NUMBER},
    "boolean": {},
}
"""Constraints that a field of each type may have; no other would be checked."""


def _constrained(kind: str, more: Mapping[str, Any]) -> dict[str, Any]:
    known = {"required": _FLAG, "unique": _FLAG, **more}
    constraints = {"type": "object", "properties": known, "additionalProperties": False}
    return {
        "if": {"properties": {"type": {"const": kind}}},
        "then": {"properties": {"constraints": constraints}},
    }


_FIELD = {
    "type": "object",
    "required": ["name", "type"],
    "properties": {
        "name": {**_TEXT, "pattern": r"^[A-Za-z_][A-Za-z0-9_]*\Z", "words": "no name of a column"},
        "type": {"enum": list(_HOLDS), "words": f"this must be one of {', '.join(_HOLDS)}"},
        "unit": _WORDS,
        "description": _WORDS,
    },
    "allOf": [_constrained(kind, more) for kind, more in _HOLDS.items()],
}
_KEY = {
    "type": "object",
    "required": ["fields", "reference"],
    "properties": {
        "fields": _COLUMN,
        "reference": {
            "type": "object",
            "required": ["resource", "fields"],
            "properties": {"resource": _TEXT, "fields": _COLUMN},
        },
    },
}
_PART = r"[A-Za-z0-9_-][A-Za-z0-9._-]*"
_RESOURCE = {
    "type": "object",
    "required": ["name", "path"],
    "properties": {
        "name": {**_TEXT, "pattern": r"^[a-z0-9][a-z0-9._-]*\Z", "words": "no name of a resource"},
        "path": {
            **_TEXT,
            "pattern": rf"^{_PART}(/{_PART})*\Z",
            "words": "a path must lead to a file inside the folder",
        },
        "title": _WORDS,
        "encoding": {"const": "utf-8", "words": "this must be utf-8"},
        "licenses": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["name"],
                "properties": {"name": _WORDS, "title": _WORDS},
            },
        },
        "schema": {
            "type": "object",
            "required": ["fields"],
            "properties": {
                "fields": {"type": "array", "items": _FIELD, "minItems": 1},
                "primaryKey": _COLUMNS,
                "foreignKeys": {"type": "array", "items": _KEY},
                "missingValues": {"const": [""], "words": "only an empty cell is a missing value"},
            },
        },
    },
}
_SCHEMA = {
    "type": "object",
    "required": ["resources"],
    "properties": {
        "name": {**_TEXT, "pattern": r"^[a-z0-9][a-z0-9._-]*\Z", "words": "no name of a package"},
        "title": _WORDS,
        "description": _WORDS,
        "version": {**_TEXT, "pattern": r"^[A-Za-z0-9.+-]+\Z", "words": "no version"},
        "created": _TEXT,
        "resources": {"type": "array", "items": _RESOURCE, "minItems": 1},
    },
}


def problems(content: Any) -> Iterator[Problem]:
    """Places where the descriptor has not the form that the code reads."""
    from jsonschema import Draft202012Validator

    checker = Draft202012Validator(_SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for error in checker.iter_errors(content):
        missing = re.match(r"'(\w+)' is a required property", error.message)
        place = _place(content, [*error.absolute_path, *([missing[1]] if missing else [])])
        words = "this is missing" if missing else error.message
        if "words" in error.schema:
            words = f"{error.schema['words']}: {error.message}"
        yield Problem("datapackage", 0, place, short(words))


def short(words: str) -> str:
    """`words`, cut where a message would repeat half of the file."""
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"


def _place(content: Any, path: Iterable[str | int]) -> str:
    """Where a value stands, things in lists by their name: `resources[stakes].path`."""
    words, here = "", content
    for step in path:
        here = _below(here, step)
        name = here.get("name") if isinstance(here, dict) else None
        known = isinstance(step, int) and isinstance(name, str) and name.isidentifier()
        words += f"[{name if known else step}]" if isinstance(step, int) else f".{step}"
    return words.removeprefix(".")


def _below(here: Any, step: str | int) -> Any:
    try:
        return here[step]
    except (KeyError, IndexError, TypeError):
        return None
