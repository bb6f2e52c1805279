"""The only reader of `data/`: loads a table, checks it against its contract, keeps it.

    >>> from partnership import tables
    >>> tables.load("stakes").columns[0]
    'asset_id'

Frames come back as shallow copies: writing to one does not change what others read. A package is
one version of the data: what is read late is checked against the descriptor that was read first.
`refresh` looks whether the files changed, and opens the new version.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable
from contextvars import ContextVar
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd

from partnership.tables import contract, descriptor, file_rules, geometry_rules, seal
from partnership.tables.contract import Problem, TableError
from partnership.tables.rules import table as rules

DATA = Path(__file__).parent.parent.parent / "data"
_Stamp = tuple[int, ...] | None
T = TypeVar("T")


class Package:
    """The data package in one folder. Tables are read, checked and kept at first use.

    Opening it reads the descriptor, and never raises: what is wrong is raised by what needs it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._kept: dict[str, pd.DataFrame | TableError] = {}
        self._shapes: dict[str, bytes | TableError] = {}
        self._lock = threading.RLock()
        # Stamped before it is read: a change in between is seen by the next `changed`.
        first = _stamp(folder / descriptor.FILE)
        self._descriptor, self.version = _opened(folder)
        self._stamps = [first, *self._file_stamps()]

    @property
    def descriptor(self) -> dict[str, Any]:
        """`datapackage.json`, validated. Raises `TableError`."""
        if isinstance(self._descriptor, TableError):
            raise self._descriptor
        return self._descriptor

    @property
    def resources(self) -> dict[str, dict[str, Any]]:
        """The descriptor of each resource (table or geometry) by name."""
        return {r["name"]: r for r in self.descriptor["resources"]}

    @property
    def names(self) -> list[str]:
        """Names of the tables, in the order of the descriptor."""
        return [name for name, r in self.resources.items() if "schema" in r]

    @property
    def shapes(self) -> list[str]:
        """Names of the geometry, in the order of the descriptor."""
        return [name for name, r in self.resources.items() if "schema" not in r]

    def changed(self) -> bool:
        """Whether the descriptor or a file that it names is another than when it was opened."""
        return self._stamps != [_stamp(self.folder / descriptor.FILE), *self._file_stamps()]

    def table(self, name: str) -> pd.DataFrame:
        """The table `name`. Raises `TableError` naming table, row, column and rule."""
        frame = self._read_once(self._kept, name, self._read).copy(deep=False)
        # Past pandas, which would take it for a column; what is derived of the frame is without.
        object.__setattr__(frame, _LOADED, (self, name))
        return frame

    def geometry(self, name: str) -> dict[str, Any]:
        """A GeoJSON FeatureCollection, freshly parsed (the caller may change it).

        Raises `TableError` naming the geometry, the feature and the rule.
        """
        return geometry_rules.parsed(
            name, self._read_once(self._shapes, name, self._sound_geometry)
        )

    def _read_once(self, kept: dict[str, T | TableError], name: str, read: Callable[[str], T]) -> T:
        """What `read` finds in a resource, at its first use; what was wrong is raised each time."""
        with self._lock:
            if name not in kept:
                try:
                    kept[name] = read(name)
                except TableError as error:
                    kept[name] = error
            found = kept[name]
        if isinstance(found, TableError):
            raise found
        return found

    def raw(self, name: str) -> bytes:
        """The file of a resource as the descriptor seals it. Raises `TableError`."""
        resource = self._resource(name, "schema" in self.resources.get(name, {}))
        raw = file_rules.raw_bytes(name, self.folder / resource["path"])
        if not seal.same(resource, raw):
            raise TableError([Problem(name, 0, "", "the file changed while it was read")])
        return raw

    def _resource(self, name: str, table: bool) -> dict[str, Any]:
        resource = self.resources.get(name)
        if resource is None or ("schema" in resource) is not table:
            what = "table" if table else "geometry"
            raise TableError([Problem(name, 0, "", f"this {what} is not in datapackage.json")])
        return resource

    def _file_stamps(self) -> list[_Stamp]:
        if isinstance(self._descriptor, TableError):
            return []
        return [_stamp(self.folder / r["path"]) for r in self._descriptor["resources"]]

    def _sound_geometry(self, name: str) -> bytes:
        resource = self._resource(name, table=False)
        raw = file_rules.raw_bytes(name, self.folder / resource["path"])
        collection = geometry_rules.parsed(name, raw)
        _stop(geometry_rules.problems(name, collection))
        _stop(seal.problems(resource, raw, len(collection["features"])))
        return raw

    def _read(self, name: str) -> pd.DataFrame:
        resource = self._resource(name, table=True)
        raw = file_rules.raw_bytes(name, self.folder / resource["path"])
        _stop(file_rules.bytes_problems(name, raw))
        _stop(file_rules.shape_problems(name, raw))
        schema = resource["schema"]
        fields = schema["fields"]
        text = pd.read_csv(BytesIO(raw), dtype=str, keep_default_na=False, na_values=[""])
        _stop(contract.header_problems(name, list(text.columns), fields))
        frame, problems = contract.typed(name, text, fields)
        problems += contract.value_problems(name, frame, fields)
        problems += contract.blank_problems(name, frame, fields)
        problems += contract.calendar_problems(name, frame, fields)
        if schema.get("primaryKey"):
            key = descriptor.columns_of(schema["primaryKey"])
            problems += contract.key_problems(name, frame, key)
        _stop(problems)
        for reference in schema.get("foreignKeys", []):
            problems += self._reference(name, frame, reference)
        problems += rules.at_load(name, frame)
        _stop(problems)
        _stop(seal.problems(resource, raw, len(frame)))
        return frame

    def _reference(self, name: str, frame: pd.DataFrame, key: dict[str, Any]) -> list[Problem]:
        reference, other = key["reference"], key["reference"]["resource"]
        (column,) = descriptor.columns_of(key["fields"])
        (other_column,) = descriptor.columns_of(reference["fields"])
        known = frame[other_column] if not other else self.table(other)[other_column]
        return contract.reference_problems(name, column, frame[column], other or name, known)


def _stop(problems: Any) -> None:
    found = list(problems)
    if found:
        raise TableError(found)


def _opened(folder: Path) -> tuple[dict[str, Any] | TableError, str]:
    """The descriptor or what is wrong with it, and the version of the data: a hash of it."""
    raw = b""
    try:
        raw = descriptor.read(folder)
        content: dict[str, Any] | TableError = descriptor.parsed(raw)
    except TableError as error:
        content = error
    return content, hashlib.sha256(raw).hexdigest()[:_VERSION]


_LOADED = "_loaded"
"""Attribute of a frame as it was loaded: the package and the name of the table."""


def loaded(frame: pd.DataFrame) -> tuple[Package, str] | None:
    """Of which package and table a frame is, as long as it is the one that `table` gave."""
    found: tuple[Package, str] | None = vars(frame).get(_LOADED)
    return found


_VERSION = 16
"""Digits of the hash of the descriptor that name a version of the data."""


def _stamp(path: Path) -> _Stamp:
    """What changes when a file is written or replaced; nothing where it cannot be read."""
    try:
        seen = path.stat()
    except OSError:
        return None
    return (seen.st_mtime_ns, seen.st_size, seen.st_ino, seen.st_mode, seen.st_uid, seen.st_gid)


_open: dict[Path, Package] = {}
_opening = threading.Lock()
_run: ContextVar[Package | None] = ContextVar("package of this run", default=None)
"""What `refresh` gave to this thread: a run goes on with it when others already read newer data."""


def _folder() -> Path:
    return Path(os.environ.get("PARTNERSHIP_DATA", DATA))


def package() -> Package:
    """The package in `data/`, or in the folder that `PARTNERSHIP_DATA` names (for tests)."""
    folder, current = _folder(), _run.get()
    if current is not None and current.folder == folder:
        return current
    with _opening:
        if folder not in _open:
            _open[folder] = Package(folder)
        return _open[folder]


def refresh() -> Package:
    """The package in use, opened anew if a file changed; for the start of a run or a request.

    Costs a look at each file's date. Everything that the package caches is then built anew,
    errors too; runs that go on in other threads keep the package that they began with.
    """
    folder = _folder()
    with _opening:
        found = _open.get(folder)
        if found is None or found.changed():
            found = _open[folder] = Package(folder)
    _run.set(found)
    return found


def load(name: str) -> pd.DataFrame:
    """The table `name` of the package in use."""
    return package().table(name)


def geometry(name: str) -> dict[str, Any]:
    """The geometry `name` of the package in use."""
    return package().geometry(name)
