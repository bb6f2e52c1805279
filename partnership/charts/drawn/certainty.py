"""How sure a value is, by the form of its mark and never by how pale it is.

Measured is solid; estimated a tint with an outline, which is broken where something is missing;
planned a broken outline; what is printed or claimed hollow.
"""

from __future__ import annotations

from partnership import palette
from partnership.charts.forms.parts import Status

_TINTED = ("estimated", "incomplete")
_BROKEN = ("incomplete", "planned")


def outlined(status: Status) -> bool:
    """Whether the outline of a mark is in its colour."""
    return status != "measured"


def filling(colour: str, status: Status) -> str:
    """What an area is filled with."""
    if not outlined(status):
        return colour
    return palette.tint(colour) if status in _TINTED else palette.PAPER.light


def dashes(status: Status) -> list[int]:
    """The strokes and gaps of an outline."""
    return [4, 3] if status in _BROKEN else [1, 0]
