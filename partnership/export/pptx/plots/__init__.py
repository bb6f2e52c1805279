"""Charts as native charts of an office program: a value becomes a `Plot`, one file a form.

Where no native chart shows the same there is none, and the picture is taken.
"""

from __future__ import annotations

from partnership.charts.forms import Bands, Chart, Columns, Lines, Pie
from partnership.export import plot as guessed
from partnership.export.office import Plot
from partnership.export.pptx.plots import bands, columns, lines, pie
from partnership.figures import drawings
from partnership.figures.figure import Figure
from partnership.language.texts import Texts


def plot(figure: Figure, t: Texts) -> Plot | None:
    """The native chart of a figure; none where only a picture shows the same."""
    drawn = drawings.finished(figure.drawn)
    if not isinstance(drawn, drawings.Chart) or figure.table.empty:
        return None
    return guessed.from_figure(figure, t) if drawn.value is None else from_chart(drawn.value)


def from_chart(chart: Chart) -> Plot | None:
    """The native chart that shows the same as `chart`, if there is one."""
    match chart.form:
        case Bands():
            return bands.plot(chart.form)
        case Columns():
            return columns.plot(chart.form)
        case Lines():
            return lines.plot(chart.form, chart.height)
        case Pie():
            return pie.plot(chart.form)
    return None
