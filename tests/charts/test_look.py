"""The one look of drawings, on screen and in pictures."""

from __future__ import annotations

from partnership import palette
from partnership.charts import look


def test_what_a_drawing_asks_for_counts() -> None:
    found = look.config({"axis": {"labelColor": "#123456"}, "padding": 0}, "Some Face")
    assert found["axis"]["labelColor"] == "#123456"
    assert found["axis"]["gridColor"] == palette.FAINT.light
    assert (found["padding"], found["font"]) == (0, "Some Face")


def test_numbers_stand_at_their_lines() -> None:
    assert look.config({}, "")["axis"]["labelFlush"] is False
