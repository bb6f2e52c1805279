"""The claims: filters, the list, and the claim that is open; with the counts as their summary."""

from __future__ import annotations

import streamlit as st

from partnership.figures import figure as figures
from partnership.figures.claims import verdicts
from partnership.language.texts import Texts
from partnership.site import link, sitemap
from partnership.state import State
from partnership.ui.app import controls
from partnership.ui.figure import drawing, frame
from partnership.ui.look import style

_EVIDENCE = "claims.evidence"
_FIRST = "_claims_open_first"


def panel(state: State, t: Texts) -> State:
    """Draw summary, filters, list and evidence; the state chosen in them.

    A link to one claim opens the page at that claim on a telephone too, where the evidence stands
    below the list; a reader who starts at the list keeps that order, so that nothing moves when a
    claim is chosen.
    """
    linked = st.session_state.setdefault(_FIRST, state.claim is not None)
    frame.frame("claims.counts", state)
    state = _filters(state, t)
    with st.container(key="claims-linked" if linked else "claims-both"):
        left, right = st.columns([0.58, 0.42], gap="medium")
        # First the choice, so that the list marks the row that is open now.
        with right, st.container(key="opened-claim"):
            state = _open(state, t)
        with left:
            frame.frame("claims.list", state, drawing.draw)
    frame.frame("claims.deviations", state)
    return state


def _filters(state: State, t: Texts) -> State:
    """Verdicts, counted among the claims that the search leaves, and the search."""
    left, right = st.columns([0.7, 0.3], gap="medium", vertical_alignment="center")
    with right:
        state = controls.drawn(state, ("find",), t)
    with left:
        return controls.drawn(state, ("verdict",), t)


def _open(state: State, t: Texts) -> State:
    state = controls.drawn(state, ("claim",), t)
    frame.frame(_EVIDENCE, state)
    if state.claim is not None:
        _drawn(state.claim, state, t)
    return state


def _drawn(claim: str, state: State, t: Texts) -> None:
    """Links to the figures elsewhere that show what the claim is about."""
    try:
        with figures.guarded(_EVIDENCE):
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
