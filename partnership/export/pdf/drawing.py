"""Drawings for the pages of PDF files, each in the shape of the room that it is given."""

from __future__ import annotations

import re
from typing import Any

from partnership.export import chart
from partnership.figures.figure import Figure

_SIZE = re.compile(r'<svg[^>]*\bviewBox="0 0 ([\d.]+) ([\d.]+)"')


def svg(figure: Figure, width: int, height: int, tallest: float) -> str:
    """The drawing as SVG with text as text, `width` pixels wide and `height` high.

    One of many rows comes out higher. Where it is then higher than `tallest` for its width, it
    is drawn closer and wider, so that it fills a room of `width` by `tallest`.
    """
    drawing = chart.specification(figure, width, height)
    drawn = chart.svg(drawing)
    if _higher(drawn, width, tallest):
        if not isinstance(drawing.get("height"), int | float):
            _lower(drawing, max(tallest / size(drawn)[1], 1 / chart.CLOSEST))
            drawn = chart.svg(drawing)
        if _higher(drawn, width, tallest):
            _widen(drawing, int(width * size(drawn)[1] / tallest))
            drawn = chart.svg(drawing)
    return drawn


def size(drawn: str) -> tuple[float, float]:
    """Width and height of an SVG in pixels."""
    found = _SIZE.search(drawn)
    if found is None:
        raise ValueError("a drawing without a size")
    return float(found[1]), float(found[2])


def _higher(drawn: str, width: int, tallest: float) -> bool:
    wide, tall = size(drawn)
    return tall / wide > 1.08 * tallest / width


def _lower(drawing: dict[str, Any], part: float) -> None:
    height = drawing.get("height")
    if isinstance(height, dict) and "step" in height:
        drawing["height"] = {**height, "step": height["step"] * part}
    elif isinstance(height, int | float):
        drawing["height"] = height * part
    for one in drawing.get("vconcat", ()):
        _lower(one, part)


def _widen(drawing: dict[str, Any], width: int) -> None:
    for one in drawing.get("vconcat", [drawing]):
        if "width" in one:
            one["width"] = width
