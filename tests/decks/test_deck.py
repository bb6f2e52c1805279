"""A deck: put in order, saved and opened; a damaged file or link never costs a slide too many."""

from __future__ import annotations

import json
import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnership.decks import deck as decks
from partnership.decks import faults, ready
from partnership.decks import link as deck_link
from partnership.decks.deck import Deck, DeckError, Slide
from partnership.figures import figure as figures
from partnership.language import bounded, texts
from partnership.state import State, from_query
from tests import site

ENGLISH = texts.in_language("en")
IDS = tuple(figures.registry())
DECK = Deck(
    "Rome, “June”",
    (
        Slide("stakes.karachaganak", State(on=date(2011, 1, 1)), "Доля Eni", "Сначала — о доле"),
        Slide("trade.gap"),
        Slide("map.assets", State(view="caspian", sector=("oil_gas",))),
    ),
)


def _ids(deck: Deck) -> list[str]:
    return [slide.figure_id for slide in deck.slides]


def test_slides_change_places() -> None:
    assert _ids(DECK.moved(0, 2)) == ["trade.gap", "map.assets", "stakes.karachaganak"]
    assert _ids(DECK.moved(2, -5)) == ["map.assets", "stakes.karachaganak", "trade.gap"]
    assert _ids(DECK.removed(1)) == ["stakes.karachaganak", "map.assets"]
    doubled = DECK.doubled(0)
    assert doubled.slides[0] == doubled.slides[1] == DECK.slides[0]
    assert _ids(doubled)[1:] == _ids(DECK)
    assert DECK.changed(1, headline="x").slides[1] == Slide("trade.gap", State(), "x")


def test_a_full_deck_says_so() -> None:
    full = Deck("", (Slide("trade.gap"),) * decks.MOST_SLIDES)
    with pytest.raises(DeckError, match=str(decks.MOST_SLIDES)):
        full.added(Slide("trade.gap"))
    with pytest.raises(DeckError, match=str(decks.MOST_SLIDES)):
        full.doubled(0)


_SLIDES = st.builds(
    Slide,
    st.sampled_from(IDS),
    st.sampled_from(list(site.STATES.values())),
    st.text(max_size=decks.LONGEST_HEADLINE).map(decks.clean),
    st.text(max_size=300).map(decks.clean),
)
_DECKS = st.builds(
    Deck,
    st.text(max_size=decks.LONGEST_TITLE).map(decks.clean),
    st.lists(_SLIDES, max_size=20).map(tuple),
)


def _plain(deck: Deck) -> Deck:
    """What survives: the choices that the figures listen to, in the usual language."""
    slides = tuple(Slide(s.figure_id, decks.reduced(s), s.headline, s.notes) for s in deck.slides)
    return Deck(deck.title, slides)


@settings(deadline=None)
@given(_DECKS)
def test_from_a_file_comes_what_was_saved(deck: Deck) -> None:
    assert decks.from_json(decks.to_json(deck)) == _plain(deck)


@settings(deadline=None)
@given(_DECKS)
def test_twenty_slides_fit_in_a_link(deck: Deck) -> None:
    value, without_notes = deck_link.write(deck)
    assert len(value) <= deck_link.LONGEST
    assert set(value) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")
    opened, dropped = deck_link.read(value)
    assert dropped == ()
    if not without_notes:
        assert opened == _plain(deck)


def test_the_longest_twenty_slides_fit_in_a_link() -> None:
    """Letters that compress badly, as long as the fields allow; the notes stay behind."""
    drawn = random.Random(4)  # noqa: S311 - the same letters each time
    words = "".join(drawn.choices([chr(0x410 + n) for n in range(160)], k=5000))
    slides = tuple(
        Slide("map.assets", site.STATES["equal"], words[n : n + 160], words[n : n + 2000])
        for n in range(20)
    )
    value, without_notes = deck_link.write(Deck(words[:120], slides))
    assert without_notes
    opened, dropped = deck_link.read(value)
    assert dropped == ()
    assert [s.headline for s in opened.slides] == [s.headline for s in slides]


WRONG: dict[str, tuple[Any, str]] = {
    "not json": ("{", "not a JSON file"),
    "a list": ([], "one object"),
    "another version": ({"version": 9, "title": "", "slides": []}, "`version`: 9"),
    "unknown field": ({"version": 1, "slides": [], "more": 1}, "unknown field `more`"),
    "title of numbers": ({"version": 1, "title": 3, "slides": []}, "`title`"),
    "slides of words": ({"version": 1, "title": "", "slides": "trade.gap"}, "`slides`"),
    "a slide of words": ({"version": 1, "slides": ["trade.gap"]}, "slide 1: an object"),
    "no such figure": ({"version": 1, "slides": [{"figure": "no.such"}]}, "slide 1: `figure`"),
    "no figure": ({"version": 1, "slides": [{"headline": "x"}]}, "slide 1: `figure`: None"),
    "no such choice": (
        {"version": 1, "slides": [{"figure": "trade.gap", "choices": {"colour": ["red"]}}]},
        "'colour' is not a choice",
    ),
    "wrong value": (
        {"version": 1, "slides": [{"figure": "trade.gap", "choices": {"from": ["1800"]}}]},
        "from = '1800' does not exist",
    ),
    "choice without a list": (
        {"version": 1, "slides": [{"figure": "trade.gap", "choices": {"from": 2010}}]},
        "`choices`: an object of lists",
    ),
    "long headline": (
        {"version": 1, "slides": [{"figure": "trade.gap", "headline": "x" * 999}]},
        "`headline`: 999 characters",
    ),
    "too many": ({"version": 1, "slides": [{"figure": "trade.gap"}] * 99}, "`slides`: 99"),
}


_LONG = "x" * 900_000
ENDLESS: dict[str, dict[str, Any]] = {
    "version": {"version": _LONG, "slides": []},
    "nested version": {"version": [[[["x" * 900] * 9] * 9] * 9] * 9, "slides": []},
    "field": {"version": 1, "slides": [], _LONG: 1},
    "field of a slide": {"version": 1, "slides": [{"figure": "trade.gap", _LONG: 1}]},
    "figure": {"version": 1, "slides": [{"figure": _LONG}]},
    "choice": {"version": 1, "slides": [{"figure": "trade.gap", "choices": {_LONG: ["x"]}}]},
    "many fields": {"version": 1, "slides": [], **{f"f{n}": n for n in range(20_000)}},
    "many slides": {"version": 1, "slides": [3] * 20_000},
}


@pytest.mark.parametrize("case", ENDLESS)
def test_the_problems_of_a_bad_file_are_bounded(case: str) -> None:
    with pytest.raises(DeckError) as caught:
        decks.from_json(json.dumps(ENDLESS[case]))
    problems = faults.lines(caught.value.faults, ENGLISH)
    assert len(problems) <= bounded.MOST + 1
    assert max(map(len, problems)) < 200
    if case.startswith("many"):
        assert problems[-1].startswith("and ")


@pytest.mark.parametrize("version", [True, 1.0])
def test_a_version_is_a_whole_number(version: object) -> None:
    with pytest.raises(DeckError, match="`version`"):
        decks.from_json(json.dumps({"version": version, "slides": []}))


def test_the_problems_of_a_bad_link_are_bounded() -> None:
    strange = {"figure": "trade.gap", "choices": {f"c{n}": ["x"] for n in range(900)}}
    value = ".".join(["1", *(deck_link._pack(one) for one in ("", strange))])
    _, dropped = deck_link.read(value)
    assert len(faults.lines(dropped, ENGLISH)) == bounded.MOST + 1


@pytest.mark.parametrize("case", WRONG)
def test_a_bad_file_is_named_by_field(case: str) -> None:
    content, words = WRONG[case]
    with pytest.raises(DeckError) as caught:
        decks.from_json(content if isinstance(content, str) else json.dumps(content))
    assert words in str(caught.value)


def test_a_damaged_link_opens_the_rest() -> None:
    value, _ = deck_link.write(DECK)
    parts = value.split(".")
    spoiled = ".".join([*parts[:2], parts[2][:9] + "AAAA" + parts[2][13:], *parts[3:]])
    opened, dropped = deck_link.read(spoiled)
    assert _ids(opened) == ["trade.gap", "map.assets"]
    assert faults.lines(dropped, ENGLISH) == ["slide 1: the link is damaged here"]
    opened, dropped = deck_link.read(value[:-7])
    assert _ids(opened) == ["stakes.karachaganak", "trade.gap"]
    assert faults.lines(dropped, ENGLISH) == ["slide 3: the link is damaged here"]


def test_a_link_of_another_version_says_so_and_opens() -> None:
    value, _ = deck_link.write(DECK)
    opened, dropped = deck_link.read("0" + value[1:])
    assert _ids(opened) == _ids(DECK)
    assert faults.lines(dropped, ENGLISH) == ["the link is of version '0' instead of 1"]


def test_a_figure_that_is_gone_is_named() -> None:
    value, _ = deck_link.write(DECK.changed(1, figure_id="trade.of_old"))
    opened, dropped = deck_link.read(value)
    assert _ids(opened) == ["stakes.karachaganak", "map.assets"]
    assert faults.lines(dropped, ENGLISH) == ["slide 2: `figure`: 'trade.of_old' does not exist"]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_words_are_read_as_a_link(words: str) -> None:
    deck, dropped = deck_link.read(words)
    assert deck.slides == () or dropped


def test_a_part_that_unpacks_to_gigabytes_is_refused() -> None:
    huge = deck_link._pack("a" * 5_000_000)
    assert len(huge) < 10_000
    _, dropped = deck_link.read(f"1.{deck_link._pack('')}.{huge}")
    assert faults.lines(dropped, ENGLISH) == ["slide 1: the link is damaged here"]


@pytest.mark.parametrize("lang", ["it", "kk", "ru"])
@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_named_in_every_language(case: str, lang: str) -> None:
    content, _ = WRONG[case]
    with pytest.raises(DeckError) as caught:
        decks.from_json(content if isinstance(content, str) else json.dumps(content))
    for one in (fault.on(None) for fault in caught.value.faults):
        assert one.line(texts.in_language(lang)) != one.line(ENGLISH)


@pytest.mark.parametrize("key", ready.DECKS)
def test_ready_decks_hold_what_they_promise(key: str) -> None:
    deck = ready.deck(key, "en")
    assert len(deck.slides) == int(key.rsplit("-", 1)[1])
    assert str(len(deck.slides)) in deck.title
    assert not any(from_query(chosen)[1] for _, chosen in ready.DECKS[key].slides)
    headings = []
    for slide in deck.slides:
        assert slide.figure_id in IDS
        # What is typed grows old; the figure's own is worked out each time.
        assert slide.headline == ""
        figure = figures.build(slide.figure_id, slide.state)
        assert not figure.table.empty
        headings.append(figure.heading)
    assert len(set(headings)) == len(headings)
    assert decks.from_json(decks.to_json(deck)) == _plain(deck)
