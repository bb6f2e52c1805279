"""What a keyboard, large letters, forced colours and a wish for little motion need of a page.

Each rule stands against something of Streamlit's own: focus that is not seen, buttons that take it
and do nothing for a reader, a folded sidebar that stays in the order of the Tab key.
"""

from __future__ import annotations

from functools import lru_cache

from partnership import palette

_CSS = """
:is(a, button, input, summary, canvas, [tabindex], [role="radio"], [role="option"]):focus-visible {
  outline: 3px solid INK !important; outline-offset: 2px;
}
[data-testid="stElementToolbar"]:focus-within { opacity: 1 !important; }
[data-testid="stHeaderActionElements"] { display: none; }
[data-testid="stSidebar"][data-collapsed="true"] * { visibility: hidden !important; }
.stTooltipIcon button { min-width: 24px; min-height: 24px; }
[data-testid="stCaptionContainer"] { opacity: 1; }
[data-testid="stCaptionContainer"] p { color: SOFT; }
[data-testid="stButtonGroup"] button p, [data-testid="stPopoverButton"] p { margin: 0 !important; }
[data-testid="stBaseButton-primary"]:enabled, [data-testid="stBaseLinkButton-primary"] {
  color: PAPER !important;
}
:is([data-testid="stBaseButton-primary"], [data-testid="stBaseLinkButton-primary"]) p {
  color: inherit;
}
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
[data-testid="stElementContainer"]:has(.spoken) { position: absolute; width: 1px !important; }
@media (forced-colors: active) {
  [aria-checked="true"], [aria-pressed="true"], [aria-current="page"] {
    forced-color-adjust: none; background: Highlight !important; color: HighlightText !important;
  }
  :focus-visible { outline-color: Highlight !important; }
}
@media (prefers-reduced-motion: reduce) {
  *, ::before, ::after {
    transition-duration: .01ms !important; animation-duration: .01ms !important;
    scroll-behavior: auto !important;
  }
}
"""


@lru_cache(maxsize=2)
def css(theme: str) -> str:
    """The rules for a screen in `theme` (`light` or `dark`)."""
    rules = _CSS
    for name in ("INK", "SOFT", "PAPER"):
        rules = rules.replace(name, getattr(getattr(palette, name), theme))
    return rules
