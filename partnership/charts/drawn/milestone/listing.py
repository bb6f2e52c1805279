"""Milestones on a telephone: one below the other, each with its mark, its time and its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

import altair as alt

from partnership.charts import marks
from partnership.charts.drawn.milestone.rows import WIDE
from partnership.charts.forms.milestones import Milestone, Milestones

_NARROW = 620
"""Pixels under which rows of one milestone each have no room for names."""
_LINE, _AIR, _HEAD = 15, 6, 26
_LETTERS = 50
"""Letters of a line on the narrowest telephone."""
_SHAPES = {"dot": "circle", "diamond": "diamond", "triangle": "triangle-right"}


@dataclass(frozen=True, slots=True)
class _Row:
    """A milestone, or the heading of a group, in lines of words; `y` is the middle of the first."""

    y: float
    lines: tuple[str, ...]
    milestone: Milestone | None = None


def height(form: Milestones) -> int:
    """Pixels of the list."""
    last = _rows(form)[-1]
    return round(last.y + _LINE * (len(last.lines) - 0.5) + _AIR)


def narrow(form: Milestones) -> int:
    """Pixels of width under which a time line is a list: packed rows need all that they are laid
    out for.
    """
    return WIDE if form.packed else _NARROW


def layers(form: Milestones, y: alt.Y) -> Iterator[alt.Chart]:
    """Headings, marks and words, for a narrow drawing."""
    rows, least = _rows(form), narrow(form)
    heads = [{"y": row.y, "words": row.lines[0]} for row in rows if row.milestone is None]
    if heads:
        look = marks.text(align="left", x=0, fontWeight="bold", color=marks.SOFT)
        yield _only(heads, least).mark_text(**look).encode(y=y, text="words:N")
    listed = [(row, row.milestone) for row in rows if row.milestone is not None]
    yield _marks(listed, least, y)
    words = [{"y": row.y, "words": "\n".join(row.lines)} for row, _ in listed]
    look = marks.text(align="left", x=17, lineBreak="\n", lineHeight=_LINE)
    yield _only(words, least).mark_text(**look).encode(y=y, text="words:N")


def _only(rows: Sequence[dict[str, object]], least: int) -> alt.Chart:
    return alt.Chart(marks.values(rows)).transform_filter(f"width < {least}")


def _marks(listed: Sequence[tuple[_Row, Milestone]], least: int, y: alt.Y) -> alt.Chart:
    rows = [
        {
            "y": row.y,
            "colour": one.colour,
            "fill": one.colour if one.sure and one.form != "open" else marks.PAPER,
            "shape": _SHAPES.get(one.form, "square"),
        }
        for row, one in listed
    ]
    points = _only(rows, least).mark_point(x=6, size=60, opacity=1, strokeWidth=1.8)
    return points.encode(
        y=y,
        shape=alt.Shape("shape:N", scale=None),
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("colour:N", scale=None),
    )


def _rows(form: Milestones) -> list[_Row]:
    rows, top = [], 0.0
    for group in form.groups:
        if group.name:
            rows.append(_Row(top + _HEAD / 2, (group.name,)))
            top += _HEAD
        for one in group.milestones:
            lines = tuple(wrap(" · ".join(w for w in (one.when, one.name) if w), _LETTERS))
            rows.append(_Row(top + (_LINE + _AIR) / 2, lines, one))
            top += _LINE * len(lines) + _AIR
    return rows
