"""The paper round a drawing: its size, what is pasted where, the words above and below."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from partnership import palette
from partnership.export.pictures import paper
from partnership.export.pictures.paper import MARGIN, Words

_INK = (200, 10, 20)
_PAPER = tuple(palette.rgb(palette.PAPER.light)[:3])


def _drawing(mode: str = "RGB", size: tuple[int, int] = (200, 100)) -> bytes:
    clear = mode == "RGBA"
    buffer = BytesIO()
    Image.new(mode, size, (*_INK, 0) if clear else _INK).save(buffer, "PNG")
    return buffer.getvalue()


def _open(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def _inked(picture: Image.Image, top: int, bottom: int) -> bool:
    """Whether anything but paper stands in a band of rows."""
    rows = picture.crop((0, top, picture.width, bottom))
    return rows.getcolors(1) != [(rows.width * rows.height, _PAPER)]


@pytest.mark.parametrize("scale", [1, 2])
def test_the_drawing_stands_within_its_margins(scale: int) -> None:
    picture = _open(paper.sheet(_drawing(), (), (), scale))
    margin = MARGIN * scale
    assert picture.size == (200 + 2 * margin, 100 + 2 * margin)
    assert picture.getpixel((margin, margin)) == _INK
    assert picture.getpixel((margin + 199, margin + 99)) == _INK
    assert picture.getpixel((margin - 1, margin)) == _PAPER
    assert picture.getpixel((margin + 200, margin + 99)) == _PAPER


def test_what_is_clear_in_a_drawing_shows_the_paper() -> None:
    picture = _open(paper.sheet(_drawing("RGBA"), (), (), 1))
    assert picture.getcolors(1) == [(picture.width * picture.height, _PAPER)]


def test_words_take_the_room_that_they_ask_for_above_and_below() -> None:
    above = Words("Title", 19, 24, "#000000", after=6)
    below = Words("Source", 12, 16, "#000000", before=10)
    picture = _open(paper.sheet(_drawing(), (above,), (below,), 2))
    heads, feet = (24 + 6) * 2, (10 + 16) * 2
    first = MARGIN * 2 + heads
    assert picture.height == first + 100 + feet + MARGIN * 2
    assert picture.getpixel((MARGIN * 2, first)) == _INK
    assert _inked(picture, MARGIN * 2, first)
    assert not _inked(picture, first + 100, first + 100 + 20)
    assert _inked(picture, first + 120, picture.height - MARGIN * 2)


def test_long_words_are_broken_into_lines_and_stay_on_the_paper() -> None:
    short, long = (
        _open(paper.sheet(_drawing(), (Words("word " * n, 12, 16, "#000000"),), (), 1))
        for n in (1, 40)
    )
    assert (long.height - short.height) % 16 == 0
    assert long.height > short.height + 3 * 16
    edge = long.crop((MARGIN + 200, 0, long.width, long.height))
    assert edge.getcolors(1) == [(edge.width * edge.height, _PAPER)]


def test_empty_words_take_no_room() -> None:
    nothing = Words("", 19, 24, "#000000", after=30, before=30)
    assert paper.sheet(_drawing(), (nothing,), (nothing,), 1) == paper.sheet(_drawing(), (), (), 1)


def test_what_it_is_about_goes_along_in_the_file_whatever_the_words() -> None:
    about = {"Title": "Доля Италии", "Author": "a\ud800b"}
    with Image.open(BytesIO(paper.sheet(_drawing(), (), (), 1, about))) as picture:
        assert picture.info == {"Title": "Доля Италии", "Author": "a?b"}
