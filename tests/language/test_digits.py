"""No fact is typed into a sentence: messages hold no digit, rooms of figures no year.

What a sentence says of the data is computed (`analysis.coverage` knows which years there are), or
stands in a row with a source: a caveat in table `notes`, its words in `texts`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from partnership import tables
from tests.serving import ROOT

_ALLOWED = {
    "CC BY 4.0": "name of a licence",
    "CC BY-SA 4.0": "name of a licence",
    "ODbL 1.0": "name of a licence",
    "Apache 2.0": "name of a licence",
    "Etalab Open Licence 2.0": "name of a licence",
    "Brief with tables, A4 (PDF)": "name of a size of paper",
    "index, {base} = 100": "what an index is",
    "Greenhouse gas emissions, EDGAR, excluding land use, index {base} = 100": "what an index is",
}
"""Messages that need a digit, and why; ten at most."""

_FILES = [
    *sorted((ROOT / "partnership").rglob("*.py")),
    *sorted((ROOT / "pages").glob("*.py")),
    ROOT / "dashboard.py",
]
_CALLED = {"t", "message", "plural"}
"""What takes words of the interface: `t("…")`, `message("…")`, `t.plural("…", "…")`."""
_PLACE = re.compile(r"\{[^}]*\}")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|2[01])\d\d(?!\d)")


def _messages(tree: ast.AST) -> Iterator[str]:
    """Every message of a module, also one of several between which a condition decides."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in _CALLED:
            for word in (w for argument in node.args for w in ast.walk(argument)):
                if isinstance(word, ast.Constant) and isinstance(word.value, str):
                    yield word.value


def _name(function: ast.expr) -> str:
    return str(getattr(function, "id", getattr(function, "attr", "")))


def _with_digits(tree: ast.AST) -> list[str]:
    """Messages with a digit outside of what is filled in."""
    found = (m for m in _messages(tree) if any(c.isdecimal() for c in _PLACE.sub("", m)))
    return [m for m in found if m not in _ALLOWED]


def _years(tree: ast.AST) -> list[str]:
    """Years among the constants of a module; a key of a row may hold one, and docstrings may."""
    documented = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    constants = [n for n in ast.walk(tree) if isinstance(n, ast.Constant)]
    values = [c.value for c in constants if id(c) not in documented]
    whole = [str(v) for v in values if isinstance(v, int) and _YEAR.fullmatch(str(v))]
    words = [v for v in values if isinstance(v, str) and _YEAR.search(v) and v not in _keys()]
    return [*whole, *words]


@cache
def _keys() -> frozenset[str]:
    """Every key of a row that another row, or the code, may name."""
    package = tables.package()
    frames = [package.table(name) for name in package.names]
    return frozenset(
        str(key)
        for frame in frames
        for column in frame.columns
        if str(column).endswith("_id")
        for key in frame[column].dropna().unique()
    )


def _is_room(file: Path) -> bool:
    return (ROOT / "partnership" / "figures") in file.parent.parents


@cache
def _found() -> dict[str, tuple[str, ...]]:
    """What each file has that it should not: messages with digits, and years in rooms."""
    found = {}
    for file in _FILES:
        tree = ast.parse(file.read_text("utf-8"))
        wrong = [*_with_digits(tree), *(_years(tree) if _is_room(file) else ())]
        if wrong:
            found[str(file.relative_to(ROOT))] = tuple(dict.fromkeys(wrong))
    return found


def test_no_fact_is_typed() -> None:
    assert _found() == {}


def test_what_is_allowed_is_used_and_little() -> None:
    used = {m for file in _FILES for m in _messages(ast.parse(file.read_text("utf-8")))}
    assert set(_ALLOWED) <= used
    assert len(_ALLOWED) <= 10


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('t("Since 2012")', ["Since 2012"]),
        ('_KNOWN = message("5 to 14 % below")', ["5 to 14 % below"]),
        ('t.plural("{count} of 21 years", "none", n)', ["{count} of 21 years"]),
        ('texts.t("a" if x else "b 2")', ["b 2"]),
        ('t("Half " "of 3 fields", n=n)', ["Half of 3 fields"]),
        ('t("{year1} and {top_3}", year1=a, top_3=b)', []),
        ('t("Index")', []),
    ],
)
def test_digits_of_messages_are_found(code: str, found: list[str]) -> None:
    assert _with_digits(ast.parse(code)) == found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("_FIRST = 2013", ["2013"]),
        ("rows[rows.year.ge(2012)]", ["2012"]),
        ('_SINCE = "2024-01"', ["2024-01"]),
        ('METHOD = "Ang, 2005"', ["Ang, 2005"]),
        ('_SOURCE = "usgs_mcs_editions_1996_2009"', []),
        ("_WIDTH = 380", []),
        ('"""Known to 2013."""', []),
    ],
)
def test_years_of_constants_are_found(code: str, found: list[str]) -> None:
    assert _years(ast.parse(code)) == found
