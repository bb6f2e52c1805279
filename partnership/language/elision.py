"""Italian articles and days of what is filled in: `dall'8 maggio`, `dal 1º maggio`."""

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

_MONTHS = (
    "gen(?:naio)?|feb(?:braio)?|mar(?:zo)?|apr(?:ile)?|mag(?:gio)?|giu(?:gno)?|lug(?:lio)?"
    "|ago(?:sto)?|set(?:tembre)?|ott(?:obre)?|nov(?:embre)?|dic(?:embre)?"
)
_FIRST_DAY = re.compile(rf"(?<![\d.,])1(?=(?:–\d+)?[ \u00a0](?:{_MONTHS})\b)")


def first_days(words: str) -> str:
    """`words` with the first of a month as Italian writes it: `1º maggio`, not `1 maggio`."""
    return _FIRST_DAY.sub("1º", words)


def elided(words: str) -> str:
    """`words` with first days, and articles before a vowel, as Italian has them."""
    return _BEFORE_A_VOWEL.sub(_cut, first_days(words))


def _cut(found: re.Match[str]) -> str:
    cut = _ELIDED[found[1].lower()]
    return cut.capitalize() if found[1][0].isupper() else cut
