"""What is read, drawn as a table: heads, columns as wide as their words, long cells wrapped."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from partnership import palette
from partnership.export import handout
from partnership.export.type import lettering, widths
from partnership.figures.figure import Listing
from partnership.language.readable import Align, Column, Table
from partnership.language.texts import Texts

NARROWEST, _WIDEST = 900, 1300
"""Pixels of the width of a table."""
_MOST_ROWS, _MOST_LINES = 60, 150
"""Rows, and lines of their cells, that a picture can hold."""
_SIZE, _LINE, _SPACE = 12, 16, 6
"""Pixels: the type, its lines, and the space above and below the words of a row."""
_LETTER = _SIZE * widths.LETTER
"""Pixels of a letter, in which widths of columns are counted."""
_GAP = 16
_PART = 3
"""A column is no wider than this part of the table, unless others leave it room."""
_TIED = re.compile(r"(?<=\d) (?=[^\W\d]|%)|(?<=[^\W\d]) (?=\d{4}\b)")
"""Spaces within a date and between a number and its unit, at which no line breaks."""


_PARTS = (Column("label", ""), Column("value", ""), Column("detail", ""))
"""Cards, events and facts as columns."""


@dataclass(frozen=True)
class Drawing:
    """A Vega-Lite specification, its width in pixels, and the words on what it leaves out."""

    specification: dict[str, Any]
    width: int
    left_out: str = ""


def table(read: Listing | Table, t: Texts) -> Drawing:
    """The rows of a table, from the first on, under its headings.

    Cards, events and facts have no headings; they are a label, a value and a detail in a row.
    """
    headed, whole = isinstance(read, Table), _table(read)
    wide = int(_WIDEST / _LETTER)
    needs = widths.needs(whole, wide // _PART, first_bold=True)
    gone = widths.dropped(needs, wide, list(reversed(range(1, len(needs)))))
    kept = whole.only(c.key for n, c in enumerate(whole.columns) if n not in gone)
    needed = [one for n, one in enumerate(needs) if n not in gone]
    room = min(max(sum(one.most + 3 for one in needed), int(NARROWEST / _LETTER)), wide)
    columns = [_LETTER * each for each in widths.shares(needed, room)]
    cells = [_set([row[c.key] for c in kept.columns], columns) for row in kept.rows]
    tall = list(accumulate(max(len(lines) for lines in row) for row in cells))
    shown = max(1, sum(1 for lines in tall if lines <= _MOST_LINES)) if cells else 0
    top = _set([c.heading for c in kept.columns], columns, bold=True) if headed else []
    left = [column.heading for n, column in enumerate(whole.columns) if n in gone]
    width = max(NARROWEST, math.ceil(sum(columns)))
    right = {n for n, column in enumerate(kept.columns) if column.align == "right"}
    drawn = _drawn(top, cells[:shown], columns, right, width)
    return Drawing(drawn, width, handout.left_out(len(read.rows) - shown, left, t))


def _table(read: Listing | Table) -> Table:
    """What is read as a table, as many rows as can be shown, in signs that can be drawn."""
    columns = read.columns if isinstance(read, Table) else _PARTS
    listed = read.rows if isinstance(read, Table) else read.plain
    rows = [{c.key: cell(row.get(c.key, "")) for c in columns} for row in listed[:_MOST_ROWS]]
    drawable = (replace(c, label=cell(c.label), unit=cell(c.unit)) for c in columns)
    return Table(tuple(drawable), tuple(rows))


def cell(words: str) -> str:
    """Words in signs that can be drawn; dates, and numbers with their units, stay together."""
    return _TIED.sub("\u00a0", lettering.shown(words))


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
    right: Collection[int],
    width: int,
) -> dict[str, Any]:
    """Each cell a text of lines at its place, and a line under the heads and between rows.

    Cells of the columns `right` end at the right edge of their column.
    """
    starts = [0.0, *accumulate(columns)]
    texts: dict[tuple[str, Align], list[dict[str, Any]]] = {
        (part, align): [] for part in _TYPES for align in ("left", "right")
    }
    rules = []
    y = 0
    for row in (*([top] if top else ()), *rows):
        head = row is top
        for n, lines in enumerate(row):
            part = "head" if head else "more" if n else "first"
            align: Align = "right" if n in right else "left"
            x = starts[n] + columns[n] - _GAP if n in right else starts[n]
            texts[part, align].append({"x": x, "y": y + _SPACE, "words": lines})
        y += max(len(lines) for lines in row) * _LINE + 2 * _SPACE
        rules.append({"x": 0, "to": width, "y": y, "head": head})
    layers = [_rules(rules)]
    layers += [words_at(c, _TYPES[part], align) for (part, align), c in texts.items() if c]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": width,
        "height": y,
        "layer": layers,
    }


def place(field: str) -> dict[str, Any]:
    """A column of pixels."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


@dataclass(frozen=True)
class Type:
    """How words are set: the size of letters and lines in pixels, and their colour."""

    size: int
    line: int
    colour: str
    bold: bool = False


def words_at(cells: list[dict[str, Any]], look: Type, align: Align = "left") -> dict[str, Any]:
    """Words in lines (`words`), each set from its place `x`, `y` on."""
    return {
        "data": {"values": cells},
        "mark": {
            "type": "text",
            "align": align,
            "baseline": "top",
            "fontSize": look.size,
            "fontWeight": 600 if look.bold else 400,
            "lineHeight": look.line,
            "color": look.colour,
            "description": {"expr": "join(datum.words, ' ')"},
        },
        "encoding": {"x": place("x"), "y": place("y"), "text": {"field": "words"}},
    }


_TYPES = {
    "head": Type(_SIZE, _LINE, palette.SOFT.light, bold=True),
    "first": Type(_SIZE, _LINE, palette.INK.light, bold=True),
    "more": Type(_SIZE, _LINE, palette.INK.light),
}


def _rules(rules: list[dict[str, Any]]) -> dict[str, Any]:
    shades = {"condition": {"test": "datum.head", "value": palette.MUTED.light}}
    return {
        "data": {"values": rules},
        "mark": {"type": "rule", "strokeWidth": 1, "aria": False},
        "encoding": {
            "x": place("x"),
            "x2": {"field": "to"},
            "y": place("y"),
            "color": {**shades, "value": palette.FAINT.light},
        },
    }
