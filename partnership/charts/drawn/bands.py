"""Bands in steps over days, in panels on one axis, with names at their ends and numbered flags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from partnership import palette
from partnership.charts import marks
from partnership.charts.drawn.band.names import former, lasting, room_of
from partnership.charts.drawn.band.places import (
    FLAGS,
    HEAD,
    Piece,
    Placed,
    place,
    rows_of,
    x_of,
    y_of,
    year,
)
from partnership.charts.forms.bands import Bands

_AXIS = 26
_DOT: dict[str, Any] = {"size": 190, "opacity": 1}
_NUMBER: dict[str, Any] = {"fontSize": marks.LABEL, "fontWeight": "bold"}


def height(bands: Bands) -> int:
    """Pixels of all panels with the axis."""
    last = place(bands)[-1]
    return round(last.top) + last.height + _AXIS


def draw(bands: Bands) -> marks.Drawing:
    """All panels under each other on one axis of days, the names of the last bands beside it."""
    placed = place(bands)
    pieces = [p for one in placed for p in one.pieces()]
    x, y = x_of(pieces, room_of(pieces)), y_of(placed)
    layers = [
        *_areas(bands, pieces, x, y),
        *_flags(bands, placed, x, y),
        *lasting(placed, x, y),
        *former(placed, pieces, x, y),
    ]
    if len(placed) > 1:
        heads = [
            {"y": p.top - FLAGS * rows_of(p.rows) - HEAD / 2, "words": p.panel.name} for p in placed
        ]
        look = marks.text(align="left", x=0, fontWeight="bold", fontSize=13)
        layers.append(alt.Chart(marks.values(heads)).mark_text(**look).encode(y=y, text="words:N"))
    return alt.layer(*layers)


def _areas(bands: Bands, pieces: Sequence[Piece], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    tooltip = [alt.Tooltip(f"detail{n}:N", title=head) for n, head in enumerate(bands.details)]
    drawn = []
    for sure, dashes in ((True, [1, 0]), (False, [2, 3])):
        own = [p for p in pieces if p.stretch.sure == sure]
        corners = [c for n, p in enumerate(own) for c in _corners(p, n)]
        if corners:
            areas = alt.Chart(marks.values(corners)).mark_area(strokeWidth=0.8, strokeDash=dashes)
            drawn.append(
                areas.encode(
                    x=x,
                    y=y,
                    y2="upper:Q",
                    fill=alt.Fill("fill:N", scale=None),
                    stroke=alt.Stroke("edge:N", scale=None),
                    detail="piece:N",
                    tooltip=tooltip,
                )
            )
    return drawn


def _corners(piece: Piece, number: int) -> list[dict[str, Any]]:
    """Both ends of a stretch; hovering shows what is said of the first."""
    stretch, colour = piece.stretch, piece.band.colour
    shared = {
        "y": piece.lower,
        "upper": piece.upper,
        "piece": number,
        "fill": colour if stretch.sure else palette.tint(colour),
        "edge": palette.edge(piece.band.entity) or (marks.PAPER if stretch.sure else marks.INK),
    }
    details = {f"detail{n}": words for n, words in enumerate(stretch.details)}
    return [{**shared, "x": year(stretch.start), **details}, {**shared, "x": year(stretch.end)}]


def _flags(bands: Bands, placed: Sequence[Placed], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """A line and its number for each change: full and filled where it is firm."""
    tooltip = [alt.Tooltip(f"detail{n}:N", title=head) for n, head in enumerate(bands.flag_details)]
    layers: list[alt.Chart] = []
    looks: tuple[tuple[bool, list[int], dict[str, Any], str], ...] = (
        (True, [1, 0], {"color": marks.INK}, marks.PAPER),
        (False, [3, 3], {"fill": marks.PAPER, "stroke": marks.INK, "strokeWidth": 1.2}, marks.INK),
    )
    for firm, dash, dot, ink in looks:
        rows = [
            {
                "x": year(flag.day),
                "number": flag.number,
                "y": one.top - FLAGS * (row + 0.5),
                "foot": one.top + one.height,
                **{f"detail{n}": words for n, words in enumerate(flag.details)},
            }
            for one in placed
            for flag, row in zip(one.panel.flags, one.rows, strict=True)
            if flag.firm == firm
        ]
        if rows:
            base = alt.Chart(marks.values(rows)).encode(x=x, y=y, tooltip=tooltip)
            layers += [
                base.mark_rule(color=marks.INK, strokeDash=dash).encode(y2="foot:Q"),
                base.mark_point(filled=True, **dot, **_DOT),
                base.mark_text(color=ink, **_NUMBER).encode(text="number:Q"),
            ]
    return layers
