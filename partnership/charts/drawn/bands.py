"""Bands in steps over days, with names where there is room and numbered flags for changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import altair as alt

from partnership import palette
from partnership.charts import marks
from partnership.charts.forms.bands import Band, Bands, Flag, Panel, Stretch

_ALONE, _AMONG = 330, 62
"""Pixels of a panel alone, and of one of several."""
_NAMED_FROM = {_ALONE: 4.5, _AMONG: 11.0}
"""Percent from which a band is thick enough for a name."""
_ROOM = 0.009
"""Share of all days that a stretch must cover for each letter of the name of a former band."""
_DOT: dict[str, Any] = {"size": 190, "opacity": 1, "y": -11}
_NUMBER: dict[str, Any] = {"fontSize": 10, "fontWeight": "bold", "y": -11}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a band with its lower and upper edge."""

    band: Band
    stretch: Stretch
    lower: float

    @property
    def upper(self) -> float:
        return self.lower + self.stretch.value

    @property
    def middle(self) -> float:
        return self.lower + self.stretch.value / 2


def draw(bands: Bands) -> marks.Drawing:
    """One panel alone, or several under each other on one axis."""
    height = _ALONE if len(bands.panels) == 1 else _AMONG
    drawn = [_panel(bands, panel, height) for panel in bands.panels]
    if len(drawn) == 1:
        return drawn[0]
    return alt.vconcat(*drawn, spacing=14).resolve_scale(color="independent", x="shared")


def _panel(bands: Bands, panel: Panel, height: int) -> marks.Drawing:
    pieces = list(_pieces(panel))
    layers = [
        *_areas(bands, pieces, height),
        *_names(pieces, _NAMED_FROM[height]),
        *_flags(bands, panel.flags),
    ]
    heading = panel.name if height == _AMONG else ""
    title = alt.TitleParams(heading, anchor="start", fontSize=13, offset=6)
    return alt.layer(*layers).properties(height=height, title=title, width="container")


def _pieces(panel: Panel) -> Iterator[_Piece]:
    """Every stretch of every band on those that are under it on its first day."""
    for n, band in enumerate(panel.bands):
        for stretch in band.stretches:
            lower = sum(_on(below, stretch.start) for below in panel.bands[:n])
            yield _Piece(band, stretch, lower)


def _on(band: Band, day: date) -> float:
    return sum(s.value for s in band.stretches if s.start <= day < s.end)


def _areas(bands: Bands, pieces: Sequence[_Piece], height: int) -> list[alt.Chart]:
    # Charts in a column are as wide as the page, and an axis would make them wider.
    axis = marks.value_axis("", values=[0, 25, 50, 75, 100]) if height == _ALONE else None
    scale = alt.Scale(domain=[0, 100], clamp=True)
    years = alt.Axis(grid=False, format="%Y", tickCount=8)
    tooltip = [alt.Tooltip(f"detail{n}:N", title=head) for n, head in enumerate(bands.details)]
    drawn = []
    for sure, dashes in ((True, [1, 0]), (False, [2, 3])):
        own = [p for p in pieces if p.stretch.sure == sure]
        corners = [c for n, p in enumerate(own) for c in _corners(p, n)]
        if not corners:
            continue
        areas = alt.Chart(marks.values(corners)).mark_area(strokeWidth=0.8, strokeDash=dashes)
        drawn.append(
            areas.encode(
                x=marks.days("day", title=None, axis=years),
                y=alt.Y("lower:Q", title=None, scale=scale, axis=axis),
                y2="upper:Q",
                fill=alt.Fill("fill:N", scale=None),
                stroke=alt.Stroke("edge:N", scale=None),
                detail="piece:N",
                tooltip=tooltip,
            )
        )
    return drawn


def _corners(piece: _Piece, number: int) -> list[dict[str, Any]]:
    """Both ends of a stretch; hovering shows what is said of the first."""
    stretch, colour = piece.stretch, piece.band.colour
    shared = {
        "lower": piece.lower,
        "upper": piece.upper,
        "piece": number,
        "fill": colour if stretch.sure else palette.tint(colour),
        "edge": palette.edge(piece.band.entity) or (marks.PAPER if stretch.sure else marks.INK),
    }
    details = {f"detail{n}": words for n, words in enumerate(stretch.details)}
    return [
        {**shared, "day": str(stretch.start), **details},
        {**shared, "day": str(stretch.end)},
    ]


def _names(pieces: Sequence[_Piece], least: float) -> list[alt.Chart]:
    """At the right end the bands last known, with their share; in the middle of their longest
    stretch those that were there before.
    """
    thick = [p for p in pieces if p.stretch.value >= least]
    end = max(p.stretch.end for p in pieces)
    whole = end - min(p.stretch.start for p in pieces)
    last = [
        {"day": str(end), "y": p.middle, "words": f"{p.band.name} {p.stretch.words}"}
        for p in thick
        if p.stretch.end == end
    ]
    lasting = {p.band.name for p in pieces if p.stretch.end == end}
    past = []
    for name in dict.fromkeys(p.band.name for p in thick if p.band.name not in lasting):
        own = [p for p in thick if p.band.name == name]
        if (place := _place(own, len(name) * _ROOM * whole)) is not None:
            past.append({"day": str(place[0]), "y": place[1], "words": name})
    return [*_words(last, "right", -6), *_words(past, "center", 0)]


def _place(own: Sequence[_Piece], room: timedelta) -> tuple[date, float] | None:
    """Day and height for the name of a former band: in the middle of one piece, where no line of a
    change runs through it, else of pieces that follow each other; none without room.
    """
    runs: list[list[_Piece]] = []
    for piece in own:
        if runs and runs[-1][-1].stretch.end == piece.stretch.start:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    for groups in ([[piece] for piece in own], runs):
        longest = max(groups, key=lambda g: g[-1].stretch.end - g[0].stretch.start)
        first, length = longest[0].stretch.start, longest[-1].stretch.end - longest[0].stretch.start
        day = first + length / 2
        inside = next((p for p in longest if p.stretch.start <= day < p.stretch.end), None)
        if length >= room and inside is not None:
            return day, inside.middle
    return None


def _words(rows: list[dict[str, Any]], align: str, dx: int) -> list[alt.Chart]:
    if not rows:
        return []
    base = alt.Chart(marks.values(rows)).encode(x=marks.days("day"), y="y:Q", text="words:N")
    # A band may change from dark to pale under its name: ink on a rim of paper is legible on both.
    style: dict[str, Any] = {"align": align, "dx": dx, "fontSize": 11, "fontWeight": "bold"}
    rim = base.mark_text(**style, color=marks.PAPER, stroke=marks.PAPER, strokeWidth=3)
    return [rim, base.mark_text(**style, color=marks.INK)]


def _flags(bands: Bands, flags: Sequence[Flag]) -> list[alt.Chart]:
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
                "day": str(flag.day),
                "number": flag.number,
                **{f"detail{n}": words for n, words in enumerate(flag.details)},
            }
            for flag in flags
            if flag.firm == firm
        ]
        if rows:
            base = alt.Chart(marks.values(rows)).encode(x=marks.days("day"), tooltip=tooltip)
            layers += [
                base.mark_rule(color=marks.INK, strokeDash=dash),
                base.mark_point(filled=True, **dot, **_DOT),
                base.mark_text(color=ink, **_NUMBER).encode(text="number:Q"),
            ]
    return layers
