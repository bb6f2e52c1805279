"""What screen readers read out of marks is what hovering shows."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import vl_convert

from partnership.charts import aria

_ROWS: list[dict[str, Any]] = [
    {"x": 1, "n": 2024, "colour": "#b4373f", "words": "1.5 %", "of": {"name": 'A "b"'}},
    {"x": 2, "n": 2025, "colour": "#b4373f", "words": "", "of": {"name": None}},
]
_TIPS = [
    {"field": "of.name", "title": "Holder", "type": "nominal"},
    {"field": "n", "title": "Year", "type": "quantitative", "format": "d"},
    {"field": "words", "title": " ", "type": "nominal"},
]


def _labels(mark: Any, **encoding: Any) -> list[str]:
    """What a drawing of the rows reads out, in the order of its marks."""
    place = {"x": {"field": "x", "type": "quantitative", "axis": None}}
    coded = {**place, "color": {"field": "colour", "type": "nominal", "scale": None}, **encoding}
    layer = {"mark": mark, "encoding": coded}
    whole = aria.described({"data": {"values": _ROWS}, "layer": [layer]})
    svg = vl_convert.vegalite_to_svg(whole)
    return [unescape(words) for words in re.findall(r'<\w+ aria-label="([^"]*)"', svg)]


def test_lines_of_a_tooltip_are_read_and_what_is_missing_is_not() -> None:
    assert _labels("point", tooltip=_TIPS) == ['Holder: A "b"; Year: 2024; 1.5 %', "Year: 2025"]


def test_a_tooltip_of_one_line() -> None:
    assert _labels({"type": "bar", "color": "red"}, tooltip=_TIPS[1]) == [
        "Year: 2024",
        "Year: 2025",
    ]


def test_words_of_its_own_are_left() -> None:
    assert _labels("point", tooltip=_TIPS, description={"field": "words"}) == ["1.5 %", ""]


def test_marks_without_a_tooltip_and_labels_are_not_read() -> None:
    assert _labels("rule") == []
    assert _labels("text", text={"field": "words"}, tooltip=_TIPS) == []


def test_every_part_of_a_drawing_is_gone_through() -> None:
    part = {"layer": [{"mark": "rule"}]}
    whole = aria.described({"vconcat": [part, {"hconcat": [{"mark": {"type": "tick"}}]}]})
    assert whole["vconcat"][0]["layer"][0]["mark"] == {"type": "rule", "aria": False}
    assert whole["vconcat"][1]["hconcat"][0]["mark"] == {"type": "tick", "aria": False}
