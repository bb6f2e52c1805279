"""How drawings look where they do not say otherwise: type, axes, legends; one for all writers.

Streamlit's own theme pushes the numbers of an axis off their lines and pales them: it is not used.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from partnership import palette

TYPE = 12
"""Pixels of type on axes and in legends."""
HEADING = 13
_UNREAD = {"aria": False}
"""Screen readers would read "Symbol legend for fill color with 2 values", in English always."""


def config(own: Mapping[str, Any], family: str) -> dict[str, Any]:
    """The configuration of Vega-Lite in the light shades, under what the drawing itself asks for.

    `family` is the name of the typeface where the drawing is shown.
    """
    ink, soft, faint = palette.INK.light, palette.SOFT.light, palette.FAINT.light
    plain: dict[str, Any] = {
        "font": family,
        "view": {"stroke": None},
        "title": {"color": ink, "subtitleColor": soft},
        "axis": {
            "labelColor": soft,
            "titleColor": soft,
            "gridColor": faint,
            "domain": False,
            "ticks": False,
            "labelFontSize": TYPE,
            "titleFontSize": TYPE,
            "titleFontWeight": "normal",
            # A number stands at its line, also the first and the last.
            "labelFlush": False,
            **_UNREAD,
        },
        "axisX": {"grid": False},
        "legend": {
            "labelColor": ink,
            "titleColor": soft,
            "symbolBaseFillColor": ink,
            "symbolBaseStrokeColor": ink,
            "labelFontSize": TYPE,
            "titleFontWeight": "normal",
            **_UNREAD,
        },
        "text": {"fontSize": TYPE, "color": ink},
        "header": {"labelColor": ink, "labelFontSize": HEADING},
    }
    merged = dict(own)
    for key, value in plain.items():
        merged[key] = {**value, **own.get(key, {})} if isinstance(value, dict) else value
    return merged
