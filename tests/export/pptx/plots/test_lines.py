"""Lines over years as a native chart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partnership.charts.forms import Lines, Point
from partnership.export.pptx.plots import lines
from partnership.export.pptx.plots.model import Plot
from tests.charts.lined import CLAIM, EDITION, ITALY, LINES


def _plot(form: Lines) -> Plot:
    found = lines.plot(form, 300)
    assert found is not None
    return found


def test_years_are_categories_and_values_those_of_the_table() -> None:
    found = _plot(LINES)
    assert found.categories == ("2010", "2011", "2012", "2013", "2014")
    by_name = {s.name: s for s in found.series}
    assert by_name["Italy"].amounts == (1e9, 3e9, None, 2e9, None)
    assert (found.power, found.unit, found.joined) == (9, "billion USD", True)


def test_what_the_press_prints_is_a_dashed_series_from_the_last_sure_value() -> None:
    (later,) = (s for s in _plot(LINES).series if s.name == "Italy, in the press")
    assert later.amounts == (None, None, None, 2e9, 4e9)
    assert later.dashed
    assert later.hollow


def test_another_edition_is_dashed_and_a_claim_a_filled_point() -> None:
    by_name = {s.name: s for s in _plot(LINES).series}
    assert by_name["Italy, revised"].dashed
    assert by_name["Italy, revised"].amounts == (None, None, 2e9, None, 5e9)
    assert (by_name["Article"].drawn, by_name["Article"].hollow) == ("points", False)


def test_what_is_worked_out_is_dashed_without_marks() -> None:
    ahead = replace(ITALY, name="ahead", line="dashed", points=ITALY.points[:2])
    found = {s.name: s for s in _plot(replace(LINES, dots=True, series=(ITALY, ahead))).series}
    assert (found["ahead"].dashed, found["ahead"].dots) == (True, False)
    assert (found["Italy"].dashed, found["Italy"].dots) == (False, True)


def test_estimates_on_a_line_have_hollow_marks() -> None:
    guess = replace(ITALY.points[1], status="estimated")
    form = replace(LINES, series=(replace(ITALY, points=(ITALY.points[0], guess)),))
    (line,) = (s for s in _plot(form).series if s.name == "Italy")
    assert {place: style.hollow for place, style in line.styles.items()} == {1: True}


def test_points_of_one_year_are_series_of_their_own() -> None:
    twice = replace(CLAIM, points=(*CLAIM.points, Point(2013, 7e9), Point(2012, 1e9)))
    found = {s.name: s.amounts for s in _plot(replace(LINES, series=(ITALY, twice))).series}
    assert found["Article"][2:4] == (1e9, 6e9)
    assert found["Article (2)"][2:4] == (None, 7e9)


def test_levels_and_bounds_are_thin_lines() -> None:
    bound = replace(LINES.fills[0], bound=True)
    found = {s.name: s for s in _plot(replace(LINES, fills=(bound,))).series}
    assert found["Target"].amounts == (5e9,) * 5
    assert found["Bound"].amounts == (2e9, None, None, None, None)
    assert found["Bound"].thin
    assert "Bound" not in {s.name for s in _plot(LINES).series}


def test_breaks_stand_where_their_years_are_from_the_uppermost() -> None:
    places = [(words, place) for place, words in _plot(LINES).breaks]
    assert [words for words, _ in places] == ["early", "later", "late"]
    assert places[0][1] == pytest.approx(1.5 / 5)


def test_an_axis_with_losses_is_left_to_the_program() -> None:
    low, high = _plot(LINES).span or (1, 1)
    assert low == 0 < max(LINES.values()) < high
    loss = replace(EDITION, points=(Point(2010, -1e9), Point(2011, 1e9)))
    assert _plot(replace(LINES, series=(loss,))).span is None


def test_ranks_are_a_picture() -> None:
    assert lines.plot(replace(LINES, ranks=5), 300) is None
