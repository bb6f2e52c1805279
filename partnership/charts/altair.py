"""The writer of charts for screen and pictures: a value becomes Vega-Lite, in the light shades."""

from __future__ import annotations

import json
from typing import Any

from partnership.charts import marks
from partnership.charts.drawn import bands, dots, lines, months, pie
from partnership.charts.forms import Bands, Chart, Custom, Dots, Lines, Months, Pie

_HEIGHT = 340
"""Of a drawing that leaves it open, in pixels."""


def specification(chart: Chart) -> str:
    """`chart` as compact Vega-Lite."""
    if isinstance(chart.form, Custom):
        return chart.form.specification
    return compact(marks.finish(_drawn(chart), chart.height))


def custom(drawing: Any, alt: str, height: int | None = None) -> Chart:
    """A drawing of Altair that is one of a kind; `alt` says what it shows."""
    return Chart(Custom(compact(marks.finish(drawing, height)), alt), height)


def compact(drawing: Any) -> str:
    """A finished drawing of Altair as text without spaces."""
    return json.dumps(drawing.to_dict(validate=False), separators=(",", ":"))


def _drawn(chart: Chart) -> marks.Drawing:
    form = chart.form
    match form:
        case Pie():
            return pie.draw(form)
        case Bands():
            return bands.draw(form)
        case Dots():
            return dots.draw(form)
        case Lines():
            return lines.draw(form, chart.height or _HEIGHT)
        case Months():
            return months.draw(form)
    raise TypeError(f"no drawing of a {type(form).__name__}")
