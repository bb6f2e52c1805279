"""The bar under the title of a page: its filters, how many are set, what to do with the view."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from partnership.figures import figure as figures
from partnership.language.texts import Texts, meant
from partnership.site import link, sitemap
from partnership.site.page import Page, Section
from partnership.state import ALL, State
from partnership.ui.app import address, controls
from partnership.ui.look import style

_FEW_SECTIONS = 2
"""At most so many sections need no contents."""


def filters(page: Page, state: State, t: Texts) -> tuple[State, DeltaGenerator]:
    """Draw the bar; the state chosen in it, and the place at its end for what can be done."""
    state = replace(state, part=_asked(page))
    fields = page.filters(state)
    # Sectors that are hidden do not make another bar of it.
    contents = bool(page.parts or len(_headed(page, replace(state, sector=()))) > _FEW_SECTIONS)
    above = fields and _wide(page, fields, contents)
    if above:
        # They scroll away; how many are set stays in view.
        with st.container(key="bar-filters"):
            state = _fields(fields, state, t)
    with st.container(key="bar"):
        if contents:
            with st.container(key="contents"):
                state = _parts(page, state, t) if page.parts else _sections(page, state, t)
        if fields and not above:
            state = _fields(fields, state, t)
        with st.container(horizontal=True, vertical_alignment="center", key="actions"):
            with st.container(width="content"):
                # Without a filter it is empty; the others keep their places.
                _count(fields, state, t)
            _copy(t)
            place = st.container(width="content")
    return state, place


def _wide(page: Page, fields: tuple[str, ...], contents: bool) -> bool:
    """Whether the filters need a row of their own: pills of sectors are wide."""
    many = len({address.key(field) for field in fields}) > 1
    return sum((page.by_sector, many, contents)) > 1


def _fields(fields: tuple[str, ...], state: State, t: Texts) -> State:
    """The filters; on a telephone they unfold."""
    name = escape(t("Filters"))
    st.html(f'<details class="opener"><summary>{name}</summary></details>')
    with st.container(horizontal=True, vertical_alignment="center", key="filters"):
        return controls.drawn(state, fields, t)


def _asked(page: Page) -> str:
    """The part of the page that the address or the widget asks for; the first for a strange one."""
    asked = address.chosen(State(), ("part",))
    return page.part(asked)


def _parts(page: Page, state: State, t: Texts) -> State:
    """The parts of the page, one of which is shown."""
    st.session_state[address.key("part")] = state.part
    names = {part.id: t(part.title) for part in page.parts} | {
        ALL: t(meant("parts of a page", "All"))
    }
    chosen = st.segmented_control(
        t("Part of the page"),
        list(names),
        format_func=names.__getitem__,
        required=True,
        label_visibility="collapsed",
        wrap=False,
        key=address.key("part"),
    )
    return replace(state, part=chosen or "")


def _headed(page: Page, state: State) -> list[Section]:
    return [s for s in page.chosen(state) if s.heading and page.rows_of(s, state)]


def _sections(page: Page, state: State, t: Texts) -> State:
    """Links to the sections of the page."""
    links = (
        f"[{style.literal(t(s.heading))}](#{link.slug(s.heading)})" for s in _headed(page, state)
    )
    st.markdown(" · ".join(links))
    return state


def _copy(t: Texts) -> None:
    """A button that copies the address of the page as the browser has it (`look/menu.js`)."""
    copied, words = escape(t("Copied")), escape(t("Copy link"))
    st.html(f'<button class="copy-link" data-copied="{copied}">{words}</button>')


def _count(fields: tuple[str, ...], state: State, t: Texts) -> None:
    """How many filters are set; a press clears them."""
    plain = State()
    changed = {address.key(f) for f in fields if getattr(state, f) != getattr(plain, f)}
    if changed:
        st.button(
            t.plural("{count} filter · clear", "{count} filters · clear", len(changed)),
            key="clear",
            type="tertiary",
            on_click=controls.clear,
            args=(fields,),
        )


def elsewhere(here: str, state: State) -> None:
    """Links to other pages that have figures of the sectors chosen, which stay chosen."""
    entries = figures.registry()
    with st.container(horizontal=True, key="elsewhere"):
        for leaf in sitemap.LEAVES[1:]:
            ids = sitemap.page_of(leaf).every_id
            if leaf.path != here and any(set(state.sector) & set(entries[i].sectors) for i in ids):
                page = f"pages/{leaf.file}"
                st.page_link(page, icon=leaf.icon, query_params=link.pairs(state.shared()))
