"""Tables that are read: real ones, whose columns sort by what they hold and which print whole.

Streamlit's own table is a picture on a canvas: it sorts words by their letters, prints what is in
view, and cannot be selected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

from partnership.language.readable import Cell, Table
from partnership.language.texts import Texts
from partnership.ui.streamlit_shims.printing import LONG

_HERE = Path(__file__)
_APART = re.compile(r"^import .*;\n|^export (?=const|function)", re.MULTILINE)
"""What makes a module of a file: the browser gets the files of a table as one script."""
_SCRIPTS = ("table_columns.js", "table.js")


def _script() -> str:
    return "\n".join(_APART.sub("", _HERE.with_name(n).read_text("utf-8")) for n in _SCRIPTS)


_drawn = component("reading_table", css=_HERE.with_suffix(".css").read_text("utf-8"), js=_script())
_KEPT_WHOLE = 15
"""Rows of a table that stays on one sheet."""
_CELL, _LETTER = 24, 7
"""Pixels: a cell without text, and a letter."""
_LONG_CELL, _LEAST_OF_LONG = 40, 190
"""Letters of a cell that goes over several lines, and pixels that its column has at least."""
_LONGEST_WORD, _SPREAD = 13, 2.2
"""Letters of a word that is not broken; letters a line for the root of those of a cell."""
_SHEET = 130
"""Letters side by side on a sheet; columns that need more are set smaller."""


@dataclass(frozen=True)
class Choice:
    """What a row of a table does when it is chosen.

    `pick` is called with the number of the row, as in the table; `chosen` is the one that is open.
    On a telephone what stands at the selector `shown` comes into view.
    """

    pick: Callable[[int], None]
    chosen: int | None
    shown: str


def table(read: Table, key: str, t: Texts, choice: Choice | None = None) -> None:
    """Draw a table as high as its rows, up to a dozen."""
    heads = [column.heading for column in read.columns]
    columns = [read.cells(column.key) for column in read.columns]
    needs = _needs(heads, columns)
    own_key = f"{LONG if len(read.rows) > _KEPT_WHOLE else 'table'}-{key}"

    def picked() -> None:
        row = st.session_state[own_key].opened
        if choice is not None and row is not None:
            choice.pick(int(row))

    _drawn(
        key=own_key,
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
            "opens": choice is not None,
            "chosen": choice.chosen if choice else None,
            "shown": choice.shown if choice else "",
            "words": {
                "find": "" if choice else t("Search in this table"),
                "found": t("Rows found:"),
                "all": t("All columns"),
            },
        },
        on_opened_change=picked,
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


def _least(head: str, column: Sequence[str]) -> int:
    """Pixels in which a column can be read."""
    word = max((len(w) for cell in (head, *column) for w in cell.split()), default=1)
    least = _CELL + _LETTER * min(word, _LONGEST_WORD)
    long = max((len(cell) for cell in column), default=0) > _LONG_CELL
    return max(least, _LEAST_OF_LONG) if long else least


def _needs(heads: Sequence[str], columns: Sequence[Sequence[str]]) -> list[float]:
    """Letters that each column should have side by side on paper: its words, and more for long
    cells, which go over several lines.
    """
    needs = []
    for head, column in zip(heads, columns, strict=True):
        word = max((len(w) for cell in (head, *column) for w in cell.split()), default=1)
        long = sorted(len(cell) for cell in column)[len(column) * 9 // 10]
        needs.append(max(min(word, _LONGEST_WORD), _SPREAD * long**0.5, 2))
    return needs
