"""Horizontal bars: rows under headings, with words above bars, in them or at their ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import altair as alt

from partnership import palette
from partnership.charts import marks
from partnership.charts.drawn import certainty
from partnership.charts.drawn.bars_rows import Rows
from partnership.charts.drawn.key import key
from partnership.charts.forms import Bars, Series
from partnership.charts.forms.bars import BAR, LINE
from partnership.charts.forms.parts import Status

_BAND = 0.7
_INTO = 110
"""Pixels by which headings stand out into the column of names; on a telephone they end there."""
_SIDES = ((False, "left", 5), (True, "right", -5))
"""Words right of what is above zero, and left of what is below."""
_ROW_OF_NAMES = 400
"""Pixels that the names of a legend need in one row."""


_FILL = alt.Fill("fill:N", scale=None)


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
    size: dict[str, Any] = {"height": BAR, **rows.lifted} if bars.above else {}
    if not bars.above and bars.arranged != "beside":
        size = {"height": {"band": _BAND}}
    beside = bars.arranged == "beside"
    known = [row for row in rows.of[series] if row["known"]]
    statuses = sorted(
        dict.fromkeys(row["status"] for row in known), key=lambda one: one != "measured"
    )
    for status, alone in product(statuses, (False, True)):
        found = [row for row in known if row["status"] == status]
        found = [row for row in found if (row["name"] in rows.alone) is alone]
        if not found:
            continue
        look = _look(bars, series, status)
        if alone:
            look["height"] = {"band": 1 / len(bars.bars)}
        drawn = alt.Chart(marks.values(found)).mark_bar(**size, **look)
        drawn = drawn.encode(y=rows.y, tooltip=rows.hover(), fill=_FILL)
        if beside and not alone:
            drawn = drawn.encode(yOffset=_beside(bars))
        if certainty.outlined(status):
            drawn = drawn.encode(stroke=alt.Stroke("colour:N", scale=None))
        if bars.arranged == "stacked":
            yield drawn.encode(x=rows.x("start"), x2="end:Q")
        else:
            yield drawn.encode(x=rows.x("end"))


def _look(bars: Bars, series: Series, status: Status) -> dict[str, Any]:
    """How bars are edged."""
    if certainty.outlined(status):
        return {"strokeWidth": 1.4, "strokeDash": certainty.dashes(status)}
    if series.colour == marks.FAINT:
        return {"stroke": marks.MUTED, "strokeWidth": 1}
    return {"stroke": marks.PAPER, "strokeWidth": 1} if bars.arranged == "stacked" else {}


def _key(bars: Bars) -> list[alt.Chart]:
    """The names of series, where no words on the drawing are."""
    if not bars.legend:
        return []
    # Names that do not fit one row of a telephone stand below each other.
    columns = alt.ExprRef(f"width < {_ROW_OF_NAMES} ? 1 : {len(bars.bars)}")
    names, looks = [s.name for s in bars.bars], [_colour(s) for s in bars.bars]
    return key(names, looks, "fill", orient="top", offset=4, columns=columns, symbolType="square")


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
        yield base.mark_tick(color=marks.INK, thickness=1.5, size=BAR + 6, **rows.lifted)


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
    """Headings, and names above bars with what stands under them."""
    for bold in (True, False):
        found = [row for row in rows.headings if row["bold"] is bold]
        look = marks.text(fontWeight="bold") if bold else {"fontSize": 11, "color": marks.SOFT}
        wide = alt.ExprRef(f"width + {_INTO}")
        if found:
            base = alt.Chart(marks.values(found)).encode(y=rows.y, text="words:N")
            yield base.mark_text(align="left", x=-_INTO, dy=4, limit=wide, **look)
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
