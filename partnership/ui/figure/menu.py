"""The menu of a figure: its table, the table and the picture as files, citation and link."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlencode

import streamlit as st

from partnership.decks import link as deck_link
from partnership.decks.deck import MOST_SLIDES, Deck, Slide
from partnership.export import FORMATS
from partnership.export import handout as handouts
from partnership.figures import failures
from partnership.figures import figure as figures
from partnership.figures.figure import Figure
from partnership.language import codes, texts
from partnership.maps.model import Map
from partnership.maps.table import table as of_map
from partnership.provenance import sources
from partnership.state import DECK, PRESENT, State
from partnership.ui.app import address, memory, session_deck
from partnership.ui.figure import table
from partnership.ui.look import style
from partnership.wording import tables


def menu(figure: Figure, state: State) -> None:
    """A button that opens the menu; its content is only built when it is open."""
    if figure.table.empty:
        return
    t = texts.in_language(state.lang)
    slug = figure.id.replace(".", "-")
    opened = st.popover(
        "",
        icon=":material/more_horiz:",
        type="tertiary",
        help=t("Table, downloads, citation and link"),
        key=f"menu-{slug}",
        on_change="rerun",
    )
    if not opened.open:
        return
    with opened:
        try:
            with figures.guarded(f"menu of {figure.id}"):
                _content(figure, state, slug, t)
        except figures.Undrawn as error:
            why = style.literal(failures.beside(error, t))
            st.error(t("This menu could not be filled: {why}", why=why))


def _content(figure: Figure, state: State, slug: str, t: texts.Texts) -> None:
    _present(figure, state, slug, t)
    tab_table, tab_files, tab_cite = st.tabs(
        [t("Table"), t("Download"), t("Cite and link")], key=f"tabs-{slug}"
    )
    handout = handouts.of_figure(figure, state, address.here(state))
    sent = handout.views[0].figure
    with tab_table:
        # It can be saved from here, so it shows only what may be redistributed.
        drawn = sent.drawn
        words = of_map(drawn, t) if isinstance(drawn, Map) else tables.readable(sent.table, t)
        if words.rows:
            table.table(words, f"menu-{slug}", 280, t)
        if sent.note != figure.note and not figure.of_sources:
            st.caption(style.lines(sent.note))
    with tab_files:
        for one in (f for f in FORMATS if f.one):
            st.download_button(
                t(one.label),
                data=partial(one.write, handout, handouts.silent),
                file_name=f"{slug}.{one.extension}",
                mime=one.mime,
                key=f"{one.key}-{slug}",
                icon=one.icon,
                on_click="ignore",
            )
        if signs := handouts.lacking(handout):
            st.caption(style.literal(handouts.lacking_words(signs, t)))
    with tab_cite:
        st.markdown(t("Sources of this figure, ready to cite:"))
        cited = "\n".join(t.quote(s.citation()) for s in sources.by_ids(figure.source_ids))
        st.code(cited, language=None, wrap_lines=True)
        st.markdown(t("Address of this view:"))
        st.code(address.here(state), language=None, wrap_lines=True)
        _licences(figure, t)


def _present(figure: Figure, state: State, slug: str, t: texts.Texts) -> None:
    slide = Slide(figure.id, state)
    alone, _ = deck_link.write(Deck("", (slide,)))
    with st.container(horizontal=True):
        if st.button(t("Add to deck"), key=f"add-{slug}", icon=":material/playlist_add:"):
            if session_deck.add(slide):
                memory.keep(session_deck.current())
                count = len(session_deck.current().slides)
                st.toast(t("Slide {count} of your deck.", count=count))
            else:
                st.toast(t("The deck is full: {most} slides.", most=MOST_SLIDES))
        query = urlencode({DECK: alone, PRESENT: "1", "lang": t.lang})
        st.link_button(t("Show full screen"), f"present?{query}", icon=":material/slideshow:")


def _licences(figure: Figure, t: texts.Texts) -> None:
    links = {s.licence: s.licence_url for s in sources.by_ids(figure.source_ids) if s.licence_url}
    words = [f"[{t(codes.LICENCE[k])}]({style.address(url)})" for k, url in links.items()]
    if words:
        st.caption(f"{t('Licences:')} {', '.join(words)}")
