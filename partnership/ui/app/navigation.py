"""The links between pages, each carrying the filters that all pages share.

Streamlit's own navigation opens a page without parameters; writing the filters into the address
afterwards leaves two entries in the browser's history, and "back" ends on the wrong one.
"""

from __future__ import annotations

import streamlit as st

from partnership.site import link
from partnership.state import State


def links(pages: list[st.Page], state: State) -> None:
    """A link to each of `pages` that takes the shared choices of `state` along."""
    with st.container(key="pages"):
        for page in pages:
            st.page_link(page, query_params=link.pairs(state.shared()))
