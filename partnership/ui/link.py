"""The address that brings a view back in another browser."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from partnership.figures.figure import Figure
from partnership.state import State


def of(state: State, _figure: Figure | None = None) -> str:
    """Address of this page with what the reader chose; defaults are left out."""
    parts = urlsplit(st.context.url or "")
    query = urlencode(state.query(), doseq=True)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))
