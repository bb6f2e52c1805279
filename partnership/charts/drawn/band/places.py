"""Where panels of bands and their pieces stand, in pixels, and their two axes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import altair as alt

from partnership.charts.forms.bands import Band, Bands, Flag, Panel, Stretch

_ALONE, _AMONG = 300, 116
"""Pixels of a panel alone, and of one of several."""
HEAD, FLAGS, _FOOT = 22, 19, 18
"""Pixels of a panel's name, of a row of its flags, and below it."""
_PHONE, _FLAG = 210, 17
"""Pixels of the time axis on a telephone, where flags must not lie on each other, and of a flag."""
_YEARS = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a band with its lower and upper edge, in pixels from the top."""

    band: Band
    stretch: Stretch
    lower: float
    upper: float

    @property
    def middle(self) -> float:
        """Half way between its edges."""
        return (self.lower + self.upper) / 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A panel with its upper edge and height in pixels, and the row of each flag over it."""

    panel: Panel
    top: float
    height: int
    rows: tuple[int, ...]

    def y(self, percent: float) -> float:
        """Pixels from the top of the drawing."""
        return self.top + self.height * (1 - percent / 100)

    def pieces(self) -> Iterator[Piece]:
        """Every stretch of every band on those that are under it on its first day."""
        for n, band in enumerate(self.panel.bands):
            for one in band.stretches:
                below = sum(_on(lower, one.start) for lower in self.panel.bands[:n])
                yield Piece(band, one, self.y(below), self.y(below + one.value))


def place(bands: Bands) -> list[Placed]:
    """Every panel, from the top."""
    several = len(bands.panels) > 1
    ends = [d for p in bands.panels for b in p.bands for s in b.stretches for d in (s.start, s.end)]
    scale = _PHONE / max((max(ends) - min(ends)).days, 1)
    found, top = [], 0.0
    for panel in bands.panels:
        rows = _staggered(panel.flags, scale)
        top += FLAGS * rows_of(rows) + HEAD * several
        found.append(Placed(panel, top, _AMONG if several else _ALONE, rows))
        top += found[-1].height + _FOOT
    return found


def rows_of(rows: tuple[int, ...]) -> int:
    """How many rows flags take."""
    return max(rows, default=-1) + 1


def _staggered(flags: Sequence[Flag], scale: float) -> tuple[int, ...]:
    """The lowest row in which each flag, earliest first, touches none before it."""
    ends: list[float] = []
    rows = []
    for flag in flags:
        at = flag.day.toordinal() * scale
        row = next((n for n, end in enumerate(ends) if end <= at), len(ends))
        ends[row : row + 1] = [at + _FLAG]
        rows.append(row)
    return tuple(rows)


def _on(band: Band, day: date) -> float:
    return sum(s.value for s in band.stretches if s.start <= day < s.end)


def x_of(pieces: Sequence[Piece], room: int) -> alt.X:
    """Years, with `room` pixels for the names of the last bands on the right."""
    first, last = min(p.stretch.start for p in pieces), max(p.stretch.end for p in pieces)
    start, end = year(first), year(last)
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


def year(day: date) -> float:
    """A day as a part of its year: half of 2010 has gone by at 2010.5."""
    first = date(day.year, 1, 1)
    return day.year + (day - first).days / (date(day.year + 1, 1, 1) - first).days


def y_of(placed: Sequence[Placed], field: str = "y") -> alt.Y:
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
