"""Tables that are read: real ones, whose columns sort by what they hold and which print whole.

Streamlit's own table is a picture on a canvas: it sorts words by their letters, prints what is in
view, and cannot be selected.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

from partnership.language.readable import Cell, Table
from partnership.language.texts import Texts
from partnership.ui.app import controls
from partnership.ui.streamlit_shims.rules.printing import LONG

_HERE = Path(__file__)
_APART = re.compile(r"^import .*;\n|^export (?=const|function)", re.MULTILINE)
"""What makes a module of a file: the browser gets the files of a table as one script."""
_SCRIPTS = ("table_columns.js", "table.js")


def _script() -> str:
    return "\n".join(_APART.sub("", _HERE.with_name(n).read_text("utf-8")) for n in _SCRIPTS)


_drawn = component("reading_table", css=_HERE.with_suffix(".css").read_text("utf-8"), js=_script())
_KEPT_WHOLE = 15
"""Rows of a table that stays on one sheet."""
_CELL, _SIGN, _LETTER, _WIDE_LETTER = 24, 4, 7, 8
"""Pixels: a cell without text, a point or a space, a letter, one of another alphabet than Latin."""
_SIGNS = " .,:;·()\u00a0\u202f"
_SHORT_CELL = 14
"""Letters of a cell that stays on one line: a day, a number with its unit."""
_LONG_CELL, _LEAST_OF_LONG = 40, 190
"""Letters of a cell that goes over several lines, and pixels that its column has at least."""
_LONGEST_WORD, _SPREAD = 16, 2.2
"""Letters of a word that is not broken; letters a line for the root of those of a cell."""
_CHOSEN = "_row_chosen"
_SHEET = 130
"""Letters side by side on a sheet; columns that need more are set smaller."""


def table(read: Table, key: str, t: Texts, chosen: str | None = None) -> None:
    """Draw a table as high as its rows, up to a dozen; `chosen` is the id of the row that is open.

    On a telephone what a row opens comes into view: the container `opened-` and the field that
    the row chooses.
    """
    drawn_key = f"{f'{LONG}-table' if len(read.rows) > _KEPT_WHOLE else 'table'}-{key}"
    heads = [column.heading for column in read.columns]
    columns = [read.cells(column.key) for column in read.columns]
    needs = _needs(heads, columns)
    _drawn(
        key=drawn_key,
        data={
            "keys": [column.key for column in read.columns],
            "heads": heads,
            "rows": [list(row) for row in zip(*columns, strict=True)],
            "order": {str(n): _order(c) for n, c in enumerate(columns) if _valued(c)},
            "right": [n for n, column in enumerate(read.columns) if column.align == "right"],
            "least": [_least(h, c) for h, c in zip(heads, columns, strict=True)],
            "shares": [round(100 * need / sum(needs), 2) for need in needs],
            "small": sum(needs) > _SHEET,
            "lang": t.spoken,
            "ids": list(read.ids),
            "chosen": chosen or "",
            "opened": f".st-key-opened-{read.opens}" if read.opens else "",
            "words": {
                "find": t("Search in this table"),
                "found": t("Rows found:"),
                "all": t("All columns"),
            },
        },
        on_row_change=partial(_opened, drawn_key, read),
        height="content",
    )


def _opened(key: str, read: Table) -> None:
    """A row was chosen: what it is about is chosen on the page."""
    found = st.session_state[key].get("row")
    if read.opens and found in read.ids:
        controls.choose(read.opens, found)
        st.session_state[_CHOSEN] = True


def row_chosen() -> bool:
    """Whether a row was chosen since this was asked last: the page has to run, not a part alone."""
    return bool(st.session_state.pop(_CHOSEN, False))


def _valued(column: Sequence[str]) -> bool:
    return any(isinstance(cell, Cell) for cell in column)


def _order(column: Sequence[str]) -> list[list[object]]:
    """Unit and value of each cell; nothing for one whose value is not known."""
    return [
        [cell.unit, cell.value] if isinstance(cell, Cell) and cell.value is not None else []
        for cell in column
    ]


def _least(head: str, column: Sequence[str]) -> int:
    """Pixels in which a column can be read."""
    pieces = [*head.split(" "), *(piece for cell in column for piece in _pieces(cell))]
    least = _CELL + max(map(_pixels, pieces))
    long = max((len(cell) for cell in column), default=0) > _LONG_CELL
    return max(least, _LEAST_OF_LONG) if long else least


def _pieces(cell: str) -> list[str]:
    """What of a cell stays on one line: all of a short one, else each word."""
    return [cell] if len(cell) <= _SHORT_CELL else cell.split(" ")


def _pixels(piece: str) -> int:
    """About as wide as a piece of a cell is drawn; of a very long word only a part."""
    return sum(
        _SIGN if letter in _SIGNS else _LETTER if letter < "\u0370" else _WIDE_LETTER
        for letter in piece[:_LONGEST_WORD]
    )


def _needs(heads: Sequence[str], columns: Sequence[Sequence[str]]) -> list[float]:
    """Letters that each column should have side by side on paper: its words, and more for long
    cells, which go over several lines.
    """
    needs = []
    for head, column in zip(heads, columns, strict=True):
        word = max(len(piece) for cell in (head, *column) for piece in _pieces(cell))
        long = sorted(len(cell) for cell in column)[len(column) * 9 // 10]
        needs.append(max(min(word, _LONGEST_WORD), _SPREAD * long**0.5, 2))
    return needs
