"""Signs that a file can hold: which are left out, and where a very long word may break."""

from __future__ import annotations

import re
import unicodedata

_BREAK = "\u200b"
_SOLID = re.compile(r"[^\s\-/?&=\u200b]{31,}")
_IN_CELL = re.compile(r"[^\s\-/?&=\u200b]{19,}")
_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Signs that turn the direction of all that follows; letters know their direction without."""


def safe(words: str, solid: re.Pattern[str] = _SOLID) -> str:
    """Words without controls; in a very long one there are places where a line may break."""
    kept = words.replace("\t", " ").replace("\r\n", "\n")
    kept = "".join(
        c
        for c in kept
        if c == "\n" or (unicodedata.category(c) not in ("Cc", "Cs", "Cn") and c not in _TURNS)
    )
    return solid.sub(_broken, kept).strip()


def in_cell(words: str) -> str:
    """Safe words for a narrow column, where a long word may be broken earlier."""
    return safe(words, _IN_CELL)


def _broken(found: re.Match[str]) -> str:
    step = 12
    word = found.group()
    return _BREAK.join(word[n : n + step] for n in range(0, len(word), step))


_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 forbids (production 2, Char)."""


def xml(words: str) -> str:
    """Words without characters that XML forbids."""
    return _NOT_XML.sub("", words)
