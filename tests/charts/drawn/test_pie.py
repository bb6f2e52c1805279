"""Names around a pie: none on another, none on the pie, at the width of a telephone and wider."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from partnership.charts.drawn import pie
from partnership.charts.forms import Pie, Slice
from tests import spec

_LETTER, _LINE = 6.3, 15
_SETS = (
    (2, 19, 15, 7.5, 2, 12.5, 24, 18),
    (5, 8.9, 5, 30.1, 32.97, 6.53, 11.5),
    (1, 1, 1, 1, 1, 1, 1, 93),
    (93, 1, 1, 1, 1, 1, 1, 1),
    (50, 50),
    (100,),
)


def _pie(shares: tuple[float, ...]) -> Pie:
    names = ["ConocoPhillips", "Eni", "KazMunayGas", "bp", "TotalEnergies", "Oryx", "SOCAR", "MOL"]
    slices = (Slice(n, v, f"{v} %", "#333333") for n, v in zip(names, shares, strict=False))
    return Pie(tuple(slices), "Holder", "Percent", "missing")


def _labels(form: Pie, width: int, height: int) -> list[tuple[float, float, float, float]]:
    """Boxes of the names in pixels from the middle of a drawing `width` wide: x, y, and ends."""
    drawn = pie.draw(form).to_dict(validate=False)
    boxes = []
    for view in spec.views(drawn):
        if view.mark["type"] == "text":
            scale = view.encoding["x"]["scale"]
            half = _value(scale["domainMax"]["expr"], width, height)
            pixel = width / 2 / half
            for row in view.rows:
                lines = row["label"].split("\n")
                wide, tall = _LETTER * max(map(len, lines)), _LINE * len(lines)
                x, y = row["x"] * pixel, row["y"] * pixel
                left = x if view.mark["align"] == "left" else x - wide
                boxes.append((left, y - tall / 2, left + wide, y + tall / 2))
    return boxes


def _value(expression: str, width: int, height: int) -> float:
    return float(eval(expression, {"width": width, "height": height, "max": max, "min": min}))  # noqa: S307


@pytest.mark.parametrize("height", [210, 250, 300, 330])
@pytest.mark.parametrize("width", [320, 358, 440, 640, 1200])
@pytest.mark.parametrize("shares", _SETS)
def test_names_are_apart_and_inside(shares: tuple[float, ...], width: int, height: int) -> None:
    form = _pie(shares)
    drawn = pie.draw(form).to_dict(validate=False)
    assert set(drawn["padding"].values()) == {0}, "the names have the whole height"
    arcs: Any = next(v for v in spec.views(drawn) if v.mark["type"] == "arc")
    radius = _value(arcs.mark["outerRadius"]["expr"], width, height)
    boxes = _labels(form, width, height)
    assert len(boxes) == len(shares)
    for one, other in combinations(boxes, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        assert across <= 0 or down <= 0, (one, other)
    for left, top, right, foot in boxes:
        assert -width / 2 <= left, "cut at the left"
        assert right <= width / 2, "cut at the right"
        assert top >= -height / 2, "cut above"
        assert foot <= height / 2, "cut below"
        near = [min(max(0, a), b) for a, b in ((left, right), (top, foot))]
        assert (near[0] ** 2 + near[1] ** 2) ** 0.5 >= radius, "on the pie"
