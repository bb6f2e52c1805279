"""Upright columns over years, months, known years with gaps, or categories."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from partnership.charts.forms.parts import Break, Place, Point, Series, Unit

Arrangement = Literal["stacked", "overlaid", "beside"]
"""How bars of one place stand: on each other, in front of each other, or side by side."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Bars over places, with lines, steps, points and ticks over them.

    Series are in the order of the stack, the foot first, or of what stands behind, the rearmost
    first. `what` names what a place is (a year). `gaps` leaves out years without a value, and marks
    where; `names` are the places as they are read where that is not their number. `totals` are
    called `total`: their `label` stands above the column. `span` is what the value axis covers, in
    the table's unit, where it is fixed. `named` writes the names of series beside the columns;
    `ranked` tells that the series count alike, so that one has a rank among them.
    """

    series: tuple[Series, ...]
    what: str
    unit: Unit
    arrangement: Arrangement = "stacked"
    gaps: bool = False
    names: tuple[tuple[Place, str], ...] = ()
    totals: tuple[Point, ...] = ()
    total: str = ""
    span: tuple[float, float] | None = None
    breaks: tuple[Break, ...] = ()
    named: bool = True
    ranked: bool = False

    def name_of(self, place: Place) -> str:
        """The name of a place as it is read."""
        return dict(self.names).get(place, str(place))

    def places(self) -> tuple[Place, ...]:
        """Every place with a value: in the order of time, categories as they come."""
        known = list(dict.fromkeys(p.at for s in self.series for p in s.points))
        return tuple(known if any(isinstance(p, str) for p in known) else sorted(known, key=_turn))

    def bars(self) -> tuple[Series, ...]:
        """The series that are drawn as bars, also a broad one behind the others."""
        return tuple(s for s in self.series if s.mark in ("bar", "broad"))


def _turn(place: Place) -> str:
    return place.isoformat() if isinstance(place, date) else f"{place:0>10}"


def month(period: str) -> date:
    """The place of a month `2024-05`: its first day."""
    return date.fromisoformat(f"{period[:7]}-01")


def at(points: Iterable[Point]) -> dict[Place, float]:
    """The values of points by place, holes left out."""
    return {p.at: p.value for p in points if p.value is not None}
