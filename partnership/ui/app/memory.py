"""The reader's browser remembers the deck, so that a reload or tomorrow's visit finds it again.

Nothing is sent to anybody but this server: the browser's own storage holds the link of the deck,
the same for all tabs. A session learns it on whichever page it begins, and again when another tab
changes it, so that what is added here never throws away what was gathered before.
"""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

from partnership.decks import link
from partnership.decks.deck import Deck
from partnership.ui.app import session_deck
from partnership.ui.look import inline

_NAME = "partnership-deck"
_KEY = "deck-memory"
_MET, _KEPT = "_deck_met", "_deck_kept"
_LINK = re.compile(r"[\w.-]+", re.ASCII)
_reader = component("deck_memory", js=Path(__file__).with_suffix(".js").read_text("utf-8"))


def listen() -> None:
    """Ask the browser for the deck that it remembers; called on every page."""
    ask = not st.session_state.get(_MET, False)
    _reader(
        key=_KEY,
        data={"name": _NAME, "ask": ask},
        default={"found": None},
        on_found_change=_heard,
        height="content",
    )


def _heard() -> None:
    """Take over the deck that the browser remembers, before the slides this session has added."""
    found = st.session_state[_KEY].get("found") or {}
    value, unknowing = str(found.get("deck", "")), bool(found.get("unknowing"))
    first = unknowing and not st.session_state.get(_MET, False)
    st.session_state[_MET] = True
    remembered, _ = link.read(value) if _LINK.fullmatch(value) else (Deck(), ())
    session_deck.learn(remembered, first=first)
    session_deck.forget_fields()


def keep(deck: Deck) -> None:
    """Have the browser remember `deck`; an empty one, or one too long for a link, is forgotten.

    A session that does not know yet what is remembered overwrites only what it wrote itself.
    """
    try:
        value = link.write(deck)[0] if deck.slides else ""
    except ValueError:
        value = ""
    if not _LINK.fullmatch(value):
        value = ""
    known = "true" if st.session_state.get(_MET, False) else "false"
    last = st.session_state.get(_KEPT, "")
    st.session_state[_KEPT] = value
    inline.run(inline.REMEMBER, name=_NAME, value=value, last=last, known=known)
