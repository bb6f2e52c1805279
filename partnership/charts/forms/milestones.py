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
Sign = Literal["dot", "hollow", "ringed", "diamond", "triangle", "bar", "open", "tick"]
"""What a key may explain: a form, a dot that is not sure, a ring round a mark."""


@dataclass(frozen=True, slots=True)
class Milestone(Coloured):
    """One of them: its name, and the period in which it lies, from `start` to before `end`.

    A filled mark means that it happened on that day; where less is known or it is planned it is
    not `sure`. `ringed` marks a date on which sources disagree. `when` is its time in words, which
    stands before its name where a time line is a list.
    """

    name: str
    start: date
    end: date
    colour: str
    form: Form = "dot"
    sure: bool = True
    ringed: bool = False
    details: tuple[str, ...] = ()
    when: str = ""
    entity: str = ""

    @property
    def signs(self) -> tuple[Sign, ...]:
        """What a key explains of it."""
        own: Sign = "hollow" if self.form == "dot" and not self.sure else self.form
        return (own, "ringed") if self.ringed else (own,)


@dataclass(frozen=True, slots=True)
class Group:
    """Milestones under a heading, in their order."""

    name: str
    milestones: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class Milestones:
    """Groups from the top. `details` head what hovering shows; `legend` names colours, `signs`
    what the forms of marks mean.

    `packed` puts several into one row where their names leave room; `stepped` joins those of a
    group by a stair; `above` writes names over the rows, where marks leave none beside them. The
    axis has years, or `ticks` with their words where all lie close together. Where milestones
    tell `when` they were, they are a list on a telephone.
    """

    groups: tuple[Group, ...]
    details: tuple[str, ...]
    step: int
    packed: bool = False
    stepped: bool = False
    above: bool = False
    legend: tuple[tuple[str, str], ...] = ()
    signs: tuple[tuple[Sign, str], ...] = ()
    ticks: tuple[tuple[date, str], ...] = ()

    @property
    def key(self) -> tuple[tuple[Sign, str], ...]:
        """The signs that are drawn, with their words."""
        drawn = {sign for group in self.groups for one in group.milestones for sign in one.signs}
        return tuple((sign, words) for sign, words in self.signs if sign in drawn)

    @property
    def listed(self) -> bool:
        """Whether a narrow drawing is a list."""
        return any(one.when for group in self.groups for one in group.milestones)
