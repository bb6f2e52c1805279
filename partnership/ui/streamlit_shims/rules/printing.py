"""A page on paper: A4, without menus and controls, no figure cut in two, ink on white."""

from __future__ import annotations

from functools import lru_cache

from partnership import palette

_NOT_ON_PAPER = (
    "section[data-testid='stSidebar']",
    "[class*='st-key-foot-'] > :not(:first-child)",
    ".st-key-page-controls",
    ":is(.st-key-bar, .st-key-bar-filters)",
    "svg.marks + details",
    "[class*='st-key-ready-']",
    "[data-testid='stTextInput']:not([class*='st-key-slide-'] *)",
    "[data-testid='stTextArea']:not([class*='st-key-slide-'] *)",
    *(
        f"[data-testid='{name}']"
        for name in (
            "stHeader",
            "stToolbar",
            "stStatusWidget",
            "stSkipToContent",
            "stElementToolbar",
            "stHeaderActionElements",
            "stTooltipIcon",
            "stPopover",
            "stPageLink",
            "stButton",
            "stDownloadButton",
            "stLinkButton",
            "stButtonGroup",
            "stCheckbox",
            "stCode",
            "stDateInput",
            "stFileUploader",
            "stRadio",
            "stSelectbox",
            "stToast",
        )
    ),
)
"""Controls of the dashboard, which are not printed."""

_CSS = """
@page { size: A4; margin: 13mm 14mm 15mm; }
@media print {
  HIDDEN { display: none !important; }
  [data-testid="stElementContainer"]:has(> HIDDEN),
  [data-testid="stLayoutWrapper"]:has(HIDDEN):not(:has([class*="st-key-figure-"], SAID)) {
    display: none !important;
  }
  [data-testid="stLayoutWrapper"]:has(> .st-key-filters-printed) { display: flex; }
  :root { color-scheme: light; }
  html, body, #root, [data-testid="stApp"], [data-testid="stAppViewContainer"],
  [data-testid="stAppViewContainer"] > div, [data-testid="stMain"],
  [data-testid="stMainBlockContainer"] {
    display: block !important; position: static !important; overflow: visible !important;
    width: auto !important; height: auto !important; min-height: 0 !important;
    max-width: none !important; padding: 0 !important; margin: 0 !important;
    background: #fff !important;
  }
  [data-testid="stMain"] :not(svg *) { color: INK !important; text-shadow: none !important; }
  [data-testid="stMain"] [data-testid="stVerticalBlock"] {
    display: block !important; height: auto !important; overflow: visible !important;
  }
  [data-testid="stMain"] [data-testid="stVerticalBlock"] > * { margin-bottom: .6rem; }
  [data-testid="stHorizontalBlock"]:has([class*="st-key-figure-"]) { display: block !important; }
  [data-testid="stHorizontalBlock"]:has([class*="st-key-figure-"]) > [data-testid="stColumn"] {
    width: 100% !important; max-width: none !important;
  }
  [class*="st-key-numbers-"] [data-testid="stHorizontalBlock"] {
    display: grid !important; grid-template-columns: repeat(5, 1fr); gap: 0 .8rem;
    margin-bottom: .8rem;
  }
  [class*="st-key-numbers-"] [data-testid="stColumn"] {
    width: auto !important; min-width: 0 !important;
  }
  [class*="st-key-figure-"], [data-testid="stMetric"], [data-testid="stAlert"], tr, img {
    break-inside: avoid;
  }
  [class*="st-key-figure-"]:has([class*="st-key-LONG-"]),
  [class*="st-key-figure-"]:has(svg.marks):has([class*="st-key-foot-LONG-"]) {
    break-inside: auto;
  }
  [class*="st-key-figure-"] [data-testid="stElementContainer"]:has(h3, svg.marks) {
    break-inside: avoid; break-after: avoid;
  }
  h1, h2, h3, h4,
  [data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"]
    > [data-testid="stElementContainer"],
  [data-testid="stElementContainer"]:has(h1, h2) { break-after: avoid; }
  h1 { font-size: 22pt !important; padding-top: 0 !important; }
  h2 { font-size: 15pt !important; margin-top: 0; padding-top: .4rem !important; }
  [class*="st-key-figure-"] h3 { font-size: 12pt !important; padding-right: 0 !important; }
  [data-testid="stMain"] p, [data-testid="stMain"] li { font-size: 10pt; line-height: 1.4; }
  [class*="st-key-foot-"] { height: auto !important; margin-top: -.5rem; }
  [class*="st-key-foot-"] > :first-child p { display: none; white-space: normal !important; }
  [class*="st-key-foot-"] > :first-child p + p {
    display: block !important; font-size: 8pt; color: SOFT !important;
  }
  [class*="st-key-numbers-"] [data-testid="stMetricValue"] * { font-size: 14pt; }
  [data-testid="stMain"] [data-testid="stMarkdownContainer"],
  [data-testid="stMain"] [data-testid="stMarkdownContainer"] > :last-child {
    margin-bottom: 0 !important;
  }
  [class*="st-key-figure-"] { padding: 0 0 .5rem !important; }
  p, li { orphans: 3; widows: 3; }
  [data-testid="stMain"] [data-testid="stVegaLiteChart"],
  [data-testid="stMain"] [data-testid="stVegaLiteChart"] *:not(svg, svg *),
  [data-testid="stMain"] [data-testid="stFullScreenFrame"],
  [data-testid="stMain"] [data-testid="stElementContainer"],
  [data-testid="stMain"] [data-testid="stDeckGlJsonChart"],
  [data-testid="stMain"] [data-testid="stDeckGlJsonChart"] div {
    position: static !important; width: 100% !important; height: auto !important;
    min-height: 0 !important; max-height: none !important;
    overflow: visible !important; background: transparent !important;
  }
  svg.marks {
    width: auto !important; height: auto !important;
    max-width: 100% !important; max-height: 205mm !important; background: none !important;
  }
  .stMarkdownBadge {
    background: none !important; border: 1px solid FAINT; padding: 0 .4em !important;
    font-size: 8pt !important;
  }
  [data-testid="stDeckGlJsonChart"] canvas {
    position: static !important; width: 100% !important; height: auto !important;
    background: SEA !important;
  }
  DARK
}
"""


@lru_cache(maxsize=2)
def css(theme: str) -> str:
    """The rules of print for a reader whose screen shows `theme` (`light` or `dark`)."""
    rules = _CSS.replace("HIDDEN", f":is({', '.join(_NOT_ON_PAPER)})")
    rules = rules.replace("SAID", "[data-testid='stHeading'], [data-testid='stMarkdown']")
    rules = rules.replace("LONG", LONG)
    rules = rules.replace("DARK", _from_dark() if theme == "dark" else "")
    # On a dark screen the lightness of a map is inverted, and that of its sea with it.
    colours = {"SEA": getattr(palette.SEA, theme)}
    colours |= {"INK": palette.INK.light, "SOFT": palette.SOFT.light, "FAINT": palette.FAINT.light}
    for word, colour in colours.items():
        rules = rules.replace(word, colour)
    return rules


def _from_dark() -> str:
    """Drawings for a dark screen, in the light shades of the same colours.

    Charts have their colours as attributes, which a rule outranks; axes and legends may have those
    of Streamlit. Maps are pictures: their lightness is inverted.
    """
    rules = [
        f'svg.marks [{attribute}="{shade.dark}"] {{ {attribute}: {shade.light} !important; }}'
        for shade in palette.ALL
        for attribute in ("fill", "stroke")
    ]
    rules.append('svg.marks [class*="role-axis-grid"] line { stroke: FAINT !important; }')
    rules.append('svg.marks :is([class*="role-axis"], [class*="role-legend"]) text')
    rules.append("  { fill: SOFT !important; }")
    turned = "filter: invert(1) hue-rotate(180deg)"
    rules.append(f'[data-testid="stDeckGlJsonChart"] canvas {{ {turned}; }}')
    return "\n  ".join(rules)


LONG = "long"
"""In the key of what may go over several sheets of paper: a table, or the words at a foot."""
