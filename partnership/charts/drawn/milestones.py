"""Milestones on an axis of days: marks with their names, in rows under headings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import altair as alt

from partnership import palette
from partnership.charts import marks
from partnership.charts.drawn.milestone import axes, listing
from partnership.charts.drawn.milestone.rows import DAY, HEAD, Placed, Side, ends, layout
from partnership.charts.forms.milestones import Milestone, Milestones

_SHAPES = {"dot": "circle", "diamond": "diamond", "triangle": "triangle-right"}
_BARS: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (("bar",), {"strokeWidth": 15}),
    (("open",), {"strokeWidth": 13, "strokeDash": [1.5, 2.5]}),
    (tuple(_SHAPES), {"strokeWidth": 6}),
)
"""Looks of what lasted, of what has no known end, and of the time in which a moment lies."""
_EN_SPACE = "\u2002"
_RIM = {"color": marks.PAPER, "stroke": marks.PAPER, "strokeWidth": 10, "strokeJoin": "round"}
_OVER = 14
"""Pixels from a mark up to its name, where names stand above the rows."""
_COLOUR = alt.Color("colour:N", scale=None)
_EDGE = alt.Stroke("colour:N", scale=None)


def height(form: Milestones) -> int:
    """Pixels of all rows and headings, without the axis."""
    return layout(form)[2]


def draw(form: Milestones, pixels: int | None = None) -> marks.Drawing:
    """Headings, periods, marks, names; `pixels` high with the axis and the legend.

    On a telephone it is a list (`milestone_list`), as high as that needs.
    """
    placed, heads, tall = layout(form)
    first, last = ends(form)
    x = marks.days("day", [str(first), str(last)], title=None, axis=axes.axis(form))
    y = axes.y(form, tall)
    layers: list[alt.Chart] = [
        *_headings(heads, y),
        *(_stairs(form, placed, x, y) if form.stepped else []),
        *_periods(form, placed, x, y),
        *_marks(form, placed, x, y),
        *_names(form, placed, x, y),
    ]
    if not form.listed:
        return alt.layer(*layers, *axes.legend(form))
    layers = [one.transform_filter(f"width >= {listing.narrow(form)}") for one in layers]
    drawn = alt.layer(*layers, *listing.layers(form, y), *axes.legend(form))
    aside = (pixels or tall) - tall
    narrow = listing.height(form) + aside + axes.below(form)
    either = axes.either(form, narrow, tall + aside)
    drawn.params = [alt.VariableParameter(name="height", expr=either)]
    return drawn


def _moment(day: date) -> alt.DateTime:
    return alt.DateTime(year=day.year, month=day.month, date=day.day, utc=True)


def _headings(heads: Sequence[tuple[float, str]], y: alt.Y) -> list[alt.Chart]:
    if not heads:
        return []
    base = alt.Chart(marks.values({"y": at, "words": words} for at, words in heads)).encode(y=y)
    look: dict[str, Any] = {"align": "left", "x": 0, "fontWeight": "bold", "color": marks.SOFT}
    return [
        base.mark_rule(color=marks.FAINT, yOffset=-HEAD / 2),
        base.mark_text(fontSize=marks.LABEL, **look).encode(text="words:N"),
    ]


def _stairs(form: Milestones, placed: Sequence[Placed], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """A stair through the marks of each group; it goes where no names are."""
    layers, at = [], 0
    for group in form.groups:
        steps = placed[at : at + len(group.milestones)]
        at += len(group.milestones)
        rows = [{"day": str(one.middle), "y": one.y} for one in steps]
        bend: Any = "step-after" if steps[0].side == "left" else "step-before"
        line = alt.Chart(marks.values(rows)).mark_line(
            interpolate=bend, color=steps[0].milestone.colour, strokeWidth=1.5, opacity=0.55
        )
        layers.append(line.encode(x=x, y=y, order="y:Q"))
    return layers


def _row(one: Placed) -> dict[str, Any]:
    milestone = one.milestone
    return {
        "y": one.y,
        "colour": milestone.colour,
        "fill": milestone.colour if milestone.sure else marks.PAPER,
        **{f"detail{n}": words for n, words in enumerate(milestone.details)},
    }


def _tooltip(form: Milestones) -> list[alt.Tooltip]:
    return [alt.Tooltip(f"detail{n}:N", title=head) for n, head in enumerate(form.details)]


def _periods(form: Milestones, placed: Sequence[Placed], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Bars over what lasted, lines over the time in which a moment lies."""
    spanned = [o for o in placed if o.milestone.end - o.milestone.start > DAY]
    layers = []
    for forms, look in _BARS:
        spans = [
            {
                **_row(one),
                "day": str(one.milestone.start),
                "end": str(one.milestone.end - DAY),
                "colour": _span(one.milestone),
            }
            for one in spanned
            if one.milestone.form in forms
        ]
        if spans:
            bar = alt.Chart(marks.values(spans)).mark_rule(**look)
            layers.append(
                bar.encode(x=x, x2=marks.until("end"), y=y, color=_COLOUR, tooltip=_tooltip(form))
            )
    return layers


def _span(one: Milestone) -> str:
    """The colour of a period: a tint of it where all it tells is when a moment may lie."""
    return palette.tint(one.colour) if one.form in _SHAPES else one.colour


def _marks(form: Milestones, placed: Sequence[Placed], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Rings, dots and ticks."""
    layers = []
    ringed = [{"day": str(o.middle), "y": o.y} for o in placed if o.milestone.ringed]
    if ringed:
        ring = alt.Chart(marks.values(ringed)).mark_point(
            size=230, color=marks.INK, strokeWidth=1.4, opacity=1
        )
        layers.append(ring.encode(x=x, y=y))
    dots = [
        {**_row(o), "day": str(o.middle), "shape": _SHAPES[o.milestone.form]}
        for o in placed
        if o.milestone.form in _SHAPES
    ]
    if dots:
        points = alt.Chart(marks.values(dots)).mark_point(size=80, opacity=1, strokeWidth=2)
        layers.append(
            points.encode(
                x=x,
                y=y,
                shape=alt.Shape("shape:N", scale=None),
                fill=alt.Fill("fill:N", scale=None),
                stroke=_EDGE,
                tooltip=_tooltip(form),
            )
        )
    ticks = [
        {**_row(o), "day": str(o.milestone.start)} for o in placed if o.milestone.form == "tick"
    ]
    if ticks:
        tick = alt.Chart(marks.values(ticks)).mark_tick(
            thickness=4, size=15, opacity=1, orient="vertical"
        )
        layers.append(tick.encode(x=x, y=y, color=_COLOUR, tooltip=_tooltip(form)))
    return layers


def _names(form: Milestones, placed: Sequence[Placed], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    if form.above:
        rows = [{"y": one.y - _OVER, "words": one.milestone.name} for one in placed]
        look = marks.text(align="left", limit=alt.ExprRef("width"))
        words = alt.Chart(marks.values(rows)).mark_text(**look)
        return [words.encode(x=alt.value(0), y=y, text="words:N")]
    look = {}
    if not form.packed:
        look["limit"] = alt.ExprRef(f"max(width * {0.75 if form.stepped else 0.6}, 120)")
    layers = []
    sides: dict[Side, dict[str, Any]] = {
        "left": {"align": "right", "dx": -9},
        "right": {"align": "left", "dx": 9},
        "inside": {"align": "left", "dx": 6},
    }
    for side, beside in sides.items():
        rows = [
            {**_row(one), "day": str(_edge(one)), "words": _clear(one)}
            for one in placed
            if one.side == side
        ]
        if rows:
            base = alt.Chart(marks.values(rows)).encode(x=x, y=y, text="words:N")
            type_ = marks.text(**{**look, **beside})
            if side == "inside":
                # So wide a rim of paper leaves nothing of a hatched bar between letters.
                layers.append(base.mark_text(**{**type_, **_RIM}))
            layers.append(base.mark_text(**type_).encode(tooltip=_tooltip(form)))
    return layers


def _clear(one: Placed) -> str:
    """The name, a little away from a ring."""
    name = one.milestone.name
    if not one.milestone.ringed:
        return name
    return f"{name}{_EN_SPACE}" if one.side == "left" else f"{_EN_SPACE}{name}"


def _edge(one: Placed) -> date:
    """The end of the mark or its period at which the name stands."""
    milestone = one.milestone
    begins = one.side != "right" or milestone.form == "tick"
    return milestone.start if begins else milestone.end - DAY
