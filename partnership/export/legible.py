"""Type of drawings that can be read where they stand: larger, or a table in a drawing's place."""

from __future__ import annotations

import re
from typing import Any

from partnership.analysis.coverage import TIMES
from partnership.charts import legends
from partnership.export.tables import reading
from partnership.figures.figure import Figure
from partnership.language.readable import Table
from partnership.language.texts import Texts

LEAST = 9.0
"""Points of the smallest type of a file that is shown or printed."""
_SIZE = re.compile(r'<text[^>]*?font-size="([\d.]+)(?:px)?"')
_DEFAULTS: dict[str, dict[str, float]] = {
    "text": {"fontSize": 11},
    "legend": {"labelFontSize": 12, "titleFontSize": 11},
    "header": {"labelFontSize": 13, "titleFontSize": 12},
    "axis": {"labelFontSize": 12, "titleFontSize": 12},
}
"""Pixels of type of which a drawing says nothing."""


def growth(drawn: str, scale: float) -> float:
    """How many times larger the type of an SVG must be that is shown at `scale` points a pixel.

    One where none is too small, or where there is no type.
    """
    least = min((float(size) for size in _SIZE.findall(drawn)), default=LEAST / scale)
    return max(1.0, LEAST / (least * scale))


def enlarged(drawing: dict[str, Any], times: float) -> dict[str, Any]:
    """A Vega-Lite specification with all its type `times` larger, and as large as it was."""
    if times <= 1:
        return drawing
    config = dict(drawing.get("config", {}))
    for name, sizes in _DEFAULTS.items():
        config[name] = {**sizes, **config.get(name, {})}
    grown = {key: _grown(value, times) for key, value in drawing.items() if key != "datasets"}
    kept = {"datasets": drawing["datasets"]} if "datasets" in drawing else {}
    return {**grown, **kept, "config": _grown(config, times)}


def _grown(node: Any, times: float) -> Any:
    if isinstance(node, dict):
        return {key: _sized(key, value, times) for key, value in node.items()}
    return [_grown(one, times) for one in node] if isinstance(node, list) else node


def _sized(key: str, value: Any, times: float) -> Any:
    if key.lower().endswith("fontsize") and isinstance(value, int | float):
        return value * times
    if key == "columns" and isinstance(value, dict):
        return {"expr": legends.grown(value["expr"], times)}
    # What the rows of a drawing hold is no look.
    return value if key == "values" else _grown(value, times)


def tabled(figure: Figure, t: Texts) -> Table:
    """The table of a figure in words, the latest first, for where its drawing is too small.

    It holds every column: who sets it names those for which there is no room.
    """
    kept = figure.table[[c for c in figure.table.columns if c not in ("source_id", "licence")]]
    time = next((c for c in TIMES if c in kept), None)
    if time is not None:
        kept = kept.sort_values(time, ascending=False, kind="stable", na_position="last")
    return reading.whole(kept, {}, t)
