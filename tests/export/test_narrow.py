"""Charts as narrow as a telephone: no name is lost that no list has."""

from __future__ import annotations

import re
from html import unescape

import pytest

from partnership.export import chart
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.figures.figure import Figure
from partnership.language import texts
from partnership.state import State
from partnership.wording import tables

_TELEPHONE, _DESK = 358, 1056
"""Pixels within the margins of windows of 390 and 1440."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_TEXT = re.compile(r"<text\b([^>]*)>(.*?)</text>", re.DOTALL)


def _drawn(figure: Figure, width: int) -> set[str]:
    """Words of three letters and more that can be seen in a drawing."""
    found = _TEXT.findall(chart.svg(chart.specification(figure, width)))
    seen = (re.sub("<[^>]*>", " ", words) for attributes, words in found if _visible(attributes))
    return {word for words in seen for word in _WORD.findall(unescape(words))}


def _visible(attributes: str) -> bool:
    return 'opacity="0"' not in attributes


def _listed(figure: Figure) -> str:
    """The table that stands behind a figure, in small letters."""
    read = tables.readable(figure.table, texts.Texts(texts.DEFAULT))
    cells = (cell for row in read.rows for cell in row.values())
    return " ".join((*(column.heading for column in read.columns), *cells)).lower()


@pytest.mark.parametrize(
    "figure_id",
    [i for i in figures.registry() if isinstance(figures.build(i, State()).drawn, drawings.Chart)],
)
def test_a_narrow_chart_has_the_names_of_a_wide_one_or_a_list(figure_id: str) -> None:
    figure = figures.build(figure_id, State())
    lost = _drawn(figure, _DESK) - _drawn(figure, _TELEPHONE)
    listed = _listed(figure) if lost else ""
    assert {word for word in lost if word.lower() not in listed} == set()
