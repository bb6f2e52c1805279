"""Type of drawings where they stand: on slides of both kinds and on pages, never under 9 points."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from partnership.export import chart, handout, legible, pptx
from partnership.export.pdf import drawing as pdf_drawing
from partnership.figures import figure as figures
from partnership.language import texts
from partnership.state import State
from tests.export.pptx.plots.test_native import KINDS

_SIZE = re.compile(r'<text[^>]*?font-size="([\d.]+)')
_HALF = 0.05
"""Points that rounding may take."""
_DRAWN = [i for i in figures.registry() if chart.drawable(figures.build(i, State()))]


def _least(svg: str, scale: float) -> float:
    return min((float(s) * scale for s in _SIZE.findall(svg)), default=99.0)


@pytest.mark.parametrize(("width", "tall", "points"), [(800, 330, 880), (520, 570, 470)])
@pytest.mark.parametrize("figure_id", _DRAWN)
@pytest.mark.usefixtures("drawn_once")
def test_drawings_of_pdfs_can_be_read(figure_id: str, width: int, tall: int, points: float) -> None:
    figure = figures.build(figure_id, State())
    svg = pdf_drawing.legibly(figure, width, min(tall, 330), tall, points)
    if not svg:
        rows = legible.tabled(figure, texts.in_language("en")).rows
        assert len(rows) == len(figure.table)
        return
    wide, high = chart.size(svg)
    scale = min(points / wide, tall * points / width / high)
    assert _least(svg, scale) >= legible.LEAST - _HALF


@pytest.mark.parametrize("figure_id", [i for i in _DRAWN if i not in KINDS])
@pytest.mark.usefixtures("drawn_once")
def test_pictures_on_slides_can_be_read(figure_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    figure = figures.build(figure_id, State())
    drawn: list[dict[str, Any]] = []
    make = chart.png

    def seen(drawing: dict[str, Any], scale: float = 2) -> bytes:
        drawn.append(drawing)
        return make(drawing, scale)

    monkeypatch.setattr(chart, "png", seen)
    content = pptx.pptx(handout.of_figure(figure, State()))
    shapes: list[Any] = list(Presentation(BytesIO(content)).slides[0].shapes)
    pictures = [s for s in shapes if s.shape_type == 13]
    if not pictures:
        assert any(s.has_table for s in shapes)
        return
    svg = chart.svg(drawn[-1])
    wide, _ = chart.size(svg)
    assert _least(svg, pictures[0].width / 12700 / wide) >= legible.LEAST - _HALF
