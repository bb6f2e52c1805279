"""Dots in rows as they are read out."""

from __future__ import annotations

from dataclasses import replace

from partnership.charts.spoken import dots
from partnership.language import texts
from tests.charts.dotted import DOTS, KINDS

T = texts.in_language("en")


def test_every_row_is_read_with_its_values() -> None:
    found = dots.words(DOTS, T)
    assert found == "Dots in rows: Eni: reported 5 %, article 7.5 %; Shell: reported 20 %."


def test_one_kind_needs_no_name() -> None:
    one = replace(DOTS, kinds=KINDS[:1], rows=DOTS.rows[1:])
    assert dots.words(one, T) == "Dots in rows: Shell: 20 %."


def test_of_many_rows_their_number_is_read() -> None:
    many = replace(DOTS, rows=DOTS.rows * 10)
    found = dots.words(many, T)
    assert found.startswith("Dots in 20 rows, the first of them: Eni")
    assert found.count("Eni") < 10
