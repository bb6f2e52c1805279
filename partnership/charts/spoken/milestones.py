"""Milestones in words: how many there are, and the first and last of each group by name."""

from __future__ import annotations

from partnership.charts.forms.milestones import Group, Milestone, Milestones
from partnership.language.texts import Texts

_MOST = 8
"""Milestones of a group that are all read out."""


def words(form: Milestones, t: Texts) -> str:
    """Each group with its milestones and their days; of a long one the first and the last."""
    return " ".join(_group(group, t) for group in form.groups)


def _group(group: Group, t: Texts) -> str:
    ordered = sorted(group.milestones, key=lambda one: one.start)
    if len(ordered) > _MOST:
        found = t(
            "{count} on a timeline, from {first} to {last}.",
            count=len(ordered),
            first=_one(ordered[0], t),
            last=_one(ordered[-1], t),
        )
    else:
        found = t("{list}.", list="; ".join(_one(one, t) for one in ordered))
    return t("{name}: {milestones}", name=group.name, milestones=found) if group.name else found


def _one(one: Milestone, t: Texts) -> str:
    return t("{name} ({year})", name=one.name, year=one.start.year)
