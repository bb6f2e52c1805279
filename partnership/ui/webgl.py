"""Whether the reader's browser can draw live maps, which need WebGL."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

_KEY, _MISSING = "webgl", "_webgl_missing"
_asked = component("webgl", js=Path(__file__).with_suffix(".js").read_text("utf-8"))


def missing() -> bool:
    """Whether this session's browser has said that it has no WebGL, or lost it."""
    return bool(st.session_state.get(_MISSING, False))


def listen() -> None:
    """Have the browser say so; one that has WebGL says nothing, so that the page runs once."""
    _asked(key=_KEY, default={"missing": False}, on_missing_change=_heard, height="content")


def _heard() -> None:
    if st.session_state[_KEY].get("missing"):
        st.session_state[_MISSING] = True
