"""Milestones: what happened, or is planned, on days and over periods, named one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from partnership.charts.forms.parts import Coloured

Form = Literal["dot", "diamond", "triangle", "bar", "open", "tick"]
"""A mark in the middle of its period (dots, diamonds, triangles), a bar over it, a bar whose end
is not known, or a tick at its beginning.
"""


@dataclass(frozen=True, slots=True)
class Milestone(Coloured):
    """One of them: its name, and the period in which it lies, from `start` to before `end`.

    A filled mark means that it happened on that day; where less is known or it is planned it is
    not `sure`. `ringed` marks a date on which sources disagree.
    """

    name: str
    start: date
    end: date
    colour: str
    form: Form = "dot"
    sure: bool = True
    ringed: bool = False
    details: tuple[str, ...] = ()
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Milestones under a heading, in their order."""

    name: str
    milestones: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class Milestones:
    """Groups from the top. `details` head what hovering shows; `legend` names colours.

    `packed` puts several into one row where their names leave room; `stepped` joins those of a
    group by a stair; `above` writes names over the rows, where marks leave none beside them. The
    axis has years, or `ticks` with their words where all lie close together.
    """

    groups: tuple[Group, ...]
    details: tuple[str, ...]
    step: int
    packed: bool = False
    stepped: bool = False
    above: bool = False
    legend: tuple[tuple[str, str], ...] = ()
    ticks: tuple[tuple[date, str], ...] = ()
