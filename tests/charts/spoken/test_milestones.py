"""Milestones as they are read out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from partnership.charts.forms import Milestones
from partnership.charts.forms.milestones import Group, Milestone
from partnership.charts.spoken import milestones
from partnership.language import texts

T = texts.in_language("en")
LATER = Milestone("Visit", date(2015, 1, 1), date(2016, 1, 1), "#111111")
EARLIER = Milestone("Treaty", date(2010, 5, 1), date(2010, 5, 2), "#111111")
FORM = Milestones((Group("Acts", (LATER, EARLIER)),), details=(), step=20)


def test_all_are_read_in_their_order() -> None:
    assert milestones.words(FORM, T) == "Acts: Treaty (2010); Visit (2015)."


def test_of_many_the_first_and_the_last_are_read() -> None:
    many = replace(FORM, groups=(Group("", (LATER, EARLIER) * 5),))
    assert milestones.words(many, T) == "10 on a timeline, from Treaty (2010) to Visit (2015)."
