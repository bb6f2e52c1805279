"""The frame of a figure: its head, the drawing, and one row at its foot."""

from __future__ import annotations

from functools import lru_cache

from partnership import palette

_CSS = """
[class*="st-key-figure-"] { padding: .2rem 0 .9rem; position: relative; gap: .45rem; }
[class*="st-key-figure-"] h3 {
  font-size: 1.1875rem !important; font-weight: 650 !important; line-height: 1.3;
  padding: 0 0 .1rem !important;
}
[class*="st-key-figure-"] [data-testid="stMarkdownContainer"]:has(h3) > p {
  font-size: .875rem; line-height: 1.4; color: SOFT; margin: 0;
}
[class*="st-key-figure-"] > [data-testid="stLayoutWrapper"] > [data-testid="stVerticalBlock"] {
  gap: .4rem;
}
[class*="st-key-figure-"] [data-testid="stMarkdownContainer"] { margin-bottom: 0 !important; }
[class*="st-key-foot-"] {
  gap: .1rem !important; flex-wrap: nowrap !important; height: 1.75rem; align-items: center;
}
/* A chart keeps room below itself, a table or a row of tiles does not. */
:has(> .stVegaLiteChart) + * > [class*="st-key-foot-"] { margin-top: -.5rem; }
[class*="st-key-foot-"] > [data-testid="stElementContainer"]:first-child {
  flex: 1 1 auto; min-width: 0; width: auto !important;
}
[class*="st-key-foot-"] > :not(:first-child) { flex: 0 0 auto; width: auto !important; }
[class*="st-key-foot-"] p { font-size: .8125rem; line-height: 1.4; margin: 0; color: SOFT; }
[class*="st-key-foot-"] > :first-child p {
  white-space: nowrap; overflow: hidden; text-overflow: ellipsis;
}
[class*="st-key-foot-"] > :first-child p + p { display: none; }
[class*="st-key-foot-"] .stButton { display: flex; }
[class*="st-key-foot-"] a, [class*="st-key-foot-"] button {
  display: inline-flex; align-items: center; justify-content: center;
  min-width: 1.75rem; min-height: 1.75rem; padding: 0; color: SOFT !important;
  text-decoration: none; position: relative;
}
[class*="st-key-foot-"] [data-testid="stIconMaterial"] { font-size: 1.125rem; line-height: 1; }
[class*="st-key-foot-"] > :last-child p { display: flex; }
[class*="st-key-foot-"] a:hover, [class*="st-key-foot-"] button:hover { color: INK !important; }
[class*="st-key-foot-"] button [data-testid="stMarkdownContainer"] {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
}
[class*="st-key-foot-"] button:focus-visible [data-testid="stMarkdownContainer"] {
  right: 0; bottom: calc(100% + .25rem); width: max-content; max-width: 20rem; height: auto;
  overflow: visible; clip-path: none; padding: .25rem .5rem; border-radius: .35rem; z-index: 3;
  background: INK; white-space: normal; text-align: left;
}
[class*="st-key-foot-"] button [data-testid="stMarkdownContainer"] p { color: PAPER; }
[class*="st-key-foot-"] a[data-copied]::after {
  content: attr(data-copied); position: absolute; right: 0; bottom: calc(100% + .25rem);
  padding: .25rem .5rem; border-radius: .35rem; white-space: nowrap; font-size: .8125rem;
  background: INK; color: PAPER;
}
@media (max-width: 640px) {
  /* What stands side by side elsewhere is as far apart here as all others. */
  [data-testid="stMain"] [data-testid="stHorizontalBlock"] { row-gap: .75rem; }
  [class*="st-key-figure-"] { padding-bottom: .75rem; }
  [class*="st-key-foot-"] { height: auto; flex-wrap: wrap !important; }
  [class*="st-key-foot-"] button:focus-visible [data-testid="stMarkdownContainer"] {
    position: fixed; left: 1rem; right: 1rem; bottom: 1rem; width: auto; max-width: none;
  }
  [class*="st-key-foot-"] > :first-child { flex-basis: 100% !important; }
  [class*="st-key-foot-"] > :first-child p { white-space: normal; }
  [class*="st-key-foot-"] a, [class*="st-key-foot-"] button {
    min-width: 2.5rem; min-height: 2.5rem;
  }
}
"""


@lru_cache(maxsize=2)
def css(theme: str) -> str:
    """Rules for a screen in `theme` (`light` or `dark`)."""
    rules = _CSS.replace("SOFT", getattr(palette.SOFT, theme))
    rules = rules.replace("PAPER", getattr(palette.PAPER, theme))
    return rules.replace("INK", getattr(palette.INK, theme))
