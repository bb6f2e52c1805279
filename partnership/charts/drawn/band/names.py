"""Names of bands: those of the last at the right end, those of former ones inside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

import altair as alt

from partnership.charts import marks
from partnership.charts.drawn.band.places import Piece, Placed, y_of, year

_LINE, _LETTER = 13.5, 6.4
"""Pixels between two names, and of a letter."""
_THICK = 12
"""Pixels from which a band has room for a name inside."""


def room_of(pieces: Sequence[Piece]) -> int:
    """Pixels of the longest name at the right end."""
    last = max(p.stretch.end for p in pieces)
    return round(_LETTER * max(len(_ending(p)) for p in pieces if p.stretch.end == last)) + 14


def _ending(piece: Piece) -> str:
    return f"{piece.band.name} {piece.stretch.words}"


def lasting(placed: Sequence[Placed], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """At the right end the bands last known, with their share, joined with their band."""
    pieces = [list(one.pieces()) for one in placed]
    end = max(p.stretch.end for panel in pieces for p in panel)
    rows = []
    for panel in pieces:
        last = sorted((p for p in panel if p.stretch.end == end), key=lambda p: p.middle)
        for piece, at in zip(last, _apart([p.middle for p in last]), strict=True):
            name = {"words": _ending(piece), "colour": piece.band.colour, "y": piece.middle}
            rows.append({**name, "x": year(end), "at": at})
    base = alt.Chart(marks.values(rows))
    line = base.mark_rule(strokeWidth=2, x2Offset=8).encode(
        x=x, x2="x:Q", y=y, y2="at:Q", color=alt.Color("colour:N", scale=None)
    )
    words = base.mark_text(**marks.text(align="left", dx=11))
    return [line, words.encode(x=x, y=y_of(placed, "at"), text="words:N")]


def _apart(middles: Sequence[float]) -> list[float]:
    """Heights of names, from the top: each at its band, or as near as those around it let it."""
    lowest = list(accumulate(middles, lambda above, own: max(own, above + _LINE)))
    over = max((at - own for at, own in zip(lowest, middles, strict=True)), default=0) / 2
    found: list[float] = []
    for own in (at - over if at > mid else mid for at, mid in zip(lowest, middles, strict=True)):
        found.append(max(own, found[-1] + _LINE) if found else own)
    return found


def former(
    placed: Sequence[Placed], pieces: Sequence[Piece], x: alt.X, y: alt.Y
) -> list[alt.Chart]:
    """In the middle of their longest stretch the bands that were there before, where there is room
    for the name at the width of the screen.
    """
    first, end = min(p.stretch.start for p in pieces), max(p.stretch.end for p in pieces)
    rows = []
    for panel in placed:
        own = list(panel.pieces())
        lasting = {p.band.name for p in own if p.stretch.end == end}
        for name in dict.fromkeys(p.band.name for p in own if p.band.name not in lasting):
            thick = [p for p in own if p.band.name == name and p.lower - p.upper >= _THICK]
            if thick:
                day, at, length = _place(thick)
                need = _LETTER * len(name) + 8
                share = length / (end - first)
                place = {"day": str(day), "x": year(day), "y": at}
                rows.append({**place, "words": name, "share": share, "need": need})
    if not rows:
        return []
    room = room_of(pieces)
    base = alt.Chart(marks.values(rows)).transform_filter(
        f"datum.share * (width - {room}) > datum.need"
    )
    base = base.encode(x=x, y=y, text="words:N")
    style: dict[str, Any] = {"fontSize": marks.LABEL, "fontWeight": "bold"}
    # A band may be dark or pale under its name: ink on a rim of paper is legible on both.
    rim = base.mark_text(**style, color=marks.PAPER, stroke=marks.PAPER, strokeWidth=3)
    return [rim, base.mark_text(**style, color=marks.INK)]


def _place(own: Sequence[Piece]) -> tuple[date, float, timedelta]:
    """Day and height for the name of a former band, and how long it has room there: in the middle
    of its longest run of pieces at one height.
    """
    runs: list[list[Piece]] = []
    for piece in own:
        last = runs[-1][-1] if runs else None
        if last and last.stretch.end == piece.stretch.start and last.middle == piece.middle:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    longest = max(runs, key=lambda run: run[-1].stretch.end - run[0].stretch.start)
    length = longest[-1].stretch.end - longest[0].stretch.start
    return longest[0].stretch.start + length / 2, longest[0].middle, length
