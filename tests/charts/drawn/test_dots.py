"""Dots in rows as they are drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from partnership.charts import marks
from partnership.charts.drawn import dots
from partnership.charts.forms import Dots
from partnership.charts.forms.dots import Joined
from tests import spec
from tests.charts.dotted import DOTS


def _views(form: Dots) -> list[Any]:
    return spec.views(dots.draw(form).to_dict(validate=False))


def _rows(form: Dots, mark: str) -> list[dict[str, Any]]:
    return [row for v in _views(form) if v.mark["type"] == mark for row in v.rows]


def test_each_dot_stands_at_its_value_in_its_row() -> None:
    found = {(row["at"], row["y"]) for row in _rows(DOTS, "point")}
    assert found == {(5.0, 15.0), (7.5, 15.0), (20.0, 45.0)}


def test_what_is_not_sure_is_hollow_and_lies_under() -> None:
    first, *others = _rows(DOTS, "point")
    assert (first["fill"], first["at"]) == (marks.PAPER, 7.5)
    assert all(row["fill"] == row["colour"] for row in others)


def test_a_lane_joins_the_outermost_dots() -> None:
    assert [(r["at"], r["end"]) for r in _rows(DOTS, "rule")] == [(5.0, 7.5), (20.0, 20.0)]


def test_lines_from_zero_or_to_the_end_of_the_axis() -> None:
    wanted: dict[Joined, tuple[float, float]] = {"end": (20, 20), "row": (0, 20)}
    for joined, ends in wanted.items():
        last = _rows(replace(DOTS, joined=joined), "rule")[-1]
        assert (last["at"], last["end"]) == ends


def test_rows_are_named_beside_or_above() -> None:
    assert "Shell" not in [row["words"] for row in _rows(DOTS, "text")]
    above = [row["words"] for row in _rows(replace(DOTS, above=True), "text")]
    assert {"Eni", "Shell", "2026", "5 %"} <= set(above)
