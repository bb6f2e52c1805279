"""Colours: one registry of who and what has which, in a light and a dark shade.

Figures name what they draw by its id; nothing is handed a colour by its place in a list. The kinds
of the registry are never mixed in one figure, so a hue may serve one id of each.

Figures are drawn in the light shades; `recolour` swaps every one for its dark shade in a
finished specification, so that a figure is drawn once for both themes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Shade:
    """One colour as `#rrggbb` on paper (`light`) and on ink (`dark`)."""

    light: str
    dark: str


PAPER = Shade("#fbfaf6", "#15191e")
INK = Shade("#1f2731", "#e9e6df")
SOFT = Shade("#5b6570", "#a7b0b9")
MUTED = Shade("#858e97", "#737e88")
FAINT = Shade("#d9d8d2", "#343c45")
TYPES = (PAPER, INK, Shade("#1e2630", "#161a1f"), Shade("#fdfcf9", "#f5f3ee"))
"""What is written in on a filling: some fillings are bright, or deep, in both themes."""
STARK = (
    Shade("#05070a", "#fefefd"),
    Shade("#fdfdfe", "#06090b"),
    Shade("#06080b", "#07090c"),
    Shade("#fffffe", "#fefffe"),
)
"""The same on fillings of middling shade, on which `TYPES` cannot be read: every filling is bright
enough for black or deep enough for white.
"""
LAND = Shade("#f3f0e7", "#2b333c")
SEA = Shade("#c5dbe6", "#10171d")
BORDER = Shade("#b3ae9e", "#56616d")
ABROAD = Shade("#f7f5ee", "#20262d")
"""Land of neighbours where Kazakhstan is the subject: fainter than its own in both themes."""

ITALY = Shade("#b4373f", "#f48a8c")
KAZAKHSTAN = Shade("#00788c", "#43c3d6")
NAVY = Shade("#2d4095", "#d5d3fa")
VIOLET = Shade("#8b6aca", "#8075df")
AMBER = Shade("#d9a62a", "#886b12")
SAGE = Shade("#749b69", "#9cefae")
BROWN = Shade("#633a0f", "#ca7c31")
MAUVE = Shade("#af86a9", "#a97b91")
SKY = Shade("#50b2eb", "#0974ad")
OLIVE = Shade("#c0a61c", "#968941")
SLATE = Shade("#566682", "#86a4ce")
ORANGE = Shade("#c97b2d", "#fece97")
OTHERS = Shade("#a9afb5", "#5d6872")
"""Whoever has no colour of their own: grey, and named on the drawing."""

HUES = (ITALY, KAZAKHSTAN, NAVY, VIOLET, AMBER, SAGE, BROWN, MAUVE, SKY, OLIVE, SLATE, ORANGE)
"""Chosen so that those of one chart can be told apart, also by eyes that see two cones' colours."""

SECTOR = {
    "oil_gas": Shade("#9b390a", "#f58046"),
    "renewables": Shade("#267154", "#5bd4a1"),
    "minerals": Shade("#6a45ae", "#9690fb"),
    "trade": Shade("#007cb0", "#aac4fd"),
    "transport": Shade("#90710e", "#e2bc4e"),
    "diplomacy": Shade("#bb447e", "#e28aca"),
    "companies": Shade("#3c5054", "#aa9d8a"),
}
_TINT = 0.4
"""Share of a colour in its tint, the rest is the ground."""


def rgb(hex_colour: str, alpha: int = 255) -> list[int]:
    """`#rrggbb` as `[r, g, b, alpha]`, the way deck.gl takes a colour."""
    return [*(int(hex_colour[i : i + 2], 16) for i in (1, 3, 5)), alpha]


def mixed(colour: str, share: float, ground: str = PAPER.light) -> str:
    """`share` of a colour, and the rest of it the ground."""
    pairs = zip(rgb(colour)[:3], rgb(ground)[:3], strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def _tinted(shade: Shade) -> Shade:
    dark = mixed(shade.dark, _TINT, PAPER.dark)
    return Shade(mixed(shade.light, _TINT), dark)


ACTOR = {
    "eni": ITALY,
    "plenitude": ITALY,
    "kazmunaygas": KAZAKHSTAN,
    "kazakh_state": _tinted(KAZAKHSTAN),
    "chevron": NAVY,
    "exxonmobil": VIOLET,
    "shell": AMBER,
    "bg_group": _tinted(AMBER),
    "totalenergies": SAGE,
    "lukoil": BROWN,
    "cnpc": MAUVE,
    "inpex": SKY,
    "bp": OLIVE,
    "socar": SLATE,
    "transneft": ORANGE,
}
COUNTRY = {
    "ITA": ITALY,
    "KAZ": KAZAKHSTAN,
    "EUU": NAVY,
    "CHN": BROWN,
    "RUS": SLATE,
    "DEU": SLATE,
    "AUT": MAUVE,
    "FRA": VIOLET,
    "ROU": AMBER,
    "GRC": SKY,
    "CZE": AMBER,
    "ZAF": AMBER,
    "ZWE": SAGE,
    "IND": VIOLET,
    "FIN": NAVY,
    "TUR": SKY,
    "AUS": SKY,
    "BRA": SAGE,
    "UKR": VIOLET,
    "WLD": MUTED,
}
FUEL = {
    "coal": Shade("#3f454b", "#8a929a"),
    "oil": Shade("#7e4b28", "#be885d"),
    "gas": Shade("#c96f26", "#daab8a"),
    "nuclear": VIOLET,
    "hydro": Shade("#2d6ba4", "#6eb4e9"),
    "wind": Shade("#3a9867", "#88bd28"),
    "solar": Shade("#d2a21a", "#f2ce5e"),
    "other_fuels": Shade("#7fb5a5", "#a9dccd"),
}
ASSET = {
    "tengiz": NAVY,
    "kashagan": SKY,
    "karachaganak": AMBER,
    "cpc": AMBER,
    "atyrau_samara": SKY,
    "druzhba": SLATE,
    "btc": VIOLET,
    "makhachkala": SAGE,
    "aktau_oil_port": MAUVE,
    "kazakhstan_china_oil": BROWN,
    "rail": NAVY,
}
VERDICT = {
    "confirmed": Shade("#1d7a50", "#4d9146"),
    "approximately": Shade("#90d298", "#bfe9c9"),
    "outdated": OTHERS,
    "disputed": Shade("#b7441f", "#f38d77"),
    "not_verifiable": Shade("#e2e0d6", "#39414a"),
}
KINDS: Mapping[str, Mapping[str, Shade]] = {
    "actor": ACTOR,
    "country": COUNTRY,
    "fuel": FUEL,
    "asset": ASSET,
    "sector": SECTOR,
    "verdict": VERDICT,
    "rest": {"other": OTHERS},
}
ENTITY = {name: shade for kind in KINDS.values() for name, shade in kind.items()}
"""The shade of every id that has one."""
_EDGED = {"bg_group": AMBER, "kazakh_state": KAZAKHSTAN, "not_verifiable": MUTED}
"""Whose colour is a tint of another's, and outlined in that one's."""


def colour(entity: str, own: str = "") -> str:
    """The light shade of an id. Where a figure has it among its peers it stays as pale as they are
    (`own` is `MUTED`); who is not in the registry has `own`, or is one of the others.
    """
    if own == MUTED.light or entity not in ENTITY:
        return own or OTHERS.light
    return ENTITY[entity].light


def edge(entity: str) -> str:
    """The light shade of the outline of an id; none where it has no outline of its own."""
    return _EDGED[entity].light if entity in _EDGED else ""


def tint(colour: str) -> str:
    """The light shade of what is estimated, of a colour's light shade: solid, as both themes and
    every format show it alike.
    """
    return _TINTS.get(colour) or mixed(colour, _TINT)


_GROUND = (PAPER, *TYPES, *STARK, LAND, SEA, BORDER, ABROAD)
_DRAWN = (
    *(INK, SOFT, MUTED, FAINT, OTHERS),
    *HUES,
    *(shade for kind in KINDS.values() for shade in kind.values() if shade != PAPER),
)
_TINTS = {shade.light: _tinted(shade).light for shade in _DRAWN}
ALL = tuple(dict.fromkeys((*_GROUND, *_DRAWN, *map(_tinted, _DRAWN))))
"""Every shade there is, and the tint of what is drawn."""


_READABLE = 4.5
"""Contrast from which type can be read."""
_DARK_BELOW = 0.3
"""Luminance under which a colour is dark beside type."""


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


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours as WCAG 2.2 counts it, from 1 to 21."""
    low, high = sorted(luminance(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def _worst(one: Shade, other: str) -> float:
    """The lower of the contrasts in both themes; `other` is a light shade."""
    return min(contrast(one.light, other), contrast(one.dark, _DARK.get(other, other)))


def on(fill: str) -> str:
    """The light shade of type on a filling that can be read in both themes."""

    def best(inks: tuple[Shade, ...]) -> Shade:
        return max(inks, key=lambda ink: _worst(ink, fill))

    soft = best(TYPES)
    return (soft if _worst(soft, fill) >= _READABLE else best((*TYPES, *STARK))).light


def is_type(colour: str) -> bool:
    """Whether words in a colour can be read on paper and on ink."""
    return _worst(PAPER, colour) >= _READABLE


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
