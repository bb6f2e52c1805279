"""Horizontal bars: rows under headings, with words above bars, in them or at their ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import altair as alt

from partnership.charts import marks
from partnership.charts.forms import Bars, Series
from partnership.charts.forms.bars import BAR, LINE

_BAND = 0.7
_PALE = 0.35
_NAMES, _UNDER_HEADINGS = 150, 290
"""Pixels of names beside bars; more where headings stand out into them."""
_INTO = 110
"""Pixels by which headings stand out into the column of names; on a telephone they end there."""
_LETTER = 6.5
"""Pixels of a letter of a label, and a little more."""
_ROW_OF_NAMES = 400
"""Pixels that the names of a legend need in one row."""
_NO_WIDTH = str.maketrans("01", "\u200b\u200c")
"""Signs without width, so that headings and names that occur twice differ on the axis."""

Row = dict[str, Any]


def draw(bars: Bars) -> marks.Drawing:
    """All rows on one axis of values, which begins at zero."""
    rows = _Rows(bars)
    layers: list[Any] = []
    for series in bars.series:
        layers += _bars(rows, series) if series.mark == "bar" else _points(rows, series)
    return alt.layer(*layers, *_zero(rows), *_ends(rows), *_inside(rows), *_words(rows))


class _Rows:
    """What stands where: rows by their names on the axis, values as the axis shows them."""

    def __init__(self, bars: Bars) -> None:
        self.bars = bars
        self.names: dict[str, str] = {}
        self.headings: list[Row] = []
        self.order = list(self._ordered())
        self._ends = dict.fromkeys(self.names, 0.0)
        self.of = {series: list(self._marks(series)) for series in bars.series}
        self.all = [row for found in self.of.values() for row in found]
        self._scale = self._scaled()

    def _ordered(self) -> Iterator[str]:
        for heading, categories in groupby(self.bars.categories, lambda one: one.heading):
            for words, bold in ((heading.name, True), (heading.under, False)) if heading else ():
                name = _unseen(len(self.headings) + 1)
                self.headings.append({"name": name, "words": words, "bold": bold})
                yield name
            for one in categories:
                again = sum(name.rstrip("\u200b\u200c") == one.name for name in self.names.values())
                self.names[one.key] = one.name + (_unseen(again) if again else "")
                yield self.names[one.key]

    def _marks(self, series: Series) -> Iterator[Row]:
        stacked = self.bars.arranged == "stacked" and series.mark == "bar"
        for point in series.points:
            at = str(point.at)
            start = self._ends[at] if stacked else 0.0
            end = start + (point.value or 0.0) / 10**self.bars.unit.power
            if series.mark == "bar":
                self._ends[at] = end if stacked else max(end, self._ends[at])
            yield {
                "name": self.names[at],
                "by": series.name,
                "known": point.value is not None,
                "start": start,
                "end": end,
                "words": point.words,
                "label": point.label,
                "colour": point.colour or series.colour,
                "firm": point.status == "measured",
                **{f"detail_{n}": words for n, (_, words) in enumerate(point.details)},
            }

    def wholes(self) -> list[Row]:
        """Words at the end of all bars of a row."""
        of = [(self._ends[c.key], self.names[c.key], c.label) for c in self.bars.categories]
        return [{"name": name, "end": end, "label": label} for end, name, label in of if label]

    @property
    def y(self) -> alt.Y:
        """Rows in their order, the first at the top."""
        bars = self.bars
        axis: Any = alt.Axis(
            domain=False,
            ticks=False,
            labelFontSize=12,
            labelPadding=6,
            labelOverlap=False,
            labelLimit=_UNDER_HEADINGS if self.headings else _NAMES,
        )
        room: dict[str, Any] = {"paddingInner": 0, "paddingOuter": 0} if bars.above else {}
        if bars.arranged == "beside":
            room = {"paddingInner": 0.3}
        scale = alt.Scale(domain=self.order, **room)
        axis = None if bars.above else axis
        return alt.Y("name:N", sort=self.order, title=None, axis=axis, scale=scale)

    def x(self, field: str) -> alt.X:
        """A column on the axis of values."""
        unit = self.bars.unit.name
        axis = alt.Axis(title=unit, grid=False, tickCount=5) if unit else None
        return alt.X(f"{field}:Q", scale=self._scale, axis=axis, stack=None)

    def _scaled(self) -> alt.Scale:
        """From the lowest to the highest end, with room for the words there."""
        if self.bars.whole is not None:
            return alt.Scale(domain=[0, self.bars.whole / 10**self.bars.unit.power], nice=False)
        ends = [row["end"] for row in self.all]
        low, high = min(0.0, *ends), max(0.0, *ends)
        beyond = [] if self.bars.arranged == "stacked" else self.all
        left = _room(row["label"] for row in beyond if row["end"] < 0)
        after = [row["label"] for row in beyond if row["end"] >= 0]
        right = _room([*after, *(row["label"] for row in self.wholes())])
        # The drawing grows with the page, the words do not: room is worked out in the browser.
        pixel = f"{high - low} / max(width - {left + right}, 40)"
        return alt.Scale(
            domainMin=alt.ExprRef(f"{low} - {left} * {pixel}") if left else low,
            domainMax=alt.ExprRef(f"{high} + {right} * {pixel}") if right else high,
            nice=False,
        )

    def hover(self) -> list[alt.Tooltip]:
        """What a mark shows under the pointer."""
        points = [p for s in self.bars.series for p in s.points]
        titles = [name for name, _ in max((p.details for p in points), key=len, default=())]
        named = {"name": self.bars.what, "by": self.bars.by, "words": self.bars.measure}
        named |= {f"detail_{n}": title for n, title in enumerate(titles)}
        return [alt.Tooltip(f"{field}:N", title=title) for field, title in named.items() if title]

    @property
    def lifted(self) -> dict[str, Any]:
        """How far the middle of a bar is below that of its row."""
        if not self.bars.above:
            return {}
        return {"yOffset": self.top + LINE * self.bars.over + BAR / 2}

    @property
    def top(self) -> float:
        """The upper edge of words above bars, from the middle of their row."""
        return -(LINE * self.bars.lines + BAR) / 2


def _unseen(number: int) -> str:
    """A name that shows nothing, another for each number."""
    return f"{number:b}".translate(_NO_WIDTH)


def _room(words: Iterable[str]) -> int:
    longest = max((len(one) for one in words), default=0)
    return round(_LETTER * longest) + 12 if longest else 0


def _bars(rows: _Rows, series: Series) -> Iterator[Any]:
    """Firm values as full bars, all others as dashed outlines."""
    bars = rows.bars
    size: dict[str, Any] = {"height": BAR, **rows.lifted} if bars.above else {}
    if not bars.above and bars.arranged != "beside":
        size = {"height": {"band": _BAND}}
    for firm in (True, False):
        found = [row for row in rows.of[series] if row["firm"] is firm and row["known"]]
        if not found:
            continue
        look: dict[str, Any] = {}
        if not firm:
            look = {"fillOpacity": 0.18, "strokeWidth": 1.4, "strokeDash": [4, 3]}
        elif series.colour == marks.FAINT:
            look |= {"stroke": marks.MUTED, "strokeWidth": 1}
        elif bars.arranged == "stacked":
            look |= {"stroke": marks.PAPER, "strokeWidth": 1}
        drawn = alt.Chart(marks.values(found)).mark_bar(**size, **look)
        drawn = drawn.encode(y=rows.y, tooltip=rows.hover(), **_shades(bars))
        if bars.arranged == "beside":
            drawn = drawn.encode(yOffset=_beside(bars))
        if not firm:
            drawn = drawn.encode(stroke=alt.Stroke("colour:N", scale=None))
        if bars.arranged == "stacked":
            yield drawn.encode(x=rows.x("start"), x2="end:Q")
        else:
            yield drawn.encode(x=rows.x("end"))


def _shades(bars: Bars) -> dict[str, Any]:
    """Colours, and the paler ones of bars behind others; in a legend where one is needed."""
    if not bars.legend:
        return {"color": alt.Color("colour:N", scale=None)}
    names = [s.name for s in bars.bars]
    # Names that do not fit one row of a telephone stand below each other.
    columns = alt.ExprRef(f"width < {_ROW_OF_NAMES} ? 1 : {len(names)}")
    legend = alt.Legend(title=None, orient="top", offset=4, columns=columns)
    colours = alt.Scale(domain=names, range=[s.colour for s in bars.bars])
    found: dict[str, Any] = {"color": alt.Color("by:N", scale=colours, legend=legend)}
    if any(s.muted for s in bars.bars):
        shades = alt.Scale(
            type="ordinal", domain=names, range=[_PALE if s.muted else 1 for s in bars.bars]
        )
        found["opacity"] = alt.Opacity("by:N", scale=shades, legend=legend)
    return found


def _beside(bars: Bars) -> alt.YOffset:
    names = [s.name for s in bars.bars]
    return alt.YOffset("by:N", sort=names, scale=alt.Scale(domain=names))


def _points(rows: _Rows, series: Series) -> Iterator[Any]:
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


def _zero(rows: _Rows) -> Iterator[Any]:
    """A tick at zero in every row where bars go both ways, clear of the words above them."""
    if any(row["end"] < 0 for row in rows.all):
        found = [{"name": name, "end": 0} for name in rows.names.values()]
        base = alt.Chart(marks.values(found)).encode(y=rows.y, x=rows.x("end"))
        yield base.mark_tick(color=marks.INK, thickness=1.5, size=BAR + 6, **rows.lifted)


def _ends(rows: _Rows) -> Iterator[Any]:
    """Words at the ends of bars."""
    bars = rows.bars
    found = [row for s in bars.bars for row in rows.of[s] if row["label"]]
    beside = bars.arranged == "beside"
    drawn = [] if bars.arranged == "stacked" else found
    if not beside:
        drawn = [*drawn, *rows.wholes()]
    for left, align, dx in ((False, "left", 5), (True, "right", -5)):
        side = [row for row in drawn if (row["end"] < 0) is left]
        look = marks.text(align=align, dx=dx, dy=rows.lifted.get("yOffset", 0))
        if side:
            base = alt.Chart(marks.values(side)).encode(y=rows.y, x=rows.x("end"), text="label:N")
            yield (base.encode(yOffset=_beside(bars)) if beside else base).mark_text(**look)
    if beside and (wholes := rows.wholes()):
        # In the middle of the row, as they are of all its bars.
        base = alt.Chart(marks.values(wholes)).encode(y=rows.y, x=rows.x("end"), text="label:N")
        yield base.mark_text(**marks.text(align="left", dx=5))


def _inside(rows: _Rows) -> Iterator[Any]:
    """Words of the parts of a stack: in them, or below where names are above."""
    bars = rows.bars
    found = [row for s in bars.bars for row in rows.of[s] if row["label"]]
    if bars.arranged == "stacked" and found:
        look = marks.text(align="left", dx=8, fontWeight="bold", color=marks.PAPER)
        if bars.above:
            look = marks.text(align="left", dx=2, dy=-rows.top - LINE / 2)
        base = alt.Chart(marks.values(found)).encode(y=rows.y, x=rows.x("start"))
        yield base.mark_text(**look).encode(text="label:N")


def _words(rows: _Rows) -> Iterator[Any]:
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
