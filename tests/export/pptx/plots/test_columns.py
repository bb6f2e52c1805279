"""Columns as a native chart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partnership.charts.forms import Break, Columns, Point
from partnership.export.pptx.plots import columns
from partnership.export.pptx.plots.model import Plot, Style
from tests.charts.columned import COUNTED, DECLARED, ITALY, LEVEL, MONTHS, PATH, SPAIN, STACK


def _plot(form: Columns) -> Plot:
    found = columns.plot(form)
    assert found is not None
    return found


def test_every_year_is_a_category_with_the_values_of_the_table() -> None:
    found = _plot(STACK)
    assert (found.kind, found.stacked, found.overlaid, found.power) == ("column", True, False, 9)
    assert found.categories == ("2010", "2011", "2012", "2013")
    assert [(s.name, s.drawn, s.amounts) for s in found.series] == [
        ("Italy", "bar", (2e9, 3e9, None, 4e9)),
        ("Spain", "bar", (1e9, 5e9, None, None)),
        ("Declared", "ticks", (6e9, None, None, 1e9)),
    ]


def test_years_left_out_and_months_are_no_categories() -> None:
    assert _plot(replace(STACK, gaps=True)).categories == ("2010", "2011", "2013")
    assert _plot(MONTHS).categories == ("Jan 2020", "Feb 2020")


def test_what_is_incomplete_is_hollow_and_what_is_estimated_paler() -> None:
    italy = _plot(STACK).series[0]
    assert italy.styles == {1: Style(hollow=True)}
    guess = replace(ITALY, points=(Point(2010, 2e9, status="estimated"),))
    (style,) = _plot(replace(STACK, series=(guess,))).series[0].styles.values()
    assert not style.hollow
    assert style.colour not in ("", guess.colour)


def test_a_level_is_a_thin_line_over_all_and_steps_are_ticks() -> None:
    level = _plot(replace(STACK, series=(ITALY, LEVEL))).series[1]
    assert (level.drawn, level.thin, set(level.amounts)) == ("line", True, {7e9})
    steps = _plot(replace(STACK, series=(ITALY, replace(DECLARED, mark="steps")))).series[1]
    assert (steps.drawn, steps.thin) == ("ticks", False)


def test_a_planned_line_is_dashed_and_runs_over_years_without_a_value() -> None:
    found = _plot(replace(STACK, series=(ITALY, PATH)))
    assert found.joined
    assert (found.series[1].dashed, found.series[1].drawn) == (True, "line")
    assert not _plot(STACK).joined


def test_points_are_hollow_only_where_all_are_unsure() -> None:
    assert not _plot(replace(STACK, series=(ITALY, COUNTED))).series[1].hollow
    press = replace(COUNTED, points=(Point(2010, 3e9, status="press"),))
    assert _plot(replace(STACK, series=(ITALY, press))).series[1].hollow


def test_a_break_stands_at_its_year() -> None:
    found = _plot(replace(STACK, breaks=(Break(2011, "Another register"),)))
    ((share, words),) = found.breaks
    assert share == pytest.approx(1.5 / 4)
    assert words == "Another register"


def test_series_without_a_value_are_left_out() -> None:
    empty = replace(DECLARED, name="Nobody", points=(Point(2010, None),))
    assert _plot(replace(STACK, series=(*STACK.series, empty))) == _plot(STACK)


def test_names_that_are_alike_or_too_many_are_no_native_chart() -> None:
    assert columns.plot(replace(STACK, series=(ITALY, replace(SPAIN, name="Italy")))) is None
    many = tuple(replace(ITALY, name=str(n)) for n in range(17))
    assert columns.plot(replace(STACK, series=many)) is None
    assert columns.plot(replace(STACK, series=(DECLARED,))) is None
