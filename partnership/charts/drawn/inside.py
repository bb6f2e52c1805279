"""Words beside a place on the axis from left to right that stay inside a narrow drawing."""

from __future__ import annotations

from typing import Any, Literal

import altair as alt

from partnership.charts import letters

_LEAST = 120
"""Pixels that an axis has at least, however much room words ask for at its ends."""


def measured(words: str, share: float, *, bold: bool = False) -> dict[str, Any]:
    """Fields of a row for `dx`; `share`: how far along the axis its place is, from 0 to 1."""
    # A little more than measured, as letters differ.
    return {"wide": round(letters.width(words, bold=bold) * 1.1), "share": round(share, 4)}


def dx(align: Literal["left", "right"], gap: int, room: int = 0, before: int = 0) -> alt.ExprRef:
    """Words that begin, or end, `gap` pixels beside their place, moved over it where they must.

    `room` and `before`: pixels at the right and left end that the axis leaves free.
    """
    place = f"({before} + max(width - {room + before}, {_LEAST}) * datum.share)"
    if align == "right":
        return alt.ExprRef(f"max(0, datum.wide + {gap} - {place}) - {gap}")
    return alt.ExprRef(f"{gap} - max(0, datum.wide + {gap} - width + {place})")
