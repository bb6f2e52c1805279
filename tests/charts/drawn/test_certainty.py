"""How sure a value is shows in the form of its mark."""

from __future__ import annotations

from typing import get_args

import pytest

from partnership import palette
from partnership.charts.drawn import certainty
from partnership.charts.forms import Status

_COLOUR = palette.SECTOR["trade"].light


@pytest.mark.parametrize("status", get_args(Status))
def test_only_what_is_measured_is_solid(status: Status) -> None:
    solid = certainty.filling(_COLOUR, status) == _COLOUR
    assert solid == (status == "measured") == (not certainty.outlined(status))


def test_each_kind_of_doubt_has_a_form() -> None:
    forms = {
        status: (certainty.filling(_COLOUR, status), certainty.dashes(status) != [1, 0])
        for status in ("estimated", "incomplete", "planned", "press")
    }
    tint, paper = palette.tint(_COLOUR), palette.PAPER.light
    assert forms == {
        "estimated": (tint, False),
        "incomplete": (tint, True),
        "planned": (paper, True),
        "press": (paper, False),
    }
    assert tint not in (_COLOUR, paper)
