"""Bands: parts of a whole that change on certain days, one above the other, in panels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from partnership.charts.forms.parts import Coloured


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a band is from `start` to before `end`: `value` in percent, `words` as it is read.

    Where no source lists the split for those days it is not `sure`.
    """

    start: date
    end: date
    value: float
    words: str
    sure: bool = True
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Band(Coloured):
    """The stretches of one name, earliest first; stretches may leave days out."""

    name: str
    colour: str
    stretches: tuple[Stretch, ...]
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """A numbered change on a day; `firm` where it is reported as completed."""

    day: date
    number: int
    firm: bool
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """Bands from the lowest up, with the changes between them. `name` is its heading."""

    name: str
    bands: tuple[Band, ...]
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Bands:
    """Panels on one axis of days. `details` and `flag_details` head what hovering shows; `measure`
    names what the values are, and `unsure` a band (by its `{name}`) where it is not sure.
    """

    panels: tuple[Panel, ...]
    details: tuple[str, ...]
    flag_details: tuple[str, ...]
    measure: str
    unsure: str
