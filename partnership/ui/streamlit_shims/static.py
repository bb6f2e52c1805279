"""The files of Streamlit's browser part, as this installation has them."""

from __future__ import annotations

from pathlib import Path

import streamlit

FOLDER = Path(streamlit.__file__).parent / "static"
SCRIPTS = FOLDER / "static" / "js"


def index() -> str:
    """The page of HTML in which every page of the dashboard is drawn."""
    return (FOLDER / "index.html").read_text("utf-8")
