"""Horizontal bars as they are drawn: order, look by status, stacks, room for words, headings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from partnership import palette
from partnership.charts import marks
from partnership.charts.drawn import bars as bars_drawn
from partnership.charts.forms import Bars, Category, Series, Unit
from partnership.charts.forms.bars import LINE, single
from tests import spec
from tests.charts import barred


def _views(bars: Bars, mark: str) -> list[spec.View]:
    drawn = bars_drawn.draw(bars).to_dict(validate=False)
    return [view for view in spec.views(drawn) if view.mark["type"] == mark]


def _named(view: spec.View, *fields: str) -> list[tuple[Any, ...]]:
    return [tuple(row[field] for field in ("name", *fields)) for row in view.rows]


def test_values_are_in_the_units_of_the_axis_and_unknown_ones_are_no_bars() -> None:
    firm, unsure = _views(barred.alone(), "bar")
    assert _named(firm, "end", "colour") == [("Almaty", 3.0, barred.KAZAKHSTAN)]
    assert _named(unsure, "end", "colour") == [("Bari", 1.0, barred.ITALY)]


def test_what_is_estimated_is_an_outlined_tint() -> None:
    firm, unsure = _views(barred.alone(), "bar")
    assert "strokeDash" not in firm.mark
    assert unsure.mark["strokeDash"] == [1, 0]
    assert [row["fill"] for row in unsure.rows] == [palette.tint(barred.ITALY)]
    assert unsure.encoding["stroke"]["field"] == "edge"
    assert [row["edge"] for row in unsure.rows] == [barred.ITALY]


def test_what_is_paper_in_the_registry_has_an_outline_of_its_own() -> None:
    whole = barred.alone()
    own = replace(whole.series[0], colour="", entity="not_verifiable")
    firm, unsure = _views(replace(whole, series=(own,)), "bar")
    assert firm.mark["stroke"] == palette.edge("not_verifiable") == marks.MUTED
    assert [row["edge"] for row in unsure.rows] == [marks.MUTED]


def test_words_are_drawn_at_the_ends_also_where_there_is_no_value() -> None:
    (words,) = _views(barred.alone(), "text")
    assert _named(words, "end", "label") == [
        ("Almaty", 3.0, "3e+06 t"),
        ("Bari", 1.0, "1e+06 t"),
        ("Cagliari", 0.0, "rank 4"),
    ]


def test_a_bar_that_is_too_long_is_cut_and_keeps_its_words() -> None:
    whole = barred.alone()
    firm, unsure = _views(replace(whole, cut=2e6), "bar")
    assert _named(firm, "end") == [("Almaty", 2.0)]
    assert _named(unsure, "end") == [("Bari", 1.0)]
    (words,) = _views(replace(whole, cut=2e6), "text")
    assert _named(words, "label")[:2] == [("Almaty", "// 3e+06 t"), ("Bari", "1e+06 t")]
    both = _views(replace(barred.both_ways(), cut=3), "bar")
    assert ("Almaty", -3) in [row for view in both for row in _named(view, "end")]


def test_a_long_legend_has_height_for_the_lines_it_takes_on_a_telephone() -> None:
    two = barred.several("stacked")
    short, long = (
        replace(two, series=tuple(replace(two.series[0], name=n * letters) for n in "abcde"))
        for letters in (18, 40)
    )
    assert (two.legend_lines, short.legend_lines, long.legend_lines) == (1, 3, 5)
    assert short.height == two.height + LINE
    assert long.height == two.height + 3 * LINE


def test_rows_stand_in_their_order() -> None:
    (firm, _) = _views(barred.alone(), "bar")
    assert firm.encoding["y"]["scale"]["domain"] == ["Almaty", "Bari", "Cagliari"]


def test_parts_of_a_stack_begin_where_the_one_before_ends() -> None:
    rail, sea = _views(barred.several("stacked"), "bar")
    assert _named(rail, "start", "end") == [("Almaty", 0, 2), ("Bari", 0, 2), ("Cagliari", 0, 2)]
    assert _named(sea, "start", "end") == [("Almaty", 2, 3), ("Bari", 2, 5)]


def test_a_label_of_a_row_stands_in_its_middle_where_bars_are_beside_each_other() -> None:
    bars = barred.several("beside")
    rows = (replace(bars.categories[0], label="2 and 1"), *bars.categories[1:])
    (words,) = _views(replace(bars, categories=rows), "text")
    assert _named(words, "end", "label") == [("Almaty", 2, "2 and 1")]
    assert "yOffset" not in words.encoding


def test_a_label_of_a_row_stands_at_the_end_of_its_stack() -> None:
    bars = barred.several("stacked")
    rows = (replace(bars.categories[0], label="3 = 2 + 1"), *bars.categories[1:])
    (words,) = _views(replace(bars, categories=rows), "text")
    assert _named(words, "end", "label") == [("Almaty", 3, "3 = 2 + 1")]


def test_bars_beside_each_other_are_in_the_order_of_their_series() -> None:
    for view in _views(barred.several("beside"), "bar"):
        if _named(view) != [("Cagliari",)]:
            assert view.encoding["yOffset"]["scale"]["domain"] == ["Rail", "Sea"]


def test_a_lone_bar_stands_in_the_middle_of_its_row() -> None:
    bars = replace(barred.several("beside"), series=_labelled(barred.several("beside").series))
    lone = [v for v in _views(bars, "bar") if _named(v) == [("Cagliari",)]]
    words = [v for v in _views(bars, "text") if _named(v) == [("Cagliari",)]]
    assert len(lone) == len(words) == 1
    assert "yOffset" not in lone[0].encoding
    assert "yOffset" not in words[0].encoding
    assert lone[0].mark["height"] == {"band": 0.5}


def _labelled(series: tuple[Series, ...]) -> tuple[Series, ...]:
    """The same with every value written at its bar."""
    return tuple(
        replace(s, points=tuple(replace(p, label=p.words) for p in s.points)) for s in series
    )


def test_bars_over_each_other_begin_at_zero_and_are_not_added_up() -> None:
    _, sea = _views(barred.several("overlaid"), "bar")
    assert _named(sea, "start", "end") == [("Almaty", 0, 1), ("Bari", 0, 3)]
    assert sea.encoding["x"]["stack"] is None


@pytest.mark.parametrize("arranged", ["stacked", "beside", "overlaid"])
def test_a_legend_names_series_that_no_words_name(arranged: str) -> None:
    bars = barred.several(arranged)
    key = _views(bars, "point")[-1].encoding["fill"]
    assert key["scale"]["domain"] == ["Rail", "Sea"]
    named = [
        replace(one, points=tuple(replace(p, label=f"{one.name} 2 t") for p in one.points))
        for one in bars.series
    ]
    half = replace(bars, series=(named[0], bars.series[1]))
    assert half.legend
    worded = replace(bars, series=tuple(named))
    assert _views(worded, "point") == []
    assert worded.height < bars.height or arranged != "overlaid"


def test_words_at_the_end_of_the_longest_bar_of_a_fixed_axis_have_room() -> None:
    bars = barred.several("beside", whole=50, unit=Unit("percent"))
    rows = (replace(bars.categories[0], label="2 and 1"), *bars.categories[1:])
    x = _views(replace(bars, categories=rows), "bar")[0].encoding["x"]
    assert float(eval(x["scale"]["domainMax"]["expr"], {"width": 300, "max": max})) > 50  # noqa: S307
    assert x["axis"]["values"] == [0, 10, 20, 30, 40, 50]


def test_bars_behind_others_are_paler_on_the_drawing_and_in_the_legend() -> None:
    bars = barred.several("overlaid")
    behind = replace(bars, series=(replace(bars.series[0], muted=True), bars.series[1]))
    shades = [palette.tint(barred.KAZAKHSTAN), barred.ITALY]
    assert _views(behind, "point")[-1].encoding["fill"]["scale"]["range"] == shades
    assert [view.rows[0]["fill"] for view in _views(behind, "bar")] == shades


def test_headings_have_rows_of_their_own_and_names_that_occur_twice_differ() -> None:
    (bars,) = _views(barred.grouped(), "bar")
    order = bars.encoding["y"]["scale"]["domain"]
    assert len(order) == len(set(order)) == 7
    assert [row["name"] for row in bars.rows] == [order[2], order[3], order[6]]
    bold, plain = (v for v in _views(barred.grouped(), "text") if "bold" in v.rows[0])
    assert _named(bold, "words") == [(order[0], "Late count"), (order[4], "Early count")]
    assert _named(plain, "words") == [(order[1], "2020"), (order[5], "1990")]


def test_words_left_of_zero_stand_left_of_their_bars_and_have_room() -> None:
    left = next(v for v in _views(barred.both_ways(), "text") if v.mark["align"] == "right")
    assert _named(left, "label") == [("Almaty", "-4 t")]
    scale = left.encoding["x"]["scale"]
    for end, edge in (("domainMin", -4), ("domainMax", 2)):
        at = float(eval(scale[end]["expr"], {"width": 400, "max": max}))  # noqa: S307
        assert abs(at) > abs(edge)


def test_zero_is_marked_in_every_row_where_bars_go_both_ways() -> None:
    (ticks,) = _views(barred.both_ways(), "tick")
    assert _named(ticks, "end") == [("Almaty", 0), ("Bari", 0)]
    assert not _views(barred.alone(), "tick")


def test_names_above_bars_have_a_second_line_where_one_is_given() -> None:
    rows = (Category("a", "Almaty", head="Almaty: 4", under="in 2020"), Category("b", "Bari"))
    bars = replace(barred.both_ways(), categories=rows)
    heads, under = (v for v in _views(bars, "text") if "head" in v.rows[0])
    assert [row["head"] for row in heads.rows] == ["Almaty: 4", "Bari"]
    assert heads.encoding["text"]["field"] == "head"
    assert under.encoding["text"]["field"] == "under"
    assert heads.mark["dy"] < under.mark["dy"] < _views(bars, "bar")[0].mark["yOffset"]
    assert bars.height > barred.both_ways().height


@pytest.mark.parametrize("first", [True, False])
def test_a_claim_is_hollow_and_stands_on_no_bar_and_under_none(first: bool) -> None:
    bars = barred.several("stacked", whole=100)
    claim = Series("Claim", barred.ITALY, (barred.point("c", 90),), mark="points")
    shown = replace(bars, series=(claim, *bars.series) if first else (*bars.series, claim))
    mark = _views(shown, "point")[0]
    assert mark.mark["fill"] == marks.PAPER
    assert _named(mark, "end") == [("Cagliari", 90)]
    assert _named(_views(shown, "bar")[0], "start")[2] == ("Cagliari", 0)
    assert mark.encoding["x"]["scale"]["domain"] == [0, 100]


def test_hovering_shows_row_series_value_and_details() -> None:
    bars = barred.several("beside")
    detailed = tuple(replace(p, details=(("Source", "Istat"),)) for p in bars.series[0].points)
    shown = replace(bars, series=(replace(bars.series[0], points=detailed), bars.series[1]))
    rail = _views(shown, "bar")[0]
    fields = [(tip["field"], tip["title"]) for tip in rail.encoding["tooltip"]]
    assert [title for _, title in fields] == ["Town", "Mode", "Tonnes", "Source"]
    assert [rail.rows[0][field] for field, _ in fields] == ["Almaty", "Rail", "2 t", "Istat"]


def test_headings_over_names_above_bars_begin_with_them_in_rows_as_high() -> None:
    above = replace(barred.grouped(), above=True)
    one = replace(above, categories=above.categories[:1])
    # Two rows more, and a second heading of two lines.
    assert above.height - one.height == above.row * (2 + 2)
    headings = [v for v in _views(above, "text") if any("bold" in row for row in v.rows)]
    assert [view.mark["x"] for view in headings] == [0, 0]
    beside = [v for v in _views(barred.grouped(), "text") if any("bold" in r for r in v.rows)]
    assert all(view.mark["x"] < 0 for view in beside)


def test_few_bars_under_their_words_fill_the_place_of_more() -> None:
    rows = tuple(Category(key, f"Town {key}") for key in "abcd")
    few, many = (
        replace(barred.alone(), categories=shown, above=True) for shown in (rows[:3], rows)
    )
    points = tuple(barred.point(key, 1) for key in "abcd")
    many = replace(many, series=single(points, marks.ITALY))
    assert few.height > many.height
    heights = [_views(bars, "bar")[0].mark["height"] for bars in (few, many)]
    assert heights == [few.bar, many.bar]
    assert few.bar == 2 * many.bar
