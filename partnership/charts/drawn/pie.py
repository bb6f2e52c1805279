"""A pie with its names around it: none on another, none beyond the edge, however narrow it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from math import cos, sin, sqrt, tau
from typing import Any

import altair as alt

from partnership import palette
from partnership.charts import marks
from partnership.charts.forms import Pie, Slice

_RADIUS, _LEAST = 94, 62
"""Pixels of the radius at most, and where the drawing is narrow or low."""
_EDGE = 88
"""How far the middle of a name may be above or below that of the narrowest pie."""
_HOLE = 0.37
_GAP, _AIR = 6, 2
"""Pixels between the pie and its names, and between two names."""
_LINE, _LETTER = 15, 6.3
"""Pixels of a line of a name, and of a letter."""
_NARROW, _SHORT = 4.5, 8
"""Percent under which a slice is too narrow for a name of two lines, and letters of one that leave
room for its percent in one line on a telephone.
"""
_WHOLE = 100.0


@dataclass(slots=True)
class _Label:
    """A name beside its slice: `turned` is its place clockwise from the top, `y` that of its
    middle in pixels from the middle of the pie, downwards.
    """

    one: Slice
    turned: float
    y: float

    @property
    def lines(self) -> int:
        return 1 if self.one.value < _NARROW and len(self.one.name) <= _SHORT else 2

    @property
    def words(self) -> str:
        return f"{self.one.name}{' ' if self.lines == 1 else chr(10)}{self.one.words}"

    @property
    def half(self) -> float:
        return (_LINE * self.lines + _AIR) / 2

    @property
    def right(self) -> bool:
        return self.turned < 1 / 2

    @property
    def x(self) -> float:
        """Where it begins: at the rim, however far it was moved up or down."""
        rim, near = _LEAST + _GAP, max(abs(self.y) - self.half, 0)
        out = max(sqrt(max(rim**2 - near**2, 0)), _GAP)
        return out if self.right else -out


def draw(pie: Pie) -> marks.Drawing:
    """Slices with names; a set that does not add up to 100 leaves a gap."""
    ends = list(accumulate(one.value for one in pie.slices))
    whole = max(_WHOLE, ends[-1])
    labels = _placed(
        pie, [(e - s.value / 2) / whole for e, s in zip(ends, pie.slices, strict=True)]
    )
    longest = max(len(line) for label in labels for line in label.words.split("\n"))
    beside = f"width / 2 - {round(_LETTER * longest) + 2 * _GAP}"
    # A name of two lines may stand at the edge, which moves out with the rim.
    above = f"(height / 2 - {_LINE + _AIR / 2}) * {_LEAST} / {_EDGE}"
    radius = f"max({_LEAST}, min({_RADIUS}, {beside}, {above}))"
    drawn = alt.layer(_arcs(pie, ends, whole, radius), *_names(labels, radius))
    # Streamlit leaves room for an axis below a drawing that asks for none; names are in need of it.
    return drawn.properties(padding={"left": 0, "top": 0, "right": 0, "bottom": 0})


def _arcs(pie: Pie, ends: Sequence[float], whole: float, radius: str) -> alt.Chart:
    rows = [
        {
            "start": end - one.value,
            "end": end,
            "name": one.name,
            "percent": one.value,
            "share": one.words,
            "words": f"{one.name} {one.words}",
            "fill": one.colour,
            "edge": palette.edge(one.entity) or marks.PAPER,
        }
        for one, end in zip(pie.slices, ends, strict=True)
    ]
    arcs = alt.Chart(marks.values(rows)).mark_arc(
        outerRadius=alt.ExprRef(radius),
        innerRadius=alt.ExprRef(f"{_HOLE} * {radius}"),
        strokeWidth=1.5,
    )
    return arcs.encode(
        theta=alt.Theta("start:Q", scale=alt.Scale(domain=[0, whole], range=[0, tau]), stack=None),
        theta2="end:Q",
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("edge:N", scale=None),
        tooltip=[alt.Tooltip("name:N", title=pie.what), alt.Tooltip("share:N", title=pie.measure)],
        description="words:N",
    )


def _placed(pie: Pie, turns: Sequence[float]) -> list[_Label]:
    """Every name at its slice, moved up or down where it would touch another of its side.

    Places are those of the narrowest pie: around a wider one they only come farther apart.
    """
    labels = [_Label(one, turned, 0) for one, turned in zip(pie.slices, turns, strict=True)]
    for label in labels:
        label.y = -cos(label.turned * tau) * (_LEAST + _GAP + label.half * abs(_steep(label)))
    for right in (True, False):
        side = sorted((one for one in labels if one.right is right), key=lambda one: one.y)
        _spread(side)
    return labels


def _steep(label: _Label) -> float:
    """How far a name is above or below the pie rather than beside it: from 0 to 1."""
    return 1 - sqrt(abs(sin(label.turned * tau)))


def _spread(side: Sequence[_Label]) -> None:
    """Move names of one side apart, each as little as the others let it: blocks that touch are
    joined, and stand in the middle of where their names belong.
    """
    blocks: list[list[_Label]] = []
    for label in side:
        blocks.append([label])
        _stack(blocks[-1])
        while len(blocks) > 1 and _foot(blocks[-2]) > _head(blocks[-1]):
            last = blocks.pop()
            blocks[-1] += last
            _stack(blocks[-1])


def _head(block: Sequence[_Label]) -> float:
    return block[0].y - block[0].half


def _foot(block: Sequence[_Label]) -> float:
    return block[-1].y + block[-1].half


def _stack(block: Sequence[_Label]) -> None:
    tall = sum(2 * one.half for one in block)
    top = sum(one.y for one in block) / len(block) - tall / 2
    top = max(min(top, _EDGE - tall + block[-1].half), -_EDGE - block[0].half)
    for one in block:
        one.y = top + one.half
        top += 2 * one.half


def _names(labels: Sequence[_Label], radius: str) -> list[alt.Chart]:
    """Names on scales that count in pixels of the narrowest pie, and grow with it."""
    grown = f"({radius} / {_LEAST})"
    x, y = (
        alt.Scale(
            domainMin=alt.ExprRef(f"{sign}{side} / 2 / {grown}"),
            domainMax=alt.ExprRef(f"{other}{side} / 2 / {grown}"),
            nice=False,
            zero=False,
        )
        for side, sign, other in (("width", "-", ""), ("height", "-", ""))
    )
    drawn = []
    for right, lines in product((True, False), (1, 2)):
        rows: list[dict[str, Any]] = [
            {"x": one.x, "y": one.y, "label": one.words}
            for one in labels
            if one.right is right and one.lines == lines
        ]
        if rows:
            look = marks.text(
                align="left" if right else "right",
                dy=-_LINE * (lines - 1) / 2,
                lineBreak="\n",
                lineHeight=_LINE,
            )
            names = alt.Chart(marks.values(rows)).mark_text(**look)
            drawn.append(
                names.encode(
                    x=alt.X("x:Q", scale=x, axis=None),
                    y=alt.Y("y:Q", scale=y, axis=None, sort="descending"),
                    text="label:N",
                )
            )
    return drawn
