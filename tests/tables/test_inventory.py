"""What the code says it reads of the data, checked against the code and against the descriptor."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from partnership import tables
from partnership.tables import inventory
from tests.serving import ROOT

_READERS = {"load", "table", "geometry"}


@cache
def _trees() -> tuple[ast.AST, ...]:
    """The code that reads the data; the inventory itself is not its own witness."""
    files = [*(ROOT / "partnership").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    read = [f for f in files if f.name != "inventory.py"]
    return tuple(ast.parse(f.read_text("utf-8")) for f in read)


_NAMES = re.compile(r"[a-z][a-z0-9_]*(\s+[a-z][a-z0-9_]*)*")
"""A text of names alone; a sentence that readers see has other signs, or a capital."""


@cache
def _words() -> frozenset[str]:
    """Words of the code that could name a column: attributes, texts, and texts that list names."""
    nodes = [node for tree in _trees() for node in ast.walk(tree)]
    texts = [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    attributes = [n.attr for n in nodes if isinstance(n, ast.Attribute)]
    lists = [text.split() for text in texts if _NAMES.fullmatch(text)]
    return frozenset([*attributes, *texts, *(name for names in lists for name in names)])


def _asked() -> set[str]:
    """Names of tables and geometry that the code asks for by a word."""
    calls = [n for tree in _trees() for n in ast.walk(tree) if isinstance(n, ast.Call) and n.args]
    named = [n.args[0] for n in calls if getattr(n.func, "attr", "") in _READERS]
    return {a.value for a in named if isinstance(a, ast.Constant) and isinstance(a.value, str)}


def test_all_that_the_code_asks_for_is_in_the_inventory() -> None:
    assert len(_asked()) > 15
    assert _asked() <= {*inventory.TABLES, *inventory.GEOMETRY}


def test_the_inventory_is_that_of_the_descriptor(package: tables.Package) -> None:
    assert set(inventory.TABLES) == set(package.names)
    assert set(inventory.GEOMETRY) == set(package.shapes)


@pytest.mark.parametrize("name", inventory.TABLES)
def test_columns_that_the_code_names_are_in_the_inventory(
    name: str, package: tables.Package
) -> None:
    fields = {f["name"]: f["type"] for f in package.resources[name]["schema"]["fields"]}
    read = {column: kind for column, kind in fields.items() if column in _words()}
    assert inventory.columns(name) == read


def test_types_reach_the_frames(package: tables.Package) -> None:
    kinds = {"number": "float64", "integer": "Int64", "boolean": "boolean", "string": "str"}
    for name in inventory.TABLES:
        found = package.table(name).dtypes.astype(str)
        wanted = {c: kinds[kind] for c, kind in inventory.columns(name).items()}
        assert {c: found[c] for c in wanted} == wanted


@pytest.mark.parametrize("name", inventory.GEOMETRY)
def test_keys_of_geometry_are_those_that_the_code_reads(name: str, package: tables.Package) -> None:
    keys = {"id", "asset_id", "schematic"}
    features = package.geometry(name)["features"]
    assert all(keys & set(f["properties"]) == set(inventory.GEOMETRY[name].keys) for f in features)
