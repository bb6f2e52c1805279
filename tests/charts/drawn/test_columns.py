"""Columns as they are drawn."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from partnership import palette
from partnership.charts import marks
from partnership.charts.drawn import columns
from partnership.charts.drawn.column import bars as columns_bars
from partnership.charts.drawn.column import names as columns_names
from partnership.charts.drawn.column import places as columns_places
from partnership.charts.forms import Break, Columns, Point, Series, Status
from tests import spec
from tests.charts.columned import COUNTED, DECLARED, ITALY, LEVEL, MONTHS, PATH, SPAIN, STACK

_HEIGHT = 300


def _views(form: Columns) -> list[spec.View]:
    return list(spec.views(columns.draw(form, _HEIGHT).to_dict(validate=False)))


def _bars(form: Columns) -> list[columns_bars.Bar]:
    return columns_bars.bars(form, columns_places.places(form))


def _words(form: Columns) -> list[str]:
    return [str(r["words"]) for v in _views(form) if v.mark["type"] == "text" for r in v.rows]


def _spans(form: Columns) -> list[tuple[Any, float, float]]:
    return [(b.point.at, b.low, b.high) for b in _bars(form)]


def test_parts_stand_on_each_other() -> None:
    assert _spans(STACK) == [
        (2010, 0.0, 2.0),
        (2011, 0.0, 3.0),
        (2013, 0.0, 4.0),
        (2010, 2.0, 3.0),
        (2011, 3.0, 8.0),
    ]


def test_without_any_value_the_axis_still_begins_at_zero() -> None:
    empty = Series("Italy", marks.ITALY, (Point(2020, None), Point(2021, None)), mark="bar")
    form = replace(STACK, series=(empty,))
    assert _bars(form) == []
    assert columns._reach(form, []) == (0.0, 1.0)


def test_what_is_below_zero_hangs_from_it() -> None:
    assert [(low, high) for _, low, high in _spans(MONTHS)] == [
        (0.0, -3.0),
        (0.0, 2.0),
        (-3.0, -4.0),
        (0.0, -4.0),
    ]
    (zero,) = (v for v in _views(MONTHS) if v.mark["type"] == "rule")
    assert [row["lower"] for row in zero.rows] == [0]


def test_bars_before_each_other_all_start_at_zero() -> None:
    form = replace(STACK, arrangement="overlaid")
    assert _spans(form)[-1] == (2011, 0.0, 5.0)
    assert len({(b.left, b.right) for b in _bars(form) if b.point.at == 2011}) == 1


def test_bars_beside_each_other_do_not_meet_and_a_broad_one_is_behind() -> None:
    broad = replace(ITALY, mark="broad")
    form = replace(STACK, series=(ITALY, SPAIN, broad), arrangement="beside")
    behind, *_ = found = _bars(form)
    italy, spain = (
        next(b for b in found if b.series is one and b.point.at == 2010) for one in (ITALY, SPAIN)
    )
    assert behind.series is broad
    assert behind.left < italy.left < italy.right < spain.left < spain.right < behind.right


def test_a_month_is_a_twelfth_of_a_year() -> None:
    at = columns_places.places(MONTHS)
    january, february = at.middle.values()
    assert january == pytest.approx(2020 + 1 / 24)
    assert february - january == pytest.approx(at.slot) == pytest.approx(1 / 12)


def test_years_left_out_leave_a_wider_gap_and_a_line() -> None:
    at = columns_places.places(replace(STACK, gaps=True))
    assert at.middle == {2010: 0.0, 2011: 1.0, 2013: 2.7}
    assert at.breaks == (1.85,)
    assert columns_places.places(STACK).middle == {2010: 2010, 2011: 2011, 2013: 2013}


def test_categories_stand_in_turn() -> None:
    points = (Point("zinc", 1.0, "1"), Point("lead", 2.0, "2"))
    form = Columns((Series("Output", "#111111", points, "bar"),), "Metal", STACK.unit)
    assert columns_places.places(form).middle == {"zinc": 0.0, "lead": 1.0}


def test_what_is_incomplete_has_a_dashed_edge() -> None:
    looks = {
        str(v.mark.get("strokeDash")): [(r["lower"], r["upper"]) for r in v.rows]
        for v in _views(STACK)
        if v.mark["type"] == "rect" and v.mark.get("strokeDash")
    }
    assert looks == {"[4, 3]": [(0.0, 3.0)]}


def test_whom_the_last_column_lacks_is_named_with_its_last_year() -> None:
    named = columns_names.names(STACK, _bars(STACK))
    assert [n.words for n in named] == ["Italy", "Spain, 2011", "Declared"]
    assert [n.height for n in named] == [2.0, 5.5, 1.0]
    assert {"Italy", "Spain, 2011", "Declared"} <= set(_words(STACK))
    assert columns_names.names(replace(STACK, named=False), _bars(STACK)) == []


def test_numbers_hide_where_names_leave_no_room() -> None:
    (numbers,) = (
        v for v in _views(STACK) if v.mark["type"] == "text" and v.mark.get("fontWeight") == "bold"
    )
    room = columns_names.room(columns_names.names(STACK, _bars(STACK)))
    assert [row["words"] for row in numbers.rows] == ["2", "3", "4"]
    assert numbers.mark["opacity"]["expr"] == f"width - {room} > {24} ? 1 : 0"


def test_a_part_that_is_too_low_has_no_number() -> None:
    low = replace(ITALY, points=(Point(2010, 1e8, "0.1 bn", "0.1"), Point(2011, 9e9, "9 bn", "9")))
    found = _words(replace(STACK, series=(low, SPAIN)))
    assert "9" in found
    assert "0.1" not in found


def test_hovering_a_column_shows_all_that_is_known_of_it() -> None:
    tips = {}
    for view in _views(STACK):
        for row in view.rows if view.mark["type"] == "rect" and "what" in view.rows[0] else []:
            titled = [(t["title"], row[t["field"]]) for t in view.encoding["tooltip"]]
            tips[row["what"]] = titled
    assert tips == {
        "2010": [("Year", "2010"), ("Declared", "6 bn"), ("Spain", "1 bn"), ("Italy", "2 bn")],
        "2011": [("Year", "2011"), ("Spain", "5 bn"), ("Italy", "3 bn (Months: 7)")],
        "2013": [("Year", "2013"), ("Declared", "1 bn"), ("Italy", "4 bn")],
    }


def test_a_level_is_one_line_and_steps_follow_each_place() -> None:
    one = [
        (r["x"], r["right"])
        for v in _views(replace(STACK, series=(ITALY, LEVEL)))
        if v.mark["type"] == "rule"
        for r in v.rows
    ]
    assert one == [(2009.5, 2016.5)]
    steps = replace(DECLARED, mark="steps")
    several = [
        r["lower"]
        for v in _views(replace(STACK, series=(ITALY, steps)))
        if v.mark["type"] == "rule"
        for r in v.rows
    ]
    assert several == [6.0, 1.0]


def test_series_without_a_value_are_not_drawn() -> None:
    empty = Series("Nobody", "#666666", (Point(2010, None),), "steps")
    assert _words(replace(STACK, series=(*STACK.series, empty))) == _words(STACK)


def test_a_planned_line_is_dashed_and_ends_in_a_hollow_point() -> None:
    views = _views(replace(STACK, series=(ITALY, SPAIN, PATH)))
    (line,) = (v for v in views if v.mark["type"] == "line")
    assert line.mark["strokeDash"] == [6, 4]
    (end,) = (v for v in views if v.mark["type"] == "point" and v.mark.get("fill") == marks.PAPER)
    assert [row["words"] for row in end.rows] == ["2016"]


def test_other_counts_are_hollow_beside_the_bar_and_in_the_middle_where_there_is_none() -> None:
    form = replace(STACK, series=(ITALY, COUNTED), arrangement="beside")
    (points,) = (
        v
        for v in _views(form)
        if v.mark["type"] == "point" and v.mark.get("fill") == marks.PAPER and "lower" in v.rows[0]
    )
    assert [row["x"] for row in points.rows] == [2010.46, 2014]


def test_what_is_planned_stands_dashed_behind_and_has_a_dashed_key() -> None:
    ahead = Series("Target", ITALY.colour, (Point(2011, 9.0, status="planned"),), "broad")
    form = replace(STACK, series=(ahead, ITALY, COUNTED), arrangement="beside")
    behind, *_ = _bars(form)
    assert behind.series is ahead
    assert behind.right < 2011 + columns_bars.ASIDE
    (planned,) = (v for v in _views(form) if "strokeDash" in v.encoding)
    assert planned.encoding["strokeDash"]["scale"] == {"domain": ["Target"], "range": [[4, 3]]}
    # A third key would not fit a telephone: the title names what stands in the bars.
    keyed = [
        c for v in _views(form) for c in v.encoding if '"legend": {' in json.dumps(v.encoding[c])
    ]
    assert sorted(keyed) == ["shape", "strokeDash"]


def test_points_of_one_place_and_value_stand_beside_each_other() -> None:
    again = replace(COUNTED, name="Third count")
    form = replace(STACK, series=(ITALY, COUNTED, again), arrangement="beside")
    places = [
        row["x"]
        for v in _views(form)
        if v.mark["type"] == "point" and v.mark.get("fill") == marks.PAPER and "lower" in v.rows[0]
        for row in v.rows
        if row["lower"] == 3.0 and row["x"] < 2012
    ]
    assert places == [2010.36, 2010.56]


def test_a_break_is_a_line_before_its_column_with_words() -> None:
    form = replace(STACK, breaks=(Break(2011, "Another register"),))
    (line,) = (v for v in _views(form) if v.mark.get("strokeDash") == [1, 3])
    assert [(r["x"], r["words"]) for r in line.rows] == [(2010.5, "Another register")]
    highest = max(b.high for b in _bars(form))
    assert line.rows[0]["lower"] > highest


def test_totals_stand_above_their_column() -> None:
    form = replace(STACK, totals=(Point(2011, 8e9, "8 bn", "8"),), total="Total")
    placed = [
        (r["x"], r["lower"])
        for v in _views(form)
        if v.mark["type"] == "text"
        for r in v.rows
        if r["words"] == "8"
    ]
    assert placed == [(2011, 8.0)]


def test_a_key_is_filled_as_its_bars_where_all_are_unsure() -> None:
    statuses: tuple[Status, ...] = ("estimated", "incomplete", "estimated")
    unsure = tuple(replace(p, status=s) for p, s in zip(ITALY.points, statuses, strict=True))
    form = replace(STACK, series=(replace(ITALY, points=unsure), SPAIN, ITALY))
    fills = {name.fill for name in columns_names.names(form, _bars(form))[:1]}
    assert fills == {palette.tint(ITALY.colour)}
    mixed = columns_names.names(STACK, _bars(STACK))[0]
    assert mixed.fill == ITALY.colour


def test_a_mark_at_the_lowest_value_has_room_below_where_words_stand_above() -> None:
    below = replace(ITALY, points=(Point(2010, -4e9, "−4", "−4"),), mark="points")
    form = replace(STACK, series=(ITALY, below))
    scales = [v.encoding["y"]["scale"] for v in _views(form) if "scale" in v.encoding.get("y", {})]
    assert {scale["domain"][0] for scale in scales} == {-4.32}
