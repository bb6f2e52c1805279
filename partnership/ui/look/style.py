"""The style sheet of a page, and escaping of words put into Markdown."""

from __future__ import annotations

import re
import unicodedata
from html import escape
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

from partnership.language.texts import LANGUAGES, Texts
from partnership.ui.look import inline
from partnership.ui.streamlit_shims.rules import screen

_ADDRESS = re.compile(r"(?i)((?:https?|ftp|mailto|xmpp)(?=:)|www(?=\.)|\S(?=@))")
_ARROW = re.compile(r"(?<=[<>~-])(?=[>=-])")
"""Inside of what Streamlit turns into arrows and the like (`->`, `--`, `>=`)."""
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
"""Spaces and line ends, without those that keep a number and its unit together."""
_JOINER = "\u034f"
"""Invisible: with it in the middle no text is an address (combining grapheme joiner)."""
_watch = component("theme", js=Path(__file__).with_name("theme.js").read_text("utf-8"))
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:])")


def apply(t: Texts) -> None:
    """Style sheet, language of the document (only from our own list), what the keyboard and the
    links at the foot of figures do, the pages as a landmark.
    """
    shown = theme()
    st.html(screen.css(shown))
    _watch(key="theme", data={"theme": shown}, on_shown_change=_redraw, height="content")
    if t.lang in LANGUAGES:
        inline.run(inline.MENU, lang=t.lang, copied=t("Link copied"), pages=t("Pages"))


def _redraw() -> None:
    """The run that follows a change of theme draws all in the new one: it has nothing to add."""


def literal(words: str) -> str:
    """Words of unknown origin, safe for Markdown: every special sign stands for itself, and
    signs that cannot be seen (controls, changes of direction) are left out. An address does not
    become a link: Markdown makes links of bare addresses after it has read the escapes.
    """
    flat = _SPACES.sub(" ", words).strip()
    seen = "".join(c for c in flat if unicodedata.category(c)[0] != "C")
    parted = _ARROW.sub(_JOINER, _ADDRESS.sub(rf"\1{_JOINER}", seen))
    return _SPECIAL.sub(r"\\\1", parted)


def lines(words: str) -> str:
    """The same for words of several lines, each of which stays a line."""
    return "  \n".join(literal(line) for line in words.splitlines() if line.strip())


def read_out(words: str) -> None:
    """A region that no one sees: a screen reader says its words when they are others."""
    st.html(f'<p class="spoken" role="status">{escape(words)}</p>')


def theme() -> str:
    """`light` or `dark`, as the reader's browser shows it."""
    return st.context.theme.type or "light"


def shade() -> dict[str, str]:
    """Parameters of an address by which a presentation is as dark as the dashboard."""
    return {"theme": theme()}


def address(url: str) -> str:
    """A web address, safe inside a Markdown link; anything but http(s) is left out."""
    if not url.startswith(("https://", "http://")):
        return ""
    return re.sub(r"[\s()<>\"']", lambda sign: f"%{ord(sign.group()):02X}", url)
