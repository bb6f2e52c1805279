"""The reader's browser remembers the deck, so that a reload or tomorrow's visit finds it again.

Nothing is sent anywhere: the browser's own storage holds the link of the deck.
"""

from __future__ import annotations

import re

import streamlit as st

from partnership import deck_link
from partnership.deck import Deck
from partnership.state import DECK

_NAME = "partnership-deck"
_LINK = re.compile(r"[\w.-]+", re.ASCII)


def keep(deck: Deck) -> None:
    """Have the browser remember `deck`; an empty one, or one too long for a link, is forgotten."""
    try:
        value = deck_link.write(deck)[0] if deck.slides else ""
    except ValueError:
        value = ""
    if _LINK.fullmatch(value):
        _run(f"localStorage.setItem({_NAME!r}, {value!r});")
    else:
        _run(f"localStorage.removeItem({_NAME!r});")


def bring() -> None:
    """Have the browser open the deck that it remembers, if it does."""
    _run(
        f"const kept = localStorage.getItem({_NAME!r}), here = new URL(location);"
        f"if (kept && /^[\\w.-]+$/.test(kept) && !here.searchParams.has({DECK!r})) {{"
        f"here.searchParams.set({DECK!r}, kept); location.replace(here); }}"
    )


def _run(script: str) -> None:
    """A browser that keeps no storage (private windows may not) is left alone."""
    guarded = f"<script>(() => {{ try {{ {script} }} catch {{ return; }} }})()</script>"
    st.html(guarded, unsafe_allow_javascript=True)
