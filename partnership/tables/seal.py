"""The seal of each file in `datapackage.json`: its bytes, its hash, how many rows or features.

A file that was copied in part, or changed by accident, may still keep its contract; by its seal it
is distinguished from the right file. `python -m partnership seal` renews the seals after a change
on purpose.
"""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from partnership.tables import descriptor, file_rules, geometry_rules
from partnership.tables.contract import Problem, TableError

COMMAND = "python -m partnership seal"
_DO = f"copy the file again, or run `{COMMAND}` if it was changed on purpose"
_SHOWN = 12
"""Digits of a hash in a message."""


def hash_of(raw: bytes) -> str:
    """Hash of the bytes of a file as the descriptor writes it."""
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def counted(resource: Mapping[str, Any]) -> str:
    """What is counted of a resource: rows of a table, features of geometry."""
    return "rows" if "schema" in resource else "features"


def computed(resource: Mapping[str, Any], raw: bytes, count: int) -> dict[str, Any]:
    """The seal of a resource whose file has the bytes `raw` and `count` rows or features."""
    return {"bytes": len(raw), "hash": hash_of(raw), counted(resource): count}


def problems(resource: Mapping[str, Any], raw: bytes, count: int) -> list[Problem]:
    """At most one: the file is not the one that the descriptor seals."""
    found = computed(resource, raw, count)
    lacking = [key for key in found if key not in resource]
    if lacking:
        rule = f"datapackage.json does not say its {' and '.join(lacking)}: run `{COMMAND}`"
        return [Problem(resource["name"], 0, "", rule)]
    wrong = [key for key in found if resource[key] != found[key]]
    if not wrong:
        return []
    numbers = [
        _difference(key, found[key], resource[key]) for key in reversed(wrong) if key != "hash"
    ]
    if not numbers:
        there, sealed = (_digits(hash_) for hash_ in (found["hash"], resource["hash"]))
        numbers = [f"other content: its hash begins {there} where datapackage.json says {sealed}"]
    return [Problem(resource["name"], 0, "", f"the file has {', and '.join(numbers)}; {_DO}")]


def same(resource: Mapping[str, Any], raw: bytes) -> bool:
    """Whether `raw` is the content that the descriptor seals."""
    return bool(resource.get("hash") == hash_of(raw))


def _difference(key: str, found: int, sealed: Any) -> str:
    words = f"{sealed:,}" if type(sealed) is int else repr(sealed)[:_SHOWN]
    return f"{found:,} {key} where datapackage.json says {words}"


def _digits(hash_: Any) -> str:
    return str(hash_).removeprefix("sha256:")[:_SHOWN]


def write(folder: Path) -> list[str]:
    """Renew the seals in the descriptor in `folder`, and nothing else of it.

    Returns the names of the resources whose seal changed. Raises `TableError`, and changes
    nothing, where the descriptor is wrong or a file is missing or cannot be read.
    """
    raw = descriptor.read(folder)
    content = descriptor.parsed(raw)
    changed: list[str] = []
    wrong: list[Problem] = []
    for resource in content["resources"]:
        try:
            seal = _current(resource, folder)
        except TableError as error:
            wrong += error.problems
            continue
        if any(resource.get(key) != value for key, value in seal.items()):
            changed.append(resource["name"])
            resource.update(seal)
    if wrong:
        raise TableError(wrong)
    if changed:
        _replace(folder / descriptor.FILE, written(content))
    return changed


def written(content: Mapping[str, Any]) -> bytes:
    """A descriptor as a file."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _current(resource: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """The seal of a file as it lies there."""
    name = resource["name"]
    raw = file_rules.raw_bytes(name, folder / resource["path"])
    if "schema" not in resource:
        return computed(resource, raw, len(geometry_rules.parsed(name, raw)["features"]))
    found = list(file_rules.bytes_problems(name, raw)) or list(file_rules.shape_problems(name, raw))
    if found:
        raise TableError(found)
    return computed(resource, raw, rows(raw))


def rows(raw: bytes) -> int:
    """Rows of a table under its header; `raw` is CSV in UTF-8."""
    return sum(1 for _ in csv.reader(StringIO(raw.decode("utf-8"), newline=""))) - 1


def _replace(path: Path, content: bytes) -> None:
    """Write beside, then put in place: a server that reads meanwhile never sees a partial file."""
    path = path.resolve()
    partial = path.with_name(f"{path.name}.part")
    try:
        partial.write_bytes(content)
        shutil.copymode(path, partial)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        rule = f"{path.name} cannot be written: {error.strerror or error}"
        raise TableError([Problem("datapackage", 0, "", rule)]) from error
