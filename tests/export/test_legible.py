"""Type of drawings where they stand: on slides of both kinds and on pages, never under 9 points."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from pptx import Presentation

from partnership.export import chart, handout, legible, pptx
from partnership.export.pdf import drawing as pdf_drawing
from partnership.export.pptx import plots
from partnership.figures import figure as figures
from partnership.language import texts
from partnership.state import State

_SIZE = re.compile(r'<text[^>]*?font-size="([\d.]+)')
_SIZE_OF = re.compile(r"[\d.]+")
_HALF = 0.05
"""Points that rounding may take."""
_DRAWN = [i for i in figures.registry() if chart.drawable(figures.build(i, State()))]
_PICTURED = [i for i in _DRAWN if plots.plot(figures.build(i, State())) is None]
"""Drawings that are no native chart on slides."""


_MOVED = re.compile(r"translate\(([-\d.e]+)[ ,]([-\d.e]+)\)")
_WRAPPING = ("stakes.matrix", "stakes.imports_compared", "climate.targets", "minerals.china")
"""Figures whose legend or heads take more lines where a drawing is narrow."""


def _outside(svg: str) -> list[str]:
    """Level words of a drawing that begin or stand outside it."""
    wide, high = chart.size(svg)
    found: list[str] = []

    def walk(node: ElementTree.Element, x: float, y: float) -> None:
        for across, down in _MOVED.findall(node.get("transform", "")):
            x, y = x + float(across), y + float(down)
        words, size = "".join(node.itertext()).strip(), _SIZE_OF.match(node.get("font-size", ""))
        if node.tag.endswith("text") and words and size and "rotate" not in str(node.attrib):
            # A capital is seven tenths as high as its type.
            seen = y - 0.7 * float(size[0]) > -1.5 and y < high + 2 and -2 < x < wide + 2
            if not seen and node.get("opacity") != "0":
                found.append(words)
        for inner in node:
            walk(inner, x, y)

    walk(ElementTree.fromstring(svg), 0, 0)  # noqa: S314
    return found


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("figure_id", _WRAPPING)
def test_a_legend_that_breaks_into_lines_is_inside(figure_id: str, lang: str) -> None:
    """The room of marks is found once, and what stands in it may be another then."""
    figure = figures.build(figure_id, State(lang=lang))
    assert _outside(pdf_drawing.svg(figure, 520, 300, 570, 1.2)) == []


def test_vega_alone_leaves_words_outside() -> None:
    plain = chart.specification(figures.build("stakes.matrix", State()), 520, 300)
    assert _outside(chart._svg(plain))


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
    assert _outside(svg) == []


@pytest.mark.parametrize("figure_id", _PICTURED)
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
