"""Words beside a place stay inside a drawing of any width."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Literal

import pytest

from partnership.charts.drawn import inside

_WORDS = "2020: reporting changed"


@pytest.mark.parametrize("width", [120, 200, 330, 900])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.5, 0.9, 1.0])
@pytest.mark.parametrize("align", ["left", "right"])
@pytest.mark.parametrize("room", [0, 60])
def test_words_end_before_the_edge_and_stand_beside_their_place_where_they_can(
    width: int, share: float, align: Literal["left", "right"], room: int
) -> None:
    row = inside.measured(_WORDS, share)
    known = {"max": max, "width": width, "datum": SimpleNamespace(**row)}
    dx = eval(str(inside.dx(align, 4, room).expr), known)  # noqa: S307 - our own arithmetic
    place = max(width - room, 120) * share
    begin = place + dx - (row["wide"] if align == "right" else 0)
    beside = 4 if align == "left" else -4
    free = place + beside - (row["wide"] if align == "right" else 0)
    if free >= 0 and free + row["wide"] <= width:
        assert dx == pytest.approx(beside)
    elif row["wide"] < width:
        assert begin >= -1e-9
        assert begin + row["wide"] <= width
