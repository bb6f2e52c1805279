"""Words beside a place on the axis from left to right that stay inside a narrow drawing."""

from __future__ import annotations

from typing import Any, Literal

import altair as alt

_LETTER = 7
"""Pixels of a letter, rounded up, as letters differ."""


def measured(words: str, share: float) -> dict[str, Any]:
    """Fields of a row for `dx`; `share`: how far along the axis its place is, from 0 to 1."""
    return {"wide": round(_LETTER * len(words)), "share": round(min(max(share, 0), 1), 4)}


def dx(align: Literal["left", "right"], gap: int, room: int = 0) -> alt.ExprRef:
    """Words that begin, or end, `gap` pixels beside their place, moved over it where they must.

    `room`: pixels at the right end of the drawing that the axis leaves free.
    """
    place = f"(width - {room}) * datum.share"
    if align == "right":
        return alt.ExprRef(f"max(0, datum.wide + {gap} - {place}) - {gap}")
    return alt.ExprRef(f"{gap} - max(0, datum.wide + {gap} - width + {place})")
