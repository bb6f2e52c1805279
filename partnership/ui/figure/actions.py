"""What can be done with a figure: read about it, take it away, show it, link to it."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from partnership.decks import link as deck_link
from partnership.decks.deck import MOST_SLIDES, Deck, Slide
from partnership.figures.figure import Figure
from partnership.language.texts import Texts
from partnership.state import DECK, PRESENT, State
from partnership.ui.app import memory, session_deck
from partnership.ui.figure import behind
from partnership.ui.look import style


def row(figure: Figure, state: State, slug: str, t: Texts) -> None:
    """The actions of a figure, each named by it for who cannot see where a button stands."""
    if figure.table.empty:
        return
    name = style.literal(figure.title)
    about, files = t("About this figure: {title}", title=name), t("Download: {title}", title=name)
    deck = t("Add to deck: {title}", title=name)
    if _button(about, "info", slug):
        behind.show(figure, state, slug, "about")
    if _button(files, "download", slug):
        behind.show(figure, state, slug, "files")
    if _button(deck, "playlist_add", slug):
        _add(Slide(figure.id, state), t)
    st.markdown(_links(figure, state, slug, t))


def _button(label: str, icon: str, slug: str) -> bool:
    """Its label is read aloud, and shown while the pointer or the keyboard is on it."""
    return st.button(label, icon=f":material/{icon}:", type="tertiary", key=f"{icon}-{slug}")


def _links(figure: Figure, state: State, slug: str, t: Texts) -> str:
    """Full screen in a tab of its own, and the address of the figure on this page."""
    alone, _ = deck_link.write(Deck("", (Slide(figure.id, state),)))
    query = urlencode({DECK: alone, PRESENT: "1", "lang": t.lang, **style.shade()})
    full, link = t("Show full screen"), t("Link to this figure")
    return f'[:material/fullscreen:](present?{query} "{full}") [:material/link:](#{slug} "{link}")'


def _add(slide: Slide, t: Texts) -> None:
    if session_deck.add(slide):
        memory.keep(session_deck.current())
        count = len(session_deck.current().slides)
        st.toast(t("Slide {count} of your deck.", count=count))
    else:
        st.toast(t("The deck is full: {most} slides.", most=MOST_SLIDES))
