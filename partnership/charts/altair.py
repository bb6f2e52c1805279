"""The writer of charts for screen and pictures: a value becomes Vega-Lite, in the light shades."""

from __future__ import annotations

import json
from typing import Any

from partnership.charts import aria, marks, terse
from partnership.charts.drawn import bands, bars, columns, dots, lines, milestones, months, pie
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

HEIGHT = 340
"""Pixels of a drawing that asks for no height of its own."""


def specification(chart: Chart) -> str:
    """`chart` as compact Vega-Lite."""
    if isinstance(chart.form, Custom):
        return chart.form.specification
    return compact(marks.finish(_drawn(chart), chart.pixels))


def custom(drawing: Any, alt: str, height: int | None = None) -> Chart:
    """A drawing of Altair that is one of a kind; `alt` says what it shows."""
    return Chart(Custom(compact(marks.finish(drawing, height)), alt), height)


def height(form: Milestones | Bands) -> int:
    """Pixels of a form whose rows say how high it is; milestones without their axis and legend."""
    return bands.height(form) if isinstance(form, Bands) else milestones.height(form)


def compact(drawing: Any) -> str:
    """A finished drawing of Altair as text without spaces."""
    described = aria.described(drawing.to_dict(validate=False))
    return json.dumps(terse.terse(described), separators=(",", ":"))


def _drawn(chart: Chart) -> marks.Drawing:
    form = chart.form
    match form:
        case Bars():
            return bars.draw(form)
        case Bands():
            return bands.draw(form)
        case Columns():
            return columns.draw(form, chart.height or HEIGHT)
        case Dots():
            return dots.draw(form)
        case Lines():
            return lines.draw(form, chart.height or HEIGHT)
        case Months():
            return months.draw(form)
        case Milestones():
            return milestones.draw(form, chart.height)
        case Pie():
            return pie.draw(form)
    raise TypeError(f"no drawing of a {type(form).__name__}")
