"""Dots in rows: values of several kinds beside each other, one row a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from partnership.charts.forms.parts import Coloured

Shape = Literal["circle", "square", "diamond", "triangle-up"]
Joined = Literal["lane", "gap", "zero", "end", "row", "ruled"]
"""What a row's line joins: its outermost dots, faintly or strongly; zero and the dot; the dot and
the end of the axis; both ends of the axis. `ruled` joins nothing, and draws a line above each row.
"""


@dataclass(frozen=True, slots=True)
class Kind(Coloured):
    """What a dot stands for, and how it looks; `name` is in the legend.

    Labels stand at the `side` of the dot.
    """

    name: str
    colour: str
    shape: Shape = "circle"
    side: Literal["right", "under", "over"] = "right"
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Dot(Coloured):
    """One value of the kind `kind` (its place in `Dots.kinds`), at `at` along the axis.

    `words` are the value as it is read, `label` what is written beside the dot; `amount` makes its
    area, where sizes are compared. `sure` dots are filled. `details` fill `Dots.details`.
    """

    at: float
    kind: int = 0
    words: str = ""
    label: str = ""
    amount: float | None = None
    sure: bool = True
    colour: str = ""
    details: tuple[str, ...] = ()
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A row: its name, its dots, and words at its right end."""

    name: str
    dots: tuple[Dot, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Along:
    """The horizontal axis: its two ends, its numbers (place and words), and what it counts.

    Without `ticks` round numbers are found. Years are left out at `gaps`.
    """

    first: float
    last: float
    ticks: tuple[tuple[float, str], ...] = ()
    title: str = ""
    on_top: bool = False
    gaps: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Dots:
    """Rows from the top. `details` are the heads of what hovering shows, in the order of each dot's
    own. Names stand beside the rows, or `above` them where they are long.
    """

    rows: tuple[Lane, ...]
    kinds: tuple[Kind, ...]
    along: Along
    details: tuple[str, ...]
    step: int
    above: bool = False
    joined: Joined = "lane"
    legend: bool = False
    largest: float = 15
    """Radius in pixels of the largest dot, where areas are compared."""
