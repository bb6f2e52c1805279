"""Charts as values: what a figure says, before anything is drawn or written.

A form holds series with names, colours, units and the table's own values. The screen, pictures,
native charts of office programs and the alt text are each written from it; nothing is read back
out of a finished drawing.
"""

from __future__ import annotations

from dataclasses import dataclass

from partnership.charts.forms.bands import Bands
from partnership.charts.forms.bars import Bars, Category, Heading
from partnership.charts.forms.columns import Columns
from partnership.charts.forms.custom import Custom
from partnership.charts.forms.dots import Dots
from partnership.charts.forms.lines import Fill, Gap, Lines, Rule
from partnership.charts.forms.milestones import Milestones
from partnership.charts.forms.months import Curves, Months
from partnership.charts.forms.parts import Break, Detail, Place, Point, Series, Status, Unit
from partnership.charts.forms.pie import Pie, Slice

Form = Bands | Bars | Columns | Dots | Lines | Milestones | Months | Pie | Custom
"""Every form of a chart; `Custom` is for what is one of a kind."""


@dataclass(frozen=True)
class Chart:
    """A form, and how high it is drawn on a page, in pixels (`None`: as its rows need)."""

    form: Form
    height: int | None = None

    @property
    def pixels(self) -> int | None:
        """How high it is drawn; none where that is left to the drawing."""
        return self.form.height if isinstance(self.form, Bars) else self.height


__all__ = [
    "Bands",
    "Bars",
    "Break",
    "Category",
    "Chart",
    "Columns",
    "Curves",
    "Custom",
    "Detail",
    "Dots",
    "Fill",
    "Form",
    "Gap",
    "Heading",
    "Lines",
    "Milestones",
    "Months",
    "Pie",
    "Place",
    "Point",
    "Rule",
    "Series",
    "Slice",
    "Status",
    "Unit",
]
