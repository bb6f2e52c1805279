"""Horizontal bars by named category, in the order in which they are given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from partnership import palette
from partnership.charts import legends, letters
from partnership.charts.forms.parts import Point, Series, Unit

ROW, LINE, BAR = 24, 16, 13
"""Pixels of a row of names beside bars; of a line of words, and of a bar with words above it."""
_BROAD, _ROWS = 26, 3
"""Pixels of a bar where no more than so many rows have words above them: they fill their place."""
_BESIDE = 18
"""Pixels of one of several bars of a row."""
_SLIM = 10
"""Pixels of one of several bars of a row without words of their own."""
_PART = 40
"""Pixels of a row whose bars have words inside, or that stands alone."""
_GAP, _LEGEND, _AXIS, _EDGE = 14, 28, 40, 12
NAMES, _PADDING = 150, 6
"""Pixels that names beside bars have at most, and between a name and its bar."""
_FEW = 2
"""Lines for which a legend has room as it is."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the bars below it count, and in smaller type by whom or for when."""

    name: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class Category:
    """What a row is of; `key` is the place of its values.

    Words above the bars (`Bars.above`) are `head`, or the name, and `under` in a second line.
    `label` stands at the end of all its bars.
    """

    key: str
    name: str
    head: str = ""
    under: str = ""
    label: str = ""
    heading: Heading | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Rows of bars, those of several series stacked, beside or over each other.

    `what` names what a row is, `by` what a series is and `measure` what is counted, for the hover.
    Names stand beside the bars, or `above` them where they are long. The axis ends at `whole`,
    or where the longest bar and the words at its end do; it is drawn where its unit has a name.
    Series of points are single values beside the bars, such as a claim. Bars longer than `cut`
    end there, with a sign before their words. Where labels are `longer` than the value in words, a
    telephone shows the value alone.
    """

    categories: tuple[Category, ...]
    series: tuple[Series, ...]
    what: str
    measure: str
    by: str = ""
    unit: Unit = field(default_factory=Unit)
    arranged: Literal["stacked", "beside", "overlaid"] = "overlaid"
    above: bool = False
    whole: float | None = None
    cut: float | None = None
    longer: bool = False

    @property
    def bars(self) -> tuple[Series, ...]:
        """The series drawn as bars."""
        return tuple(s for s in self.series if s.mark == "bar")

    @property
    def labelled(self) -> bool:
        """Whether any bar has words of its own on the drawing."""
        return any(p.label for s in self.bars for p in s.points)

    @property
    def legend(self) -> bool:
        """Whether a legend names the series: where words on the drawing leave one nameless that is
        not the rest of a whole.
        """
        rest = (palette.FAINT.light, palette.OTHERS.light)
        named = [_named(s) or (self.labelled and s.colour in rest) for s in self.bars]
        return len(named) > 1 and not all(named)

    @property
    def legend_lines(self) -> int:
        """Lines of the legend on a narrow drawing."""
        names = () if self.above else (round(letters.width(c.name)) for c in self.categories)
        beside = min(max(names, default=0), NAMES) + _PADDING
        return legends.lines([s.name for s in self.bars], beside)

    @property
    def row(self) -> int:
        """Pixels of one row."""
        if self.above:
            return LINE * self.lines + self.bar + _GAP + (self.bar - BAR) // 2
        if self.arranged == "stacked" and (self.labelled or len(self.categories) == 1):
            return _PART
        if self.arranged == "beside":
            return len(self.bars) * (_BESIDE if self.labelled else _SLIM)
        return ROW

    @property
    def bar(self) -> int:
        """Pixels of a bar, which has words above it, or of a mark as high as one."""
        return _BROAD if self.above and len(self.categories) <= _ROWS else BAR

    @property
    def over(self) -> int:
        """Lines of words above a bar."""
        return 1 + any(c.under for c in self.categories) if self.above else 0

    @property
    def lines(self) -> int:
        """Lines of words above and below a bar."""
        return self.over + (self.above and self.arranged == "stacked" and self.labelled)

    @property
    def height(self) -> int:
        """Pixels that the rows, headings, legend and axis need."""
        headings = {c.heading for c in self.categories if c.heading}
        line = self.row if self.above else ROW
        rows = self.row * len(self.categories) + line * sum(1 + bool(h.under) for h in headings)
        legend = _LEGEND + LINE * max(0, self.legend_lines - _FEW) if self.legend else 0
        return rows + legend + (_AXIS if self.unit.name else _EDGE)


def _named(series: Series) -> bool:
    """Whether what is written at its bars is more than numbers."""
    return any(letter.isalpha() for p in series.points for letter in p.label)


def single(points: tuple[Point, ...], colour: str, name: str = "") -> tuple[Series, ...]:
    """One series of bars, which the figure's title names where it has no name."""
    return (Series(name, colour, points, mark="bar"),)
