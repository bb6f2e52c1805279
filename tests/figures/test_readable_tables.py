"""Tables that are read, of every figure: keys for every language, values to sort by."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from partnership.figures import figure as figures
from partnership.language import texts
from partnership.language.catalogues import TRANSLATED
from partnership.language.readable import Cell, Column, Table
from partnership.state import State
from tests import site

_WORDS = {
    "about",
    "claim",
    "event",
    "leg",
    "licence",
    "name",
    "note",
    "project",
    "publisher",
    "source",
    "source_id",
    "title",
    "url",
}
"""Columns of words that may hold digits: a title, a name, an address."""
_KEY = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


def _table(figure_id: str, state: State) -> Table | None:
    drawn = figures.build(figure_id, state).drawn
    return drawn if isinstance(drawn, Table) else None


TABLES = [i for i in figures.registry() if _table(i, State())]


def _read(figure_id: str, state: State | None = None) -> Table:
    found = _table(figure_id, state or State())
    assert found is not None
    return found


def test_tables_that_are_read_are_found() -> None:
    assert {"claims.list", "corridor.legs", "map.table", "sources.list"} <= set(TABLES)
    assert len(TABLES) >= 13


@pytest.mark.parametrize("figure_id", TABLES)
def test_every_column_with_numbers_or_days_knows_their_values(figure_id: str) -> None:
    read = _read(figure_id)
    assert read.rows
    for column in read.columns:
        cells = read.cells(column.key)
        if column.key not in _WORDS and any(sign.isdigit() for cell in cells for sign in cell):
            assert all(isinstance(cell, Cell) for cell in cells), column
            assert any(isinstance(cell, Cell) and cell.value is not None for cell in cells), column


def _numbers(cells: tuple[str, ...]) -> bool:
    """Whether all that is known of a column are numbers of one unit."""
    known = [cell for cell in cells if isinstance(cell, Cell) and cell.value is not None]
    return bool(known) and all(isinstance(c.value, float) and not c.unit for c in known)


@pytest.mark.parametrize("figure_id", TABLES)
def test_numbers_of_one_unit_stand_to_the_right_and_words_to_the_left(figure_id: str) -> None:
    read = _read(figure_id)
    right = [column.key for column in read.columns if column.align == "right"]
    assert right == [column.key for column in read.columns if _numbers(read.cells(column.key))]


@pytest.mark.parametrize(("figure_id", "name"), site.distinct())
def test_keys_are_the_same_in_every_language(
    figure_id: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTNERSHIP_PSEUDO", "1")
    other = TRANSLATED[len(figure_id) % len(TRANSLATED)]
    languages = (texts.DEFAULT, other, texts.PSEUDO)
    state = site.STATES[name]
    read = [_table(figure_id, replace(state, lang=lang)) for lang in languages]
    if read[0] is None:
        assert read == [None] * len(languages)
        return
    keys = [tuple(column.key for column in one.columns) for one in read if one]
    assert len(keys) == len(languages)
    assert len(set(keys)) == 1
    assert [key for key in keys[0] if not _KEY.fullmatch(key)] == []
    assert all(row.keys() == set(keys[0]) for one in read if one for row in one.rows)
    headings = {tuple(column.heading for column in one.columns) for one in read if one}
    assert len(headings) == len(languages), "headings that are not translated"


def test_a_key_is_lower_case_without_spaces() -> None:
    assert _KEY.fullmatch("share_eu")
    assert not any(_KEY.fullmatch(key) for key in ("Share", "share of", "доля", "share_", "⟦x⟧"))


def test_a_unit_of_all_cells_is_the_column_s() -> None:
    columns = {column.key: column for column in _read("corridor.legs").columns}
    assert columns["length"] == Column("length", "Length", "right", "km")
    assert columns["length"].heading == "Length, km"
