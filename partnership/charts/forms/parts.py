"""What forms share: values with their place, words and status; series; units; breaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from partnership import palette

Place = int | str | date
"""Where a value stands: a year, a day (a month by its first), or the key of a category."""
Status = Literal["measured", "estimated", "incomplete", "planned", "press", "claimed"]
"""How sure a value is; drawn by form (dashes, hollow marks), never by paleness."""
Mark = Literal["bar", "broad", "line", "steps", "points", "ticks"]
"""How the values of a series are drawn: `broad` is a bar behind others, `steps` a level line."""
Stroke = Literal["solid", "dashed", "dotted"]
"""How the line of a series is drawn."""
Detail = tuple[str, str]
"""A name and what it is, both in the reader's language: a line of what hovering shows."""


class Coloured:
    """What has the colour of its `entity` in `palette`, where it has one.

    A figure that has it among its grey peers passes their colour, and it stays one of them.
    """

    __slots__ = ()
    entity: str
    colour: str

    def __post_init__(self) -> None:
        if self.entity:
            object.__setattr__(self, "colour", palette.colour(self.entity, self.colour))


@dataclass(frozen=True, slots=True)
class Unit:
    """What an axis counts: values are 10 to the power of `power` times what it shows.

    `suffix` is written behind every number (a percent sign with its space).
    """

    name: str = ""
    power: int = 0
    suffix: str = ""


PERCENT_SIGN = "\u202f%"


@dataclass(frozen=True, slots=True)
class Point(Coloured):
    """One value in the table's unit; `None` is a hole, which ends a line.

    `words` are the value as it is read (hover, alt text), `label` what is written beside the mark
    on the drawing, `details` further lines of the hover. `entity`, or a `colour`, is for one mark
    that differs from its series. `covers` is what part of an axis of years a value is of that is
    not of its whole year, in years (a whole one is at its number).
    """

    at: Place
    value: float | None
    words: str = ""
    label: str = ""
    status: Status = "measured"
    colour: str = ""
    details: tuple[Detail, ...] = ()
    covers: tuple[float, float] | None = None
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Series(Coloured):
    """Values of one name. `entity` is the id of whom or what they are of, which has a colour in
    `palette`; `colour` is for what is no entity (a price, a target).

    `ends` is written at the last value where it differs from `name` (it may break lines);
    `muted` draws thinner, beside series that matter more. `line` tells values worked out or planned
    (dashed), and those of another edition, which are never joined with the others (dotted, with
    hollow points). `later` names the part to which a dotted line leads on, where its last values
    are less sure. `shape` is that of its marks where series are told apart by shapes.
    """

    name: str
    colour: str
    points: tuple[Point, ...]
    mark: Mark = "line"
    entity: str = ""
    ends: str = ""
    muted: bool = False
    line: Stroke = "solid"
    later: str = ""
    shape: str = "circle"


@dataclass(frozen=True, slots=True)
class Break:
    """What explains a break: where it is, and in which words."""

    at: Place
    words: str
