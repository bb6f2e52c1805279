"""The axes of lines over years, and what is written on them: breaks, levels, names at the ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt

from partnership import palette
from partnership.charts import breaks, lines, marks
from partnership.charts.drawn import inside
from partnership.charts.forms import Lines, Series

_LETTER = 6.2
KEY = 13
"""Pixels that a square takes before a name."""
_ASIDE = 0.18
"""How far marks of one year stand beside it, in years, where series have shapes of their own."""


@dataclass(frozen=True)
class Axes:
    """Both axes. `low` and `high` are the ends of the upright one as it is shown."""

    x: alt.X
    y: alt.Y
    first: int
    last: int
    low: float
    high: float
    height: int
    room: int
    before: int
    """Pixels right of the last year and left of the first, for words."""
    edge: float
    """Years that marks need on both sides."""

    def along(self, year: float) -> float:
        """How far along the axis a place is, from 0 to 1."""
        edge = self.edge or (0.5 if self.first == self.last else 0.0)
        return (year - self.first + edge) / (self.last - self.first + 2 * edge)

    def aside(self, align: Literal["left", "right"], gap: int) -> alt.ExprRef:
        """How far words stand beside their place; see `inside.dx`."""
        return inside.dx(align, gap, self.room, self.before)

    def step(self, pixels: float) -> float:
        """`pixels` on the axis of values."""
        return pixels * (self.high - self.low) / lines.plot(self.height)


def axes(form: Lines, height: int) -> Axes:
    """The axes that hold every value of `form` in a drawing `height` pixels high."""
    first, last = form.years()
    room, before, edge = _room(form, last), _width(starts(form, first)), _edge(form)
    x = lines.year_x("year", first, last, room, edge, before)
    if form.ranks:
        axis = marks.value_axis(form.unit.name, grid=False, labelOverlap=False)
        axis["values"], axis["tickCount"] = list(range(1, form.ranks + 1)), form.ranks
        low, high = form.ranks + 0.5, 0.5
    else:
        # What is not written on the drawing explains its level above.
        levels_named = [r.name for r in form.rules if r.name and not r.written]
        axis = marks.value_axis("; ".join([form.unit.name, *levels_named]))
        low, high = _ends(form, height)
    y = alt.Y("at:Q", scale=alt.Scale(domain=[low, high], nice=False, zero=False), axis=axis)
    return Axes(x, y, first, last, low, high, height, room, before, edge)


def shown(form: Lines, value: float) -> float:
    """A value as the axis shows it."""
    return value / 10**form.unit.power


def aside(form: Lines, series: Series) -> float:
    """How far the marks of a series stand beside their year."""
    if form.named != "legend":
        return 0.0
    return _ASIDE if form.series.index(series) % 2 else -_ASIDE


def _edge(form: Lines) -> float:
    if form.named == "legend":
        return 0.5
    return 0.4 if any(p.covers for s in form.series for p in s.points) or form.ranks else 0.0


def span(form: Lines, height: int) -> tuple[float, float]:
    """What the axis of values covers, in the table's unit."""
    values = [*form.values(), 0.0]
    low, high = min(values), max(values)
    first, last = form.years()
    rows = len(breaks.stacked(form.breaks, first, last))
    above = rows * lines.LABEL_LINE + 8 if rows else 0.06 * lines.plot(height)
    if any(r.written for r in form.rules):
        above = max(above, 2 * lines.LABEL_LINE)
    plot = lines.plot(height)
    long = (high - low or 1.0) * plot / (plot - above)
    return (low - 0.06 * long if low < 0 else 0.0), low + long


def _ends(form: Lines, height: int) -> tuple[float, float]:
    low, high = span(form, height)
    return shown(form, low), shown(form, high)


def ends(form: Lines) -> list[tuple[Series, float, str]]:
    """Series that are named at the end of their line: their last value, and the words."""
    if form.named != "ends":
        return []
    found = []
    for one in form.series:
        values = [p.value for p in one.points if p.value is not None]
        if values and (one.ends or one.mark == "line"):
            found.append((one, values[-1], one.ends or one.name))
    # Of several lines of one thing, such as two editions, the last one is named.
    return list(
        {(s.mark, s.entity or words): (s, value, words) for s, value, words in found}.values()
    )


def starts(form: Lines, first: int) -> list[tuple[Series, float, str]]:
    """Ranked series that are named at the start of their line too: their rank then, and the name.

    Those that come later begin in the middle of the others.
    """
    if not form.ranks:
        return []
    return [
        (s, p.value, s.name)
        for s in form.series
        for p in s.points
        if p.at == first and p.value is not None
    ]


def _width(named: Sequence[tuple[Series, float, str]]) -> int:
    """Pixels that names need."""
    longest = max((len(words) for _, _, words in named), default=0)
    return round(_LETTER * longest) + 10 if longest else 0


def _room(form: Lines, last: int) -> int:
    """Pixels right of the last year that words need."""
    at_end = [w for _, _, w in ends(form)]
    keyed = KEY if at_end and pale(form) else 0
    at_end += [p.label for s in form.series for p in s.points if p.label and p.at == last]
    longest = max((len(line) for words in at_end for line in words.split("\n")), default=0)
    return round(_LETTER * longest) + 10 + keyed if longest else 0


def pale(form: Lines) -> bool:
    """Whether the colour of a name is too pale for type on paper."""
    named = [s.colour for s, _, _ in ends(form) if s.colour != marks.MUTED]
    return not all(palette.is_type(colour) for colour in named)


def levels(form: Lines, at: Axes) -> list[alt.Chart]:
    """Levels across the drawing, with their words above the left end."""
    edge = 0.5 if at.first == at.last else 0.0
    rows = [
        {
            "at": shown(form, r.value),
            "words": r.name if r.written else "",
            "year": at.first - edge,
            "end": at.last + edge,
            "colour": marks.INK if r.name else marks.SOFT,
        }
        for r in form.rules
    ]
    if not rows:
        return []
    base = alt.Chart(marks.values(rows)).encode(x=at.x, y=at.y)
    colour = alt.Color("colour:N", scale=None)
    drawn = [base.mark_rule(strokeWidth=1.2).encode(x2="end:Q", color=colour)]
    if any(r.written for r in form.rules):
        look = marks.text(align="left", dy=-8, fontWeight="bold")
        drawn.append(base.mark_text(**look).encode(text="words:N"))
    return drawn


def broken(form: Lines, at: Axes) -> list[alt.Chart]:
    """Upright lines and words for what explains a break."""
    step = at.step(lines.LABEL_LINE)
    rows = [
        {
            "year": one.at,
            "words": one.words,
            "at": at.high - n * step,
            "right": right,
            **inside.measured(one.words, at.along(float(str(one.at)))),
        }
        for n, (one, right) in enumerate(breaks.stacked(form.breaks, at.first, at.last))
    ]
    if not rows:
        return []
    base = alt.Chart(marks.values(rows)).encode(x=at.x, y=at.y)
    drawn = [base.mark_rule(color=marks.MUTED, strokeDash=[1, 3]).encode(y2=alt.datum(at.low))]
    for right in sorted({bool(row["right"]) for row in rows}):
        side = base.transform_filter(alt.datum.right == right).encode(text="words:N")
        align: Literal["left", "right"] = "left" if right else "right"
        drawn += _haloed(side, align=align, dx=at.aside(align, 4))
    return drawn


def _haloed(base: alt.Chart, **place: Any) -> Sequence[alt.Chart]:
    look: dict[str, Any] = {"baseline": "top", "dy": -2, "fontSize": marks.LABEL, **place}
    halo: dict[str, Any] = {
        "color": marks.PAPER,
        "stroke": marks.PAPER,
        "strokeWidth": 4,
        "strokeJoin": "round",
    }
    return base.mark_text(**look, **halo), base.mark_text(**look, color=marks.SOFT)
