"""The claims: filters, the list, and the claim that is open; with the counts as their summary."""

from __future__ import annotations

import streamlit as st

from partnership.figures import figure as figures
from partnership.figures.claims import verdicts
from partnership.language.texts import Texts
from partnership.site import link, sitemap
from partnership.state import State
from partnership.ui.app import controls
from partnership.ui.figure import frame
from partnership.ui.look import style

_FIRST = "_claims_open_first"


def panel(state: State, t: Texts) -> State:
    """Draw summary, filters, list and evidence; the state chosen in them.

    A link to one claim opens the page at that claim; a reader who starts at the summary
    keeps that order, so that nothing moves when a claim is chosen.
    """
    linked = st.session_state.setdefault(_FIRST, state.claim is not None)
    first, middle, last = st.container(), st.container(), st.container()
    with last if linked else first:
        _summary(state, t)
    with middle:
        state = _list(state, t)
    with first if linked else last:
        return _open(state, t)


def _summary(state: State, t: Texts) -> None:
    st.header(t("Verdicts"))
    left, right = st.columns(2, gap="large")
    with left:
        frame.frame("claims.counts", state)
    with right:
        frame.frame("claims.deviations", state)


def _list(state: State, t: Texts) -> State:
    st.header(t("All claims"))
    left, right = st.columns([0.65, 0.35], gap="medium", vertical_alignment="bottom")
    with left:
        state = controls.drawn(state, ("verdict",), t)
    with right:
        state = controls.drawn(state, ("find",), t)
    frame.frame("claims.list", state)
    return state


def _open(state: State, t: Texts) -> State:
    st.header(t("Selected claim"))
    state = controls.drawn(state, ("claim",), t)
    frame.frame("claims.evidence", state)
    if state.claim is not None:
        _drawn(state.claim, state, t)
    return state


def _drawn(claim: str, state: State, t: Texts) -> None:
    """Links to the figures elsewhere that show what the claim is about."""
    try:
        with figures.guarded("claims.evidence"):
            views = [(figures.build(f, view), view) for f, view in verdicts.shown(claim, state)]
    except figures.Undrawn as error:
        frame.broken(error, t)
        return
    if not views:
        st.caption(t("No other figure shows this claim."))
        return
    st.markdown(t("Shown in:"))
    for drawn, view in views:
        leaf, seen = sitemap.view(drawn.id, view)
        label = t("{page}: {figure}", page=t(leaf.title), figure=style.literal(drawn.title))
        page = f"pages/{leaf.file}"
        st.page_link(page, label=label, icon=leaf.icon, query_params=link.pairs(seen))
