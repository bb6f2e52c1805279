"""What tests share: tables that nobody changed, and figures that others build again."""

from __future__ import annotations

import json
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

import pandas as pd
import pytest

from partnership import tables
from partnership.figures import figure as figures
from partnership.figures.cache import Kept
from partnership.tables import descriptor, file_rules, seal
from partnership.tables.contract import TableError


@cache
def whole() -> tables.Package:
    """The package in the repository, read and checked once for all tests of a process."""
    return tables.Package(tables.DATA)


def untouched(package: tables.Package, name: str) -> bool:
    """Whether a table, its description and every table it refers to are those of the repository.

    Nothing else goes into reading a table, so that what was found in the repository is found again.
    """
    resource = package.resources.get(name)
    if resource is None or resource != whole().resources.get(name):
        return False
    try:
        raw = file_rules.raw_bytes(name, package.folder / resource["path"])
    except TableError:
        return False
    keys = resource.get("schema", {}).get("foreignKeys", [])
    others = {key["reference"]["resource"] for key in keys} - {"", name}
    return seal.same(resource, raw) and all(untouched(package, other) for other in others)


def only_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the test ends, what nobody changed is taken from `whole`, with what was made of it."""
    table, parsed = tables.Package.table, descriptor.parsed
    shapes = tables.Package.geometry
    known = descriptor.read(whole().folder)
    taken: WeakKeyDictionary[tables.Package, set[str]] = WeakKeyDictionary()
    assert whole().descriptor

    def of_package(package: tables.Package, name: str) -> pd.DataFrame:
        names = taken.setdefault(package, set())
        if name not in names and name not in package._kept and untouched(package, name):
            names.add(name)
        return table(whole() if name in names else package, name)

    def of_shapes(package: tables.Package, name: str) -> dict[str, Any]:
        ours = name in package._shapes or not untouched(package, name)
        return shapes(package if ours else whole(), name)

    def of_descriptor(raw: bytes) -> dict[str, Any]:
        return dict(json.loads(raw)) if raw == known else parsed(raw)

    monkeypatch.setattr(tables.Package, "table", of_package)
    monkeypatch.setattr(tables.Package, "geometry", of_shapes)
    monkeypatch.setattr(descriptor, "parsed", of_descriptor)


def own_figures(monkeypatch: pytest.MonkeyPatch, but_for: str = "") -> None:
    """Until the test ends, figures are kept apart from those that other tests go on with.

    There are none; with the id of a figure, there are all that were built before but for its own.
    """
    ours = Kept(figures._build._make, figures._build._most, figures._build._times)
    if but_for:
        ours._now = figures._build._now
        kept = figures._build._kept.items()
        ours._kept.update({key: figure for key, figure in kept if key[0] != but_for})
    monkeypatch.setattr(figures, "_build", ours)
