"""The order of words in each language: without accents, letters as its alphabet has them.

Alphabets are those of CLDR's collation (`ru`, `kk`); the Latin one is that of all other languages.
Signs and digits come before letters, Latin letters before Cyrillic ones.
"""

from __future__ import annotations

import unicodedata

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_LETTERS = {"kk": _LATIN + _KAZAKH}
_OTHERS = _LATIN + _RUSSIAN


def key(words: str, lang: str) -> tuple[tuple[int, ...], str]:
    """A key to sort by: places of the letters in the alphabet, then the words as they are."""
    letters = _LETTERS.get(lang, _OTHERS)
    folded = words.casefold()
    return tuple(_place(sign, letters) for sign in folded), folded


def _place(sign: str, letters: str) -> int:
    if sign in letters:
        return letters.index(sign) + 1
    # An accent makes no other letter, but for those that an alphabet has of its own.
    bare = unicodedata.normalize("NFD", sign)[0]
    return letters.index(bare) + 1 if bare in letters else (0 if not sign.isalpha() else 1_000)
