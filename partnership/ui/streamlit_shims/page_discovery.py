"""Streamlit's old way of finding pages, which our folder `pages/` would set off.

A folder called `pages/` beside the script makes Streamlit answer the first deep link after a start
with "Page not found", until `st.navigation` has run once. The folder stays; the discovery is
switched off instead.
"""

from __future__ import annotations

from streamlit.runtime.pages_manager import PagesManager


def switch_off() -> None:
    """Have Streamlit run the script itself for every address, from the first request on."""
    PagesManager.uses_pages_directory = False
