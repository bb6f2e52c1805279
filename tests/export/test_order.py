"""Native charts beside the drawing: parts of stacks in one order, bars that keep their colour."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from itertools import groupby
from typing import Any
from xml.etree import ElementTree

import pytest

from partnership import palette
from partnership.export import chart
from partnership.export.pptx import plots
from partnership.export.pptx.plots.model import Plot
from partnership.figures import figure as figures
from partnership.state import State
from tests.export.conftest import FileOf
from tests.export.pptx.plots.test_native import KINDS

_STACKS = [i for i, (kind, stacked) in KINDS.items() if stacked and kind != "area"]
_RECTANGLES = re.compile(r'<g class="mark-rect [^>]*>(.*?)</g>', re.DOTALL)
_RECTANGLE = re.compile(r'<path [^>]*\bd="M([-\d.]+),([-\d.]+)h([-\d.]+)v([-\d.]+)h[^"]*"([^>]*)')
_WHOLE = {palette.tint(shade.light): shade.light for shade in palette.ALL}
"""The colours that tints are of: how sure a value is does not matter here."""
_OPACITY = re.compile(r' opacity="([\d.]+)"')
_C = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}


def _plot(figure_id: str) -> Plot:
    found = plots.plot(figures.build(figure_id, State()))
    assert found is not None
    return found


def _drawn(figure_id: str, across: bool) -> set[tuple[str, ...]]:
    """Colours of each stack of the drawing: upwards, or from left to right."""
    svg = chart.svg(chart.specification(figures.build(figure_id, State()), 900))
    stacks: dict[float, list[tuple[float, str]]] = {}
    for found in _RECTANGLE.finditer("".join(_RECTANGLES.findall(svg))):
        x, y, wide, tall = (float(found[n]) for n in range(1, 5))
        looks: dict[str, str] = dict(re.findall(r'(fill|stroke)="(#\w+)"', found[5]))
        # What cannot be seen is there to be pointed at.
        hidden = (pale := _OPACITY.search(found[5])) and float(pale[1]) == 0
        if looks and not hidden and abs(wide * tall) > 0.01:
            hollow = looks["fill"] == palette.PAPER.light
            colour = looks["stroke" if hollow else "fill"]
            colour = _WHOLE.get(colour, colour)
            place, along = (y, x + min(wide, 0)) if across else (x, -y - max(tall, 0))
            stacks.setdefault(round(place, 1), []).append((along, colour))
    # Parts of one series that differ by status alone lie together, and are one part of a file's.
    runs = (groupby(colour for _, colour in sorted(stack)) for stack in stacks.values())
    return {tuple(colour for colour, _ in run) for run in runs}


def _native(found: Plot) -> set[tuple[str, ...]]:
    return {_stack(found, n) for n in range(len(found.categories))}


def _stack(found: Plot, place: int) -> tuple[str, ...]:
    parts: list[tuple[str, float]] = []
    for one in found.series:
        value = one.amounts[place] if one.drawn == "bar" else None
        if value:
            style = one.styles.get(place)
            colour = (style.colour if style else "") or one.colour
            parts.append((_WHOLE.get(colour, colour), value))
    below = [colour for colour, value in reversed(parts) if value < 0]
    return (*below, *(colour for colour, value in parts if value > 0))


@pytest.mark.parametrize("figure_id", _STACKS)
def test_parts_of_a_native_stack_lie_as_in_the_drawing(figure_id: str) -> None:
    found = _plot(figure_id)
    drawn = {s for s in _drawn(figure_id, found.kind == "bar") if len(s) > 1}
    assert drawn
    assert drawn <= _native(found)


def _charts(content: bytes) -> list[Any]:
    archive = zipfile.ZipFile(BytesIO(content))
    names = [n for n in archive.namelist() if re.fullmatch(r"ppt/charts/chart[^/]*\.xml", n)]
    return [ElementTree.fromstring(archive.read(name)) for name in names]  # noqa: S314


def _value(part: Any, name: str) -> str:
    return next((found.get("val", "") for found in part.findall(f"c:{name}", _C)), "")


@pytest.mark.parametrize("figure_id", KINDS)
def test_series_stand_in_order_and_bars_keep_their_colour_below_zero(
    figure_id: str, file_of: FileOf
) -> None:
    found = _plot(figure_id)
    [chart] = _charts(file_of(figure_id, "pptx"))
    series = chart.findall(".//c:ser", _C)
    names = {_value(one, "order"): one.findtext("c:tx//c:v", "", _C) for one in series}
    assert [names[str(n)] for n in range(len(series))] == [s.name for s in found.series]
    for one in chart.findall(".//c:barChart/c:ser", _C):
        for part in (one, *one.findall("c:dPt", _C)):
            assert _value(part, "invertIfNegative") == "0"
