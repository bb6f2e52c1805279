"""The list of critical materials: how many there are, and shares that nobody observed."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnership import tables
from partnership.checks import audit
from tests.broken.case import Case
from tests.broken.materials import ACROSS
from tests.sealing import sealed


def test_the_regulation_has_34_critical_and_17_strategic_entries() -> None:
    rows = tables.load("materials")
    critical = rows[rows["eu_critical"].eq(True)]
    assert len(critical) == 34
    assert critical["strategic_entry"].nunique() == 17
    magnets = critical[critical["strategic_entry"].eq("rare_earths_for_magnets")]
    assert set(magnets["material_id"]) == {"light_rare_earths", "heavy_rare_earths"}
    assert set(rows["source_id"]) == {"eu_regulation_2024_1252"}


@pytest.mark.parametrize("case", ACROSS, ids=lambda case: case.name)
def test_a_share_that_nobody_observed_is_named(case: Case, damaged: Path) -> None:
    case.damage(damaged)
    sealed(damaged)
    problems = audit.across(tables.package())
    found = [(p.table, p.row, p.column) for p in problems if case.rule in p.rule]
    assert found == [(case.table, case.row, case.column)], [str(p) for p in problems]
