"""Names of a legend: in one row where they fit, in columns where not, as the form counts them."""

from __future__ import annotations

import pytest

from partnership.charts import legends

_TELEPHONE = 345
"""Pixels of a drawing there."""


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        ((), 0),
        (("Rail", "Sea"), 1),
        (("Confirmed 51", "Approximately right 22", "Disputed 6", "Outdated 2", "Open 9"), 2),
        (("named by the article only, as a telephone has it", "ministers abroad"), 2),
    ],
)
def test_lines_on_a_telephone_are_those_that_the_columns_make(
    names: tuple[str, ...], lines: int
) -> None:
    assert legends.lines(names) == lines
    if names:
        drawn = legends.columns(names)
        assert -(-len(names) // _across(drawn, _TELEPHONE)) == lines
        assert _across(drawn, 60) == 1
        assert _across(drawn, 5_000) == len(names)


def test_a_long_name_widens_its_own_column_alone() -> None:
    names = ("other assets in Kazakhstan or on the way", "rail", "road", "sea")
    assert [_across(legends.columns(names), width) for width in (270, 320, 450)] == [1, 2, 4]


def test_small_letters_need_less_room() -> None:
    names = ("oil and gas pipelines", "Middle Corridor")
    assert _across(legends.columns(names), 230) == 1
    assert _across(legends.columns(names, 9), 230) == 2


def _across(expression: str, width: int) -> int:
    """What a drawing `width` pixels wide makes of `width > a ? n : width > b ? m : 1`."""
    *steps, last = expression.split(" : ")
    for step in steps:
        limit, found = step.removeprefix("width > ").split(" ? ")
        if width > int(limit):
            return int(found)
    return int(last)
