"""Charts as native charts of an office program: a value becomes a `Plot`, one file a form.

Where no native chart shows the same there is none, and the picture is taken.
"""

from __future__ import annotations

from dataclasses import replace

from partnership.charts.forms import Bands, Bars, Chart, Columns, Lines, Pie
from partnership.export.pptx.plots import bands, bars, columns, lines, pie
from partnership.export.pptx.plots.model import Plot
from partnership.figures import drawings
from partnership.figures.figure import Figure


def plot(figure: Figure) -> Plot | None:
    """The native chart of a figure; none where only a picture shows the same."""
    drawn = drawings.finished(figure.drawn)
    if not isinstance(drawn, drawings.Chart) or drawn.value is None or figure.table.empty:
        return None
    found = from_chart(drawn.value)
    return found and _named(found, figure.title)


def from_chart(chart: Chart) -> Plot | None:
    """The native chart that shows the same as `chart`, if there is one."""
    match chart.form:
        case Bands():
            return bands.plot(chart.form)
        case Bars():
            return bars.plot(chart.form)
        case Columns():
            return columns.plot(chart.form)
        case Lines():
            return lines.plot(chart.form, chart.height)
        case Pie():
            return pie.plot(chart.form)
    return None


def _named(plot: Plot, title: str) -> Plot:
    """A series that is alone has the figure's title for a name."""
    return replace(plot, series=tuple(replace(s, name=s.name or title) for s in plot.series))
