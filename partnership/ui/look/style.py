"""The style sheet of a page, and escaping of words put into Markdown."""

from __future__ import annotations

import re
import unicodedata

import streamlit as st

from partnership.language.texts import LANGUAGES
from partnership.ui.look import inline
from partnership.ui.streamlit_shims import screen

_ADDRESS = re.compile(r"(?i)((?:https?|ftp|mailto|xmpp)(?=:)|www(?=\.)|\S(?=@))")
_JOINER = "\u034f"
"""Invisible: with it in the middle no text is an address (combining grapheme joiner)."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:])")


def apply(lang: str) -> None:
    """Style sheet, language of the document (only from our own list), the menu on telephones."""
    st.html(screen.css(theme()))
    if lang in LANGUAGES:
        inline.run(inline.MENU, lang=lang)


def literal(words: str) -> str:
    """Words of unknown origin made safe for Markdown: every special sign stands for itself, and
    signs that cannot be seen (controls, changes of direction) are left out. An address does not
    become a link: Markdown makes links of bare addresses after it has read the escapes.
    """
    seen = "".join(c for c in " ".join(words.split()) if unicodedata.category(c)[0] != "C")
    return _SPECIAL.sub(r"\\\1", _ADDRESS.sub(rf"\1{_JOINER}", seen))


def theme() -> str:
    """`light` or `dark`, as the reader's browser shows it."""
    return st.context.theme.type or "light"


def address(url: str) -> str:
    """A web address made safe inside a Markdown link; anything but http(s) is left out."""
    if not url.startswith(("https://", "http://")):
        return ""
    return re.sub(r"[\s()<>\"']", lambda sign: f"%{ord(sign.group()):02X}", url)
