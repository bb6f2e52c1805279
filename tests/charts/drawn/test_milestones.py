"""Milestones as they are laid out and drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from partnership.charts import marks
from partnership.charts.drawn import milestone_rows, milestones
from partnership.charts.forms import Milestones
from partnership.charts.forms.milestones import Form, Group, Milestone
from tests import spec


def _one(name: str, start: date, end: date, form: Form = "dot", sure: bool = True) -> Milestone:
    return Milestone(name, start, end, "#111111", form, sure)


DAY = _one("Treaty", date(2010, 5, 1), date(2010, 5, 2))
YEAR = _one("Visit", date(2015, 1, 1), date(2016, 1, 1), sure=False)
LATE = _one("A forum with quite a long name", date(2019, 12, 1), date(2019, 12, 2))
EARLY = _one("Start", date(2000, 1, 1), date(2000, 1, 2))
FORM = Milestones((Group("Acts", (EARLY, DAY, YEAR, LATE)),), details=(), step=20)


def _rows(form: Milestones, mark: str) -> list[dict[str, Any]]:
    drawn = milestones.draw(form).to_dict(validate=False)
    return [row for v in spec.views(drawn) if v.mark["type"] == mark for row in v.rows]


def _names(form: Milestones) -> dict[str, str]:
    """Of each name drawn the side to which it is written."""
    drawn = milestones.draw(form).to_dict(validate=False)
    texts = [v for v in spec.views(drawn) if v.mark["type"] == "text"]
    return {row["words"]: v.mark["align"] for v in texts for row in v.rows}


def test_each_has_a_row_under_its_heading() -> None:
    assert milestones.height(FORM) == milestone_rows.HEAD + 4 * 20
    assert [row["y"] for row in _rows(FORM, "point")] == [34, 54, 74, 94]


def test_what_is_less_sure_is_hollow_and_shows_its_period() -> None:
    fills = {row["day"]: row["fill"] for row in _rows(FORM, "point")}
    assert fills["2010-05-01"] == "#111111"
    assert fills["2015-07-02"] == marks.PAPER
    assert [(row["day"], row["end"]) for row in _rows(FORM, "rule") if "end" in row] == [
        ("2015-01-01", "2015-12-31")
    ]


def test_names_stand_where_there_is_room() -> None:
    sides = _names(FORM)
    assert sides["Start"] == "left"  # written to the right of its mark
    assert sides["A forum with quite a long name"] == "right"


def test_packed_rows_share_where_names_leave_room() -> None:
    packed = replace(FORM, packed=True)
    assert milestones.height(packed) < milestones.height(FORM)
    rows = {row["day"]: row["y"] for row in _rows(packed, "point")}
    assert rows["2000-01-01"] == rows["2010-05-01"]


@pytest.mark.parametrize(("form", "mark"), [("bar", "rule"), ("open", "rule"), ("tick", "tick")])
def test_what_lasts_has_no_dot(form: Form, mark: str) -> None:
    lasting = _one("Work", date(2005, 1, 1), date(2010, 1, 1), form)
    only = replace(FORM, groups=(Group("", (lasting,)),))
    assert len(_rows(only, mark)) == 1
    assert not _rows(only, "point")


def test_a_stair_joins_the_marks_of_a_group() -> None:
    stepped = replace(FORM, stepped=True)
    assert [row["y"] for row in _rows(stepped, "line")] == [34, 54, 74, 94]


def test_a_stair_has_its_names_where_a_telephone_has_room_and_its_years_on_top() -> None:
    stairs = (Group("", (EARLY,)), Group("", (DAY, LATE)))
    form = Milestones(stairs, details=(), step=20, stepped=True)
    # Words that end at their mark stand to the left of it.
    assert _names(form) == {EARLY.name: "left", DAY.name: "right", LATE.name: "right"}
    drawn = milestones.draw(form).to_dict(validate=False)
    channels = [v.encoding["x"] for v in spec.views(drawn) if "x" in v.encoding]
    assert {c["axis"]["orient"] for c in channels if c.get("axis")} == {"top"}
