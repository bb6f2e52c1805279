"""What a reader can do with a whole page: show it full screen, add it to the deck, download it."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from partnership.decks import deck as decks
from partnership.decks.deck import Deck, Slide
from partnership.language.texts import Texts
from partnership.site import link
from partnership.state import State
from partnership.ui.app import address, memory, session_deck
from partnership.ui.deck import exports
from partnership.ui.look import style


@st.fragment
def panel(path: str, title: str, ids: tuple[str, ...], state: State, t: Texts) -> None:
    """Full screen at once; the rest behind a button, built when it is open."""
    with st.container(horizontal=True, gap="small", key="whole-page"):
        st.link_button(
            t("Full screen"),
            "&".join([link.shown(path, state), *filter(None, [urlencode(style.shade())])]),
            icon=":material/slideshow:",
        )
        opened = st.popover(
            t("Export"), icon=":material/download:", key="takeaway", on_change="rerun"
        )
    if not opened.open:
        return
    slides = tuple(Slide(i, state) for i in ids)
    with opened:
        if st.button(
            t("Add all figures to the deck"),
            key="add-page",
            icon=":material/playlist_add:",
            width="stretch",
        ):
            added = sum(session_deck.add(slide) for slide in slides)
            memory.keep(session_deck.current())
            words = t.plural("{count} figure added.", "{count} figures added.", added)
            st.caption(words)
            if added < len(slides):
                st.caption(t("The deck is full: {most} slides.", most=decks.MOST_SLIDES))
        exports.offer("page", lambda: Deck(title, slides), t.lang, address.site(path), t)
