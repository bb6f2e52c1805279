"""Figures of minerals: the answer in their headline, few marks that matter, lists under a heading.

Numbers are worked out by hand from the tables of the package.
"""

from __future__ import annotations

import re

import pytest

from partnership import palette
from partnership.charts.forms import Bars, Form, Lines
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.language import texts
from partnership.language.readable import Table
from partnership.maps.model import Areas, Map, Points
from partnership.state import State

_HEADLINES = {
    "minerals.chromium_rank": "Kazakhstan: No. 2 in chromium reserves in 2025–2026; before, No. 1",
    "minerals.manganese_rank": (
        "Kazakhstan: No. 9 in manganese reserves in 2016–2024; before, No. 8"
    ),
    "minerals.map": "64 of 110 known deposits hold what the EU calls critical",
    "minerals.output": "Uranium: 38.4\u202f% of world output, No. 1; asbestos 18.6\u202f%",
    "minerals.reserves": "Chromium: 26.7\u202f% of world reserves, No. 2 (edition of 2025)",
    "minerals.chromium": "South Africa has 350 Mt of chromium reserves, Kazakhstan 230 Mt",
    "minerals.titanium": "Kazakhstan: 4.2\u202f% of titanium sponge, No. 4; 2021: 6.3\u202f%",
    "minerals.uranium": "Kazakhstan mined 23,269 t of uranium in 2024",
}
_COLOURS = re.compile(
    r"\b(violet|red|blue|green|grey|brick|teal|rust|dark|light(er)?|pale[rd]?)\b(?! rare)",
    re.I,
)


def _form(figure_id: str, state: State | None = None) -> Form:
    drawn = figures.build(figure_id, state or State()).drawn
    assert isinstance(drawn, drawings.Chart)
    assert drawn.value
    return drawn.value.form


def _lines(figure_id: str, state: State | None = None) -> Lines:
    form = _form(figure_id, state)
    assert isinstance(form, Lines)
    return form


@pytest.mark.parametrize("figure_id", _HEADLINES)
def test_the_headline_is_the_answer(figure_id: str) -> None:
    words = figures.build(figure_id, State()).headline.replace("\xa0", " ")
    assert words == _HEADLINES[figure_id]


@pytest.mark.parametrize(
    "figure_id", [i for i in figures.registry() if i.split(".")[0] in ("minerals", "corridor")]
)
def test_no_sentence_names_a_colour(figure_id: str) -> None:
    one = figures.build(figure_id, State())
    found = _COLOURS.findall(" ".join([one.headline, one.finding, one.note, one.alt]))
    assert found == []
    # Where nothing is mined, gold is a colour too.
    assert figure_id.startswith("minerals.") or "gold" not in one.note.lower()


def test_a_rank_is_a_step_line_with_three_labels() -> None:
    form = _lines("minerals.chromium_rank")
    assert form.stepped
    assert form.ranks == 4
    base, reserves, stated = form.series
    assert base.line == "dashed"
    assert reserves.line == "solid"
    written = [p.label for s in (base, reserves) for p in s.points if p.label]
    assert written == ["No.\u00a04, 1996–2001", "No.\u00a01, 2004–2024"]
    assert reserves.ends == "No.\u00a02"
    assert {p.label for p in stated.points} == {
        "officials: No.\u00a02",
        "officials and article: No.\u00a01",
    }


def test_editions_without_kazakhstan_leave_a_hole_and_are_named() -> None:
    form = _lines("minerals.manganese_rank")
    assert {p.at for p in form.series[0].points if p.value is None} >= {2025, 2026}
    assert [(b.at, b.words) for b in form.breaks] == [(2025, "no longer listed")]
    note = figures.build("minerals.manganese_rank", State()).note
    assert "Kazakhstan is not listed in 1996, 2004–2012 and 2025–2026." in note


def test_editions_that_never_list_kazakhstan_are_no_drawing_but_a_sentence() -> None:
    one = figures.build("minerals.manganese_rank", State(from_year=2004, to_year=2009))
    assert one.finding == "None of the editions of 2004–2009 lists Kazakhstan."
    assert one.headline == ""


@pytest.mark.parametrize(
    ("figure_id", "lead"), [("minerals.chromium", "ZAF"), ("minerals.manganese", "AUS")]
)
def test_kazakhstan_and_who_has_most_stand_out(figure_id: str, lead: str) -> None:
    series = _lines(figure_id).series
    t = texts.in_language("en")
    assert {s.name for s in series if not s.muted} == {t.name("KAZ"), t.name(lead)}
    assert len(series) == 6


def test_kazakhstan_keeps_its_colour_where_it_has_most() -> None:
    series = _lines("minerals.chromium", State(from_year=2010, to_year=2020)).series
    assert {s.entity: s.colour for s in series if not s.muted} == {"KAZ": palette.KAZAKHSTAN.light}


def test_the_map_has_few_kinds_of_marks_and_says_what_hollow_ones_are() -> None:
    drawn = figures.build("minerals.map", State()).drawn
    assert isinstance(drawn, Map)
    assert len(drawn.groups) <= 5
    assert len({g.shape for g in drawn.groups}) == len({g.colour for g in drawn.groups})
    assert drawn.legend
    assert [sign for sign, _ in drawn.legend.signs] == ["hollow"]
    (points,) = (layer for layer in drawn.layers if isinstance(layer, Points))
    assert {m.filled for m in points.marks} == {True, False}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_neighbours_are_fainter_than_kazakhstan(theme: str) -> None:
    drawn = figures.build("minerals.map", State()).drawn
    assert isinstance(drawn, Map)
    land = next(x for x in drawn.layers if isinstance(x, Areas) and x.id == "land")
    assert land.fill
    paper, around, own = (
        palette.luminance(palette.recolour(colour, theme))
        for colour in (palette.PAPER.light, land.fill, dict(land.own)["KAZ"])
    )
    assert abs(around - paper) < abs(own - paper)


def test_output_is_under_two_headings_and_what_is_small_is_named() -> None:
    form = _form("minerals.output")
    assert isinstance(form, Bars)
    one = figures.build("minerals.output", State())
    critical = set(one.table.loc[one.table["critical"], "commodity"])
    under = {c.key for c in form.categories if c.heading and c.heading.name == "On the EU's list"}
    assert under == critical
    assert {p.colour for s in form.series for p in s.points} == {""}
    left_out = one.table[~one.table["commodity"].isin([c.key for c in form.categories])]
    assert (left_out["share"] < 1).all()
    assert "below 1\u202f%: Iron and Titanium minerals" in one.note.replace("\xa0", " ")


def test_statements_are_a_table() -> None:
    drawn = figures.build("minerals.statements", State()).drawn
    assert isinstance(drawn, Table)
    assert [c.key for c in drawn.columns] == ["what", "stated", "date", "source"]
