"""Words measured, broken into lines, and limited to signs that the typeface of files has."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from partnership.export.type import fonts

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_LIKE = {
    "◇": "◊",
    "●": "•",
    "▪": "■",
    "★": "*",
    "☆": "*",
    "►": "›",
    "▸": "›",
    "✗": "×",
    "⋯": "…",
    "\u2011": "-",
}
"""Signs that the typeface lacks, and the sign of it that looks like each."""
_NOWHERE = "\U000fffff"
_EM = 200
"""Pixels of the type in which words are measured; widths grow with the size."""
_SEAM = re.compile(r"(?<=[–/?&=;_\-\u00a0])(?=.)")
"""Where a word that is wider than its line is broken first."""


@cache
def face(size: int, bold: bool) -> FreeTypeFont:
    """The typeface at `size` pixels."""
    from PIL import ImageFont

    name = "SourceSansPro-Semibold.ttf" if bold else "SourceSansPro-Regular.ttf"
    return ImageFont.truetype(str(fonts.folder() / name), size)


def width(words: str, size: float, bold: bool = False) -> float:
    """The width of words set at `size`, in the unit of `size`: pixels, points or anything else."""
    return face(_EM, bold).getlength(words) * size / _EM


def shown(words: str) -> str:
    """Words of which no sign would print as an empty box.

    What the typeface lacks becomes a sign like it, or its name in brackets; letters of a script
    that it lacks become the name of the script.
    """
    if all(map(_has, words)):
        return words
    runs = groupby(_instead(sign) for sign in words)
    # One name is enough for a word of such letters.
    return "".join(name if len(name) > 1 else "".join(run) for name, run in runs)


def lacking(words: str) -> str:
    """The signs of words, each once, that `shown` puts a name in the place of."""
    return "".join(dict.fromkeys(sign for sign in words if len(_instead(sign)) > 1))


@cache
def _has(sign: str) -> bool:
    if sign == "\n":
        return True
    faces = (face(40, False), face(40, True))
    return all(bytes(one.getmask(sign)) != bytes(one.getmask(_NOWHERE)) for one in faces)


@cache
def _instead(sign: str) -> str:
    if _has(sign):
        return sign
    if sign in _LIKE:
        return _LIKE[sign]
    plain = unicodedata.normalize("NFKD", sign)
    if plain != sign and all(map(_has, plain)):
        return plain
    kind, name = unicodedata.category(sign), unicodedata.name(sign, "").lower()
    if kind[0] in "CMZ" or not name:
        return " " if kind == "Zs" else ""
    return f"[{name.split()[0].capitalize() if kind[0] == 'L' else name}]"


def lines(words: str, size: float, bold: bool, room: float) -> list[str]:
    """The lines of words in a `room` of so many pixels; a word wider than a line is broken.

    `size` and `room` may be in any one unit.
    """
    found = []
    for paragraph in words.split("\n"):
        line = ""
        # At spaces alone: a number and its percent sign stay together.
        for word in paragraph.split(" "):
            longer = f"{line} {word}".strip(" ")
            if width(longer, size, bold) <= room:
                line = longer
                continue
            found += [line] if line else []
            *full, line = _broken(word, size, bold, room)
            found += full
        found.append(line)
    return found


def _broken(word: str, size: float, bold: bool, room: float) -> list[str]:
    """Pieces of a word that fit a line: broken at its seams, and between letters if it must be."""
    pieces = [""]
    for part in _SEAM.split(word):
        whole = width(part, size, bold) <= room
        for bit in (part,) if whole else part:
            if pieces[-1] and width(pieces[-1] + bit, size, bold) > room:
                pieces.append("")
            pieces[-1] += bit
    return pieces
