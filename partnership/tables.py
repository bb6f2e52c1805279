"""The only reader of `data/`: loads a table, checks it against its contract, keeps it.

    >>> from partnership import tables
    >>> tables.load("stakes").columns[0]
    'asset_id'

Frames come back as shallow copies: writing to one does not change what others read.
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd

from partnership import contract, rules
from partnership.contract import Problem, TableError

DATA = Path(__file__).parent.parent / "data"


class Package:
    """The data package in one folder. Tables are read, checked and kept at first use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._kept: dict[str, pd.DataFrame | TableError] = {}
        self._lock = threading.RLock()

    @cached_property
    def version(self) -> str:
        """Tells this data from other data: the first 16 digits of the descriptor's hash."""
        raw = (self.folder / "datapackage.json").read_bytes()
        return hashlib.sha256(raw).hexdigest()[:16]

    @cached_property
    def descriptor(self) -> dict[str, Any]:
        """`datapackage.json` as it stands."""
        path = self.folder / "datapackage.json"
        if not path.exists():
            raise TableError([Problem("datapackage", 0, "", "datapackage.json is missing")])
        descriptor = _json("datapackage", path, "datapackage.json is not JSON")
        if not isinstance(descriptor, dict) or "resources" not in descriptor:
            raise TableError([Problem("datapackage", 0, "resources", "this is missing")])
        return descriptor

    @cached_property
    def resources(self) -> dict[str, dict[str, Any]]:
        """The descriptor of each resource (table or geometry) by name."""
        return {r["name"]: r for r in self.descriptor["resources"]}

    @property
    def names(self) -> list[str]:
        """Names of the tables, in the order of the descriptor."""
        return [name for name, r in self.resources.items() if "schema" in r]

    def table(self, name: str) -> pd.DataFrame:
        """The table `name`. Raises `TableError` naming table, row, column and rule."""
        with self._lock:
            if name not in self._kept:
                try:
                    self._kept[name] = self._read(name)
                except TableError as error:
                    self._kept[name] = error
            kept = self._kept[name]
        if isinstance(kept, TableError):
            raise kept
        return kept.copy(deep=False)

    def geometry(self, name: str) -> dict[str, Any]:
        """A GeoJSON FeatureCollection, freshly parsed (the caller may change it)."""
        path = self._path(name)
        collection = _json(name, path, "this is not GeoJSON")
        if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
            raise TableError([Problem(name, 0, "", "this is not GeoJSON: it has no features")])
        return collection

    def _path(self, name: str) -> Path:
        resource = self.resources.get(name)
        if resource is None:
            raise TableError([Problem(name, 0, "", "this table is not in datapackage.json")])
        path = self.folder / resource["path"]
        if not path.exists():
            raise TableError([Problem(name, 0, "", f"the file {path.name} is missing")])
        return path

    def _read(self, name: str) -> pd.DataFrame:
        raw = self._path(name).read_bytes()
        _stop(contract.bytes_problems(name, raw))
        _stop(contract.shape_problems(name, raw))
        schema = self.resources[name]["schema"]
        fields = schema["fields"]
        text = pd.read_csv(BytesIO(raw), dtype=str, keep_default_na=False, na_values=[""])
        _stop(contract.header_problems(name, list(text.columns), fields))
        frame, problems = contract.typed(name, text, fields)
        problems += contract.value_problems(name, frame, fields)
        problems += contract.calendar_problems(name, frame, fields)
        if schema.get("primaryKey"):
            problems += contract.key_problems(name, frame, schema["primaryKey"])
        _stop(problems)
        for key in schema.get("foreignKeys", []):
            problems += self._reference(name, frame, key)
        problems += rules.at_load(name, frame)
        _stop(problems)
        return frame

    def _reference(self, name: str, frame: pd.DataFrame, key: dict[str, Any]) -> list[Problem]:
        (column,), reference = key["fields"], key["reference"]
        (other_column,), other = reference["fields"], reference["resource"]
        known = frame[other_column] if not other else self.table(other)[other_column]
        return contract.reference_problems(name, column, frame[column], other or name, known)


def _stop(problems: Any) -> None:
    found = list(problems)
    if found:
        raise TableError(found)


def _json(name: str, path: Path, wrong: str) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise TableError([Problem(name, 0, "", f"{wrong}: {error}")]) from error


_open: dict[Path, Package] = {}


def package() -> Package:
    """The package in `data/`, or in the folder that `PARTNERSHIP_DATA` names (for tests)."""
    folder = Path(os.environ.get("PARTNERSHIP_DATA", DATA))
    if folder not in _open:
        _open[folder] = Package(folder)
    return _open[folder]


def load(name: str) -> pd.DataFrame:
    """The table `name` of the package in use."""
    return package().table(name)


def geometry(name: str) -> dict[str, Any]:
    """The geometry `name` of the package in use."""
    return package().geometry(name)
