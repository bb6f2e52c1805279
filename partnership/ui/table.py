"""Tables that are read: real ones, whose columns sort by what they hold and which print whole.

Streamlit's own table is a picture on a canvas: it sorts words by their letters, prints what is in
view, and cannot be selected.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import fmean

from streamlit.components.v2 import component

from partnership.figures.cells import Cell
from partnership.texts import Texts

_HERE = Path(__file__)
_drawn = component(
    "reading_table",
    css=_HERE.with_suffix(".css").read_text("utf-8"),
    js=_HERE.with_suffix(".js").read_text("utf-8"),
)
LONG = "long-table"
"""Begins the key of a table that may go over several sheets of paper."""
_KEPT_WHOLE = 15
"""Rows of a table that stays on one sheet."""
_CELL, _LETTER, _WIDEST = 26, 7, 340
"""Pixels: a cell without text, a letter, and the widest column."""
_LONGEST_WORD, _SPACE = 13, 30
"""Letters that a word takes on paper before it is broken, and the most a column takes."""


def table(rows: Sequence[Mapping[str, str]], key: str, height: int, t: Texts) -> None:
    """Draw `rows`, which share their heads, in a window of `height` pixels."""
    heads = list(rows[0])
    columns = [[row.get(head, "") for row in rows] for head in heads]
    _drawn(
        key=f"{LONG if len(rows) > _KEPT_WHOLE else 'table'}-{key}",
        data={
            "heads": heads,
            "rows": [list(row) for row in zip(*columns, strict=True)],
            "order": {str(n): _order(c) for n, c in enumerate(columns) if _valued(c)},
            "numbers": [n for n, c in enumerate(columns) if _numbers(c)],
            "widths": [_width(h, c) for h, c in zip(heads, columns, strict=True)],
            "shares": _shares(heads, columns),
            "height": height,
            "lang": t.spoken,
            "words": {
                "find": t("Search in this table"),
                "found": t("Rows found:"),
                "full": t("Full screen"),
            },
        },
        height="content",
    )


def _valued(column: Sequence[str]) -> bool:
    return any(isinstance(cell, Cell) for cell in column)


def _order(column: Sequence[str]) -> list[list[object]]:
    """Unit and value of each cell; nothing for one whose value is not known."""
    return [
        [cell.unit, cell.value] if isinstance(cell, Cell) and cell.value is not None else []
        for cell in column
    ]


def _numbers(column: Sequence[str]) -> bool:
    """Whether a column holds numbers alone, of one unit, which stand under each other."""
    known = [c for c in column if isinstance(c, Cell) and c.value is not None]
    return bool(known) and all(isinstance(c.value, float) and not c.unit for c in known)


def _width(head: str, column: Sequence[str]) -> int:
    letters = max(len(head) + 2, *(len(cell) for cell in column))
    return min(_CELL + _LETTER * letters, _WIDEST)


def _shares(heads: Sequence[str], columns: Sequence[Sequence[str]]) -> list[float]:
    """Each column's part of a sheet's width, in percent: by its words and what it has to say."""
    needs = []
    for head, column in zip(heads, columns, strict=True):
        said = [head, *column]
        word = max((len(w) for cell in said for w in cell.split()), default=1)
        mean = fmean(len(cell) for cell in said)
        needs.append(min(max(min(word, _LONGEST_WORD), 0.7 * mean), _SPACE))
    return [round(100 * need / sum(needs), 2) for need in needs]
