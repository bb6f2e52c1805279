"""The door's work: page set-up, language, navigation."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from partnership import tables
from partnership.language import texts
from partnership.site.sitemap import LEAVES, ROOT, Leaf
from partnership.state import SHARED, State, Wrong
from partnership.ui.app import address, memory, navigation, search
from partnership.ui.look import style
from partnership.wording import links

_STATE, _WRONG, _PATH = "_state", "_wrong", "_path"
_SIDEBAR = 264
"""Pixels."""


def run() -> None:
    """Everything `dashboard.py` does: called once per script run."""
    tables.refresh()
    t = texts.in_language(address.language())
    name = t("Italy–Kazakhstan partnership")
    # Before the navigation, which else takes the icon of the page from another host.
    st.set_page_config(
        page_title=name,
        page_icon=str(Path(__file__).parent / "icon.png"),
        layout="wide",
        initial_sidebar_state=_SIDEBAR,
        menu_items={
            "About": t(
                "The Italy–Kazakhstan partnership in energy, trade, minerals, transport and"
                " diplomacy: every number with its source."
            )
        },
    )
    pages = [_page(leaf, t) for leaf in LEAVES]
    chosen = st.navigation(pages, position="hidden")
    st.set_page_config(page_title=f"{chosen.title} · {name}")
    asked, wrong = address.read()
    state = st.session_state[_STATE] = address.chosen(asked, SHARED)
    search.follow(state)
    style.apply(t)
    search.go()
    navigation.mark()
    with st.sidebar:
        navigation.brand(t)
        search.box(t)
        navigation.links(pages, state, t)
        navigation.foot(state, t)
        memory.listen()
    st.session_state[_PATH] = chosen.url_path
    _say_wrong(chosen.url_path, wrong, t)
    chosen.run()


def _page(leaf: Leaf, t: texts.Texts) -> st.Page:
    return st.Page(
        ROOT / "pages" / leaf.file,
        title=t(leaf.title),
        icon=leaf.icon,
        url_path=leaf.path or None,
        default=not leaf.path,
    )


def state() -> State:
    """What the reader chose in the shared filters, for the page that runs now."""
    if _STATE not in st.session_state:
        # A page that runs without `dashboard.py`, as in some tests.
        asked, _ = address.read()
        st.session_state[_STATE] = address.chosen(asked, SHARED)
    return st.session_state[_STATE]


def path() -> str:
    """Address of the page that runs now, without a slash; empty for the overview."""
    return str(st.session_state.get(_PATH, ""))


def _say_wrong(page: str, wrong: tuple[Wrong, ...], t: texts.Texts) -> None:
    """Name what a link requested and does not exist; shown until the reader moves on."""
    if wrong:
        st.session_state[_WRONG] = (page, wrong)
    kept_page, kept = st.session_state.get(_WRONG, (page, ()))
    if kept_page != page:
        st.session_state.pop(_WRONG)
        return
    for one in kept:
        st.warning(links.refused(one, t, style.literal))
