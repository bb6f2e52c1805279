"""The reader's deck: stored in the session, so that figures can be added from every page."""

from __future__ import annotations

import streamlit as st

from partnership.decks import link, ready
from partnership.decks.deck import Deck, DeckError, Slide
from partnership.decks.faults import Fault, fault
from partnership.language.texts import message
from partnership.state import DECK, READY

_CURRENT, _BEFORE, _WRITTEN, _DROPPED = "_deck", "_deck_before", "_deck_written", "_deck_dropped"
_REPLACED, _FIELDS = "_deck_replaced", "_deck_fields"


def current() -> Deck:
    """The deck as it is now."""
    deck: Deck = st.session_state.get(_CURRENT, Deck())
    return deck


def touched() -> bool:
    """Whether the reader has had a deck in this session, be it empty by now."""
    return _CURRENT in st.session_state


def put(deck: Deck) -> None:
    """Keep a changed deck."""
    st.session_state[_CURRENT] = deck


def replace(deck: Deck) -> None:
    """Put another deck in the place of the reader's, which can be brought back."""
    if current().slides:
        st.session_state[_BEFORE] = current()
    st.session_state[_REPLACED] = True
    put(deck)


def learn(remembered: Deck, *, first: bool) -> None:
    """Take over the deck that the browser remembers, the `first` time or as another tab changed it.

    Slides added in this session before that come after the remembered ones; a deck that was
    opened from a link stays, and the remembered one can be brought back.
    """
    gathered = current()
    if first and gathered.slides and st.session_state.get(_REPLACED):
        if gathered != remembered:
            st.session_state[_BEFORE] = remembered
        return
    if first:
        for slide in gathered.slides:
            try:
                remembered = remembered.added(slide)
            except DeckError:
                break
    put(remembered)


def before() -> Deck | None:
    """The deck that was replaced last, if any."""
    found: Deck | None = st.session_state.get(_BEFORE)
    return found


def bring_back() -> None:
    """Exchange the deck with the one that was replaced last."""
    earlier = before()
    if earlier is not None:
        st.session_state[_BEFORE] = current()
        put(earlier)


def add(slide: Slide) -> bool:
    """Put a slide at the end; whether there was room for it."""
    try:
        put(current().added(slide))
    except DeckError:
        return False
    return True


def from_address(lang: str) -> tuple[Fault, ...]:
    """Open the deck of a link; what of it was dropped, until the next link."""
    key = st.query_params.get(READY)
    if key is not None:
        del st.query_params[READY]
        if ready.known(key):
            replace(ready.deck(key, lang))
        else:
            st.session_state[_DROPPED] = (
                fault(message("there is no ready deck {name}"), name=repr(key[:40])),
            )
    asked = st.query_params.get(DECK)
    if asked is not None and asked != st.session_state.get(_WRITTEN):
        opened, st.session_state[_DROPPED] = link.read(asked)
        if opened.slides:
            replace(opened)
        st.session_state[_WRITTEN] = asked
    dropped: tuple[Fault, ...] = st.session_state.get(_DROPPED, ())
    return dropped


def to_address(value: str | None) -> None:
    """Write the link of the deck into the address, so that a reload restores it."""
    if value is None:
        if DECK in st.query_params:
            del st.query_params[DECK]
    elif st.query_params.get(DECK) != value:
        st.query_params[DECK] = value
    st.session_state[_WRITTEN] = value


def field(name: str, index: int) -> str:
    """Key of a field of words: new ones each time the slides change places."""
    return f"{name}-{st.session_state.get(_FIELDS, 0)}-{index}"


def forget_fields() -> None:
    """Draw the text fields anew, with the words of the deck as it is now."""
    st.session_state[_FIELDS] = st.session_state.get(_FIELDS, 0) + 1
