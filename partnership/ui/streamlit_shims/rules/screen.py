"""Looks that Streamlit's theme settings cannot say; the selectors name Streamlit's own elements."""

from __future__ import annotations

from functools import lru_cache

from partnership import palette
from partnership.ui.streamlit_shims.rules import access, figures, frame, printing, tiles

_CSS = """
<style>
FRAME
h2 { font-size: 1.375rem !important; font-weight: 650 !important; margin-top: 1.2rem; }
FIGURES
TILES
ACCESS
[data-testid="stMain"] [data-testid="stPageLink"] * { white-space: normal; }
[data-testid="stLayoutWrapper"]:has(> .st-key-filters-printed) { display: none; }
[data-testid="stElementToolbarButton"]:has(
  [aria-label^="Download as PNG"], [aria-label^="Copy Vega-Lite spec"], [aria-label^="Copied!"]
) { display: none; }
[data-testid="stDeckGlJsonChart"] { background: SEA; border-radius: .5rem; }
PRINT
</style>
"""


@lru_cache(maxsize=2)
def css(theme: str) -> str:
    """The style sheet, print included, for a screen in `theme` (`light` or `dark`), as HTML."""
    sea = getattr(palette.SEA, theme)
    rules = _CSS.replace("SEA", sea).replace("PRINT", printing.css(theme))
    parts = {"FRAME": frame, "FIGURES": figures, "TILES": tiles, "ACCESS": access}
    for word, part in parts.items():
        rules = rules.replace(word, part.css(theme))
    return rules
