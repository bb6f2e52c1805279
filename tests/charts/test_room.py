"""Words at the ends of bars stand inside of the drawing, on a telephone and on a wide screen."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from partnership.charts import marks
from partnership.export.type import lettering
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.state import State
from tests import spec

_WIDTHS = (170, 300, 700, 1000)
"""Pixels between names and the edge: of a telephone, of half a page, of a page."""
_BARS = (
    "companies.firms",
    "companies.investment",
    "companies.values",
    "minerals.eu_imports",
    "minerals.imports",
    "minerals.output",
    "minerals.titanium",
    "stakes.compared",
    "trade.crude_origins",
    "trade.italian_exports",
    "trade.italian_exports_by_sector",
)


def _end(scale: dict[str, Any], width: int) -> float:
    """The value at the right edge of a drawing."""
    if "domain" in scale:
        return float(scale["domain"][1])
    # An expression of ours: numbers, the width, max(), and one number or another by the width.
    words = _CHOICE.sub(r"(\2 if \1 else \3)", scale["domainMax"]["expr"])
    return float(eval(words, {"width": width, "max": max}))  # noqa: S307


_CHOICE = re.compile(r"\((width < \d+) \? (\d+) : (\d+)\)")


def _words(view: spec.View, row: dict[str, Any], width: int) -> str:
    """What is written of a row: of a label that says more than the value, the value alone where
    the drawing is narrow.
    """
    field = view.encoding["text"]["field"]
    chosen = re.match(r"width < (\d+) \?", view.computed.get(field, ""))
    return str(row["words" if chosen and width < int(chosen[1]) else field])


def _cut(figure_id: str, width: int) -> list[str]:
    """Words that reach out of a drawing of `width` pixels."""
    drawn = figures.build(figure_id, State()).drawn
    assert isinstance(drawn, drawings.Chart)
    cut = []
    for view in spec.views(json.loads(drawn.text)):
        x = view.encoding.get("x", {})
        if view.mark["type"] != "text" or view.mark.get("align") != "left" or "scale" not in x:
            continue
        font = lettering.face(view.mark.get("fontSize", marks.LABEL), bold=False)
        for row in view.rows:
            if row[x["field"]] is None:
                continue
            start = row[x["field"]] / _end(x["scale"], width) * width + view.mark["dx"]
            words = _words(view, row, width)
            if start + font.getlength(words) > width:
                cut.append(words)
    return cut


@pytest.mark.parametrize("figure_id", _BARS)
def test_no_number_is_cut_at_the_edge(figure_id: str) -> None:
    assert {width: _cut(figure_id, width) for width in _WIDTHS} == {w: [] for w in _WIDTHS}
