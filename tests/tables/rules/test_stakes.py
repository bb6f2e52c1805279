"""Damage to the shares that only shows when tables are held against each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnership import tables
from partnership.checks import audit
from tests.broken import Case
from tests.broken.shares import ACROSS
from tests.sealing import sealed


@pytest.mark.parametrize("case", ACROSS, ids=lambda case: case.name)
def test_damage_across_tables_is_named(case: Case, damaged: Path) -> None:
    case.damage(damaged)
    sealed(damaged)
    problems = audit.across(tables.package())
    found = {(p.table, p.row, p.column) for p in problems if case.rule in p.rule}
    assert (case.table, case.row, case.column) in found, [str(p) for p in problems]
