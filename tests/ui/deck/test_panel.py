"""The deck page: ready decks, order, words, files and links; nothing is lost by a mistake."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from partnership.decks import deck as decks
from partnership.decks import link, ready
from partnership.decks.deck import Deck, Slide
from partnership.state import ALL, State
from partnership.ui.app import session_deck
from tests import site

DECK = Deck("Ours", (Slide("trade.gap"), Slide("stakes.kashagan"), Slide("map.table")))


def _opened(deck: Deck = DECK) -> AppTest:
    return site.app("present", {"deck": link.write(deck)[0]})


def _deck(at: AppTest) -> Deck:
    assert not at.exception
    found: Deck = at.session_state[session_deck._CURRENT]
    return found


def _ids(at: AppTest) -> list[str]:
    return [slide.figure_id for slide in _deck(at).slides]


def _shown(at: AppTest) -> str:
    return "\n".join(one.value for one in (*at.warning, *at.error, *at.info)).replace("\\", "")


def _address(at: AppTest) -> str:
    found = at.query_params["deck"]
    return found if isinstance(found, str) else found[0]


def test_an_empty_deck_says_what_to_do() -> None:
    at = site.app("present")
    assert "Add to deck" in _shown(at)
    assert "deck" not in at.query_params


def test_a_link_opens_a_deck_and_stays_in_the_address() -> None:
    at = _opened()
    assert _deck(at) == DECK
    assert not at.warning
    assert _address(at) == link.write(DECK)[0]


def test_slides_are_put_in_order() -> None:
    at = _opened()
    at.button(key="down-0").click().run()
    assert _ids(at) == ["stakes.kashagan", "trade.gap", "map.table"]
    at.button(key="up-2").click().run()
    assert _ids(at) == ["stakes.kashagan", "map.table", "trade.gap"]
    at.button(key="double-1").click().run()
    assert _ids(at) == ["stakes.kashagan", "map.table", "map.table", "trade.gap"]
    at.button(key="remove-0").click().run()
    assert _ids(at) == ["map.table", "map.table", "trade.gap"]
    assert link.read(_address(at))[0] == _deck(at)


def _field(at: AppTest, label: str, index: int) -> object:
    return [one for one in (*at.text_input, *at.text_area) if one.label == label][index]


def test_words_go_along_with_their_slide() -> None:
    at = _opened()
    _field(at, "Headline", 0).input("The gap, <b>explained</b>").run()  # type: ignore[attr-defined]
    _field(at, "Speaker's notes", 0).input("Slowly.").run()  # type: ignore[attr-defined]
    at.button(key="down-0").click().run()
    slide = _deck(at).slides[1]
    assert (slide.headline, slide.notes) == ("The gap, <b>explained</b>", "Slowly.")
    shown = [_field(at, "Headline", n).value for n in range(3)]  # type: ignore[attr-defined]
    assert shown == ["", "The gap, <b>explained</b>", ""]


def test_a_ready_deck_takes_the_place_and_the_old_one_comes_back() -> None:
    at = _opened()
    at.button(key="open-energy-in-8").click().run()
    assert _deck(at) == ready.deck("energy-in-8", "en")
    at.button(key="bring-back").click().run()
    assert _deck(at) == DECK
    at.button(key="empty-deck").click().run()
    assert _ids(at) == []
    at.button(key="bring-back").click().run()
    assert _deck(at) == DECK


@pytest.mark.parametrize("key", ["trade-in-8", "two-truths-in-8"])
def test_a_ready_deck_by_its_address(key: str) -> None:
    at = site.app("present", {"ready": key})
    assert _deck(at) == ready.deck("trade-in-8", "en")
    assert "ready" not in at.query_params
    assert "there is no ready deck" in _shown(site.app("present", {"ready": "nothing"}))


def test_a_damaged_link_names_what_was_dropped() -> None:
    value = link.write(DECK)[0]
    at = site.app("present", {"deck": value[:-5]})
    assert _ids(at) == ["trade.gap", "stakes.kashagan"]
    assert "slide 3: the link is damaged here" in _shown(at)


def test_a_deck_file_is_opened() -> None:
    at = site.app("present")
    saved = decks.to_json(ready.deck("energy-in-8", "en")).encode()
    at.file_uploader[0].upload("deck.json", saved, "application/json").run()
    assert _deck(at) == ready.deck("energy-in-8", "en")


def test_a_bad_file_names_the_field_and_leaves_the_deck() -> None:
    at = _opened()
    wrong = json.dumps({"version": 1, "title": "x", "slides": [{"figure": "no.such"}]})
    at.file_uploader[0].upload("deck.json", wrong.encode(), "application/json").run()
    assert "slide 1: `figure`" in _shown(at)
    assert _deck(at) == DECK


def test_a_figure_and_a_page_are_added_with_their_choices() -> None:
    at = site.app("stakes", {"consortium": "btc", "on": "2011-01-01"})
    at.button(key="playlist_add-stakes-btc").click().run()
    (slide,) = _deck(at).slides
    assert slide.figure_id == "stakes.btc"
    assert decks.reduced(slide) == State(on=slide.state.on)
    at.session_state["takeaway"] = True
    at.run()
    at.button(key="add-page").click().run()
    assert _ids(at) == ["stakes.btc", *site.named("stakes", replace(slide.state, part=ALL))]
