"""Looks that Streamlit's theme settings cannot say; the selectors name Streamlit's own elements."""

from __future__ import annotations

from functools import lru_cache

from partnership import palette
from partnership.ui.streamlit_shims import figures, printing

_CSS = """
<style>
[data-testid="stMainBlockContainer"] { max-width: 1240px; padding-top: 2.6rem; }
h1 { font-size: 2.1rem !important; letter-spacing: -.01em; padding-bottom: .2rem !important; }
h2 { font-size: 1.45rem !important; margin-top: 1.6rem; }
FIGURES
[class*="st-key-numbers-"] [data-testid="stMetricValue"],
[class*="st-key-numbers-"] [data-testid="stMetricValue"] * {
  font-size: 1.5rem; white-space: normal; overflow: visible;
}
[class*="st-key-numbers-"] [data-testid="stMetricLabel"] p {
  white-space: normal; font-weight: 600;
}
[data-testid="stMain"] [data-testid="stPageLink"] * { white-space: normal; }
.st-key-filters-printed { display: none; }
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


@lru_cache(maxsize=2)
def css(theme: str) -> str:
    """The style sheet, print included, for a screen in `theme` (`light` or `dark`), as HTML."""
    sea = getattr(palette.SEA, theme)
    return (
        _CSS.replace("SEA", sea)
        .replace("FIGURES", figures.css(theme))
        .replace("PRINT", printing.css(theme))
    )
