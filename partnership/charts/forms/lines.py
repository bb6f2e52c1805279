"""Lines and points over years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from partnership.charts.forms.parts import Break, Coloured, Series, Unit

Hover = Literal["period", "point"]
"""Whether hovering tells all values of a year, or the one under the pointer."""
Named = Literal["ends", "legend", "nowhere"]
"""Where series are named: at the ends of their lines, or by the shape of their marks above."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A level to compare with. `name` is what it stands for; `written` puts it on the drawing."""

    value: float
    name: str = ""
    written: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """What lies between two values of one year; `words` are the difference as it is read."""

    at: int
    low: float
    high: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class Fill(Coloured):
    """A shade between two lines, or from a line up to a bound that has no line of its own.

    `name` is what lies between, or the bound.
    """

    gaps: tuple[Gap, ...]
    name: str
    colour: str
    bound: bool = False
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Series by year. Those with the mark `line` join their values, over missing years too.

    `when` is what a place is called (year, edition), `what` a series (country), `measure` a value;
    `none` stands where a year has no value. `dots` marks every value; `stepped` lines are level
    round each. With `ranks` values are ranks down to that one, and the first is at the top.
    """

    series: tuple[Series, ...]
    unit: Unit
    when: str
    what: str = ""
    measure: str = ""
    none: str = ""
    hover: Hover = "period"
    named: Named = "ends"
    dots: bool = False
    stepped: bool = False
    ranks: int = 0
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    breaks: tuple[Break, ...] = ()

    def years(self) -> tuple[int, int]:
        """First and last year with a value."""
        known = [int(str(p.at)) for s in self.series for p in s.points if p.value is not None]
        return min(known), max(known)

    def values(self) -> list[float]:
        """Every value drawn, levels and bounds among them, in the table's unit."""
        drawn = [p.value for s in self.series for p in s.points if p.value is not None]
        edges = [v for f in self.fills for g in f.gaps for v in (g.low, g.high)]
        return [*drawn, *edges, *(r.value for r in self.rules)]
