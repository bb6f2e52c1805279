"""Lines over years as they are read out."""

from __future__ import annotations

from dataclasses import replace

from partnership.charts.forms import Point
from partnership.charts.spoken import lines
from partnership.language import texts
from tests.charts.lined import CLAIM, EDITION, ITALY, LINES

T = texts.in_language("en")


def test_a_line_is_read_with_its_ends_and_extremes() -> None:
    found = lines.words(LINES, T)
    assert found.startswith("Lines by year: billion USD. Level: Target.")
    assert "Italy: 1 bn in 2010, 4 bn in 2014; highest 4 bn in 2014, lowest 1 bn in 2010." in found


def test_few_values_are_all_read() -> None:
    found = lines.words(replace(LINES, series=(EDITION, CLAIM)), T)
    assert "Italy, revised: 2 bn (2012); 5 bn (2014)." in found
    assert "Article: 6 bn (2013)." in found


def test_the_rank_of_italy_is_read_where_lines_compete() -> None:
    rivals = tuple(
        replace(ITALY, name=name, entity=name, muted=True, points=(Point(2014, value, "x"),))
        for name, value in (("CHN", 9e9), ("RUS", 8e9))
    )
    found = lines.words(replace(LINES, series=(*rivals, ITALY)), T)
    assert "In 2014 Italy is number 3 of the 3 drawn." in found
    assert found.index("Italy: 1 bn") < found.index("CHN: x")


def test_many_lines_stay_short_and_end_with_a_sentence() -> None:
    found = lines.words(replace(LINES, series=(ITALY,) * 20), T)
    assert len(found) <= 600
    assert found.endswith(".")
    assert found.count("highest") < 20


def test_the_highest_rank_is_the_smallest_number() -> None:
    assert "highest 1 bn in 2010, lowest 4 bn" in lines.words(replace(LINES, ranks=9), T)
