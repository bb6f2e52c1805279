"""Charts in words, for readers who do not see them: what is drawn, with its main numbers."""

from __future__ import annotations

from partnership.charts.forms import (
    Bands,
    Bars,
    Chart,
    Columns,
    Custom,
    Dots,
    Lines,
    Milestones,
    Months,
    Pie,
)
from partnership.charts.spoken import bands, bars, columns, dots, lines, milestones, months, pie
from partnership.language.texts import Texts


def words(chart: Chart, t: Texts) -> str:
    """The alt text of `chart` in the reader's language."""
    form = chart.form
    match form:
        case Custom():
            return form.alt
        case Bands():
            return bands.words(form, t)
        case Bars():
            return bars.words(form, t)
        case Columns():
            return columns.words(form, t)
        case Dots():
            return dots.words(form, t)
        case Lines():
            return lines.words(form, t)
        case Months():
            return months.words(form, t)
        case Milestones():
            return milestones.words(form, t)
        case Pie():
            return pie.words(form, t)
    raise TypeError(f"no words for a {type(form).__name__}")
