"""Drawings for the pages of PDF files, each in the shape of the room that it is given."""

from __future__ import annotations

from typing import Any

from partnership.export import chart, legible
from partnership.figures.figure import Figure

_LARGEST = 1.25
"""Times that type can grow in a drawing whose rows are as close as they can be."""


def legibly(figure: Figure, width: int, height: int, tallest: float, points: float) -> str:
    """The same as `svg` with type that is large enough where `width` pixels are `points` wide.

    Empty where no type of a readable size finds room.
    """
    times, drawn = 1.0, svg(figure, width, height, tallest)
    for _ in range(3):
        wide, tall = chart.size(drawn)
        scale = min(points / wide, tallest * points / width / tall)
        wanted = legible.growth(drawn, scale)
        if wanted <= 1:
            return drawn
        times *= 1.01 * wanted
        if times > _LARGEST:
            break
        drawn = svg(figure, width, height, tallest, times)
    return ""


def svg(figure: Figure, width: int, height: int, tallest: float, times: float = 1.0) -> str:
    """The drawing as SVG with text as text, `width` pixels wide and `height` high.

    One of many rows comes out higher. Where it is then higher than `tallest` for its width, it
    is drawn closer and wider, so that it fills a room of `width` by `tallest`. Its type is `times`
    larger than it would be.
    """
    drawing = legible.enlarged(chart.specification(figure, width, height), times)
    drawn = chart.svg(drawing)
    if _higher(drawn, width, tallest):
        if not isinstance(drawing.get("height"), int | float):
            _lower(drawing, max(tallest / chart.size(drawn)[1], 1 / chart.CLOSEST))
            drawn = chart.svg(drawing)
        if _higher(drawn, width, tallest):
            _widen(drawing, int(width * chart.size(drawn)[1] / tallest))
            drawn = chart.svg(drawing)
    return drawn


def _higher(drawn: str, width: int, tallest: float) -> bool:
    wide, tall = chart.size(drawn)
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
