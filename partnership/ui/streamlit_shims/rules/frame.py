"""The frame of a page: width and title, the sidebar, and the bar of filters that stays in view."""

from __future__ import annotations

from functools import lru_cache

from partnership import palette
from partnership.analysis.verdicts import VERDICTS
from partnership.state import SECTORS

_CSS = """
[data-testid="stMainBlockContainer"] { max-width: 1320px; padding: 1.2rem 2rem 3rem; }
[data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"] { gap: .75rem; }
[data-testid="stHeader"] { background: transparent; pointer-events: none; }
[data-testid="stHeader"] button { pointer-events: auto; }
.stApp:has([data-testid="stExpandSidebarButton"]) [data-testid="stMainBlockContainer"] {
  padding-top: 3.6rem;
}
h1 {
  font-size: 1.75rem !important; font-weight: 650 !important; letter-spacing: -.01em;
  line-height: 1.2 !important; padding: 0 2.5rem .1rem 0 !important;
}
.st-key-lead { margin-top: .3rem; }
.st-key-lead p { color: SOFT; max-width: 72ch; font-size: 1rem; line-height: 1.45; }

[data-testid="stSidebarHeader"] { height: 3.9rem; padding: .9rem 0 0; margin: 0; }
[data-testid="stSidebarUserContent"] { padding: 0 0 1rem; }
[data-testid="stElementContainer"]:has(> .stHtml > script:only-child) { display: none; }
[data-testid="stSidebarUserContent"] [data-testid="stVerticalBlock"] { gap: .6rem; }
[data-testid="stSidebarContent"]:has(.brand) [data-testid="stElementContainer"]:has(.brand) {
  margin-top: -2.95rem; margin-left: 2.5rem; pointer-events: none; z-index: 1;
}
[data-testid="stSidebarCollapseButton"] { margin-right: -1.4rem; }
.brand { margin: 0; font-size: .8125rem; line-height: 1.3; color: SOFT; }
.brand b { font-size: 1.0625rem; font-weight: 600; color: INK; }
body:has(.st-key-search [aria-expanded="true"]) [data-testid="stSelectboxVirtualDropdown"] {
  width: 34rem !important; max-width: 92vw !important;
}
.st-key-pages { gap: 0 !important; }
.st-key-pages .group {
  margin: .7rem 0 .15rem .5rem; font-size: .75rem; font-weight: 600; letter-spacing: .08em;
  text-transform: uppercase; color: SOFT;
}
.st-key-pages [data-testid="stPageLink"] a { padding: .2rem .5rem; }
.st-key-pages [data-testid="stPageLink"] { width: 100%; }
.st-key-pages [data-testid="stPageLink"] * { white-space: normal; }
.st-key-to-present { margin-top: .9rem; }
.st-key-to-present a { border: 1px solid FAINT; border-radius: .5rem; justify-content: center; }
.st-key-foot p { font-size: .8125rem; color: SOFT; }

[data-testid="stLayoutWrapper"]:has(> .st-key-bar) { position: sticky; top: 0; z-index: 5; }
:is(.st-key-bar, .st-key-bar-filters) {
  flex-direction: row !important; flex-wrap: wrap; align-items: center; gap: .3rem 1rem !important;
}
.st-key-bar { padding: .35rem 2.2rem .35rem 0; background: PAPER; border-bottom: 1px solid FAINT; }
:is(.st-key-bar, .st-key-bar-filters) > * { width: auto !important; min-width: 0; }
[data-testid="stLayoutWrapper"]:has(> .st-key-filters) { flex: 1 1 auto !important; }
[data-testid="stLayoutWrapper"]:has(> .st-key-actions) { margin-left: auto; flex: 0 0 auto; }
[data-testid="stLayoutWrapper"]:has(> .st-key-contents) { flex: 1 1 12rem !important; }
@media (min-width: 768px) {
  [data-testid="stLayoutWrapper"]:has(> .st-key-contents) {
    flex: 1 0 auto !important; max-width: 100%;
  }
}
.st-key-contents { overflow-x: auto; scrollbar-width: none; min-height: 2.2rem;
  justify-content: center; }
.st-key-contents p { white-space: nowrap; font-size: .875rem; margin: 0; }
.st-key-contents a { text-decoration: none; }
.st-key-contents [data-testid="stMarkdownContainer"] { margin-bottom: 0; }
.st-key-contents [data-testid="stButtonGroup"] button { min-height: 2rem; white-space: nowrap; }
h2 { scroll-margin-top: 4rem; }
.st-key-actions { flex-wrap: nowrap !important; gap: .75rem !important; }
.st-key-whole-page { flex-wrap: nowrap !important; gap: .5rem !important; }
.st-key-whole-page p { white-space: nowrap; }
.st-key-filters { gap: .4rem 1.2rem !important; }
.st-key-filters [data-testid="stButtonGroup"] {
  display: flex; flex-direction: row; align-items: center; gap: .5rem;
}
.st-key-filters [data-testid="stButtonGroup"] button {
  min-height: 1.8rem; padding: .1rem .55rem; font-size: .8125rem;
}
.st-key-filters [data-testid="stButtonGroup"] button p { font-size: .8125rem; }
.st-key-filters [data-testid="stWidgetLabel"] { min-height: 0; margin: 0; white-space: nowrap; }
.st-key-filters [data-testid="stWidgetLabel"] p { font-size: .8125rem; color: SOFT; }
.copy-link {
  font-size: .875rem; color: INK; white-space: nowrap; background: none; border: 0; cursor: pointer;
  min-height: 2.5rem; padding: 0 .2rem;
}
[class*="st-key-figure-"] { scroll-margin-top: 4rem; }
.copy-link:hover, .copy-link:focus-visible { text-decoration: underline; }
[data-testid="stElementContainer"]:has(.opener) { display: none; font-size: .875rem; }
.opener summary { cursor: pointer; padding: .45rem .8rem; border: 1px solid FAINT;
  border-radius: .5rem; white-space: nowrap; }
SECTORS
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding: 3rem 1rem 3rem; }
  h1 { font-size: 1.5rem !important; padding-right: 0 !important; }
  [data-testid="stElementContainer"]:has(.opener) { display: block; }
  [data-testid="stHeader"] { height: 2.75rem; min-height: 0; background: PAPER; }
  [data-testid="stToolbar"] { height: 2.75rem; padding-top: 0; padding-bottom: 0; }
  [data-testid="stLayoutWrapper"]:has(> .st-key-bar) { top: 2.75rem; }
  .st-key-bar { padding-right: 0; gap: .3rem .5rem !important; }
  /* Contents have a row of their own, which stays in view; what can be done scrolls away. */
  [data-testid="stLayoutWrapper"]:has(> .st-key-bar):has(.st-key-contents) { top: -.35rem; }
  h2, [class*="st-key-figure-"] { scroll-margin-top: 6.4rem; }
  .copy-link { display: none; }
  .st-key-actions { gap: .4rem !important; }
  .st-key-whole-page :is(a, button) p { display: none; }
  [data-testid="stLayoutWrapper"]:has(> .st-key-filters) {
    display: none; order: 4; flex-basis: 100% !important;
  }
  :is(.st-key-bar, .st-key-bar-filters):has(.opener[open])
    [data-testid="stLayoutWrapper"]:has(> .st-key-filters) { display: flex; }
  [data-testid="stLayoutWrapper"]:has(> .st-key-contents) {
    order: 3; flex: 1 0 100% !important;
  }
  .st-key-filters [data-testid="stButtonGroup"] button { min-height: 2.5rem; }
  .st-key-verdict button { min-height: 2.5rem; }
  .st-key-claims-linked [data-testid="stColumn"]:last-child { order: -1; }
}
@media (min-width: 1240px) and (max-width: 1799px) {
  /* Without contents what can be done stands beside the second row of filters. */
  :has(> .st-key-bar-filters) + :has(> .st-key-bar > :only-child) {
    margin-top: -3.2rem; margin-left: auto; width: fit-content;
  }
  :has(> .st-key-bar-filters) + * > .st-key-bar:has(> :only-child) { border: 0; }
}
@media (min-width: 1800px) {
  html { font-size: 17px !important; }
  [data-testid="stMainBlockContainer"] { max-width: 1480px; }
}
"""


@lru_cache(maxsize=2)
def css(theme: str) -> str:
    """The rules of the frame for a screen in `theme` (`light` or `dark`)."""
    rules = _CSS.replace("SECTORS", _dots(theme))
    for name in ("SOFT", "FAINT", "INK", "PAPER"):
        rules = rules.replace(name, getattr(getattr(palette, name), theme))
    return rules


def _dots(theme: str) -> str:
    """A dot in its colour before each pill of a sector or a verdict."""
    rules = [
        ":is(.st-key-sector, .st-key-verdict) button::before { content: ''; flex: none;"
        " width: .55rem; height: .55rem; border-radius: 50%; margin-right: .4rem; }",
        f".st-key-verdict button::before {{ outline: 1px solid {getattr(palette.MUTED, theme)}; }}",
    ]
    coloured = {
        "sector": [palette.SECTOR[s] for s in SECTORS],
        "verdict": [palette.VERDICT[v] for v in VERDICTS],
    }
    for key, shades in coloured.items():
        for n, shade in enumerate(shades, 1):
            pill = f".st-key-{key} button:nth-of-type({n})::before"
            rules.append(f"{pill} {{ background: {getattr(shade, theme)}; }}")
    return "\n".join(rules)
