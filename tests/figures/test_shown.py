"""What a reader sees of a figure: names and words, never a key or the code of a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from partnership import tables
from partnership.figures import figure as figures
from partnership.figures.figure import Figure, Listing
from partnership.language import texts, units
from partnership.language.readable import Table
from partnership.state import State
from partnership.wording import tables as table_words

_KEY = re.compile(r"(?<![\w/.=?-])[a-z0-9]+(?:_[a-z0-9]+)+(?![\w/=-])")
"""A key of a table; not a part of an address."""
_CODES = tuple(c for c in units.WORDS if ("/" in c and c != "USD/t") or c in ("kTEU", "GtCO2e"))
_CODE = re.compile("|".join(rf"(?<![\w/]){re.escape(c)}(?![\w/])" for c in _CODES))
_FIGURES = tuple(figures.registry())
_CARDS = (
    ("map.card", State(asset="kashagan")),
    ("map.card", State(asset="karachaganak")),
    ("map.card", State(asset="north_caspian_project")),
    ("map.card", State(asset="uzen_field")),
    ("map.card", State(asset="zhanaozen_hybrid")),
    ("map.card", State(asset="middle_corridor")),
    ("map.card", State(asset="cpc")),
    ("map.card", State(asset="cac_2")),
    ("claims.evidence", State(claim="c87")),
    ("companies.card", State(company="eni")),
    ("companies.card", State(company="natpower")),
)


def _words(figure: Figure) -> Iterator[str]:
    """Every piece of text that screen and slides show of a figure beside its drawing.

    The column of keys of sources is there to look a source up in the package.
    """
    t = texts.in_language("en")
    yield from (figure.title, figure.finding, figure.note, figure.alt)
    if isinstance(figure.drawn, Listing):
        yield from (words for row in figure.drawn.rows for words in row.values())
    if isinstance(figure.drawn, Table):
        yield from _cells(figure.drawn.only({c.key for c in figure.drawn.columns} - {"source_id"}))
        yield from (column.heading for column in figure.drawn.columns)
    yield from _cells(table_words.readable(figure.table.head(400), t))


def _cells(table: Table) -> Iterator[str]:
    yield from (column.heading for column in table.columns)
    yield from (words for row in table.rows for words in row.values())


@cache
def _keys() -> set[str]:
    """Every key with an underscore that some cell of a table is."""
    package = tables.package()
    cells = {
        str(value)
        for name in package.names
        for column in package.table(name).select_dtypes(["object", "str"])
        if column not in ("note", "title", "url", "text")
        for value in package.table(name)[column].dropna().unique()
    }
    return {cell for cell in cells if _KEY.fullmatch(cell)}


def _faults(figure: Figure) -> list[str]:
    return [w for w in _words(figure) if _CODE.search(w) or set(_KEY.findall(w)) & _keys()]


@pytest.mark.parametrize("figure_id", _FIGURES)
def test_a_figure_shows_names_not_keys(figure_id: str) -> None:
    assert _faults(figures.build(figure_id, State())) == []


@pytest.mark.parametrize(("figure_id", "state"), _CARDS)
def test_a_card_shows_names_not_keys(figure_id: str, state: State) -> None:
    assert _faults(figures.build(figure_id, state)) == []


@pytest.mark.parametrize("table", tables.package().names)
def test_a_note_that_is_downloaded_has_names_not_keys(table: str) -> None:
    rows = tables.package().table(table)
    columns = [c for c in ("note", "text", "title") if c in rows]
    notes = [str(n) for c in columns for n in rows[c].dropna().unique()]
    assert [n for n in notes if _CODE.search(n) or set(_KEY.findall(n)) & _keys()] == []


def test_keys_and_codes_are_found() -> None:
    assert {"north_caspian_project", "oil_gas_field", "kursiv_2025_05_20_zhanaozen"} <= _keys()
    assert _KEY.findall("Overlaps with north_caspian_project, do not add") == [
        "north_caspian_project"
    ]
    assert _CODE.search("11,857 million m3/y")
    assert _CODE.search("5 kTEU")
    assert not _KEY.search("https://example.org/a_b?x_y=c_d")
    assert not _CODE.search("11 million m³ a year")
