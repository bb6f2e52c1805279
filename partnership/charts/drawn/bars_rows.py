"""Rows of horizontal bars: their order and names, and where values stand on the axis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import altair as alt

from partnership import palette
from partnership.charts.drawn import certainty
from partnership.charts.forms import Bars, Series
from partnership.charts.forms.bars import LINE, NAMES

_UNDER_HEADINGS = 290
"""Pixels of names beside bars where headings stand out into them."""
NARROW = 360
"""Pixels under which labels that say more than the value leave no room for bars."""
_LETTER = 6.5
"""Pixels of a letter of a label, and a little more."""
_CUT = "//"
"""Stands before the words of a bar that is cut."""
_NO_WIDTH = str.maketrans("01", "\u200b\u200c")
"""Signs without width, so that headings and names that occur twice differ on the axis."""

Row = dict[str, Any]


class Rows:
    """What stands where: rows by their names on the axis, values as the axis shows them."""

    def __init__(self, bars: Bars) -> None:
        self.bars = bars
        self.names: dict[str, str] = {}
        self.headings: list[Row] = []
        self.order = list(self._ordered())
        self._ends = dict.fromkeys(self.names, 0.0)
        self.of = {series: list(self._marks(series)) for series in bars.series}
        self.all = [row for found in self.of.values() for row in found]
        known = Counter(row["name"] for row in self.all if row["known"])
        self.alone = {
            name for name, count in known.items() if count == 1 and bars.arranged == "beside"
        }
        """Rows with one bar, where others have several: it stands in their middle."""
        self._scale = self._scaled()

    def _ordered(self) -> Iterator[str]:
        for heading, categories in groupby(self.bars.categories, lambda one: one.heading):
            written = ((heading.name, True), (heading.under, False)) if heading else ()
            for words, bold in ((w, b) for w, b in written if w):
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
            colour = point.colour or series.colour
            own = palette.tint(colour) if series.muted else colour
            fill = certainty.filling(own, point.status)
            at = str(point.at)
            start = self._ends[at] if stacked else 0.0
            full = end = start + (point.value or 0.0) / 10**self.bars.unit.power
            if self.bars.cut is not None:
                most = self.bars.cut / 10**self.bars.unit.power
                end = min(max(full, -most), most)
            if series.mark == "bar":
                self._ends[at] = end if stacked else max(end, self._ends[at])
            yield {
                "name": self.names[at],
                "by": series.name,
                "known": point.value is not None,
                "start": start,
                "end": end,
                "words": point.words,
                "label": point.label if end == full else f"{_CUT} {point.label}",
                "colour": colour,
                "edge": palette.edge(series.entity) or colour,
                "fill": fill,
                "ink": palette.on(fill),
                "status": point.status,
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
            labelLimit=_UNDER_HEADINGS if self.headings else NAMES,
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
        ticks: dict[str, Any] = {"tickCount": 5}
        if (whole := self.bars.whole) is not None:
            ticks = {"values": [n * whole / 10**self.bars.unit.power / 5 for n in range(6)]}
        axis = alt.Axis(title=unit, grid=False, **ticks) if unit else None
        return alt.X(f"{field}:Q", scale=self._scale, axis=axis, stack=None)

    def _scaled(self) -> alt.Scale:
        """From the lowest to the highest end, with room for the words there."""
        ends = [row["end"] for row in self.all]
        low, high = min([0.0, *ends]), max([0.0, *ends])
        beyond = [] if self.bars.arranged == "stacked" else self.all
        if self.bars.whole is not None:
            low, high, beyond = 0.0, self.bars.whole / 10**self.bars.unit.power, []
        left = _room(row["label"] for row in beyond if row["end"] < 0)
        after = [row["label"] for row in beyond if row["end"] >= 0]
        right = _room([*after, *(row["label"] for row in self.wholes())])
        if self.bars.whole is not None and not right:
            return alt.Scale(domain=[low, high], nice=False)
        # The drawing grows with the page, the words do not: room is worked out in the browser.
        asked = f"{right}"
        if self.bars.longer:
            asked = f"(width < {NARROW} ? {_room(row['words'] for row in beyond)} : {right})"
        pixel = f"{high - low} / max(width - {left} - {asked}, 40)"
        return alt.Scale(
            domainMin=alt.ExprRef(f"{low} - {left} * {pixel}") if left else low,
            domainMax=alt.ExprRef(f"{high} + {asked} * {pixel}") if right else high,
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
        return {"yOffset": self.top + LINE * self.bars.over + self.bars.bar / 2}

    @property
    def top(self) -> float:
        """The upper edge of words above bars, from the middle of their row."""
        return -(LINE * self.bars.lines + self.bars.bar) / 2


def _unseen(number: int) -> str:
    """A name that shows nothing, another for each number."""
    return f"{number:b}".translate(_NO_WIDTH)


def _room(words: Iterable[str]) -> int:
    longest = max((len(one) for one in words), default=0)
    return round(_LETTER * longest) + 12 if longest else 0
