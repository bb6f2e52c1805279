"""The writer of charts for screen and pictures: a value becomes Vega-Lite, in the light shades."""

from __future__ import annotations

import json
from typing import Any

from partnership.charts import marks
from partnership.charts.drawn import bars, pie
from partnership.charts.forms import Bars, Chart, Custom, Form, Pie


def specification(chart: Chart) -> str:
    """`chart` as compact Vega-Lite."""
    if isinstance(chart.form, Custom):
        return chart.form.specification
    return compact(marks.finish(_drawn(chart.form), chart.pixels))


def custom(drawing: Any, alt: str, height: int | None = None) -> Chart:
    """A drawing of Altair that is one of a kind; `alt` says what it shows."""
    return Chart(Custom(compact(marks.finish(drawing, height)), alt), height)


def compact(drawing: Any) -> str:
    """A finished drawing of Altair as text without spaces."""
    return json.dumps(drawing.to_dict(validate=False), separators=(",", ":"))


def _drawn(form: Form) -> marks.Drawing:
    match form:
        case Bars():
            return bars.draw(form)
        case Pie():
            return pie.draw(form)
    raise TypeError(f"no drawing of a {type(form).__name__}")
