"""Bands in steps over days, in panels on one axis, with names at their ends and numbered flags."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

import altair as alt

from partnership import palette
from partnership.charts import marks
from partnership.charts.forms.bands import Band, Bands, Flag, Panel, Stretch

_ALONE, _AMONG = 300, 116
"""Pixels of a panel alone, and of one of several."""
_HEAD, _FLAGS, _FOOT = 22, 19, 18
"""Pixels of a panel's name, of a row of its flags, and below it."""
_AXIS = 26
_LINE, _LETTER = 13.5, 6.4
"""Pixels between two names, and of a letter."""
_THICK = 12
"""Pixels from which a band has room for a name inside."""
_PHONE = 210
"""Pixels of the time axis on a telephone, where flags must not lie on each other."""
_YEARS = 5
_DOT: dict[str, Any] = {"size": 190, "opacity": 1}
_NUMBER: dict[str, Any] = {"fontSize": marks.LABEL, "fontWeight": "bold"}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a band with its lower and upper edge, in pixels from the top."""

    band: Band
    stretch: Stretch
    lower: float
    upper: float

    @property
    def middle(self) -> float:
        return (self.lower + self.upper) / 2


@dataclass(frozen=True, slots=True)
class _Placed:
    """A panel with its upper edge and height in pixels, and the row of each flag over it."""

    panel: Panel
    top: float
    height: int
    rows: tuple[int, ...]

    def y(self, percent: float) -> float:
        return self.top + self.height * (1 - percent / 100)

    def pieces(self) -> Iterator[_Piece]:
        """Every stretch of every band on those that are under it on its first day."""
        for n, band in enumerate(self.panel.bands):
            for one in band.stretches:
                below = sum(_on(lower, one.start) for lower in self.panel.bands[:n])
                yield _Piece(band, one, self.y(below), self.y(below + one.value))


def height(bands: Bands) -> int:
    """Pixels of all panels with the axis."""
    last = _placed(bands)[-1]
    return round(last.top) + last.height + _AXIS


def draw(bands: Bands) -> marks.Drawing:
    """All panels under each other on one axis of days, the names of the last bands beside it."""
    placed = _placed(bands)
    pieces = [p for one in placed for p in one.pieces()]
    x, y = _x(pieces), _y(placed)
    layers = [
        *_areas(bands, pieces, x, y),
        *_flags(bands, placed, x, y),
        *_lasting(placed, x, y),
        *_former(placed, pieces, x, y),
    ]
    if len(placed) > 1:
        heads = [
            {"y": p.top - _FLAGS * _rows(p.rows) - _HEAD / 2, "words": p.panel.name} for p in placed
        ]
        look = marks.text(align="left", x=0, fontWeight="bold", fontSize=13)
        layers.append(alt.Chart(marks.values(heads)).mark_text(**look).encode(y=y, text="words:N"))
    return alt.layer(*layers)


def _placed(bands: Bands) -> list[_Placed]:
    several = len(bands.panels) > 1
    ends = [d for p in bands.panels for b in p.bands for s in b.stretches for d in (s.start, s.end)]
    scale = _PHONE / max((max(ends) - min(ends)).days, 1)
    found, top = [], 0.0
    for panel in bands.panels:
        rows = _staggered(panel.flags, scale)
        top += _FLAGS * _rows(rows) + _HEAD * several
        found.append(_Placed(panel, top, _AMONG if several else _ALONE, rows))
        top += found[-1].height + _FOOT
    return found


def _rows(rows: tuple[int, ...]) -> int:
    return max(rows, default=-1) + 1


def _staggered(flags: Sequence[Flag], scale: float) -> tuple[int, ...]:
    """The lowest row in which each flag, earliest first, touches none before it."""
    ends: list[float] = []
    rows = []
    for flag in flags:
        at = flag.day.toordinal() * scale
        row = next((n for n, end in enumerate(ends) if end <= at), len(ends))
        ends[row : row + 1] = [at + 17]
        rows.append(row)
    return tuple(rows)


def _on(band: Band, day: date) -> float:
    return sum(s.value for s in band.stretches if s.start <= day < s.end)


def _x(pieces: Sequence[_Piece]) -> alt.X:
    """Years, with room for the names of the last bands on the right."""
    first, last = min(p.stretch.start for p in pieces), max(p.stretch.end for p in pieces)
    start, end = _year(first), _year(last)
    room = _room(pieces)
    axis = alt.Axis(
        values=list(range(first.year - first.year % -_YEARS, last.year + 1, _YEARS)),
        format="d",
        grid=False,
        ticks=True,
        labelOverlap="greedy",
        labelSeparation=8,
    )
    beyond = alt.ExprRef(f"{end} + {room} * {end - start} / max(width - {room}, 100)")
    scale = alt.Scale(domainMin=start, domainMax=beyond, nice=False, zero=False)
    return alt.X("x:Q", title=None, axis=axis, scale=scale)


def _year(day: date) -> float:
    """A day as a part of its year: half of 2010 has gone by at 2010.5."""
    first = date(day.year, 1, 1)
    return day.year + (day - first).days / (date(day.year + 1, 1, 1) - first).days


def _room(pieces: Sequence[_Piece]) -> int:
    """Pixels of the longest name at the right end."""
    last = max(p.stretch.end for p in pieces)
    return round(_LETTER * max(len(_ending(p)) for p in pieces if p.stretch.end == last)) + 14


def _ending(piece: _Piece) -> str:
    return f"{piece.band.name} {piece.stretch.words}"


def _y(placed: Sequence[_Placed], field: str = "y") -> alt.Y:
    """Pixels from the top; the axis has nothing, half and all of each panel."""
    named = {f"{one.y(v):g}": f"{v:g}" for one in placed for v in (0, 50, 100)}
    axis = alt.Axis(
        values=[float(at) for at in named],
        labelExpr=f"{json.dumps(named)}[format(datum.value, '.6~g')]",
        grid=False,
        labelOverlap=False,
    )
    whole = placed[-1].top + placed[-1].height
    scale = alt.Scale(domain=[whole, 0], nice=False, zero=False)
    return alt.Y(f"{field}:Q", title=None, axis=axis, scale=scale)


def _areas(bands: Bands, pieces: Sequence[_Piece], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    tooltip = [alt.Tooltip(f"detail{n}:N", title=head) for n, head in enumerate(bands.details)]
    drawn = []
    for sure, dashes in ((True, [1, 0]), (False, [2, 3])):
        own = [p for p in pieces if p.stretch.sure == sure]
        corners = [c for number, p in enumerate(own) for c in _corners(p, number)]
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


def _corners(piece: _Piece, number: int) -> list[dict[str, Any]]:
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
    start, end = ({"day": str(day), "x": _year(day)} for day in (stretch.start, stretch.end))
    return [{**shared, **start, **details}, {**shared, **end}]


def _lasting(placed: Sequence[_Placed], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """At the right end the bands last known, with their share, joined with their band."""
    pieces = [list(one.pieces()) for one in placed]
    end = max(p.stretch.end for panel in pieces for p in panel)
    rows = []
    for panel in pieces:
        last = sorted((p for p in panel if p.stretch.end == end), key=lambda p: p.middle)
        for piece, at in zip(last, _apart([p.middle for p in last]), strict=True):
            name = {"words": _ending(piece), "colour": piece.band.colour, "y": piece.middle}
            rows.append({**name, "x": _year(end), "at": at})
    base = alt.Chart(marks.values(rows))
    line = base.mark_rule(strokeWidth=2, x2Offset=8).encode(
        x=x, x2="x:Q", y=y, y2="at:Q", color=alt.Color("colour:N", scale=None)
    )
    words = base.mark_text(**marks.text(align="left", dx=11))
    return [line, words.encode(x=x, y=_y(placed, "at"), text="words:N")]


def _apart(middles: Sequence[float]) -> list[float]:
    """Heights of names, from the top: each at its band, or as near as those around it let it."""
    lowest = list(accumulate(middles, lambda above, own: max(own, above + _LINE)))
    over = max((at - own for at, own in zip(lowest, middles, strict=True)), default=0) / 2
    found: list[float] = []
    for own in (at - over if at > mid else mid for at, mid in zip(lowest, middles, strict=True)):
        found.append(max(own, found[-1] + _LINE) if found else own)
    return found


def _former(
    placed: Sequence[_Placed], pieces: Sequence[_Piece], x: alt.X, y: alt.Y
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
                place = {"day": str(day), "x": _year(day), "y": at}
                rows.append({**place, "words": name, "share": share, "need": need})
    if not rows:
        return []
    room = _room(pieces)
    base = alt.Chart(marks.values(rows)).transform_filter(
        f"datum.share * (width - {room}) > datum.need"
    )
    base = base.encode(x=x, y=y, text="words:N")
    style: dict[str, Any] = {"fontSize": marks.LABEL, "fontWeight": "bold"}
    # A band may be dark or pale under its name: ink on a rim of paper is legible on both.
    rim = base.mark_text(**style, color=marks.PAPER, stroke=marks.PAPER, strokeWidth=3)
    return [rim, base.mark_text(**style, color=marks.INK)]


def _place(own: Sequence[_Piece]) -> tuple[date, float, timedelta]:
    """Day and height for the name of a former band, and how long it has room there: in the middle
    of its longest run of pieces at one height.
    """
    runs: list[list[_Piece]] = []
    for piece in own:
        last = runs[-1][-1] if runs else None
        if last and last.stretch.end == piece.stretch.start and last.middle == piece.middle:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    longest = max(runs, key=lambda run: run[-1].stretch.end - run[0].stretch.start)
    length = longest[-1].stretch.end - longest[0].stretch.start
    return longest[0].stretch.start + length / 2, longest[0].middle, length


def _flags(bands: Bands, placed: Sequence[_Placed], x: alt.X, y: alt.Y) -> list[alt.Chart]:
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
                "x": _year(flag.day),
                "number": flag.number,
                "y": one.top - _FLAGS * (row + 0.5),
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
