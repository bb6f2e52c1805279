"""How wide words are before they are set: by classes of letters, of Source Sans.

Within 7 % of the typeface's own widths for words of the interface in all four languages
(`tests/charts/test_letters.py`).
"""

from __future__ import annotations

import unicodedata

_NARROW = frozenset("ilIіІї.,:;'|! jfrt()[]·/-‘’“”\"\u202f\u00a0")
_WIDE = frozenset("mwMW%@—мюфщшжыМШЩЖЮФЫ")
_CYRILLIC = frozenset(map(chr, range(0x400, 0x530)))
_UNSEEN = frozenset(("Cf", "Mn"))
"""Signs that direct others, and marks that stand on a letter."""
_BOLD = 1.03


def width(words: str, size: float = 12, *, bold: bool = False) -> float:
    """The width of words, of their longest line, set at `size`, in the unit of `size`."""
    longest = max(sum(map(_wide, line)) for line in words.split("\n"))
    return longest * size * (_BOLD if bold else 1)


def _wide(letter: str) -> float:
    if unicodedata.category(letter) in _UNSEEN:
        return 0.0
    if letter in _NARROW:
        return 0.28
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in _WIDE:
        return 0.74
    if letter.isupper():
        return 0.58
    return 0.515 if letter in _CYRILLIC else 0.5
