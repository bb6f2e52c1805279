"""The bar under the title of a page: its filters, how many are set, what to do with the view."""

from __future__ import annotations

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from partnership.figures import figure as figures
from partnership.language.texts import Texts
from partnership.site import link, sitemap
from partnership.site.page import Page
from partnership.state import State
from partnership.ui.app import address, controls

_ONE_ROW, _TWO_ROWS = "bar", "bar-two"
"""Keys; beside pills of sectors, which are wide, others take a row that scrolls away with them."""


def filters(page: Page, state: State, t: Texts) -> tuple[State, DeltaGenerator]:
    """Draw the bar; the state chosen in it, and the place at its end for what can be done."""
    fields = page.filters
    with st.container(key=_TWO_ROWS if page.by_sector and len(fields) > 1 else _ONE_ROW):
        if fields:
            st.html(f'<details class="opener"><summary>{escape(t("Filters"))}</summary></details>')
            with st.container(horizontal=True, vertical_alignment="center", key="filters"):
                state = controls.drawn(state, fields, t)
        with st.container(horizontal=True, vertical_alignment="center", key="actions"):
            _count(fields, state, t)
            _copy(t)
            place = st.container(width="content")
    return state, place


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


def elsewhere(state: State) -> None:
    """Links to the pages that have figures of the sectors chosen, which stay chosen."""
    entries = figures.registry()
    with st.container(horizontal=True, key="elsewhere"):
        for leaf in sitemap.LEAVES[1:]:
            ids = sitemap.page_of(leaf).every_id
            if any(set(state.sector) & set(entries[i].sectors) for i in ids):
                page = f"pages/{leaf.file}"
                st.page_link(page, icon=leaf.icon, query_params=link.pairs(state.shared()))
