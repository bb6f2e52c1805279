"""Charts in words, for readers who do not see them: what is drawn, with its main numbers."""

from __future__ import annotations

from partnership.charts.forms import Bars, Chart, Custom, Pie
from partnership.charts.spoken import bars, pie
from partnership.language.texts import Texts


def words(chart: Chart, t: Texts) -> str:
    """The alt text of `chart` in the reader's language."""
    match chart.form:
        case Custom():
            return chart.form.alt
        case Bars():
            return bars.words(chart.form, t)
        case Pie():
            return pie.words(chart.form, t)
    raise TypeError(f"no words for a {type(chart.form).__name__}")
