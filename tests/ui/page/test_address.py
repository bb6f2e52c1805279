"""What a page takes over of an address: its choices and what is not ours, no other page's deck."""

from __future__ import annotations

import pytest

from partnership.decks import link
from partnership.decks.deck import Deck, Slide
from partnership.state import DECK, READY
from tests import site

_LINK = link.write(Deck("T", (Slide("stakes.kashagan"),)))[0]


@pytest.mark.parametrize("path", ["stakes", "claims"])
def test_a_page_lets_go_of_the_deck_that_a_step_back_left(path: str) -> None:
    at = site.app(path, {DECK: _LINK, READY: "energy-in-8", "currency": "eur", "ref": "mail"})
    assert not at.exception
    assert dict(at.query_params) == {"currency": "eur", "ref": "mail"}


def test_the_page_of_the_deck_keeps_it() -> None:
    at = site.app("present", {DECK: _LINK, "ref": "mail"})
    assert dict(at.query_params) == {DECK: _LINK, "ref": "mail"}
