"""The legend of a still map: what colours, shapes, cores, hollow dots and thin lines mean."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

import altair as alt

from partnership import palette
from partnership.charts import legends, marks
from partnership.maps.model import Areas, Group, Legend, Lines, Map, Points, Sign
from partnership.maps.shown import counted, lines, points

CHANNELS = ("fill", "stroke", "strokeWidth", "shape")
"""What the entries of the legend differ by."""
_STROKE, _RING = 2.5, 2.2
"""Pixels of the line that stands for lines, and of a ring."""
_SMALL = 11
"""Size of type in pixels."""
_SYMBOL = 34
"""Pixels of a sign with the space round it and after its name."""
_DASHED = "M-1,0H-0.3M0.3,0H1"
"""A broken line in the square in which shapes are drawn."""


class Entry(NamedTuple):
    """A line of the legend: its words, and how the sign before them is drawn."""

    words: str
    fill: str
    edge: str
    width: float
    shape: str


def legend(drawn: Map, faint: list[bool]) -> list[marks.Drawing]:
    """The legend as a layer without marks; `faint`: whether each course in view is schematic."""
    found = entries(drawn, faint)
    if drawn.legend is None or not found:
        return []
    words, fills, edges, widths, shapes = (list(column) for column in zip(*found, strict=True))
    look = alt.Legend(**_look(drawn.legend, words), symbolOpacity=_opacity(drawn))

    def scale(channel: Any, values: list[Any]) -> Any:
        return channel(
            "key:N", scale=alt.Scale(type="ordinal", domain=words, range=values), legend=look
        )

    return [
        alt.Chart(marks.values([]))
        .mark_point(filled=True)
        .encode(
            fill=scale(alt.Fill, fills),
            stroke=scale(alt.Stroke, edges),
            strokeWidth=scale(alt.StrokeWidth, widths),
            shape=scale(alt.Shape, shapes),
        )
    ]


def _opacity(drawn: Map) -> float:
    return next((dots.look.opacity for dots in _dots(drawn)), 1.0)


def _dots(drawn: Map) -> list[Points]:
    return [layer for layer in drawn.layers if isinstance(layer, Points) and layer.counted]


def shown(drawn: Map) -> list[Entry]:
    """The entries for what a map that moves shows; none of a map without a legend."""
    if drawn.legend is None:
        return []
    courses = (layer for layer in drawn.layers if isinstance(layer, Lines) and layer.counted)
    return entries(drawn, [mark.approximate for layer in courses for mark in lines(layer)])


def entries(drawn: Map, faint: list[bool]) -> list[Entry]:
    """What the legend explains: groups and signs that are on the map."""
    there = Counter(mark.group for mark in counted(drawn))
    dots = _dots(drawn)
    edge = dots[0].look.edge if dots else 1.0
    counts = drawn.legend is not None and drawn.legend.counts
    found = [
        _of_group(group, edge, f" ({there[group.id]})" if counts else "")
        for group in drawn.groups
        if there[group.id]
    ]
    signs = drawn.legend.signs if drawn.legend else ()
    return found + [
        _of_sign(sign, words, drawn) for sign, words in signs if _used(sign, drawn, dots, faint)
    ]


def _of_group(group: Group, edge: float, count: str) -> Entry:
    words = f"{group.words}{count}"
    if group.shape == "ring":
        return Entry(words, palette.PAPER.light, group.colour, _RING, "circle")
    width = _STROKE if group.shape == "stroke" else edge
    return Entry(words, group.colour, group.colour, width, group.shape)


def _used(sign: Sign, drawn: Map, dots: list[Points], faint: list[bool]) -> bool:
    if sign == "schematic":
        return any(faint)
    if sign == "core":
        return any(points(layer) for layer in _cores(drawn))
    return any(not mark.filled for layer in dots for mark in points(layer))


def _cores(drawn: Map) -> list[Points]:
    """Layers of further signs on the things that the map is about."""
    layers = (layer for layer in drawn.layers if isinstance(layer, Points) and not layer.counted)
    return [la for la in layers if not la.chosen and any(mark.radius for mark in la.marks)]


def _of_sign(sign: Sign, words: str, drawn: Map) -> Entry:
    grey = palette.MUTED.light
    if sign == "core" and (cores := _cores(drawn)):
        colour = cores[0].marks[0].colour
        return Entry(words, colour, colour, 1, "circle")
    for layer in drawn.layers:
        if sign == "schematic" and isinstance(layer, Lines):
            shape = _DASHED if layer.faint.dash else "stroke"
            return Entry(words, "transparent", grey, layer.faint.width, shape)
        if sign == "hollow" and not isinstance(layer, Areas | Lines) and layer.counted:
            return Entry(words, "transparent", grey, layer.look.edge, "circle")
    raise ValueError(f"a legend explains what no layer has: {sign}")


def _look(legend: Legend, words: list[str]) -> dict[str, Any]:
    return {
        "title": None,
        "orient": "bottom",
        "direction": "horizontal",
        "columns": alt.ExprRef(legends.columns(words, _SMALL, _SYMBOL)),
        "columnPadding": 14,
        "offset": 8,
        "labelFontSize": _SMALL,
        "labelLimit": 0,
        "symbolSize": legend.symbol,
    }
