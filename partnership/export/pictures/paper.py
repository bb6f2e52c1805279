"""A picture of a drawing set on paper: title above it, sources below, as pixels.

Vega would set the words too, but its renderer needs as long for a paragraph as for a chart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from partnership import palette
from partnership.export.type import lettering

if TYPE_CHECKING:
    from PIL.Image import Image

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


def sheet(
    drawing: bytes,
    above: Sequence[Words],
    below: Sequence[Words],
    scale: int,
    about: Mapping[str, str] | None = None,
) -> bytes:
    """The PNG `drawing`, rendered at `scale`, on paper with words above and below it, as PNG.

    `about` are the metadata of the file, by key (`Title`, `Author`).
    """
    from PIL import Image, ImageDraw
    from PIL.PngImagePlugin import PngInfo

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
            font = lettering.face(words.size * scale, words.bold)
            for n, line in enumerate(lines):
                at = (margin, top + (words.before + n * words.line) * scale)
                pen.text(at, line, fill=words.colour, font=font)
            top += _height(words, lines, scale)
    buffer = BytesIO()
    info = PngInfo()
    for key, value in (about or {}).items():
        info.add_itxt(key, value.encode("utf-8", "replace").decode())
    paper.save(buffer, "PNG", compress_level=1, pnginfo=info)
    return buffer.getvalue()


def _paste(paper: Image, drawn: Image, at: tuple[int, int]) -> None:
    if drawn.mode == "RGBA":
        paper.paste(drawn, at, drawn)
    else:
        paper.paste(drawn, at)


def _height(words: Words, lines: Sequence[str], scale: int) -> int:
    return (words.before + len(lines) * words.line + words.after) * scale


def _wrapped(words: Words, width: int, scale: int) -> list[str]:
    return lettering.lines(lettering.shown(words.text), words.size * scale, words.bold, width)
