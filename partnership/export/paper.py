"""A picture of a drawing set on paper: title above it, sources below, as pixels.

Vega would set the words too, but its renderer needs as long for a paragraph as for a chart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from partnership import palette
from partnership.export import fonts

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

MARGIN = 20
"""Pixels of paper on each side, before the picture is enlarged by its scale."""


@dataclass(frozen=True)
class Words:
    """A paragraph: type size and line height in pixels, colour, space before and after it."""

    text: str
    size: int
    line: int
    colour: str
    after: int = 0
    before: int = 0
    bold: bool = False


def sheet(drawing: bytes, above: Sequence[Words], below: Sequence[Words], scale: int) -> bytes:
    """The PNG `drawing`, made at `scale`, on paper with words above and below it, as PNG."""
    from PIL import Image, ImageDraw

    drawn = Image.open(BytesIO(drawing))
    margin = MARGIN * scale
    first = [(w, _wrapped(w, drawn.width, scale)) for w in above if w.text]
    last = [(w, _wrapped(w, drawn.width, scale)) for w in below if w.text]
    heads, feet = (sum(_height(*each, scale) for each in part) for part in (first, last))
    size = (drawn.width + 2 * margin, heads + drawn.height + feet + 2 * margin)
    paper = Image.new("RGB", size, palette.PAPER.light)
    _paste(paper, drawn, (margin, margin + heads))
    pen = ImageDraw.Draw(paper)
    for part, top in ((first, margin), (last, margin + heads + drawn.height)):
        for words, lines in part:
            for n, line in enumerate(lines):
                at = (margin, top + (words.before + n * words.line) * scale)
                pen.text(at, line, fill=words.colour, font=_font(words.size * scale, words.bold))
            top += _height(words, lines, scale)
    buffer = BytesIO()
    paper.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def _paste(paper: Image, drawn: Image, at: tuple[int, int]) -> None:
    if drawn.mode == "RGBA":
        paper.paste(drawn, at, drawn)
    else:
        paper.paste(drawn, at)


def _height(words: Words, lines: Sequence[str], scale: int) -> int:
    return (words.before + len(lines) * words.line + words.after) * scale


@cache
def _font(size: int, bold: bool) -> FreeTypeFont:
    from PIL import ImageFont

    name = "SourceSansPro-Semibold.ttf" if bold else "SourceSansPro-Regular.ttf"
    return ImageFont.truetype(str(fonts.folder() / name), size)


def _wrapped(words: Words, width: int, scale: int) -> list[str]:
    """The lines of a paragraph; a word wider than a line is broken."""
    font = _font(words.size * scale, words.bold)
    lines = []
    for paragraph in words.text.split("\n"):
        line = ""
        # At spaces alone: a number and its percent sign stay together.
        for word in paragraph.split(" "):
            longer = f"{line} {word}".strip()
            if font.getlength(longer) <= width:
                line = longer
                continue
            lines += [line] if line else []
            *full, line = _broken(word, width, font)
            lines += full
        lines.append(line)
    return lines


def _broken(word: str, width: int, font: FreeTypeFont) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and font.getlength(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
