"""Bands as a native chart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from partnership.export.pptx.plots import bands
from tests.charts.banded import BANDS, CHANGE, FIRST, LAST


def test_each_change_has_the_day_before_it() -> None:
    found = bands.plot(BANDS)
    assert found is not None
    assert found.categories == (FIRST, date(2009, 12, 31), CHANGE, LAST)


def test_parts_add_up_on_each_day_and_doubt_has_a_name() -> None:
    found = bands.plot(BANDS)
    assert found is not None
    amounts = {s.name: [v or 0.0 for v in s.amounts] for s in found.series}
    assert amounts["Eni (not documented)"] == [0.0, 0.0, 30.0, 30.0]
    assert [sum(column) for column in zip(*amounts.values(), strict=True)] == [100.0] * 4
    assert [s.name for s in found.series if s.again] == ["Eni (not documented)"]


def test_flags_stand_at_their_share_of_the_time() -> None:
    found = bands.plot(BANDS)
    assert found is not None
    ((place, label),) = found.breaks
    assert label == "1"
    assert abs(place - 0.5) < 0.001


def test_several_panels_are_a_picture() -> None:
    assert bands.plot(replace(BANDS, panels=BANDS.panels * 2)) is None
