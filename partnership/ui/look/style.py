"""Looks that Streamlit's theme settings cannot say, and escaping of words put into Markdown."""

from __future__ import annotations

import re
import unicodedata

import streamlit as st

from partnership import palette
from partnership.language.texts import LANGUAGES
from partnership.ui.look import inline, printing

_CSS = """
<style>
[data-testid="stMainBlockContainer"] { max-width: 1240px; padding-top: 2.6rem; }
h1 { font-size: 2.1rem !important; letter-spacing: -.01em; padding-bottom: .2rem !important; }
h2 { font-size: 1.45rem !important; margin-top: 1.6rem; }
[class*="st-key-figure-"] { padding: .2rem 0 1.2rem; position: relative; gap: .7rem; }
[class*="st-key-menu-"] {
  position: absolute; right: 0; top: 0; width: auto !important; z-index: 2;
}
[class*="st-key-figure-"] h3 {
  font-size: 1.08rem !important; line-height: 1.35; padding: 0 3.2rem .3rem 0 !important;
}
[class*="st-key-figure-"] [data-testid="stCaptionContainer"] {
  overflow-wrap: anywhere; opacity: 1;
}
[class*="st-key-figure-"] [data-testid="stCaptionContainer"] p {
  font-size: .8rem; line-height: 1.4; color: color-mix(in srgb, currentColor 72%, transparent);
}
[class*="st-key-numbers-"] [data-testid="stMetricValue"],
[class*="st-key-numbers-"] [data-testid="stMetricValue"] * {
  font-size: 1.5rem; white-space: normal; overflow: visible;
}
[class*="st-key-numbers-"] [data-testid="stMetricLabel"] p {
  white-space: normal; font-weight: 600;
}
[data-testid="stMain"] [data-testid="stPageLink"] * { white-space: normal; }
.st-key-filters-said { display: none; }
.st-key-pages { gap: .3rem !important; }
[data-testid="stElementToolbarButton"]:has(
  [aria-label^="Download as PNG"], [aria-label^="Copy Vega-Lite spec"], [aria-label^="Copied!"]
) { display: none; }
[data-testid="stDeckGlJsonChart"] { background: SEA; border-radius: .5rem; }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding-left: 1rem; padding-right: 1rem; }
  h1 { font-size: 1.6rem !important; }
}
PRINT
</style>
"""
_ADDRESS = re.compile(r"(?i)((?:https?|ftp|mailto|xmpp)(?=:)|www(?=\.)|\S(?=@))")
_ARROW = re.compile(r"(?<=[<>~-])(?=[>=-])")
"""Inside of what Streamlit turns into arrows and the like (`->`, `--`, `>=`)."""
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
"""Spaces and line ends, without those that keep a number and its unit together."""
_JOINER = "\u034f"
"""Takes no room: what stands on both sides of it is no address (combining grapheme joiner)."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:])")


def apply(lang: str) -> None:
    """Style sheet, language of the document (only from our own list), the menu on telephones."""
    shown = theme()
    st.html(_CSS.replace("SEA", getattr(palette.SEA, shown)).replace("PRINT", printing.css(shown)))
    if lang in LANGUAGES:
        inline.run(inline.MENU, lang=lang)


def literal(words: str) -> str:
    """Words of unknown origin made safe for Markdown: every special sign stands for itself, and
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


def theme() -> str:
    """`light` or `dark`, as the reader's browser shows it."""
    return st.context.theme.type or "light"


def address(url: str) -> str:
    """A web address made safe inside a Markdown link; anything but http(s) is left out."""
    if not url.startswith(("https://", "http://")):
        return ""
    return re.sub(r"[\s()<>\"']", lambda sign: f"%{ord(sign.group()):02X}", url)
