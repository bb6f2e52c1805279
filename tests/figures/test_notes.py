"""Rows of `notes` reach the figures that they name."""

from __future__ import annotations

import pytest

from partnership import tables
from partnership.figures import figure as figures
from partnership.language import texts
from partnership.state import State

_ROWS = tables.load("notes")
_NOTES = list(_ROWS.groupby(["figure_id", "note_id"], sort=False)["source_id"])


def test_every_note_is_on_a_figure() -> None:
    assert set(_ROWS["figure_id"]) <= set(figures.registry())


@pytest.mark.parametrize(("where", "cited"), _NOTES, ids=[" ".join(where) for where, _ in _NOTES])
def test_a_note_is_shown_on_a_first_visit_with_its_sources(
    where: tuple[str, str], cited: list[str]
) -> None:
    figure_id, note_id = where
    figure = figures.build(figure_id, State())
    assert texts.in_language("en").note(note_id) in figure.note
    assert set(cited) <= set(figure.source_ids)


def test_a_note_goes_with_what_it_is_about() -> None:
    words = texts.in_language("en").note("note_karachaganak_term")
    assert words in figures.build("stakes.contracts", State(consortium="karachaganak")).note
    assert words not in figures.build("stakes.contracts", State(consortium="kashagan")).note
