"""What charts of years share: labels moved apart, spans and lists in words, room above breaks."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnership.charts import lines
from partnership.language import texts

T = texts.in_language("en")
_HEIGHTS = st.lists(st.floats(-1e3, 1e3, allow_nan=False), max_size=12)


@pytest.mark.parametrize(
    ("values", "placed"),
    [
        ([], []),
        ([7.0], [7.0]),
        ([0.0, 10.0, 20.0], [0.0, 10.0, 20.0]),
        ([5.0, 5.0], [3.0, 7.0]),
        ([5.0, 5.0, 5.0], [1.0, 5.0, 9.0]),
        ([10.0, 1.0, 9.0], [11.5, 1.0, 7.5]),
        ([0.0, 4.0, 8.0], [0.0, 4.0, 8.0]),
        # Two groups that touch once they are laid out become one.
        ([0.0, 0.0, 5.0, 5.0], [-3.5, 0.5, 4.5, 8.5]),
    ],
)
def test_labels_are_spread_round_their_middle(values: list[float], placed: list[float]) -> None:
    assert lines.spread(values, 4.0) == pytest.approx(placed)


@settings(max_examples=200, deadline=None)
@given(_HEIGHTS, st.floats(0.1, 50))
def test_labels_keep_their_order_and_distance_and_no_more_is_moved_than_must_be(
    values: list[float], least: float
) -> None:
    placed = lines.spread(values, least)
    order = sorted(range(len(values)), key=lambda i: values[i])
    moved = [placed[i] for i in order]
    assert all(after - before >= least - 1e-6 for before, after in pairwise(moved))
    assert sum(placed) == pytest.approx(sum(values), abs=1e-6)
    if all(values[b] - values[a] >= least for a, b in pairwise(order)):
        assert placed == pytest.approx(values)


def test_the_values_passed_in_are_left_as_they_were() -> None:
    values = [5.0, 5.0]
    lines.spread(values, 4.0)
    assert values == [5.0, 5.0]


@pytest.mark.parametrize(
    ("years", "words"),
    [([], ""), ([None], ""), ([2013.0], "2013"), ([2023.0, None, 2013.0], "2013–2023")],
)
def test_spans_of_years(years: list[float | None], words: str) -> None:
    assert lines.years(pd.Series(years, dtype=float)) == words


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists_in_words(names: list[str], words: str) -> None:
    assert lines.listed(names, T) == words


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        (2013, 2015, [2013, 2014, 2015]),
        (2001, 2020, list(range(2002, 2021, 2))),
        (1992, 2024, [1995, 2000, 2005, 2010, 2015, 2020]),
        (2020, 2020, [2020]),
    ],
)
def test_ticks_are_whole_years_of_the_span(first: int, last: int, ticks: list[int]) -> None:
    axis: Any = lines.year_x("year", first, last).to_dict()
    assert axis["axis"]["values"] == ticks
    assert axis["scale"]["domainMin"] <= first <= last <= axis["scale"]["domainMax"]
