"""Where milestones stand: rows, headings, and on which side of its mark each name has room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from partnership.charts.forms.milestones import Group, Milestone, Milestones

HEAD = 24
"""Pixels of a heading."""
DAY = timedelta(days=1)
WIDE, _LETTER, _DOT = 960, 6.1, 9
"""Pixels that names are laid out for, the width of a letter, and half of a mark with its gap."""
_TURN = 0.42
"""Where names of packed rows change sides, as a share of the time."""
_RING = 4
"""Pixels that a ring round a mark pushes its name away."""
Side = Literal["right", "left", "inside"]
"""Beside a mark, or over its bar."""
_Extent = Callable[[Milestone, Side], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A milestone, the middle of its row in pixels, and where its name stands."""

    milestone: Milestone
    y: float
    side: Side

    @property
    def middle(self) -> date:
        """The day in the middle of its period."""
        return self.milestone.start + (self.milestone.end - DAY - self.milestone.start) / 2


def ends(form: Milestones) -> tuple[date, date]:
    """The first day of the first year drawn, and the last of the last."""
    every = [one for group in form.groups for one in group.milestones]
    last = max(one.end - DAY for one in every)
    return date(min(one.start for one in every).year, 1, 1), date(last.year, 12, 31)


def layout(form: Milestones) -> tuple[list[Placed], list[tuple[float, str]], int]:
    """Every milestone in its row, every heading with its height, and the height of all."""
    first, last = ends(form)
    scale = WIDE / max((last - first).days, 1)
    placed: list[Placed] = []
    heads: list[tuple[float, str]] = []
    top, middle = 0, 0.68 if form.above else 0.5
    for group in form.groups:
        if group.name:
            heads.append((top + HEAD / 2, group.name))
            top += HEAD
        rows = _rows(form, group, lambda m, side: _extent(m, side, first, scale))
        for milestone, (row, side) in zip(group.milestones, rows, strict=True):
            placed.append(Placed(milestone, top + (row + middle) * form.step, side))
        top += form.step * (max(row for row, _ in rows) + 1)
    return placed, heads, top


def _rows(form: Milestones, group: Group, extent: _Extent) -> list[tuple[int, Side]]:
    """Row and side of each milestone of a group.

    Names of a stair all stand on one side, clear of the stair, and where a telephone has room.
    """
    if form.packed:
        return _packed([_turned(m, extent) for m in group.milestones])
    if form.stepped:
        late = any(extent(m, "right")[0] > WIDE / 2 for m in group.milestones)
        return [(n, "left" if late else "right") for n in range(len(group.milestones))]
    return list(enumerate(_beside(m, extent)[0] for m in group.milestones))


def _beside(milestone: Milestone, extent: _Extent) -> list[Side]:
    """The sides on which the name has room, the better first; over a bar, or left, without any."""
    right, left = extent(milestone, "right"), extent(milestone, "left")
    room: dict[Side, bool] = {"right": right[1] <= WIDE, "left": left[0] >= 0}
    fits = [side for side, fit in room.items() if fit]
    return fits or ["inside" if milestone.form in ("bar", "open") else "left"]


def _extent(milestone: Milestone, side: Side, first: date, scale: float) -> tuple[float, float]:
    """What a mark, its period and its name cover, in pixels of a drawing `WIDE` wide."""
    start = (milestone.start - first).days * scale
    end = start if milestone.form == "tick" else (milestone.end - first).days * scale
    reach = len(milestone.name) * _LETTER + _DOT + _RING * milestone.ringed
    if side == "inside":
        return start, max(end, start + reach)
    return (start - reach, end + _DOT) if side == "left" else (start - _DOT, end + reach)


def _turned(milestone: Milestone, extent: _Extent) -> tuple[Side, tuple[float, float]]:
    """Names of packed rows stand to the right early on and to the left later, where it is full."""
    side: Side = "left" if extent(milestone, "right")[0] > _TURN * WIDE else "right"
    return side, extent(milestone, side)


def _packed(extents: Sequence[tuple[Side, tuple[float, float]]]) -> list[tuple[int, Side]]:
    """The uppermost row on which each, in its order, touches none placed there before it."""
    occupied: list[list[tuple[float, float]]] = []
    placed: list[tuple[int, Side]] = []
    for side, extent in extents:
        row = _free(occupied, extent)
        if row == len(occupied):
            occupied.append([])
        occupied[row].append(extent)
        placed.append((row, side))
    return placed


def _free(occupied: Sequence[Sequence[tuple[float, float]]], extent: tuple[float, float]) -> int:
    """The first row on which `extent` touches nothing; a new one where there is none."""
    start, end = extent
    rows = (n for n, row in enumerate(occupied) if all(end <= a or start >= b for a, b in row))
    return next(rows, len(occupied))
