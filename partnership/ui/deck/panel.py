"""The deck page: ready decks, the reader's own deck slide by slide, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from partnership.decks import deck as decks
from partnership.decks import faults, ready
from partnership.decks import link as deck_link
from partnership.decks.deck import Deck, DeckError
from partnership.decks.ready import Ready
from partnership.language.texts import Texts
from partnership.site.sitemap import DECK_PAGE
from partnership.state import DECK, PRESENT, READY, State
from partnership.ui.app import address, memory, session_deck
from partnership.ui.deck import covers, exports
from partnership.ui.deck import slides as deck_slides
from partnership.ui.look import style
from partnership.wording import links


def panel(state: State, t: Texts) -> State:
    """Draw the page; the state is left as it is."""
    dropped = session_deck.from_address(t.lang)
    if dropped:
        lines = "\n".join(f"- {style.literal(one)}" for one in faults.lines(dropped, t))
        st.warning(links.incomplete(t) + "\n" + lines)
    places = _ready(t)
    deck = session_deck.current()
    st.header(t("Your deck"))
    _open(t)
    if deck.slides or session_deck.touched():
        memory.keep(deck)
    if deck.slides:
        value = _link(deck, t)
        session_deck.to_address(value)
        _actions(deck, value, t)
        _title(deck, t)
        for index in range(len(deck.slides)):
            deck_slides.slide(index, t)
    else:
        session_deck.to_address(None)
        st.info(
            t(
                "The deck is empty. Press “Add to deck” below any figure, or open one of the decks"
                " above."
            )
        )
    _pictures(places, t)
    return state


def _ready(t: Texts) -> dict[str, DeltaGenerator]:
    """The cards of the ready decks; the place of the picture on each, by deck."""
    st.header(t("Ready-made decks"))
    columns = st.columns(len(ready.DECKS), gap="medium")
    return {
        key: _card(key, one, column, t)
        for column, (key, one) in zip(columns, ready.DECKS.items(), strict=True)
    }


def _card(key: str, one: Ready, column: DeltaGenerator, t: Texts) -> DeltaGenerator:
    query = {READY: key, PRESENT: "1", "lang": t.lang, **style.shade()}
    with column, st.container(border=True, height="stretch", key=f"ready-{key}"):
        picture = st.container()
        with st.container(height="stretch"):
            st.markdown(f"**{one.heading(t)}**")
        st.link_button(
            t("Show full screen"),
            f"{DECK_PAGE}?{urlencode(query)}",
            icon=":material/slideshow:",
            width="stretch",
        )
        st.button(
            t("Open and edit"),
            key=f"open-{key}",
            on_click=_replace,
            args=(ready.deck(key, t.lang),),
            icon=":material/edit:",
            width="stretch",
        )
    return picture


def _pictures(places: dict[str, DeltaGenerator], t: Texts) -> None:
    """The first slide of each ready deck; last on the page, since it may have to be drawn."""
    for key, place in places.items():
        picture = covers.png(key, t.lang, style.theme())
        place.image(picture, width="stretch", alt=t("First slide"))


def _replace(deck: Deck) -> None:
    session_deck.replace(deck)
    session_deck.forget_fields()


def _bring_back() -> None:
    session_deck.bring_back()
    session_deck.forget_fields()


def _open(t: Texts) -> None:
    """Open a saved deck; a file with mistakes changes nothing. And undo."""
    left, right = st.columns([0.6, 0.4], vertical_alignment="bottom")
    with right:
        if session_deck.before() is not None:
            st.button(
                t("Restore the previous deck"),
                key="bring-back",
                on_click=_bring_back,
                icon=":material/undo:",
            )
    with left, st.expander(t("Open a saved deck"), icon=":material/folder_open:"):
        upload = st.file_uploader(
            t("A deck file (JSON) saved from this page"), type=["json"], key="deck-file"
        )
        if upload is None or upload.file_id == st.session_state.get(_OPENED):
            return
        st.session_state[_OPENED] = upload.file_id
        try:
            _replace(decks.from_json(upload.getvalue()))
        except DeckError as error:
            lines = [f"- {style.literal(one)}" for one in faults.lines(error.faults, t)]
            st.error(
                "\n".join([t("This file could not be opened; your deck is unchanged."), "", *lines])
            )
            return
        st.rerun()


_OPENED = "_deck_opened"


def _link(deck: Deck, t: Texts) -> str | None:
    """The deck as the value of a parameter; `None`, with a word to the reader, if too long."""
    try:
        value, without_notes = deck_link.write(deck)
    except ValueError:
        st.warning(t("The deck is too long for a link. Save it as a file to keep it."))
        return None
    if without_notes:
        st.warning(
            t(
                "The notes are too long for a link and are left out of it. Save the deck as a "
                "file to keep them."
            )
        )
    return value


def _actions(deck: Deck, value: str | None, t: Texts) -> None:
    site = address.site(DECK_PAGE)
    left, middle, right = st.columns([0.3, 0.35, 0.35], gap="medium")
    with left:
        if value is not None:
            query = urlencode({DECK: value, PRESENT: "1", "lang": t.lang, **style.shade()})
            st.link_button(
                t("Present"),
                f"{DECK_PAGE}?{query}",
                type="primary",
                icon=":material/slideshow:",
                width="stretch",
            )
        st.download_button(
            t("Save the deck"),
            data=decks.to_json(deck),
            file_name=f"{exports.file_name(deck)}.json",
            mime="application/json",
            key="save-deck",
            icon=":material/save:",
            on_click="ignore",
            width="stretch",
        )
        if st.button(
            t("Empty the deck"), key="empty-deck", icon=":material/delete:", width="stretch"
        ):
            _replace(Deck())
            st.rerun()
    with middle:
        exports.offer("deck", session_deck.current, t.lang, site, t)
    with right:
        if value is not None:
            st.markdown(t("A link that opens this deck:"))
            opens = t.quote(f"{site}/{DECK_PAGE}?{urlencode({DECK: value})}")
            st.code(opens, language=None, height=120, wrap_lines=True)


def _title(deck: Deck, t: Texts) -> None:
    words = st.text_input(
        t("Title of the deck"),
        value=deck.title,
        max_chars=decks.LONGEST_TITLE,
        key=session_deck.field("title", 0),
    )
    if words != deck.title:
        session_deck.put(replace(deck, title=decks.clean(words)))
        st.rerun()
