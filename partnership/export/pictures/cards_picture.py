"""Numbers drawn as cards: what each is, the number, its change and trend, its date and source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from partnership import palette
from partnership.export import handout
from partnership.export.pictures.table_picture import Drawing, Type, cell, place, words_at
from partnership.export.type import lettering
from partnership.figures.figure import Listing
from partnership.language.texts import Texts

WIDTH = 900
_GAP, _BELOW, _SPACE = 28, 22, 8
"""Pixels between cards side by side, below a row of them, and between the parts of one."""
_LEAST = 20
"""Pixels of a number that would else break."""
_TYPES = {
    "label": Type(14, 18, palette.SOFT.light),
    "value": Type(34, 40, palette.INK.light, bold=True),
    "change": Type(13, 17, palette.INK.light),
    "detail": Type(12, 16, palette.SOFT.light),
}
"""The words of a card, from above; numbers are smaller where the longest would break."""
_TREND, _STROKE = 44, 1.8
"""Pixels of the height of a trend, which stands above the detail, and of its line."""

_Card = dict[str, list[str]]


def cards(read: Listing, t: Texts) -> Drawing:
    """The numbers of a listing in a grid, with their trends where they have them."""
    shown = read.rows[: handout.CARDS]
    across = handout.cards_across(len(shown))
    wide = (WIDTH - _GAP * (across - 1)) / across
    value = _TYPES["value"]
    numbers = (cell(row.get("value", "")) for row in shown)
    longest = max((lettering.width(number, 1, value.bold) for number in numbers), default=0.0)
    size = max(_LEAST, min(value.size, int(wide / max(longest, 1))))
    types = _TYPES | {"value": replace(value, size=size)}
    layers: list[dict[str, Any]] = []
    top = 0
    for first in range(0, len(shown), across):
        row = [_set(one, types, wide) for one in shown[first : first + across]]
        drawn, height = _row(row, types, read.trends[first : first + across], wide, top)
        layers += drawn
        top += height + _BELOW
    drawing = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": WIDTH,
        "height": max(top - _BELOW, 1),
        "layer": layers,
    }
    return Drawing(drawing, WIDTH, handout.left_out(len(read.rows) - len(shown), [], t))


def _row(
    row: Sequence[_Card],
    types: Mapping[str, Type],
    trends: Sequence[Sequence[float]],
    wide: float,
    top: int,
) -> tuple[list[dict[str, Any]], int]:
    """Cards side by side below `top`, part under part on one line, and how high they are."""
    starts = [n * (wide + _GAP) for n in range(len(row))]
    layers = [_rules(starts, wide, top)]
    y = top + _SPACE
    for part, look in types.items():
        if part == "detail" and any(trends):
            layers.append(_lines(trends, starts, wide, y))
            y += _TREND + _SPACE
        cells = [
            {"x": start, "y": y, "words": card[part]}
            for start, card in zip(starts, row, strict=True)
            if card[part]
        ]
        if cells:
            layers.append(words_at(cells, look))
            y += look.line * max(len(card[part]) for card in row) + _SPACE
    return layers, y - top


def _set(row: Mapping[str, str], types: Mapping[str, Type], wide: float) -> _Card:
    """The lines of each part of a card."""
    return {
        part: lettering.lines(cell(row[part]), look.size, look.bold, wide) if row.get(part) else []
        for part, look in types.items()
    }


def _rules(starts: Sequence[float], wide: float, y: float) -> dict[str, Any]:
    """A line above each card of a row."""
    return {
        "data": {"values": [{"x": x, "to": x + wide, "y": y} for x in starts]},
        "mark": {
            "type": "rule",
            "strokeWidth": 1,
            "color": palette.MUTED.light,
            "aria": False,
        },
        "encoding": {"x": place("x"), "x2": {"field": "to"}, "y": place("y")},
    }


def _lines(
    trends: Sequence[Sequence[float]], starts: Sequence[float], wide: float, top: float
) -> dict[str, Any]:
    """The trend of each card of a row, each from its own lowest to its own highest value."""
    points = [
        {"card": n, "x": start + wide * m / max(1, len(trend) - 1), "y": y}
        for n, (trend, start) in enumerate(zip(trends, starts, strict=True))
        for m, y in enumerate(_heights(trend, top))
    ]
    return {
        "data": {"values": points},
        "mark": {
            "type": "line",
            "strokeWidth": _STROKE,
            "color": palette.SOFT.light,
            "aria": False,
        },
        "encoding": {
            "x": place("x"),
            "y": place("y"),
            "detail": {"field": "card", "type": "nominal"},
        },
    }


def _heights(trend: Sequence[float], top: float) -> list[float]:
    low, high = min(trend, default=0.0), max(trend, default=0.0)
    if low == high:
        return [top + _TREND / 2] * len(trend)
    return [top + _TREND * (high - one) / (high - low) for one in trend]
