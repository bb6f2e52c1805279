"""Shares of materials that no list of output bears out."""

from __future__ import annotations

import csv

from partnership import tables
from tests.broken.case import Case
from tests.broken.cells import cell

_SHARE, _RANK = "kazakhstan_world_share_pct", "kazakhstan_world_rank"
_CHINA = "china_share_of_eu_supply_pct"


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
    _wrong("China without a source", "gallium", "china_source_id", "", "must have a source"),
    _wrong("an entry twice", "tungsten", "strategic_entry", "titanium_metal", "one entry has two"),
    _wrong(
        "an entry too many",
        "light_rare_earths",
        "strategic_entry",
        "light_rare_earths",
        "one commodity has two",
    ),
    _wrong("strategic and not critical", "gold", "strategic_entry", "gold", "must be critical"),
)
"""Each is named when the table loads."""


def _seen(entity: str, metric: str, period: str, source: str) -> str:
    """`observations:row:value` of one observation."""
    with (tables.DATA / "observations.csv").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            key = (row["entity_id"], row["metric_id"], row["period"], row["source_id"])
            if key == (entity, metric, period, source):
                return f"observations:{number}:value"
    raise AssertionError(f"no {metric} of {entity} in {period}")


def _output(name: str, damaged: tuple[str, str, str, str], named: str, rule: str) -> Case:
    """An output that changes under a share that stays."""
    return Case(name, named, rule, cell(_seen(*damaged), "12345"))


_SPONGE = ("KAZ", "titanium_sponge_production_t", "2023", "usgs_mcs_2024")

ACROSS = (
    _wrong("a share that nobody observed", "barite", _SHARE, "8.9", "value of world_share_barite"),
    _wrong("a metal's share of ore", "titanium_metal", _SHARE, "0.22", "sponge_production_t of"),
    _wrong("a metal's wrong place", "titanium_metal", _RANK, "3", "place by titanium_sponge"),
    _wrong("a mine's wrong place", "copper", _RANK, "5", "value of world_rank_copper"),
    _wrong("a share of China's that nobody printed", "gallium", _CHINA, "94", "by the same source"),
    _output(
        "sponge that changed under its share",
        _SPONGE,
        _place("titanium_metal", _SHARE),
        "sponge_production_t of",
    ),
)
"""Each is named when the table is held against the observations."""
