"""Damaged data: named by table, row, column and rule; nothing else stops."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
from PIL import Image

from partnership import tables
from partnership.__main__ import main
from partnership.checks import audit
from partnership.site import search
from partnership.state import ALL
from partnership.tables.contract import Problem, TableError
from partnership.ui.app import navigation
from partnership.ui.deck import covers
from tests import site
from tests.broken import ACROSS, CASES, Case
from tests.broken.case import file, more
from tests.broken.cells import cell
from tests.sealing import sealed
from tests.serving import ROOT

_EACH = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def _read(package: tables.Package, name: str) -> None:
    resource = package.resources.get(name, {})
    if "schema" in resource or not resource:
        package.table(name)
    else:
        package.geometry(name)


def _matches(problem: Problem, case: Case) -> bool:
    found = (problem.table, problem.row, problem.column)
    return found == (case.table, case.row, case.column) and case.rule in problem.rule


@_EACH
def test_damage_is_named(case: Case, damaged: Path) -> None:
    case.damage(damaged)
    with pytest.raises(TableError) as caught:
        _read(tables.package(), case.table)
    problems = caught.value.problems
    assert any(_matches(p, case) for p in problems), [str(p) for p in problems]
    assert {p.table for p in problems} == {case.table}


@pytest.mark.parametrize("case", ACROSS, ids=lambda case: case.name)
def test_what_does_not_fit_together_is_named(case: Case, damaged: Path) -> None:
    case.damage(damaged)
    sealed(damaged)
    others = []
    for problem in audit.across(tables.package()):
        if _matches(problem, case):
            return
        others.append(str(problem))
    raise AssertionError(others)


def _needed(package: tables.Package, name: str) -> set[str]:
    """The tables that one refers to, and those that these refer to."""
    keys = package.resources[name]["schema"].get("foreignKeys", [])
    named = {k["reference"]["resource"] for k in keys} - {"", name}
    return named.union(*(_needed(package, other) for other in named))


@pytest.mark.parametrize("table", ["stakes", "trade", "texts", "assets"])
def test_other_tables_go_on(table: str, damaged: Path) -> None:
    file(f"{table}.csv", more(b"one,two\n"))(damaged)
    package = tables.package()
    broken = set()
    for name in package.names:
        if table not in _needed(package, name):
            try:
                package.table(name)
            except TableError:
                broken.add(name)
    assert broken == {table}


_SHOWN = (
    "shares that do not add up",
    "not UTF-8",
    "a cell too many",
    "unknown holder",
    "broken descriptor",
    "missing routes",
)


@pytest.mark.parametrize("case", [c for c in CASES if c.name in _SHOWN], ids=lambda case: case.name)
def test_check_names_it_and_fails(
    case: Case, damaged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case.damage(damaged)
    assert main(["check"]) == 1
    _is_named(case, "".join(capsys.readouterr()))


def test_the_command_fails_where_check_fails(damaged: Path) -> None:
    (holder,) = (c for c in CASES if c.name == "unknown holder")
    holder.damage(damaged)
    done = _check(damaged)
    assert done.returncode == 1, done.stdout + done.stderr
    _is_named(holder, done.stdout + done.stderr)
    assert "Traceback" not in done.stderr


def _is_named(case: Case, output: str) -> None:
    wanted = [case.table, case.rule, f"row {case.row}" if case.row else "", case.column]
    assert any(all(w in line for w in wanted) for line in output.splitlines()), output


def test_check_passes_on_the_data_as_it_is() -> None:
    done = _check(tables.DATA)
    assert done.returncode == 0, done.stdout + done.stderr
    for name in tables.package().names:
        assert name in done.stdout


def _check(folder: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PARTNERSHIP_DATA": str(folder)}
    command = [sys.executable, "-m", "partnership", "check"]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


def test_the_page_names_a_broken_table_and_others_go_on(damaged: Path) -> None:
    (shares,) = (c for c in CASES if c.name == "shares that do not add up")
    shares.damage(damaged)
    stakes = site.app("stakes")
    assert not stakes.exception
    assert stakes.error
    for error in stakes.error:
        words = error.value.replace("\\", "")
        for wanted in ("table stakes", f"row {shares.row}", "column percent", shares.rule):
            assert wanted in words
    trade = site.app("trade")
    assert not trade.exception
    assert not trade.error
    assert trade.get("vega_lite_chart")


_HOME = {
    "texts": {"trade", "map", "claims", "companies"},
    "sources": {"sources", "trade", "stakes", "climate"},
    "assets": {"map", "renewables", "corridor"},
    "stakes": {"stakes"},
    "trade": {"trade", "crude"},
}
"""Pages that cannot do without a table."""


@pytest.mark.parametrize("table", _HOME)
def test_every_page_that_needs_a_broken_table_names_it(
    table: str, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page whose code ran into the damage says so in words; no other page speaks of it."""
    file(f"{table}.csv", more(b"one,two\n"))(damaged)
    # What stands on every page does without a broken table; the pages that show it name it.
    monkeypatch.setattr(search, "_entries", lambda *_: {})
    monkeypatch.setattr(navigation, "_newest", lambda *_: "")
    monkeypatch.setattr(covers, "_png", lambda *_: _dot())
    met = _noted(monkeypatch)
    untouched = set()
    for path in site.LEAF:
        met.clear()
        at = site.app(path, {"part": ALL})
        assert not at.exception, path
        assert len(at.title) == 1, path
        shown = (*at.error, *at.caption, *at.markdown)
        words = [one.value.replace("\\", "") for one in shown]
        assert any(f"table {table}" in one for one in words) == (table in met), path
        assert all(f"table {table}" in e.value.replace("\\", "") for e in at.error), path
        untouched |= set() if met else {path}
    assert "present" in untouched
    assert not untouched & _HOME[table]


def _dot() -> bytes:
    """The smallest picture there is, for a cover that no table is needed for."""
    buffer = BytesIO()
    Image.new("L", (1, 1)).save(buffer, "PNG")
    return buffer.getvalue()


def _noted(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Names of the broken tables that any code has asked for since it was last emptied."""
    met: set[str] = set()
    read = tables.Package.table

    def noting(package: tables.Package, name: str) -> pd.DataFrame:
        try:
            return read(package, name)
        except TableError as error:
            met.update(problem.table for problem in error.problems)
            raise

    monkeypatch.setattr(tables.Package, "table", noting)
    return met


@pytest.mark.parametrize("path", site.LEAF)
def test_a_missing_descriptor_is_reported(path: str, damaged: Path) -> None:
    (damaged / "datapackage.json").unlink()
    # The deck page draws nothing from the tables until there is a deck.
    at = site.app(path, {"ready": "energy-in-8"})
    assert not at.exception
    assert any("datapackage.json is missing" in e.value.replace("\\", "") for e in at.error)


def test_markup_in_a_damaged_cell_stays_words(damaged: Path) -> None:
    cell("stakes:20:status", "<script>alert(1)</script>")(damaged)
    at = site.app("stakes")
    assert at.error
    assert all("<script>" not in error.value for error in at.error)
