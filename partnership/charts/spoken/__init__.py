"""Charts in words, for readers who do not see them: what is drawn, with its main numbers."""

from __future__ import annotations

from partnership.charts.forms import Bands, Chart, Custom, Dots, Lines, Months, Pie
from partnership.charts.spoken import bands, dots, lines, months, pie
from partnership.language.texts import Texts


def words(chart: Chart, t: Texts) -> str:
    """The alt text of `chart` in the reader's language."""
    match chart.form:
        case Custom():
            return chart.form.alt
        case Pie():
            return pie.words(chart.form, t)
        case Bands():
            return bands.words(chart.form, t)
        case Dots():
            return dots.words(chart.form, t)
        case Lines():
            return lines.words(chart.form, t)
        case Months():
            return months.words(chart.form, t)
    raise TypeError(f"no words for a {type(chart.form).__name__}")
