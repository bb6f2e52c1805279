"""Whether the reader's browser can draw live maps, which need WebGL."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

_MISSING = "_webgl_missing"
_asked = component("webgl", js=Path(__file__).with_suffix(".js").read_text("utf-8"))


def missing() -> bool:
    """Whether this session's browser has reported that it has no WebGL, or lost it."""
    return bool(st.session_state.get(_MISSING, False))


def listen(key: str) -> None:
    """Have the browser report missing WebGL; one with WebGL reports nothing: one run."""
    component_key = f"webgl-{key}"
    _asked(
        key=component_key,
        default={"missing": False},
        on_missing_change=partial(_heard, component_key),
        height="content",
    )


def _heard(key: str) -> None:
    if st.session_state[key].get("missing"):
        st.session_state[_MISSING] = True
