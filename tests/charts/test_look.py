"""The one look of drawings, on screen and in pictures."""

from __future__ import annotations

import json
import re

import pytest
import vl_convert

from partnership import palette
from partnership.charts import look
from partnership.charts.forms import Custom
from partnership.export import chart
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.state import State
from tests import spec

_UPRIGHT = (
    "climate.sectors",
    "minerals.chromium",
    "renewables.generation_kaz",
    "stakes.look_through",
    "trade.rank",
    "trade.share",
    "trade.target",
    "trade.titanium",
)
"""Charts of every form with an upright axis of numbers."""
_GRID = re.compile(r'<line transform="translate\(0,([\d.]+)\)" x2="[1-9][\d.]*" y2="0"')
_LABELS = re.compile(r'role-axis-label"[^>]*>(.*?)</g>', re.DOTALL)
_LABEL = re.compile(r'text-anchor="end" transform="translate\(-[\d.]+,([-\d.]+)\)"')
_HALF = 0.3 * look.TYPE
"""Pixels from the middle of a figure down to the line on which it is written."""


def test_what_a_drawing_asks_for_counts() -> None:
    found = look.config({"axis": {"labelColor": "#123456"}, "padding": 0}, "Some Face")
    assert found["axis"]["labelColor"] == "#123456"
    assert found["axis"]["gridColor"] == palette.FAINT.light
    assert (found["padding"], found["font"]) == (0, "Some Face")


@pytest.mark.parametrize("figure_id", _UPRIGHT)
def test_numbers_stand_at_their_lines(figure_id: str) -> None:
    svg = chart.svg(chart.specification(figures.build(figure_id, State()), 640))
    lines = [float(y) for y in _GRID.findall(svg)]
    labels = [float(y) - _HALF for part in _LABELS.findall(svg) for y in _LABEL.findall(part)]
    assert len(labels) > 2
    if lines:
        assert max(min(abs(y - line) for line in lines) for y in labels) <= 1
    assert look.config({}, "")["axis"]["labelFlush"] is False


def test_no_type_on_a_drawing_is_smaller_than_that_of_its_axes() -> None:
    assert look.config({}, "")["text"]["fontSize"] == look.TYPE == 12
    small = []
    for figure_id in figures.registry():
        drawn = figures.build(figure_id, State()).drawn
        if not isinstance(drawn, drawings.Chart):
            continue
        value = drawn.value
        if value and not isinstance(value.form, Custom):
            views = spec.views(json.loads(drawn.text))
            sizes = [v.mark.get("fontSize", look.TYPE) for v in views if v.mark["type"] == "text"]
            small += [figure_id] if min(sizes, default=look.TYPE) < look.TYPE else []
    assert small == []


def test_signs_of_a_key_are_in_ink_in_both_themes() -> None:
    """Vega-Lite's own are black: nobody sees them in the dark."""
    figure = figures.build("diplomacy.timeline", State())
    drawn = json.dumps(chart.specification(figure, 900), separators=(",", ":"))
    for theme, ink in (("light", palette.INK.light), ("dark", palette.INK.dark)):
        vega = vl_convert.vegalite_to_vega(palette.recolour(drawn, theme))
        keys = [key for key in vega["legends"] if "shape" in key]
        fills = {key["encode"]["symbols"]["update"]["fill"]["value"] for key in keys}
        assert fills == {ink}, theme
