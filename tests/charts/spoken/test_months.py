"""Lines by month as they are read out."""

from __future__ import annotations

from dataclasses import replace

from partnership.charts.spoken import months
from partnership.language import texts
from tests.charts.monthly import MONTHS, VALUES

T = texts.in_language("en")


def test_months_are_read_by_their_names() -> None:
    found = months.words(MONTHS, T)
    assert found.startswith("Lines by month: USD a barrel; billion USD.")
    assert "Value: 2 bn (November); 4 bn (January)." in found


def test_a_line_without_values_is_left_out() -> None:
    empty = replace(VALUES, name="Nothing", points=())
    panels = (replace(MONTHS.panels[1], series=(VALUES, empty)),)
    found = months.words(replace(MONTHS, panels=panels), T)
    assert "Value" in found
    assert "Nothing" not in found
