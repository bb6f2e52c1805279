"""The pseudo-languages of tests, offered where `PARTNERSHIP_PSEUDO` is set.

In one what was translated stands in brackets; in the other its words are 40 % longer, as those of
other languages are. Each has a code of its own: what is kept of one is never taken for the other.
"""

from __future__ import annotations

import os
import re

BRACKETED, LONGER = "qps", "qpl"
CODES = (BRACKETED, LONGER)
ASKED = "PARTNERSHIP_PSEUDO"
_BEGIN, _END = "\u2066", "\u2069"
"""Signs without width round what has been made longer."""
_DONE = re.compile(f"{_BEGIN}[^{_BEGIN}{_END}]*{_END}")
_LETTERS, _WORD = "ēüßŵøřďş", 7
"""What is added, and letters of a word of it."""


def offered() -> tuple[str, ...]:
    """The codes that may be chosen: none where no test asks for them."""
    return CODES if os.environ.get(ASKED) else ()


def translated(words: str, code: str) -> str:
    """Words that went through a translation."""
    return f"{_BEGIN}{words}{_padding(words)}{_END}" if code == LONGER else f"⟦{words}⟧"


def quoted(words: object, code: str) -> str:
    """Words that stay as they are in every language."""
    return f"{_BEGIN}{words}{_END}" if code == LONGER else f"‹{words}›"


def _padding(words: str) -> str:
    """What makes the letters of `words` 40 % longer.

    Numbers and signs are as long in every language, and what was filled in is longer already.
    """
    before = ""
    while before != words:
        before, words = words, _DONE.sub("", words)
    letters = round(sum(map(str.isalpha, words)) * 0.4)
    more = (_LETTERS * (letters // len(_LETTERS) + 1))[:letters]
    if " " not in words:
        return more
    return "".join(f" {more[n : n + _WORD]}" for n in range(0, letters, _WORD))
