"""Shares of materials that no list of output bears out."""

from __future__ import annotations

import csv

from partnership import tables
from tests.broken.case import Case
from tests.broken.cells import cell

_SHARE = "kazakhstan_world_share_pct"


def _place(material: str, column: str) -> str:
    """`table:row:column` of a cell of table materials."""
    with (tables.DATA / "materials.csv").open(encoding="utf-8", newline="") as file:
        ids = [row["material_id"] for row in csv.DictReader(file)]
    return f"materials:{ids.index(material) + 2}:{column}"


def _wrong(name: str, material: str, column: str, value: str, rule: str) -> Case:
    place = _place(material, column)
    return Case(name, place, rule, cell(place, value))


CASES = (
    _wrong("a zero where nothing is listed", "tantalum", _SHARE, "0", "not even zero"),
    _wrong("an output without a share", "magnesium", _SHARE, "", "must have a share"),
    _wrong("a share of no year", "copper", "kazakhstan_period", "", "must say its year"),
    _wrong("strategic and not critical", "gold", "strategic_entry", "gold", "must be critical"),
)
"""Each is named when the table loads."""

ACROSS = (
    _wrong("a share that nobody observed", "barite", _SHARE, "8.9", "value of world_share_barite"),
)
"""Each is named when the table is held against the observations."""
