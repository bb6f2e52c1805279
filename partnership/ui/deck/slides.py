"""The slides of the reader's deck, one below the other: words, order, and what each shows."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from partnership.decks import deck as decks
from partnership.decks.deck import Deck, Slide
from partnership.figures import figure as figures
from partnership.language.texts import Texts
from partnership.site import link, sitemap
from partnership.ui.app import session_deck
from partnership.ui.figure import frame
from partnership.ui.look import style
from partnership.wording import choices


def slide(index: int, t: Texts) -> None:
    """One slide: what it shows, its headline and notes, and its place."""
    slide = session_deck.current().slides[index]
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
    except figures.Undrawn as error:
        frame.broken(error, t)
        return
    st.markdown(f"**{t.number(index + 1)}** · {style.literal(title)}")
    uses = figures.registry()[slide.figure_id].uses
    filters = choices.filter_phrases(slide.state, (*uses, "sector"), t)
    if filters:
        st.caption(" · ".join(style.literal(one) for one in filters))


def _words(index: int, slide: Slide, t: Texts) -> None:
    left, right = st.columns(2, gap="medium")
    headline = left.text_input(
        t("Headline"),
        value=slide.headline,
        max_chars=decks.LONGEST_HEADLINE,
        placeholder=t("Empty: the title of the figure"),
        key=session_deck.field("headline", index),
    )
    notes = right.text_area(
        t("Speaker's notes"),
        value=slide.notes,
        max_chars=decks.LONGEST_NOTES,
        height=68,
        key=session_deck.field("notes", index),
    )
    edited = {"headline": decks.clean(headline), "notes": decks.clean(notes)}
    if edited != {"headline": slide.headline, "notes": slide.notes}:
        session_deck.put(session_deck.current().changed(index, **edited))
        st.rerun()


def _place(index: int, t: Texts) -> None:
    deck = session_deck.current()
    with st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        for name, icon, words, changed, off in (
            ("up", "arrow_upward", t("Move up"), partial(Deck.moved, to=index - 1), index == 0),
            (
                "down",
                "arrow_downward",
                t("Move down"),
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
    slide = deck.slides[index]
    leaf = sitemap.leaf_of(slide.figure_id)
    st.page_link(
        f"pages/{leaf.file}",
        label=t("View on its page"),
        icon=leaf.icon,
        query_params=link.pairs(decks.reduced(slide)),
    )


def _full(deck: Deck) -> bool:
    return len(deck.slides) >= decks.MOST_SLIDES


def _change(changed: object, index: int) -> None:
    if callable(changed):
        session_deck.put(changed(session_deck.current(), index))
    session_deck.forget_fields()
