"""Colours. One sector, one colour, everywhere; a light and a dark shade of each.

Figures are drawn in the light shades; `recolour` swaps every one for its dark shade in a
finished specification, so that a figure is drawn once for both themes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Shade:
    """One colour as `#rrggbb` on paper (`light`) and on ink (`dark`)."""

    light: str
    dark: str


PAPER = Shade("#fbfaf6", "#15191e")
INK = Shade("#1f2731", "#e9e6df")
SOFT = Shade("#5b6570", "#a7b0b9")
MUTED = Shade("#858e97", "#69747e")
FAINT = Shade("#d9d8d2", "#343c45")
LAND = Shade("#ebe8de", "#262d35")
SEA = Shade("#d3e2e8", "#1b2731")
BORDER = Shade("#c4c0b2", "#414a54")

SECTOR = {
    "oil_gas": Shade("#9e3f20", "#ec8f63"),
    "renewables": Shade("#2c7a4b", "#63c78b"),
    "minerals": Shade("#694da3", "#9c96eb"),
    "trade": Shade("#316892", "#70b5e1"),
    "transport": Shade("#8b6800", "#e0bb4c"),
    "diplomacy": Shade("#b33770", "#ea85aa"),
    "companies": Shade("#4c5a5f", "#aab9c8"),
}
KAZAKHSTAN = Shade("#00788c", "#43c3d6")
ITALY = Shade("#b4373f", "#f48a8c")

HOLDERS = (
    Shade("#2b5f8a", "#7ab6e6"),
    Shade("#b57b12", "#eebd66"),
    Shade("#54813a", "#9ccb7f"),
    Shade("#8b5aa0", "#cfa0e0"),
    Shade("#b5654a", "#e9a58c"),
    Shade("#3d8f8a", "#83d0ca"),
    Shade("#7d7348", "#c9bd8c"),
    Shade("#463bb0", "#9087f0"),
    Shade("#602713", "#d9795a"),
    Shade("#7c1749", "#e46aa6"),
    Shade("#1d5a45", "#56b894"),
)
"""For holders of no country of ours."""

ALL = (
    PAPER,
    INK,
    SOFT,
    MUTED,
    FAINT,
    LAND,
    SEA,
    BORDER,
    *SECTOR.values(),
    KAZAKHSTAN,
    ITALY,
    *HOLDERS,
)
"""Every shade there is."""


_DARK_BELOW = 0.3
"""Luminance under which a colour is dark beside type."""


def rgb(hex_colour: str, alpha: int = 255) -> list[int]:
    """`#rrggbb` as `[r, g, b, alpha]`, the way deck.gl takes a colour."""
    return [*(int(hex_colour[i : i + 2], 16) for i in (1, 3, 5)), alpha]


def mixed(colour: str, opacity: float) -> str:
    """A colour as it looks on paper with this opacity."""
    if opacity >= 1:
        return colour
    pairs = zip(rgb(colour)[:3], rgb(PAPER.light)[:3], strict=True)
    return "#" + "".join(f"{round(a * opacity + b * (1 - opacity)):02x}" for a, b in pairs)


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, from 0 (black) to 1 (white).

    WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.
    """
    red, green, blue = (_linear(share / 255) for share in rgb(colour)[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def is_dark(colour: str) -> bool:
    """Whether type in this colour can be read on paper, and type on it had better be light."""
    return luminance(colour) < _DARK_BELOW


def _pairs() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for shade in ALL:
        pairs[shade.light] = shade.dark
        light, dark = (",".join(str(n) for n in rgb(c)[:3]) for c in (shade.light, shade.dark))
        pairs[f"[{light},"] = f"[{dark},"
    return pairs


_DARK = _pairs()
_KNOWN = re.compile("|".join(re.escape(light) for light in _DARK))


def recolour(specification: str, theme: str) -> str:
    """A finished specification (compact JSON) in the shades of `theme` (`light` or `dark`)."""
    if theme != "dark":
        return specification
    return _KNOWN.sub(lambda found: _DARK[found.group()], specification)
