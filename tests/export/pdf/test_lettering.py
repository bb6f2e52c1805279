"""Signs that the typeface lacks are named in a PDF, not printed as empty boxes."""

from __future__ import annotations

import pytest

from partnership.decks.deck import Deck, Slide
from partnership.export import handout
from partnership.export.pdf import words
from partnership.language import texts

_T = texts.in_language("en")


@pytest.mark.parametrize(
    ("headline", "shown"),
    [
        ("Oil 😀 up", "Oil [grinning face] up"),
        ("中国 buys", "[Cjk] buys"),
        ("Қазақстан, Москва", "Қазақстан, Москва"),
        ("5.3\u202f% − 2", "5.3\u202f% − 2"),
    ],
)
def test_a_headline_is_of_signs_that_can_be_set(headline: str, shown: str) -> None:
    deck = Deck("T", (Slide("trade.gap", headline=headline, notes=headline),))
    (view,) = handout.of_deck(deck, "en").views
    shown_words = words.view(view, 1, 1, _T)
    assert shown_words["heading"] == shown
    assert shown_words["notes"] == shown


def test_a_title_and_a_cell_are_too() -> None:
    deck_handout = handout.of_deck(Deck("中国", (Slide("trade.gap"),)), "en")
    assert words.document(deck_handout, _T)["title"] == "[Cjk]"
    assert words.in_cell("中国") == "[Cjk]"
