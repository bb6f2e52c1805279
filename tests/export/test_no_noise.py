"""Words that a program says of a missing value stand in no words for readers."""

from __future__ import annotations

import re

import pytest

from partnership.export import handout, legible
from partnership.figures import figure as figures
from partnership.figures.figure import Listing
from partnership.language import texts
from partnership.language.readable import Table
from tests import site

_NOISE = re.compile(r"(?<![\w-])(undefined|nan|NaN|None(?! of)|NaT|<NA>)(?![\w-])")


@pytest.mark.parametrize(("figure_id", "name"), site.distinct())
def test_no_word_of_a_program_is_in_the_words_of_a_view(figure_id: str, name: str) -> None:
    state, t = site.STATES[name], texts.in_language("en")
    [view] = handout.of_figure(figures.build(figure_id, state), state).views
    figure = view.figure
    shown = [view.heading, view.finding, handout.plain(figure.note), figure.alt]
    shown += [handout.source_line(figure, t, len(figure.source_ids)), *view.filters(t)]
    if isinstance(figure.drawn, Listing | Table):
        shown += [str(cell) for row in figure.drawn.rows for cell in row.values()]
    elif name == "default" and not figure.table.empty:
        shown += [cell for row in legible.tabled(figure, t).rows for cell in row.values()]
    shown += [c for column in figure.table for c in figure.table[column] if isinstance(c, str)]
    assert [words for words in shown if _NOISE.search(words)] == []
