"""The search box of every page; what is chosen in it is opened where it is seen."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from partnership.language.texts import Texts
from partnership.site import link, search, sitemap
from partnership.state import BY_FIELD, State
from partnership.ui.app import address
from partnership.ui.look import inline

_KEY, _CHOSEN, _PLACE, _COUNT = "search", "_search_chosen", "_search_place", "_search_count"


@dataclass(frozen=True)
class Place:
    """Where on a page the browser goes: the anchor of a figure, and how many times it was sent."""

    anchor: str
    count: int


def box(t: Texts) -> None:
    """Draw the box; the run that follows a choice opens it, see `follow`."""
    found = search.entries(t.lang)
    st.selectbox(
        t("Search"),
        list(found),
        format_func=lambda key: found[key].label,
        index=None,
        placeholder=t("Search, or press /"),
        label_visibility="collapsed",
        key=_KEY,
        on_change=_choose,
    )


def _choose() -> None:
    st.session_state[_CHOSEN] = st.session_state[_KEY]
    st.session_state[_KEY] = None


def follow(state: State) -> None:
    """Open what was chosen in the box, if anything: this run ends and one of that page begins."""
    entry = search.entries(state.lang).get(st.session_state.pop(_CHOSEN, None) or "")
    if entry is None:
        return
    choices = {name: BY_FIELD[name].read([value]) for name, value in entry.choices}
    count = st.session_state[_COUNT] = st.session_state.get(_COUNT, 0) + 1
    st.session_state[_PLACE] = Place(link.anchor(entry.figure_id), count)
    address.expect_another()
    seen = replace(state.shared(), **choices)
    if entry.figure_id:
        leaf, seen = sitemap.view(entry.figure_id, seen)
    else:
        leaf = next(leaf for leaf in sitemap.LEAVES if leaf.path == entry.path)
    st.switch_page(f"pages/{leaf.file}", query_params=link.pairs(seen))


def go() -> None:
    """Have the browser go to the figure of a link, or of what was chosen last."""
    found: Place | None = st.session_state.get(_PLACE)
    if found is None:
        inline.run(inline.PLACE)
    else:
        inline.run(inline.PLACE, anchor=found.anchor, count=str(found.count))
