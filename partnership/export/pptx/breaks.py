"""Words for what explains a break, over a native chart: a thin line and its label."""

from __future__ import annotations

from typing import Any

from partnership import palette
from partnership.export.pptx import words
from partnership.export.pptx.plots.model import Plot
from partnership.export.pptx.words import Box
from partnership.export.type import signs

_SIZE = 12
_ROW = 0.22
"""Inches of a row of labels."""
_RIGHT = 0.45
"""Up to this share of the width a label is to the right of its line."""
_NUMBER = 3
"""Letters up to which a label is a number: it is drawn in a disc above the chart."""


def draw(slide: Any, plot: Plot, inner: Box) -> None:
    """Lines and labels; `inner` is the plot area of the chart on the slide, in inches."""
    left, top, width, height = inner
    row = 0
    for share, label in sorted(plot.breaks, key=_turn):
        x = left + share * width
        if len(label) <= _NUMBER:
            _line(slide, x, top, height)
            _disc(slide, x, top, label)
            continue
        y = top + row * _ROW
        _line(slide, x, y, height - row * _ROW)
        _label(slide, label, x, y, share < _RIGHT)
        row += 1


def _turn(one: tuple[float, str]) -> tuple[bool, float]:
    """Early ones first, the last before those to its left: no label covers another's line."""
    early = one[0] < _RIGHT
    return not early, one[0] if early else -one[0]


def rows(plot: Plot) -> int:
    """How many rows of labels the chart has."""
    return sum(len(label) > _NUMBER for _, label in plot.breaks)


def _line(slide: Any, x: float, top: float, height: float) -> None:
    from pptx.enum.dml import MSO_LINE_DASH_STYLE

    line = words.line(slide, (x, top), (x, top + height), palette.MUTED, 0.75)
    line.line.dash_style = MSO_LINE_DASH_STYLE.ROUND_DOT


def _label(slide: Any, label: str, x: float, y: float, right: bool) -> None:
    from pptx.enum.text import PP_ALIGN

    wide = len(label) * _SIZE * 0.55 / 72 + 0.1
    place = (x + 0.05 if right else x - wide - 0.05, y - 0.03, wide, _ROW)
    frame = words.box(slide, place, signs.xml(label))
    frame.word_wrap = False
    words.put(frame, label, size=_SIZE, shade=palette.SOFT)
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT if right else PP_ALIGN.RIGHT


def _disc(slide: Any, x: float, top: float, number: str) -> None:
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches

    size = 0.24
    place = (Inches(v) for v in (x - size / 2, top - size / 2 - 0.04, size, size))
    shape = words.plain(slide.shapes.add_shape(MSO_SHAPE.OVAL, *place), palette.INK)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = False, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    words.add(frame.paragraphs[0], number, size=10, shade=palette.PAPER, bold=True)
