"""The scripts that stand in a page itself, each one text for all readers.

The policy of pages (`headers.py`) allows scripts with the digest of one of these, and no others
in a page. What differs from reader to reader are attributes of the script.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent
MENU = (_HERE / "menu.js").read_text("utf-8")
"""The language of the document, the menu of a telephone, the key of the search, links to copy."""
PLACE = (_HERE / "place.js").read_text("utf-8")
"""Go to the figure `anchor`, chosen for the `count`th time, or to the one of the address."""
REMEMBER = (_HERE / "remember.js").read_text("utf-8")
"""Store `value` under `name` in the browser; a value unknown to the session is kept."""
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def run(script: str, **data: str) -> None:
    """Run one of the scripts of this module in the reader's browser; `data` are words for it."""
    attributes = "".join(f' data-{name}="{escape(value)}"' for name, value in data.items())
    st.html(f"<script{attributes}>{script}</script>", unsafe_allow_javascript=True)


def digests(page: str) -> tuple[str, ...]:
    """Digests of our scripts and of those inside Streamlit's `page`, as a policy writes them."""
    allowed = (MENU, PLACE, REMEMBER, *_SCRIPT.findall(page))
    return tuple(f"'sha256-{_digest(one)}'" for one in allowed)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
