"""Horizontal bars: rows under headings, with words above bars, in them or at their ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import altair as alt

from partnership import palette
from partnership.charts import marks
from partnership.charts.drawn import certainty
from partnership.charts.drawn.bars_rows import NARROW, Rows
from partnership.charts.drawn.key import key
from partnership.charts.forms import Bars, Series
from partnership.charts.forms.bars import LINE

_BAND = 0.7
_INTO = 110
"""Pixels by which headings stand out into the column of names; on a telephone they end there."""
_FILL = alt.Fill("fill:N", scale=None)
_SIDES = ((False, "left", 5), (True, "right", -5))
"""Words right of what is above zero, and left of what is below."""
_FAINT = {marks.FAINT: marks.MUTED}
"""The outline of what is hardly seen without one."""


def draw(bars: Bars) -> marks.Drawing:
    """All rows on one axis of values, which begins at zero."""
    rows = Rows(bars)
    layers: list[Any] = []
    for series in bars.series:
        layers += _bars(rows, series) if series.mark == "bar" else _points(rows, series)
    return alt.layer(
        *layers, *_zero(rows), *_ends(rows), *_inside(rows), *_words(rows), *_key(bars)
    )


def _bars(rows: Rows, series: Series) -> Iterator[Any]:
    """Bars of each status in a layer of their own, the measured ones first."""
    bars = rows.bars
    size: dict[str, Any] = {"height": bars.bar, **rows.lifted} if bars.above else {}
    if not bars.above and bars.arranged != "beside":
        size = {"height": {"band": _BAND}}
    known = [row for row in rows.of[series] if row["known"]]
    kinds = dict.fromkeys((row["status"], row["name"] in rows.alone) for row in known)
    for status, alone in sorted(kinds, key=lambda kind: (kind[0] != "measured", kind[1])):
        look: dict[str, Any] = {}
        if certainty.outlined(status):
            look = {"strokeWidth": 1.4, "strokeDash": certainty.dashes(status)}
        elif edge := palette.edge(series.entity) or _FAINT.get(series.colour, ""):
            look |= {"stroke": edge, "strokeWidth": 1}
        elif bars.arranged == "stacked":
            look |= {"stroke": marks.PAPER, "strokeWidth": 1}
        if alone:
            look |= {"height": {"band": 1 / len(bars.bars)}}
        found = [r for r in known if (r["status"], r["name"] in rows.alone) == (status, alone)]
        drawn = alt.Chart(marks.values(found)).mark_bar(**(size | look))
        drawn = drawn.encode(y=rows.y, tooltip=rows.hover(), fill=_FILL)
        if bars.arranged == "beside" and not alone:
            drawn = drawn.encode(yOffset=_beside(bars))
        if certainty.outlined(status):
            drawn = drawn.encode(stroke=alt.Stroke("edge:N", scale=None))
        if bars.arranged == "stacked":
            yield drawn.encode(x=rows.x("start"), x2="end:Q")
        else:
            yield drawn.encode(x=rows.x("end"))


def _key(bars: Bars) -> list[alt.Chart]:
    """The names of series, where no words on the drawing are."""
    if not bars.legend:
        return []
    names, looks = [s.name for s in bars.bars], [_colour(s) for s in bars.bars]
    return key(names, looks, "fill", orient="top", offset=4, symbolType="square")


def _colour(series: Series) -> str:
    """Bars behind others have a tint."""
    return palette.tint(series.colour) if series.muted else series.colour


def _beside(bars: Bars) -> alt.YOffset:
    names = [s.name for s in bars.bars]
    return alt.YOffset("by:N", sort=names, scale=alt.Scale(domain=names))


def _points(rows: Rows, series: Series) -> Iterator[Any]:
    """Single values, such as a claim: diamonds with their words."""
    base = alt.Chart(marks.values(rows.of[series])).encode(y=rows.y, x=rows.x("end"))
    yield base.mark_point(
        shape="diamond",
        size=110,
        fill=marks.PAPER,
        stroke=series.colour,
        strokeWidth=2,
        opacity=1,
        **rows.lifted,
    ).encode(tooltip=rows.hover())
    late = rows.bars.whole is not None
    side = marks.text(align="right", dx=-12) if late else marks.text(align="left", dx=12)
    yield base.mark_text(**side).encode(text="label:N")


def _zero(rows: Rows) -> Iterator[Any]:
    """A tick at zero in every row where bars go both ways, clear of the words above them."""
    if any(row["end"] < 0 for row in rows.all):
        found = [{"name": name, "end": 0} for name in rows.names.values()]
        base = alt.Chart(marks.values(found)).encode(y=rows.y, x=rows.x("end"))
        yield base.mark_tick(color=marks.INK, thickness=1.5, size=rows.bars.bar + 6, **rows.lifted)


def _ends(rows: Rows) -> Iterator[Any]:
    """Words at the ends of bars."""
    bars = rows.bars
    found = [row for s in bars.bars for row in rows.of[s] if row["label"]]
    beside = bars.arranged == "beside"
    drawn = [] if bars.arranged == "stacked" else found
    if not beside:
        drawn = [*drawn, *rows.wholes()]
    for (left, align, dx), alone in product(_SIDES, (True, False)):
        side = [row for row in drawn if (row["end"] < 0) is left]
        side = [row for row in side if (row["name"] in rows.alone) is alone]
        look = marks.text(align=align, dx=dx, dy=rows.lifted.get("yOffset", 0))
        if side:
            base = alt.Chart(marks.values(side)).encode(y=rows.y, x=rows.x("end"), text="label:N")
            apart = beside and not alone
            if bars.longer:
                short = f"width < {NARROW} ? datum.words : datum.label"
                base = base.transform_calculate(label=short)
            yield (base.encode(yOffset=_beside(bars)) if apart else base).mark_text(**look)
    if beside and (wholes := rows.wholes()):
        # In the middle of the row, as they are of all its bars.
        base = alt.Chart(marks.values(wholes)).encode(y=rows.y, x=rows.x("end"), text="label:N")
        yield base.mark_text(**marks.text(align="left", dx=5))


def _inside(rows: Rows) -> Iterator[Any]:
    """Words of the parts of a stack: in them, or below where names are above."""
    bars = rows.bars
    found = [row for s in bars.bars for row in rows.of[s] if row["label"]]
    if bars.arranged == "stacked" and found:
        look = marks.text(align="left", dx=8, fontWeight="bold")
        if bars.above:
            look = marks.text(align="left", dx=2, dy=-rows.top - LINE / 2)
        base = alt.Chart(marks.values(found)).encode(y=rows.y, x=rows.x("start"))
        inked = {} if bars.above else {"color": alt.Color("ink:N", scale=None)}
        yield base.mark_text(**look).encode(text="label:N", **inked)


def _words(rows: Rows) -> Iterator[Any]:
    """Headings, and names above bars with what stands under them.

    Where names are above the bars headings begin with them, and rows are high: both lines of a
    heading are drawn to each other.
    """
    into, dy = (0, (13, -6)) if rows.bars.above else (_INTO, (4, 4))
    for bold in (True, False):
        found = [row for row in rows.headings if row["bold"] is bold]
        look = marks.text(fontWeight="bold") if bold else marks.text(color=marks.SOFT)
        wide = alt.ExprRef(f"width + {into}")
        if found:
            base = alt.Chart(marks.values(found)).encode(y=rows.y, text="words:N")
            yield base.mark_text(align="left", x=-into, dy=dy[not bold], limit=wide, **look)
    if not rows.bars.above:
        return
    named = [
        {"name": rows.names[c.key], "head": c.head or c.name, "under": c.under}
        for c in rows.bars.categories
    ]
    base = alt.Chart(marks.values(named)).encode(y=rows.y)
    for n, field in enumerate(("head", "under")[: rows.bars.over]):
        look = marks.text(
            align="left", x=0, dy=rows.top + LINE * (n + 0.5), limit=alt.ExprRef("width")
        )
        if field == "under":
            look["color"] = marks.SOFT
        elif rows.bars.lines > rows.bars.over:
            look["fontWeight"] = "bold"
        yield base.mark_text(**look).encode(text=f"{field}:N")
