"""Where columns stand: years and months on a scale of time, known years and categories in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import altair as alt

from partnership.charts import known_years, lines, marks
from partnership.charts.drawn import inside
from partnership.charts.forms import Break, Columns
from partnership.charts.forms.parts import Place

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Places:
    """The middle of each place on the horizontal, where one column takes `slot`.

    `room` are pixels at the end for names.
    """

    middle: dict[Place, float]
    slot: float
    breaks: tuple[float, ...] = ()
    room: int = 0

    def edge(self, aside: bool) -> float:
        """Room for half of the outermost columns, more where marks stand beside them."""
        return self.slot * (0.75 if aside else 0.55)

    def ends(self, aside: bool) -> tuple[float, float]:
        """Where the drawing begins and ends, without room for names."""
        edge = self.edge(aside)
        return min(self.middle.values()) - edge, max(self.middle.values()) + edge


def places(columns: Columns) -> Places:
    """The places of every column."""
    known = columns.places()
    if columns.gaps or any(isinstance(p, str) for p in known):
        return _in_turn(known)
    if any(isinstance(p, date) for p in known):
        return Places({p: _time(p) for p in known}, 1 / _MONTHS)
    return Places({p: _time(p) for p in known}, 1.0)


def _in_turn(known: Sequence[Place]) -> Places:
    years = [p for p in known if isinstance(p, int)]
    if len(years) < len(known):
        return Places({p: float(n) for n, p in enumerate(known)}, 1.0)
    placed = known_years.places(years)
    return Places({p: placed[p] for p in years}, 1.0, known_years.gaps(placed))


def _time(place: Place) -> float:
    """A year as it is, a month by its middle in its year."""
    if isinstance(place, date):
        return place.year + (place.month - 0.5) / _MONTHS
    return float(place)


def axis(columns: Columns, at: Places, aside: bool) -> alt.X:
    """The horizontal axis, with room for names at its end."""
    lower, upper = at.ends(aside)
    most: Any = upper
    if room := at.room:
        # The drawing grows with the page, the words do not: room is worked out in the browser.
        most = alt.ExprRef(f"{upper} + {room} * {upper - lower} / max(width - {room}, 120)")
    return alt.X(
        "x:Q",
        title=None,
        scale=alt.Scale(domainMin=lower, domainMax=most, nice=False, zero=False),
        axis=_ticks(columns, at),
    )


def _ticks(columns: Columns, at: Places) -> alt.Axis:
    in_turn = columns.gaps or any(isinstance(p, str) for p in at.middle)
    if in_turn:
        names = ", ".join(f"'{x:g}': {columns.name_of(p)!r}" for p, x in at.middle.items())
        return marks.year_axis(
            values=list(at.middle.values()),
            labelExpr=f"{{{names}}}[datum.value]",
            labelOverlap=True,
            labelSeparation=3,
        )
    lower, _ = at.ends(False)
    first, last = int(lower + 0.999), int(max(at.middle.values()))
    step = next(s for s, most in ((1, 12), (2, 24), (5, 99)) if last - first <= most)
    return marks.year_axis(
        values=[y for y in range(first, last + 1) if y % step == 0 or step == 1], labelOverlap=True
    )


def break_lines(
    columns: Columns, at: Places, x: alt.X, y: alt.Y, end: float, *, aside: bool
) -> list[alt.Chart]:
    """Dotted lines where years are left out, and for what explains a break, with its words.

    Words stand in rows below `end`, on the side where there is room.
    """
    holes = [{"x": x_at, "lower": end} for x_at in at.breaks]
    if not holes and not columns.breaks:
        return []
    base = alt.Chart(marks.values(holes)).encode(x=x, y=y)
    shown = [base.mark_rule(color=marks.MUTED, strokeDash=[1, 4]).encode(y2=alt.datum(0))]
    ends = at.ends(aside)
    return shown + [_explained(b, at, ends, x, y, end) for b in columns.breaks]


def _explained(
    one: Break, at: Places, ends: tuple[float, float], x: alt.X, y: alt.Y, end: float
) -> marks.Drawing:
    """A line before the column where something changed, with its words."""
    place = _time(one.at) - at.slot / 2
    share = (place - ends[0]) / (ends[1] - ends[0])
    align: Literal["left", "right"] = "left" if share < 0.5 else "right"
    row = {"x": place, "lower": end, "words": one.words, **inside.measured(one.words, share)}
    base = alt.Chart(marks.values([row])).encode(x=x, y=y)
    return alt.layer(
        base.mark_rule(color=marks.MUTED, strokeDash=[1, 3]).encode(y2=alt.datum(0)),
        base.mark_text(
            fontSize=marks.LABEL,
            baseline="top",
            color=marks.SOFT,
            dy=-2,
            align=align,
            dx=inside.dx(align, 4, at.room),
        ).encode(text="words:N"),
    )


def headroom(columns: Columns) -> int:
    """Pixels above the highest column for words on breaks."""
    return (lines.LABEL_LINE + 8) * bool(columns.breaks)
