"""Names on a still map stay inside it, however narrow it is and however long they are."""

from __future__ import annotations

import re

import pytest
import vl_convert

from partnership.export import chart
from partnership.export.type import lettering
from partnership.figures import figure as figures
from partnership.language import pseudo
from partnership.state import State

_TEXT = re.compile(r'<text text-anchor="(\w+)" transform="translate\(([-\d.]+),[-\d.]+\)"([^>]*)>')
_LINE = re.compile(r"<tspan[^>]*>(.*?)</tspan>|>([^<]+)</text>")
_SIZE = re.compile(r'font-size="([\d.]+)px"')
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}


@pytest.mark.parametrize("width", [300, 345, 640])
@pytest.mark.parametrize("figure_id", ["overview.map", "renewables.map", "corridor.map"])
def test_no_name_crosses_an_edge(
    figure_id: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(pseudo.ASKED, "1")
    figure = figures.build(figure_id, State(lang=pseudo.LONGER))
    svg = vl_convert.vegalite_to_svg(chart.specification(figure, width))
    seen = 0
    for found in _TEXT.finditer(svg):
        anchor, x, look = found.groups()
        if "stroke-linejoin" not in look or 'opacity="0"' in look:
            continue
        (size,) = map(float, _SIZE.findall(look))
        end = svg.index("</text>", found.end()) + len("</text>")
        lines = [a or b for a, b in _LINE.findall(svg[found.end() - 1 : end])]
        for line in lines:
            wide = lettering.width(line, size, 'font-weight="bold"' in look)
            left = float(x) - wide * _BEFORE[anchor]
            assert left >= -1, line
            assert left + wide <= width + 1, line
            seen += 1
    assert seen > 4
