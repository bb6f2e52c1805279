"""Words of others in our messages: however long or many they are, a message stays readable."""

from __future__ import annotations

import reprlib
from collections.abc import Iterable
from typing import Any

LONGEST, MOST = 80, 20
"""Letters of a value that is repeated, and problems that are named."""


def shortened(words: str, longest: int = LONGEST) -> str:
    """`words`, or their beginning and an ellipsis: at most `longest` letters."""
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def quoted(value: Any) -> str:
    """Any value as it would be written in code, at most `LONGEST` letters."""
    # Cut before it is written out; and `reprlib` goes only a few levels into nested lists.
    written = repr(value[:LONGEST]) if isinstance(value, str) else reprlib.repr(value)
    return shortened(written)


def few(problems: Iterable[str]) -> tuple[str, ...]:
    """The first `MOST` problems, and a line that says how many more there are."""
    listed = list(problems)
    rest = len(listed) - MOST
    if rest <= 0:
        return tuple(listed)
    return (*listed[:MOST], "and 1 more problem" if rest == 1 else f"and {rest:,} more problems")
