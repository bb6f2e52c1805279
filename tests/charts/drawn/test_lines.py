"""Lines over years as they are drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from partnership import palette
from partnership.charts import lines as shared
from partnership.charts import marks
from partnership.charts.drawn import lines
from partnership.charts.drawn.line import axes as lines_axes
from partnership.charts.forms import Lines, Point
from tests import spec
from tests.charts.lined import CLAIM, EDITION, ITALY, LINES

_HEIGHT = 300


def _views(form: Lines) -> list[spec.View]:
    return list(spec.views(lines.draw(form, _HEIGHT).to_dict(validate=False)))


def _rows(form: Lines, mark: str) -> list[dict[str, Any]]:
    return [row for v in _views(form) if v.mark["type"] == mark for row in v.rows]


def _strokes(form: Lines) -> dict[str, list[tuple[int, float]]]:
    return {
        str(v.mark["strokeDash"]): [(row["year"], row["at"]) for row in v.rows]
        for v in _views(form)
        if v.mark["type"] == "line"
    }


def test_a_line_runs_over_missing_years_and_dots_lead_on_to_the_press() -> None:
    found = _strokes(replace(LINES, series=(ITALY,)))
    assert found == {
        "[1, 0]": [(2010, 1.0), (2011, 3.0), (2013, 2.0)],
        "[2, 3]": [(2013, 2.0), (2014, 4.0)],
    }


def test_a_hole_ends_a_line_and_lone_values_are_points() -> None:
    alone = replace(LINES, series=(EDITION,))
    assert _strokes(alone) == {}
    assert [(r["year"], r["at"], r["fill"]) for r in _rows(alone, "point")] == [
        (2012, 2.0, marks.PAPER),
        (2014, 5.0, marks.PAPER),
    ]


def test_marks_are_hollow_where_values_are_less_sure() -> None:
    rows = {(r["name"], r["year"]): r for r in _rows(LINES, "point")}
    assert rows["Italy", 2014]["fill"] == marks.PAPER
    assert rows["Article", 2013]["shape"] == "diamond"
    assert rows["Article", 2013]["fill"] == CLAIM.colour
    assert ("Italy", 2011) not in rows
    every = {(r["name"], r["year"]) for r in _rows(replace(LINES, dots=True), "point")}
    assert ("Italy", 2011) in every


def test_every_year_tells_the_values_of_all_lines() -> None:
    bands = [v for v in _views(LINES) if v.mark["type"] == "rect"]
    by_year = {}
    for view in bands:
        names = {t["field"]: t["title"] for t in view.encoding["tooltip"]}
        for row in view.rows:
            by_year[row["of"]] = {names[f]: str(row[f]) for f in names}
    assert by_year[2010] == {
        "Year": "2010",
        "Italy": "1 bn",
        "Italy, revised": "no data",
        "Bound": "1 bn",
    }
    assert by_year[2013]["Article"] == "6 bn"


def test_a_value_tells_itself_where_years_do_not() -> None:
    views = [v for v in _views(replace(LINES, hover="point")) if v.mark["type"] == "point"]
    found = [
        {t["title"]: str(row[t["field"]]) for t in view.encoding["tooltip"]}
        for view in views
        if "tooltip" in view.encoding
        for row in view.rows
    ]
    assert {"Reporter": "Italy", "Year": "2011", "Trade": "3 bn"} in found
    assert {"Reporter": "Article", "Year": "2013", "Trade": "6 bn"} in found


def test_names_keep_their_distance_and_stand_after_the_last_year() -> None:
    points = (*ITALY.points[:3], Point(2014, 4.01e9))
    close = replace(ITALY, name="b", ends="", entity="b", points=points)
    form = replace(LINES, series=(ITALY, close))
    named = [r for r in _rows(form, "text") if r["words"] in ("reported by\nItaly", "b")]
    heights = [r["at"] for r in named]
    at = lines_axes.axes(form, _HEIGHT)
    assert abs(heights[0] - heights[1]) >= at.step(2 * 14)
    assert {r["year"] for r in named} == {2014}


@pytest.mark.parametrize(
    ("colour", "squares"), [(palette.ITALY.light, 0), (palette.AMBER.light, 1)]
)
def test_words_in_a_pale_colour_are_in_ink_behind_a_square(colour: str, squares: int) -> None:
    form = replace(LINES, series=(replace(ITALY, colour=colour, entity=""),))
    assert len(_rows(form, "square")) == squares
    (name,) = (r for r in _rows(form, "text") if r["words"] == "reported by\nItaly")
    assert name["ink"] == (marks.INK if squares else colour)


def test_breaks_of_the_span_have_rows_above_all_values() -> None:
    rows = {r["words"]: r for r in _rows(LINES, "text") if "right" in r}
    assert set(rows) == {"early", "late", "later"}
    assert [rows[w]["right"] for w in ("early", "late", "later")] == [True, False, False]
    assert len({r["at"] for r in rows.values()}) == 3
    most = max(LINES.values()) / 1e9
    assert min(r["at"] for r in rows.values()) > most


def _forward(form: Lines) -> list[dict[str, Any]]:
    """Conditions of opacity of the first lines."""
    view = next(v for v in _views(form) if v.mark["type"] == "line")
    found: list[dict[str, Any]] = view.encoding.get("opacity", {}).get("condition", [])
    return found


def test_lines_come_forward_with_their_name_and_the_others_fade() -> None:
    rival = replace(ITALY, name="b", entity="b", muted=True)
    form = replace(LINES, series=(ITALY, rival), hover="point")
    forward, fade = _forward(form)
    assert [one["param"] for one in forward["test"]["or"]] == ["pointed_name", "pointed_value"]
    assert fade == {"test": {"not": {"param": "pointed_name", "empty": True}}, "value": 0.25}
    params = {p["name"]: p["select"]["on"] for p in lines.draw(form, _HEIGHT).to_dict()["params"]}
    assert params["pointed_name"].startswith("text:")
    assert params["pointed_value"].startswith("symbol:")
    named = {r["who"] for r in _rows(form, "text") if "who" in r}
    assert named == {r["who"] for r in _rows(form, "line")} == {"ITA", "b"}


def test_a_line_alone_has_nothing_to_stand_out_from() -> None:
    assert _forward(replace(LINES, series=(ITALY,))) == []


def test_of_two_editions_the_last_one_is_named() -> None:
    newer = replace(EDITION, entity="ITA", ends="newer")
    words = {r["words"] for r in _rows(replace(LINES, series=(ITALY, newer)), "text")}
    assert "newer" in words
    assert "reported by\nItaly" not in words


def test_series_are_told_apart_by_shapes_where_a_legend_names_them() -> None:
    shaped = replace(ITALY, shape="square")
    form = replace(LINES, named="legend", series=(shaped, CLAIM))
    (scale,) = {
        (tuple(s["domain"]), tuple(s["range"]))
        for v in _views(form)
        if (s := v.encoding.get("shape", {}).get("scale"))
    }
    assert scale == (("Italy", "Article"), ("square", "circle"))
    years = {r["year"] for r in _rows(form, "line")}
    assert years.isdisjoint({2010, 2011, 2013})


def test_each_break_in_view_takes_a_line_above_the_highest_value() -> None:
    low, high = lines_axes.span(replace(LINES, rules=()), _HEIGHT)
    free = (high - max(CLAIM.points[0].value or 0, 0)) / (high - low) * shared.plot(_HEIGHT)
    assert free == pytest.approx(3 * shared.LABEL_LINE + 8)
    _, without = lines_axes.span(replace(LINES, rules=(), breaks=()), _HEIGHT)
    assert 6e9 < without < high


def test_a_level_runs_over_all_years_and_across_a_single_one() -> None:
    once = replace(LINES, series=(replace(ITALY, points=ITALY.points[:1]),), breaks=())
    for form, ends in ((replace(LINES, breaks=()), (2010, 2014)), (once, (2009.5, 2010.5))):
        assert [(r["year"], r["end"]) for r in _rows(form, "rule")] == [ends]


def test_ranks_run_downwards() -> None:
    points = tuple(Point(y, rank, str(rank)) for y, rank in ((2010, 1), (2011, 3)))
    form = replace(LINES, ranks=4, series=(replace(ITALY, points=points),), rules=(), fills=())
    (domain,) = {
        tuple(v.encoding["y"]["scale"]["domain"]) for v in _views(form) if "y" in v.encoding
    }
    assert domain == (4.5, 0.5)


def test_a_part_of_a_year_is_a_bar_with_its_mark_in_the_middle() -> None:
    part = replace(CLAIM, points=(Point(2013, 6e9, status="press", covers=(2013.0, 2013.5)),))
    form = replace(LINES, series=(part,), breaks=(), rules=())
    assert [(r["year"], r["end"]) for r in _rows(form, "rule")] == [(2013.0, 2013.5)]
    assert [r["year"] for r in _rows(form, "point")] == [2013.25]


def test_ranks_of_the_first_year_are_named_before_it() -> None:
    points = (Point(2010, 2.0, "2"), Point(2011, 1.0, "1"))
    late = replace(EDITION, points=points[1:], line="solid")
    series = (replace(ITALY, points=points), late)
    form = replace(LINES, ranks=4, series=series, rules=(), fills=(), breaks=())
    before = [
        (row["year"], row["words"])
        for view in _views(form)
        for row in view.rows
        if view.mark["type"] == "text" and view.mark["align"] == "right"
    ]
    assert before == [(2010, "Italy")]
    assert not [v for v in _views(replace(form, ranks=0)) if v.mark.get("align") == "right"]


@pytest.mark.parametrize(("stepped", "course"), [(False, None), (True, "step")])
def test_lines_keep_their_level_where_they_are_stepped(stepped: bool, course: str | None) -> None:
    drawn = [v for v in _views(replace(LINES, stepped=stepped)) if v.mark["type"] == "line"]
    assert drawn
    assert {v.mark.get("interpolate") for v in drawn} == {course}
