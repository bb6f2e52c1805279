"""Names of a legend: in one row where they fit, in columns where not, as the form counts them."""

from __future__ import annotations

import math

import pytest

from partnership.charts import legends


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        ((), 0),
        (("Rail", "Sea"), 1),
        (("Confirmed 51", "Approximately right 22", "Disputed 6", "Outdated 2", "Open 9"), 3),
        (("named by the article only, as a telephone has it", "ministers abroad"), 2),
    ],
)
def test_lines_on_a_telephone_are_those_that_the_columns_make(
    names: tuple[str, ...], lines: int
) -> None:
    assert legends.lines(names) == lines
    if names:
        wide, _, narrow = legends.columns(names).partition(" : ")
        assert wide.endswith(f"? {len(names)}")
        for width, across in ((300, -(-len(names) // lines)), (60, 1)):
            known = {"min": min, "max": max, "floor": math.floor, "width": width}
            shown = eval(narrow, known)  # noqa: S307 - our own arithmetic
            assert shown == across
