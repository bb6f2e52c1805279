"""Tiles of numbers on one baseline, lists of events, and the links under a still map."""

from __future__ import annotations

from functools import lru_cache

from partnership import palette

_CSS = """
/* Few tiles fill their row, in place of keeping room for those that are not there. */
.stGrid[class*="st-key-numbers-"] {
  grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)) !important;
}
[class*="st-key-tile-"] { position: relative; padding: .6rem .75rem .5rem !important; }
[class*="st-key-tile-"]:has(a):hover { border-color: SOFT; }
[class*="st-key-tile-"] [data-testid="stMetric"] { gap: .1rem; }
[class*="st-key-tile-"] [data-testid="stMetricLabel"] {
  min-height: 2.7em; align-items: flex-end; font-size: .875rem;
}
[class*="st-key-tile-"] [data-testid="stMetricLabel"] * {
  white-space: normal; overflow: visible; font-size: .875rem; line-height: 1.3; color: SOFT;
}
[class*="st-key-tile-"] [data-testid="stMetricValue"],
[class*="st-key-tile-"] [data-testid="stMetricValue"] * {
  font-size: 1.875rem; font-weight: 650; line-height: 2.35rem; white-space: nowrap;
  overflow: visible;
}
/* Other languages than English take more letters for the same: one line less is not enough. */
:root:not(:lang(en)) [class*="st-key-tile-"] [data-testid="stMetricLabel"] { min-height: 4em; }
:root:not(:lang(en)) [class*="st-key-tile-"] [data-testid="stMetricValue"],
:root:not(:lang(en)) [class*="st-key-tile-"] [data-testid="stMetricValue"] * {
  font-size: 1.5rem;
}
[class*="st-key-tile-long"] [data-testid="stMetricValue"],
[class*="st-key-tile-long"] [data-testid="stMetricValue"] * { font-size: 1.5rem; }
[class*="st-key-tile-longer"] [data-testid="stMetricValue"],
[class*="st-key-tile-longer"] [data-testid="stMetricValue"] * { font-size: 1.25rem !important; }
[class*="st-key-tile-"] [data-testid="stMetricDelta"] {
  background: none; padding: 0; font-size: .8125rem; min-height: 1.3em; align-items: flex-start;
}
[class*="st-key-tile-"] [data-testid="stMetricDelta"] * {
  white-space: normal; overflow: visible; line-height: 1.3; color: INK; font-size: .8125rem;
}
[class*="st-key-tile-"] [data-testid="stMetricChart"] svg { background: none !important; }
[class*="st-key-events-"] p { font-size: .875rem; line-height: 1.35; margin-bottom: .55rem; }
.source { margin: 0; font-size: .75rem; line-height: 1.3; color: SOFT; }
.source a::after { content: ""; position: absolute; inset: 0; border-radius: .5rem; z-index: 2; }
.source a:focus-visible::after { outline: 2px solid INK; }
.places { margin: 0; font-size: .875rem; display: flex; flex-wrap: wrap; gap: .1rem .9rem; }
.places a { color: SOFT; text-decoration: underline; text-underline-offset: .2em; }
.places a:hover { color: INK; }
@media (max-width: 640px) { .places a { min-height: 2rem; } }
"""


@lru_cache(maxsize=2)
def css(theme: str) -> str:
    """Rules for a screen in `theme` (`light` or `dark`)."""
    rules = _CSS.replace("SOFT", getattr(palette.SOFT, theme))
    return rules.replace("INK", getattr(palette.INK, theme))
