"""Widths of words: measured in the typeface of files, by one function for every file."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from partnership.export.pdf import words as pdf_words
from partnership.export.pictures import table_picture
from partnership.export.pptx import lists
from partnership.export.tables import reading
from partnership.export.type import lettering, widths
from partnership.figures import figure as figures
from partnership.figures.figure import Figure
from partnership.language import texts
from partnership.language.readable import Column, Table
from partnership.state import State

_T = texts.in_language("en")
_WIDE, _NARROW = "W" * 10, "i" * 10


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("words", ["Length, km", "Доля Италии", "1,234.5\u202f%"])
def test_a_width_is_that_of_the_typeface(words: str, bold: bool) -> None:
    for size in (12, 48):
        drawn = lettering.face(size, bold).getlength(words)
        assert lettering.width(words, size, bold) == pytest.approx(drawn, rel=0.005)
    assert lettering.width(words, 9.5) == pytest.approx(9.5 * lettering.width(words, 1))


def test_letters_are_halves_of_the_size_of_the_type() -> None:
    assert widths.letters(_WIDE) == pytest.approx(lettering.width(_WIDE, 12) / 6, abs=1)
    assert widths.letters(_WIDE) > 3 * widths.letters(_NARROW)
    assert widths.letters(_WIDE, bold=True) >= widths.letters(_WIDE)
    assert widths.letters("ab\u200bcd") == widths.letters("abcd")


def _table() -> Table:
    columns = (Column("wide", "A"), Column("narrow", "B"))
    return Table(columns, tuple({"wide": _WIDE, "narrow": _NARROW} for _ in range(3)))


def _in_pdf() -> list[float]:
    figure = Figure("t.x", "x", _table(), pd.DataFrame({"n": [1]}), (), "x")
    listing = pdf_words.listing(figure, 10, 118, _T)
    assert listing is not None
    return list(listing["letters"])


def _behind_a_drawing() -> list[float]:
    table = pd.DataFrame({"wide": [_WIDE, "W"], "narrow": [_NARROW, "i"]})
    return list(reading.reading(table, {}, _T).letters)


def _on_a_slide() -> list[float]:
    return lists._widths(_table(), 8.0)


def _in_a_picture() -> list[float]:
    layers = table_picture.table(_table(), _T).specification["layer"]
    places = {cell["x"] for one in layers[1:] for cell in one["data"]["values"]}
    first, second = sorted(places)
    return [second - first, 1.0]


@pytest.mark.parametrize("columns", [_in_pdf, _behind_a_drawing, _on_a_slide])
def test_a_column_of_wide_letters_is_wider_in_every_file(
    columns: Callable[[], list[float]],
) -> None:
    wide, narrow = columns()
    assert wide > 1.5 * narrow


@pytest.mark.parametrize("columns", [_in_pdf, _behind_a_drawing, _on_a_slide, _in_a_picture])
def test_every_file_measures_with_the_same_function(
    columns: Callable[[], list[float]], monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[str] = []
    width = lettering.width

    def seen(words: str, size: float, bold: bool = False) -> float:
        measured.append(words)
        return width(words, size, bold)

    monkeypatch.setattr(lettering, "width", seen)
    columns()
    assert {_WIDE, _NARROW} <= set(measured)


@pytest.mark.parametrize("figure_id", ["corridor.legs", "map.table"])
def test_columns_of_a_page_fit_its_line(figure_id: str) -> None:
    listing = pdf_words.listing(figures.build(figure_id, State()), 25, 118, _T)
    assert listing is not None
    assert sum(listing["letters"]) <= 118
    assert len(listing["letters"]) == len(listing["heads"]) == len(listing["rows"][0])
