"""Maps as values: equal where they say the same, and filtered without a mark being lost."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from partnership.figures import figure as figures
from partnership.figures.figure import Figure
from partnership.maps.model import Areas, Map, Points
from partnership.maps.shown import counted, passes
from partnership.state import State

MAPS = (
    "companies.map",
    "corridor.kazakhstan",
    "corridor.map",
    "map.assets",
    "minerals.map",
    "overview.map",
    "renewables.map",
)
_ALL = pytest.mark.parametrize("figure_id", MAPS)


def _map(figure_id: str, state: State) -> Map:
    drawn = figures.build(figure_id, state).drawn
    assert isinstance(drawn, Map)
    return drawn


def test_every_map_of_a_figure_is_known_here() -> None:
    built = {i: figures.build(i, State()) for i in figures.registry()}
    assert {i for i, one in built.items() if isinstance(one.drawn, Map)} == set(MAPS)


@_ALL
def test_maps_are_equal_if_they_say_the_same(figure_id: str) -> None:
    entry = figures.registry()[figure_id]
    one, other = (entry.make(figures.reduced(entry, State())).drawn for _ in range(2))
    assert isinstance(one, Map)
    assert isinstance(other, Map)
    assert one == other
    assert hash(one) == hash(other)
    layer = next(la for la in one.layers if isinstance(la, Points) and la.counted and la.marks)
    moved = replace(layer.marks[0], position=(0.0, 0.0))
    changed = replace(layer, marks=(moved, *layer.marks[1:]))
    assert replace(one, layers=(changed,)) != replace(one, layers=(layer,))
    with pytest.raises(FrozenInstanceError):
        moved.name = "x"  # type: ignore[misc]


@_ALL
def test_every_mark_is_a_thing_of_the_table(figure_id: str) -> None:
    """Entity ids are those of the rows that the map was drawn from."""
    figure: Figure = figures.build(figure_id, State())
    ids = {str(v) for c in figure.table if str(c).endswith("_id") for v in figure.table[c]}
    shown = {mark.entity_id for mark in counted(_map(figure_id, State()))}
    assert shown
    # A route has its nodes on the map; its table is of its legs.
    assert shown - ids == set() or figure_id.startswith("corridor.")


def test_filters_of_a_figure_are_filters_of_its_value() -> None:
    whole, few = _map("map.assets", State()), _map("map.assets", State(sector=("minerals",)))
    assert [layer.id for layer in whole.layers] == [layer.id for layer in few.layers]
    for one, other in zip(whole.layers, few.layers, strict=True):
        assert isinstance(one, Areas) or one.marks is getattr(other, "marks", None)
    assert {mark.group for mark in counted(few)} == {"deposits"}
    assert len({mark.group for mark in counted(whole)}) > 1


@pytest.mark.parametrize(
    ("filters", "shown"),
    [
        ((), True),
        (((), ()), True),
        ((("a",), ()), True),
        ((("b",), ()), False),
        ((("a", "b"), ("y",)), False),
        (((), ("x",)), True),
    ],
)
def test_what_passes(filters: tuple[tuple[str, ...], ...], shown: bool) -> None:
    assert passes(("a", "x"), filters) is shown
