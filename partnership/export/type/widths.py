"""How wide the columns of a table are set, in letters: halves of the size of its type."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from partnership.export.type import lettering
from partnership.language.readable import Table

LETTER = 0.5
"""Width of a letter as a part of the size of its type."""

_GAP = 3
"""Letters between two columns."""
_LONGEST_WORD = 18
"""Letters after which a word in a cell may be broken."""
_EASE = 16
"""Letters in which a cell can be read without a line for each of its words."""
_SPACES = re.compile(r"[ \t\n\u200b]+")
"""Where a line may break: at none of the spaces that hold a number and its unit together."""


@dataclass(frozen=True)
class Need:
    """Letters of the longest word, which is not broken, and of the longest cell."""

    least: int
    most: int


def letters(words: str, bold: bool = False) -> int:
    """How many letters wide words are."""
    # What only marks where a line may break has no width.
    return math.ceil(lettering.width(words.replace("\u200b", ""), 1 / LETTER, bold))


def needs(table: Table, widest: int, *, first_bold: bool = False) -> list[Need]:
    """What each column of a table needs, whose headings are bold, and maybe its first column."""
    columns = enumerate(table.columns)
    return [need(c.heading, table.cells(c.key), widest, first_bold and not n) for n, c in columns]


def need(heading: str, cells: Sequence[str], widest: int, bold: bool = False) -> Need:
    """What a column needs; a cell of more than `widest` letters is set on several lines."""
    words = {word for cell in cells for word in _SPACES.split(cell)}
    heads = (letters(word, bold=True) for word in _SPACES.split(heading))
    least = max([*heads, *(letters(word, bold) for word in words)])
    longest = max((letters(cell, bold) for cell in cells), default=1)
    least = max(3, min(least, _LONGEST_WORD))
    return Need(least, max(least, min(longest, widest)))


def dropped(needs: Sequence[Need], room: int, first: Sequence[int]) -> set[int]:
    """Columns that must go for the others to fit a line with ease; `first` says which first."""
    gone: set[int] = set()
    for n in first:
        if sum(_eased(one) + _GAP for i, one in enumerate(needs) if i not in gone) <= room:
            break
        gone.add(n)
    return gone


def shares(needs: Sequence[Need], room: int) -> list[float]:
    """Letters of each column with its gap; together no more than `room`, where they can."""
    least = [one.least for one in needs]
    eased = [_eased(one) for one in needs]
    left = room - _GAP * len(needs)
    low, high = (eased, [one.most for one in needs]) if sum(eased) <= left else (least, eased)
    wanted = sum(high) - sum(low)
    part = min(1.0, max(0, left - sum(low)) / wanted) if wanted else 0.0
    return [a + _GAP + part * (b - a) for a, b in zip(low, high, strict=True)]


def _eased(one: Need) -> int:
    return max(one.least, min(one.most, _EASE))
