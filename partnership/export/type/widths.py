"""How wide the columns of a table are set, counted in letters of its type."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

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


def need(head: str, cells: Sequence[str], widest: int, length: Callable[[str], int] = len) -> Need:
    """What a column needs; a cell of more than `widest` letters is set on several lines.

    `length` says how many letters wide words are, where a typeface is at hand to measure them.
    """
    words = {word for text in (head, *cells) for word in _SPACES.split(text)}
    least = max((length(word) for word in words), default=1)
    longest = max((length(cell) for cell in cells), default=1)
    least = max(3, min(least, _LONGEST_WORD))
    return Need(least, max(least, min(longest, widest)))


def dropped(needs: Sequence[Need], letters: int, first: Sequence[int]) -> set[int]:
    """Columns that must go for the others to fit a line with ease; `first` says which first."""
    gone: set[int] = set()
    for n in first:
        if sum(_eased(one) + _GAP for i, one in enumerate(needs) if i not in gone) <= letters:
            break
        gone.add(n)
    return gone


def shares(needs: Sequence[Need], letters: int) -> list[float]:
    """Letters of each column with its gap; together no more than `letters`, where they can."""
    least = [one.least for one in needs]
    eased = [_eased(one) for one in needs]
    room = letters - _GAP * len(needs)
    low, high = (eased, [one.most for one in needs]) if sum(eased) <= room else (least, eased)
    wanted = sum(high) - sum(low)
    part = min(1.0, max(0, room - sum(low)) / wanted) if wanted else 0.0
    return [a + _GAP + part * (b - a) for a, b in zip(low, high, strict=True)]


def _eased(one: Need) -> int:
    return max(one.least, min(one.most, _EASE))
