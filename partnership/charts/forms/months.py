"""Lines by month, in panels under each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from partnership.charts.forms.parts import Series, Unit


@dataclass(frozen=True, slots=True)
class Curves:
    """Lines of one unit in a panel `height` pixels high; points stand at the first of a month."""

    series: tuple[Series, ...]
    unit: Unit
    height: int


@dataclass(frozen=True, slots=True)
class Months:
    """Panels on one axis of months; hovering over any tells the values of a month in all.

    `months` are all of them with their names, without a gap; `when` says what they are, and `none`
    stands where a month has no value.
    """

    panels: tuple[Curves, ...]
    months: tuple[tuple[date, str], ...]
    when: str
    none: str
