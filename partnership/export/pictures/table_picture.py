"""A listing drawn as a table: heads, columns as wide as their words, long cells wrapped."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from partnership import palette
from partnership.export import handout
from partnership.export.type import lettering, widths
from partnership.figures.figure import Listing
from partnership.language.texts import Texts

NARROWEST, _WIDEST = 900, 1300
"""Pixels of the width of a table."""
_MOST_ROWS, _MOST_LINES = 60, 150
"""Rows, and lines of their cells, that a picture can hold."""
_SIZE, _LINE, _SPACE = 12, 16, 6
"""Pixels: the type, its lines, and the space above and below the words of a row."""
_LETTER = 6
"""Pixels of a letter of the type, its widths being counted in letters."""
_GAP = 16
_PART = 3
"""A column is no wider than this part of the table, unless others leave it room."""
_TIED = re.compile(r"(?<=\d) (?=[^\W\d]|%)|(?<=[^\W\d]) (?=\d{4}\b)")
"""Spaces within a date and between a number and its unit, at which no line breaks."""


@dataclass(frozen=True)
class Drawing:
    """A Vega-Lite specification, its width in pixels, and the words on what it leaves out."""

    specification: dict[str, Any]
    width: int
    left_out: str = ""


def table(listing: Listing, t: Texts) -> Drawing:
    """The rows of a listing, from the first on, under the heads of its columns.

    Cards, events and facts have no heads; they are a label, a value and a detail in a row.
    """
    names = list(listing.rows[0]) if listing.rows else []
    rows = [[_said(row.get(name, "")) for name in names] for row in listing.rows[:_MOST_ROWS]]
    heads = [_said(name) for name in names]
    wide = _WIDEST // _LETTER
    needs = [
        widths.need(head, [row[n] for row in rows], wide // _PART, _letters)
        for n, head in enumerate(heads)
    ]
    gone = widths.dropped(needs, wide, list(reversed(range(1, len(names)))))
    kept = [n for n in range(len(names)) if n not in gone]
    room = min(max(sum(needs[n].most + 3 for n in kept), NARROWEST // _LETTER), wide)
    columns = [_LETTER * each for each in widths.shares([needs[n] for n in kept], room)]
    cells = [_set([row[n] for n in kept], columns) for row in rows]
    tall = list(accumulate(max(len(lines) for lines in row) for row in cells))
    shown = max(1, sum(1 for lines in tall if lines <= _MOST_LINES)) if rows else 0
    top = _set([heads[n] for n in kept], columns, bold=True) if listing.kind == "table" else []
    left = handout.left_out(len(listing.rows) - shown, [names[n] for n in sorted(gone)], t)
    width = max(NARROWEST, math.ceil(sum(columns)))
    return Drawing(_drawn(top, cells[:shown], columns, width), width, left)


def _said(cell: object) -> str:
    return _TIED.sub("\u00a0", lettering.shown(str(cell)))


def _letters(words: str) -> int:
    return math.ceil(lettering.face(_SIZE, True).getlength(words) / _LETTER)


def _set(cells: Sequence[str], columns: Sequence[float], *, bold: bool = False) -> list[list[str]]:
    """The lines of each cell of a row; the first cell, or the whole row, is bold."""
    return [
        lettering.lines(cell, _SIZE, bold or not n, wide - _GAP)
        for n, (cell, wide) in enumerate(zip(cells, columns, strict=True))
    ]


def _drawn(
    top: Sequence[Sequence[str]],
    rows: Sequence[Sequence[Sequence[str]]],
    columns: Sequence[float],
    width: int,
) -> dict[str, Any]:
    """Each cell a text of lines at its place, and a line under the heads and between rows."""
    starts = [0.0, *accumulate(columns)]
    texts: dict[str, list[dict[str, Any]]] = {"head": [], "first": [], "more": []}
    rules = []
    y = 0
    for row in (*([top] if top else ()), *rows):
        head = row is top
        for n, lines in enumerate(row):
            part = "head" if head else "more" if n else "first"
            texts[part].append({"x": starts[n], "y": y + _SPACE, "words": lines})
        y += max(len(lines) for lines in row) * _LINE + 2 * _SPACE
        rules.append({"x": 0, "to": width, "y": y, "head": head})
    colours = {"head": palette.SOFT.light, "first": palette.INK.light, "more": palette.INK.light}
    layers = [_rules(rules)]
    layers += [_texts(texts[k], colours[k], bold=k != "more") for k in texts if texts[k]]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": width,
        "height": y,
        "layer": layers,
    }


def _place(field: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def _texts(cells: list[dict[str, Any]], colour: str, *, bold: bool) -> dict[str, Any]:
    return {
        "data": {"values": cells},
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "top",
            "fontSize": _SIZE,
            "fontWeight": 600 if bold else 400,
            "lineHeight": _LINE,
            "color": colour,
        },
        "encoding": {"x": _place("x"), "y": _place("y"), "text": {"field": "words"}},
    }


def _rules(rules: list[dict[str, Any]]) -> dict[str, Any]:
    shades = {"condition": {"test": "datum.head", "value": palette.MUTED.light}}
    return {
        "data": {"values": rules},
        "mark": {"type": "rule", "strokeWidth": 1},
        "encoding": {
            "x": _place("x"),
            "x2": {"field": "to"},
            "y": _place("y"),
            "color": {**shades, "value": palette.FAINT.light},
        },
    }
