"""Horizontal bars in words."""

from __future__ import annotations

from partnership.charts import spoken
from partnership.charts.forms import Bars, Category, Chart
from partnership.charts.forms.bars import single
from partnership.language import texts
from tests.charts import barred

T = texts.in_language("en")


def _words(bars: Bars) -> str:
    return spoken.words(Chart(bars), T)


def test_every_row_is_named_with_its_words() -> None:
    assert _words(barred.alone()) == "Bars (Mt): Almaty: 3e+06 t; Bari: 1e+06 t; Cagliari."


def test_several_series_are_named_in_each_row() -> None:
    found = _words(barred.several("stacked"))
    assert found == (
        "Bars (Tonnes): Almaty: Rail 2 t, Sea 1 t; Bari: Rail 2 t, Sea 3 t; Cagliari: Rail 2 t."
    )


def test_under_headings_the_least_and_the_most_are_named() -> None:
    assert _words(barred.grouped()) == (
        "Bars (Number): Late count: 2 bars, 4 t to 5 t; Early count: 1 t."
    )


def test_of_very_many_rows_the_last_is_named_and_those_between_are_counted() -> None:
    rows = tuple(Category(str(n), f"A town of a long name, number {n}") for n in range(40))
    points = tuple(barred.point(row.key, float(row.key)) for row in rows)
    found = _words(Bars(rows, single(points, barred.ITALY), "Town", "Tonnes"))
    assert len(found) < 660
    shown = found.count("; ")
    assert found.endswith(f"; {40 - shown} more, the last A town of a long name, number 39: 39 t.")


def test_of_no_rows_that_is_said() -> None:
    assert _words(Bars((), (), "Town", "Tonnes")) == "No bars."
