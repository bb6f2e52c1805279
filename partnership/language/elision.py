"""Italian articles before what is filled in: `dal 8 maggio` is `dall'8 maggio`."""

from __future__ import annotations

import re

_ELIDED = {
    "il": "l'",
    "al": "all'",
    "dal": "dall'",
    "del": "dell'",
    "nel": "nell'",
    "sul": "sull'",
}
_BEFORE_A_VOWEL = re.compile(
    rf"\b({'|'.join(_ELIDED)})[ \u00a0](?=8|11(?!\d)|(?:apr|ago|ott)(?:\b|ile|sto|obre))",
    re.IGNORECASE,
)
"""Numbers that are spoken with a vowel first (otto, ottanta, undici), and months."""


def elided(words: str) -> str:
    """`words` with the articles that stand before a vowel cut as Italian has them."""
    return _BEFORE_A_VOWEL.sub(_cut, words)


def _cut(found: re.Match[str]) -> str:
    cut = _ELIDED[found[1].lower()]
    return cut.capitalize() if found[1][0].isupper() else cut
