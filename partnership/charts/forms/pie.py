"""A pie: parts of one whole, in percent."""

from __future__ import annotations

from dataclasses import dataclass

from partnership.charts.forms.parts import Coloured


@dataclass(frozen=True, slots=True)
class Slice(Coloured):
    """One part in percent of the whole; `words` are the percent as it is read."""

    name: str
    value: float
    words: str
    colour: str
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Pie:
    """Slices clockwise from the top.

    `what` names what a slice is (a holder), `measure` what it is measured by. What the slices lack
    to 100 percent is left open on screen, and called `missing` where a gap cannot be drawn.
    """

    slices: tuple[Slice, ...]
    what: str
    measure: str
    missing: str
