"""Figures of the EU's critical materials: what is drawn, and what a cell without a number says."""

from __future__ import annotations

import pytest

from partnership import palette
from partnership.charts.forms import Bars, Dots
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.language.readable import Table
from partnership.state import State

_HEADLINES = {
    "minerals.china": "Kazakhstan mines 8 of the EU's 34 critical materials, makes 3 more",
    "minerals.imports": "Kazakhstan supplies 42.5\u202f% of the EU's imports of crude sulphur",
    "minerals.eu_imports": "EU imports of critical materials: $27.4m, titanium $21.9m",
    "minerals.uses": "Kazakhstan produces 1 of 5 materials for batteries: manganese",
}


def _bars(figure_id: str) -> Bars:
    drawn = figures.build(figure_id, State()).drawn
    assert isinstance(drawn, drawings.Chart)
    assert drawn.value
    assert isinstance(drawn.value.form, Bars)
    return drawn.value.form


@pytest.mark.parametrize("figure_id", _HEADLINES)
def test_the_headline_is_the_answer(figure_id: str) -> None:
    assert figures.build(figure_id, State()).headline == _HEADLINES[figure_id]


def test_only_materials_of_which_kazakhstan_has_a_share_are_rows() -> None:
    one = figures.build("minerals.china", State())
    assert isinstance(one.drawn, drawings.Chart)
    assert one.drawn.value
    form = one.drawn.value.form
    assert isinstance(form, Dots)
    shares = [row.dots[0].at for row in form.rows]
    assert shares == sorted(one.table["kazakhstan_world_share_pct"].dropna(), reverse=True)[:11]
    assert min(shares) > 0
    assert "Tungsten" in one.note


def test_every_cell_of_the_uses_says_something() -> None:
    drawn = figures.build("minerals.uses", State()).drawn
    assert isinstance(drawn, Table)
    assert all(words for row in drawn.rows for words in row.values())
    cells = dict(zip(drawn.cells("material"), drawn.cells("kazakhstan_world"), strict=True))
    assert cells["Hafnium"] == "not known"
    assert cells["Cobalt"] == "not listed"
    assert cells["Tantalum"] == "metal only"


def test_italy_has_a_bar_only_where_it_imports() -> None:
    eu, italy = _bars("minerals.imports").series
    assert {p.at for p in italy.points} == {"aluminium", "bituminous_coal"}
    assert len(eu.points) == 9


@pytest.mark.parametrize("figure_id", ["minerals.imports", "minerals.eu_imports"])
def test_the_eu_has_a_colour_of_its_own(figure_id: str) -> None:
    eu, italy = _bars(figure_id).series
    assert eu.entity == "EUU"
    assert eu.colour not in (palette.KAZAKHSTAN.light, palette.ITALY.light)
    assert italy.colour == palette.ITALY.light


def test_what_is_not_critical_stands_under_its_own_heading() -> None:
    form = _bars("minerals.eu_imports")
    heads = {c.name: c.heading.name for c in form.categories if c.heading}
    assert heads["Molybdenum ores"] == "Not on the EU's list"
    assert heads["Titanium"] == "On the EU's list"
    labels = {p.at: p.label for p in form.series[0].points}
    assert labels["cn8_81082000"] == "21.9, of it Italy 4.1"
