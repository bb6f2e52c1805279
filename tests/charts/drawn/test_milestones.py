"""Milestones as they are laid out and drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest

from partnership.charts import marks
from partnership.charts.drawn import milestones
from partnership.charts.drawn.milestone import listing, rows
from partnership.charts.forms import Milestones
from partnership.charts.forms.milestones import Form, Group, Milestone, Sign
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
    assert milestones.height(FORM) == rows.HEAD + 4 * 20
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


LISTED = replace(FORM, groups=(Group("Acts", (EARLY, replace(DAY, when="1 May 2010"))),))


def test_on_a_telephone_every_milestone_is_a_line_of_a_list_with_its_time() -> None:
    drawn = milestones.draw(LISTED, 100).to_dict(validate=False)
    kept: dict[bool, list[str]] = {True: [], False: []}
    for view in drawn["layer"]:
        narrow = "width <" in str(view.get("transform"))
        rows_of = drawn["datasets"] if isinstance(view["data"].get("name"), str) else None
        data = rows_of[view["data"]["name"]] if rows_of else view["data"]["values"]
        if view["mark"]["type"] == "text":
            kept[narrow] += [row["words"] for row in data]
    assert kept[True] == ["Acts", "Start", "1 May 2010 · Treaty"]
    assert sorted(kept[False]) == ["Acts", "Start", "Treaty"]
    (height,) = drawn["params"]
    assert height["name"] == "height"
    wide, list_of = milestones.height(LISTED), listing.height(LISTED)
    aside = 100 - wide
    assert (
        height["expr"] == f"width < {listing.narrow(LISTED)} ? {list_of + aside} : {wide + aside}"
    )


def test_long_names_of_a_list_break_into_lines_that_fit_a_telephone() -> None:
    long = replace(DAY, name="Agreement on " + "friendship and " * 8, when="1 May 2010")
    form = replace(FORM, groups=(Group("", (long, replace(DAY, when="2011"))),))
    drawn = milestones.draw(form, 100).to_dict(validate=False)
    words = [r for v in spec.views(drawn) if v.mark["type"] == "text" for r in v.rows]
    broken = next(r["words"] for r in words if "\n" in r["words"])
    assert max(map(len, broken.split("\n"))) <= 50
    assert " ".join(broken.split("\n")) == f"1 May 2010 · {long.name.strip()}"
    last = next(r["y"] for r in words if r["words"].startswith("2011"))
    assert last > 15 * len(broken.split("\n"))


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


def _signs(form: Milestones) -> tuple[list[str], list[str]]:
    """The words of the key of signs, and their shapes."""
    drawn = milestones.draw(form).to_dict(validate=False)
    scales = [v.encoding["shape"].get("scale") for v in spec.views(drawn) if "shape" in v.encoding]
    (key,) = [scale for scale in scales if scale]
    return key["domain"], key["range"]


def test_the_key_explains_the_signs_that_are_drawn() -> None:
    every = tuple((sign, f"a {sign}") for sign in get_args(Sign))
    ringed = replace(DAY, ringed=True, form="diamond", when="2010")
    for given, signs in (
        ((DAY, YEAR), ["dot", "hollow"]),
        ((ringed,), ["ringed", "diamond"]),
        ((replace(DAY, form="tick"), replace(YEAR, form="open")), ["open", "tick"]),
    ):
        form = replace(FORM, groups=(Group("Acts", given),), signs=every)
        words, shapes = _signs(form)
        assert words == [f"a {sign}" for sign in signs]
        assert len(set(shapes)) == len(signs)
    assert _signs(replace(FORM, signs=(("triangle", "planned"), ("dot", "known"))))[0] == ["known"]
