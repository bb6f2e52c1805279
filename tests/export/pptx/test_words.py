"""Words on slides fit the boxes that they are put into, whatever letters they are of."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import ImageFont
from pptx import Presentation

from partnership.decks.deck import Deck, Slide
from partnership.export import handout
from partnership.export.pptx import pptx, words
from partnership.export.type import fonts

_HEADLINES = {
    "wide": "W" * 160,
    "capitals": ("KAZAKHSTAN SELLS MOST OF ITS CRUDE OIL TO ITALY AND ITALY SENDS WHAT " * 3)[:160],
    "cyrillic": ("КАЗАХСТАН ПРОДАЁТ БОЛЬШУЮ ЧАСТЬ СВОЕЙ НЕФТИ В ИТАЛИЮ ЧЕРЕЗ НОВОРОССИЙСК " * 3)[
        :160
    ],
    "plain": ("Kazakhstan sells most of its crude oil to Italy, and Italy sends machines. " * 3)[
        :160
    ],
    "thin": "i" * 160,
}
_ARIAL = 1.16
"""Arial against Source Sans, for letters alike; what PowerPoint has in its place is no wider."""


def _lines(text: str, size: float, width: float) -> int:
    """Lines that a greedy setter needs, counted here anew."""
    font = ImageFont.truetype(str(fonts.folder() / "SourceSansPro-Semibold.ttf"), 100)
    room = width * 72 / size * 100 / _ARIAL
    count, line = 1, ""
    for word in text.split(" "):
        for bit in [word] if font.getlength(word) <= room else list(word):
            gap = " " if line and len(bit) > 1 else ""
            if font.getlength(line + gap + bit) > room:
                count, line = count + 1, bit
            else:
                line += gap + bit
    return count


@pytest.mark.parametrize("headline", _HEADLINES)
def test_a_long_headline_ends_above_what_is_under_it(headline: str) -> None:
    deck = Deck("T", (Slide("trade.balance", headline=_HEADLINES[headline]),))
    presentation = Presentation(BytesIO(pptx(handout.of_deck(deck, "en"))))
    (slide,) = presentation.slides
    title = slide.shapes.title
    size = title.text_frame.paragraphs[0].runs[0].font.size.pt
    tall = _lines(_HEADLINES[headline], size, title.width.inches) * size * 1.2 / 72
    assert tall <= title.height.inches + 0.01
    below = [s for s in slide.placeholders if s.top > title.top]
    assert below
    assert min(s.top for s in below) >= title.top + title.height


def test_room_is_not_wasted_on_thin_letters() -> None:
    one = words.height_of("one two", 20, 6)
    assert words.height_of("i" * 160, 20, 6) < words.height_of("W" * 160, 20, 6)
    assert words.height_of("one\ntwo", 20, 6) == 2 * one
