"""The writer of charts for screen and pictures: a value becomes Vega-Lite, in the light shades."""

from __future__ import annotations

import json
from typing import Any

from partnership.charts import marks
from partnership.charts.drawn import columns, pie
from partnership.charts.forms import Chart, Columns, Custom, Pie

HEIGHT = 340
"""Pixels of a drawing that asks for no height of its own."""


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
    match chart.form:
        case Columns():
            return columns.draw(chart.form, chart.height or HEIGHT)
        case Pie():
            return pie.draw(chart.form)
    raise TypeError(f"no drawing of a {type(chart.form).__name__}")
