"""Columns as they are read out."""

from __future__ import annotations

from dataclasses import replace

from partnership.charts.forms import Point
from partnership.charts.spoken import columns
from partnership.language import texts
from tests.charts.columned import ITALY, MONTHS, STACK

T = texts.in_language("en")


def test_every_number_of_a_small_chart_is_read() -> None:
    assert columns.words(STACK, T) == (
        "Columns. Year: 2010–2013; unit: billion USD. Italy: 2 bn (2010), 3 bn (2011), 4 bn (2013)"
        "; Spain: 1 bn (2010), 5 bn (2011); Declared: 6 bn (2010), 1 bn (2013)."
    )


def test_months_are_read_by_their_name() -> None:
    assert "−3 (Jan 2020), +2 (Feb 2020)" in columns.words(MONTHS, T)


def _long(values: list[float]) -> tuple[Point, ...]:
    return tuple(Point(2000 + n, v, f"{v:g} bn") for n, v in enumerate(values))


def test_of_many_numbers_the_ends_and_extremes_are_read() -> None:
    one = replace(ITALY, points=_long([5, 9, 8, 7, 6, 5, 4, 3, 2, 1, 3, 4, 5, 6, 7, 7.5]))
    assert columns.words(replace(STACK, series=(one,)), T).endswith(
        "Italy: 5 bn (2000), 7.5 bn (2015), highest 9 bn (2001), lowest 1 bn (2009)."
    )
    rising = replace(ITALY, points=_long([float(n) for n in range(20)]))
    assert columns.words(replace(STACK, series=(rising,)), T).endswith(
        "Italy: 0 bn (2000), 19 bn (2019)."
    )


def test_of_many_series_less_is_read_and_nothing_is_cut() -> None:
    points = _long([5, 9, 1, 2])
    many = [replace(ITALY, name=f"Country {n:03}", points=points) for n in range(14)]
    found = columns.words(replace(STACK, series=tuple(many)), T)
    assert len(found) <= 600
    assert all(one.name in found for one in many)
    assert "9 bn" not in found


def test_a_rank_is_read_where_all_count_alike() -> None:
    same = replace(STACK, series=(ITALY, replace(ITALY, name="Spain", entity="ESP")))
    assert "rank" not in columns.words(same, T)
    assert columns.words(replace(same, ranked=True), T).endswith("Italy in 2013: rank 1 of 2.")
    others = replace(ITALY, name="Others", entity="other")
    together = replace(same, series=(ITALY, others), ranked=True)
    assert "rank" not in columns.words(together, T)
