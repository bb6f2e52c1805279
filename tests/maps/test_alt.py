"""What a map says in words: counts by kind, forms that say how sure, the largest of each unit."""

from __future__ import annotations

from dataclasses import replace

from partnership.figures import figure as figures
from partnership.language import texts
from partnership.maps import alt
from partnership.maps.frame import Conic
from partnership.maps.model import Amount, Group, Line, Lines, Map, Point, Points, Stroke
from partnership.state import State

T = texts.in_language("en")
_DOT = Point("a", (60.0, 48.0), "A", "#000000", 4, group="x", amount=Amount(30, "MW"))


def _map(*marks: Point, filters: tuple[tuple[str, ...], ...] = ()) -> Map:
    groups = (Group("x", "Wind", "#000000"), Group("y", "Solar", "#000000"))
    return Map(Conic(66, (42, 54)), (Points("p", marks, filters=filters),), 300, groups)


def test_kinds_signs_and_the_largest() -> None:
    shown = _map(
        _DOT,
        replace(_DOT, entity_id="b", name="B", amount=Amount(200, "MW"), approximate=True),
        replace(_DOT, entity_id="c", name="C", group="y", amount=Amount(5, "Mt"), status="planned"),
    )
    assert alt.numbers(shown, T) == (
        "Wind: 2; Solar: 1. Under construction or planned: 1. Position approximate: 1."
        " Largest: B, 200 MW; C, 5 Mt."
    )


def test_only_what_is_shown_counts() -> None:
    marks = (
        replace(_DOT, facets=("west",)),
        replace(_DOT, entity_id="b", name="B", amount=Amount(200, "MW"), facets=("east",)),
    )
    assert alt.numbers(_map(*marks, filters=(("west",),)), T) == "Wind: 1. Largest: A, 30 MW."
    assert alt.numbers(_map(*marks, filters=(("north",),)), T) == ""


def test_a_thing_of_two_courses_is_one() -> None:
    line = Line("l", 0, "L", "#000000", group="x", approximate=True)
    lines = Lines("l", (line, replace(line, feature=1)), "routes", Stroke(1), Stroke(1))
    assert alt.numbers(replace(_map(), layers=(lines,)), T) == "Wind: 1. Schematic route: 1."


def test_figures_name_their_numbers() -> None:
    drawn = figures.build("renewables.map", State())
    running = drawn.table["built"].sum()
    assert f"Italian-built plants: {running};" in drawn.alt
    most = drawn.table["capacity_value"].max()
    assert drawn.alt.endswith(f", {T.number(most)} MW.")
    kazakh = figures.build("corridor.kazakhstan", State())
    legs = kazakh.table[kazakh.table["kind"].eq("corridor_leg")]
    rail = int(legs["mode"].eq("rail").sum())
    assert f"rail: {rail}" in kazakh.alt
