"""The deck page: ready decks, the reader's own deck slide by slide, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from partnership import deck as decks
from partnership import deck_link, ready
from partnership.contract import TableError
from partnership.deck import Deck, DeckError, Slide
from partnership.figures import choices
from partnership.figures import figure as figures
from partnership.state import DECK, PRESENT, READY, State
from partnership.texts import Texts
from partnership.ui import frame, link, making, memory, own_deck, style, where

PATH = "present"


def panel(state: State, t: Texts) -> State:
    """Draw the page; the state is left as it is."""
    dropped = own_deck.from_address(t.lang)
    if dropped:
        lines = "\n".join(f"- {style.literal(t.quote(one))}" for one in dropped)
        st.warning(t("Not everything in the link could be opened:") + "\n" + lines)
    _ready(t)
    deck = own_deck.held()
    st.header(t("Your deck"))
    _open(t)
    if deck.slides or own_deck.touched():
        memory.keep(deck)
    else:
        memory.bring()
    if deck.slides:
        value = _link(deck, t)
        own_deck.to_address(value)
        _actions(deck, value, t)
        _title(deck, t)
        for index in range(len(deck.slides)):
            _slide(index, t)
    else:
        own_deck.to_address(None)
        st.info(
            t(
                "The deck is empty. Open the menu (⋯) of any figure and choose “Add to deck”, or"
                " open one of the decks above."
            )
        )
    return state


def _ready(t: Texts) -> None:
    st.header(t("Ready to show"))
    columns = st.columns(len(ready.DECKS), gap="medium")
    for column, (key, one) in zip(columns, ready.DECKS.items(), strict=True):
        with column, st.container(border=True, key=f"ready-{key}"):
            st.markdown(f"**{t(one.title)}**")
            address = f"{PATH}?{urlencode({READY: key, PRESENT: '1', 'lang': t.lang})}"
            st.link_button(
                t("Show full screen"), address, icon=":material/slideshow:", width="stretch"
            )
            st.button(
                t("Open and change"),
                key=f"open-{key}",
                on_click=_replace,
                args=(ready.deck(key, t.lang),),
                icon=":material/edit:",
                width="stretch",
            )


def _replace(deck: Deck) -> None:
    own_deck.replace(deck)
    _forget_fields()


def _bring_back() -> None:
    own_deck.bring_back()
    _forget_fields()


def _open(t: Texts) -> None:
    """Open a saved deck; a file with mistakes changes nothing. And undo."""
    left, right = st.columns([0.6, 0.4], vertical_alignment="bottom")
    with right:
        if own_deck.before() is not None:
            st.button(
                t("Bring back the deck before"),
                key="bring-back",
                on_click=_bring_back,
                icon=":material/undo:",
            )
    with left, st.expander(t("Open a saved deck"), icon=":material/folder_open:"):
        upload = st.file_uploader(
            t("A deck file (JSON) that was saved here"), type=["json"], key="deck-file"
        )
        if upload is None or upload.file_id == st.session_state.get(_OPENED):
            return
        st.session_state[_OPENED] = upload.file_id
        try:
            _replace(decks.from_json(upload.getvalue()))
        except DeckError as error:
            lines = [f"- {style.literal(t.quote(p))}" for p in error.problems[:_MOST_PROBLEMS]]
            st.error(
                "\n".join([t("This file was not opened; your deck is as it was."), "", *lines])
            )
            return
        st.rerun()


_OPENED = "_deck_opened"
_MOST_PROBLEMS = 8


def _link(deck: Deck, t: Texts) -> str | None:
    """The deck as the value of a parameter; `None`, with a word to the reader, if too long."""
    try:
        value, without_notes = deck_link.write(deck)
    except ValueError:
        st.warning(t("The deck is too long for a link. Save it as a file to keep it."))
        return None
    if without_notes:
        st.warning(t("The notes are too long for a link and are left out of it. Save a file."))
    return value


def _actions(deck: Deck, value: str | None, t: Texts) -> None:
    site = link.site(PATH)
    left, middle, right = st.columns([0.3, 0.35, 0.35], gap="medium")
    with left:
        if value is not None:
            query = urlencode({DECK: value, PRESENT: "1", "lang": t.lang})
            st.link_button(
                t("Present"),
                f"{PATH}?{query}",
                type="primary",
                icon=":material/slideshow:",
                width="stretch",
            )
        st.download_button(
            t("Save the deck"),
            data=decks.to_json(deck),
            file_name=f"{making.file_name(deck)}.json",
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
        making.offer("deck", own_deck.held, t.lang, site, t)
    with right:
        if value is not None:
            st.markdown(t("A link that opens this deck:"))
            address = t.quote(f"{site}/{PATH}?{urlencode({DECK: value})}")
            st.code(address, language=None, height=120)


def _title(deck: Deck, t: Texts) -> None:
    words = st.text_input(
        t("Title of the deck"),
        value=deck.title,
        max_chars=decks.LONGEST_TITLE,
        key=_field("title", 0),
    )
    if words != deck.title:
        own_deck.put(replace(deck, title=decks.clean(words)))
        st.rerun()


def _slide(index: int, t: Texts) -> None:
    """One slide: what it shows, its headline and notes, and its place."""
    slide = own_deck.held().slides[index]
    with st.container(border=True, key=f"slide-{index}"):
        left, right = st.columns([0.62, 0.38], gap="medium")
        with left:
            _about(index, slide, t)
        with right:
            _place(index, t)
        _words(index, slide, t)


def _about(index: int, slide: Slide, t: Texts) -> None:
    try:
        title = figures.build(slide.figure_id, replace(slide.state, lang=t.lang)).title
    except TableError as error:
        frame.broken(error, t)
        return
    leaf = where.leaf_of(slide.figure_id)
    st.page_link(
        f"pages/{leaf.file}",
        label=f"**{t.number(index + 1)}** · {style.literal(title)}",
        help=t("See it on its page"),
        query_params=link.pairs(decks.reduced(slide)),
    )
    uses = figures.registry()[slide.figure_id].uses
    filters = choices.said(slide.state, (*uses, "sector"), t)
    if filters:
        st.caption(" · ".join(style.literal(one) for one in filters))


def _words(index: int, slide: Slide, t: Texts) -> None:
    left, right = st.columns(2, gap="medium")
    headline = left.text_input(
        t("Headline"),
        value=slide.headline,
        max_chars=decks.LONGEST_HEADLINE,
        placeholder=t("Empty: the title of the figure"),
        key=_field("headline", index),
    )
    notes = right.text_area(
        t("Speaker's notes"),
        value=slide.notes,
        max_chars=decks.LONGEST_NOTES,
        height=68,
        key=_field("notes", index),
    )
    said = {"headline": decks.clean(headline), "notes": decks.clean(notes)}
    if said != {"headline": slide.headline, "notes": slide.notes}:
        own_deck.put(own_deck.held().changed(index, **said))
        st.rerun()


def _place(index: int, t: Texts) -> None:
    deck = own_deck.held()
    with st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        for name, icon, words, changed, off in (
            ("up", "arrow_upward", t("Up"), partial(Deck.moved, to=index - 1), index == 0),
            (
                "down",
                "arrow_downward",
                t("Down"),
                partial(Deck.moved, to=index + 1),
                index == len(deck.slides) - 1,
            ),
            ("double", "content_copy", t("Duplicate"), Deck.doubled, _full(deck)),
            ("remove", "delete", t("Remove"), Deck.removed, False),
        ):
            st.button(
                words,
                icon=f":material/{icon}:",
                type="tertiary",
                key=f"{name}-{index}",
                disabled=off,
                on_click=_change,
                args=(changed, index),
            )


def _full(deck: Deck) -> bool:
    return len(deck.slides) >= decks.MOST_SLIDES


def _change(changed: object, index: int) -> None:
    if callable(changed):
        own_deck.put(changed(own_deck.held(), index))
    _forget_fields()


_FIELDS = "_deck_fields"


def _field(name: str, index: int) -> str:
    """Key of a field of words: new ones each time the slides change places."""
    return f"{name}-{st.session_state.get(_FIELDS, 0)}-{index}"


def _forget_fields() -> None:
    st.session_state[_FIELDS] = st.session_state.get(_FIELDS, 0) + 1
