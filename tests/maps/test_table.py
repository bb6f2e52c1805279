"""A map as a table: one row a thing that is shown, with its kind, its size and its form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partnership.figures import figure as figures
from partnership.language import texts
from partnership.maps.frame import Conic
from partnership.maps.model import Amount, Group, Map, Point, Points
from partnership.maps.shown import counted
from partnership.maps.table import table
from partnership.state import State

T = texts.in_language("en")
_DOT = Point(
    "a", (60.0, 48.0), "A", "#000000", 4, ("fine", "new"), group="x", amount=Amount(30, "MW")
)


def _map(*marks: Point, filters: tuple[tuple[str, ...], ...] = ()) -> Map:
    groups = (Group("x", "Wind", "#000000"), Group("y", "Solar", "#000000"))
    return Map(Conic(66, (42, 54)), (Points("p", marks, filters=filters),), 300, groups)


def test_the_largest_of_each_unit_come_first_and_the_unknown_last() -> None:
    shown = table(
        _map(
            replace(_DOT, entity_id="n", name="N", amount=None, approximate=True),
            _DOT,
            replace(_DOT, entity_id="b", name="B", amount=Amount(200, "MW"), group="y"),
        ),
        T,
    )
    assert [c.key for c in shown.columns] == ["name", "kind", "size", "form", "words"]
    assert [tuple(row.values())[:3] for row in shown.rows] == [
        ("B", "Solar", "200 MW"),
        ("A", "Wind", "30 MW"),
        ("N", "Wind", ""),
    ]
    assert shown.cells("form") == ("", "", "Position approximate")
    assert shown.cells("words")[0] == "fine · new"


def test_only_what_is_shown_is_listed_and_no_empty_column() -> None:
    plain = replace(_DOT, words=(), facets=("west",))
    shown = table(
        _map(plain, replace(plain, entity_id="b", facets=("east",)), filters=(("west",),)), T
    )
    assert [c.key for c in shown.columns] == ["name", "kind", "size"]
    assert len(shown.rows) == 1


@pytest.mark.parametrize("figure_id", ["map.assets", "corridor.map", "companies.map"])
def test_every_thing_on_a_map_has_its_row(figure_id: str) -> None:
    drawn = figures.build(figure_id, State()).drawn
    assert isinstance(drawn, Map)
    names = [mark.name for mark in counted(drawn)]
    assert sorted(table(drawn, T).cells("name")) == sorted(names)
