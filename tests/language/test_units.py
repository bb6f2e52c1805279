"""Units in words: every code of the tables has some, and values are written by them."""

from __future__ import annotations

import pytest

from partnership import tables
from partnership.language import texts, units

_COLUMNS = (
    ("metrics", "unit"),
    ("events", "unit"),
    ("projects", "unit"),
    ("assets", "capacity_unit"),
    ("prices", "unit"),
)


@pytest.mark.parametrize(("table", "column"), _COLUMNS)
def test_every_unit_of_the_tables_has_words(table: str, column: str) -> None:
    codes = set(tables.load(table)[column].dropna().astype(str))
    assert codes <= set(units.WORDS), sorted(codes - set(units.WORDS))


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (11857.0, "million m3/y", "11,857 million m³ a year"),
        (137.61342, "million bbl/y", "137.61 million barrels a year"),
        (35e9, "barrels", "35 bn barrels"),
        (1.8e9, "USD", "1.8 bn USD"),
        (92e6, "EUR", "92 m EUR"),
        (4484.0, "kt", "4.48 Mt"),
        (926.0, "kt", "926 thousand t"),
        (29.25, "%", "29.25\u202f%"),
        (2041.0, "year", "2041"),
        (0.004, "Mt", "0.004 Mt"),
        (9.0, "session", "session 9"),
    ],
)
def test_a_value_with_its_unit(value: float, unit: str, words: str) -> None:
    assert units.amount(value, unit, texts.in_language("en"), 2) == words


def test_a_unit_alone() -> None:
    t = texts.in_language("en")
    assert units.heading("million m3/y", t) == "million m³ a year"
    assert units.heading("year", t) == "year"
    assert units.heading("furlongs", t) == "furlongs"
