"""Horizontal bars as a native chart: headings are rows without a bar."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from partnership import palette
from partnership.charts import forms
from partnership.charts.forms import Bars
from partnership.export.pptx.plots.model import Plot, Series, Style

_UNSEEN = "\u200b"
"""Tells names that occur twice apart, and is not seen."""


def plot(bars: Bars) -> Plot | None:
    """Rows with the table's values; those without any are left out, unless they are headings."""
    drawn = {str(p.at) for s in bars.series for p in s.points if p.value is not None}
    beside = [s for s in bars.series if s.mark != "bar"] if bars.arranged == "stacked" else []
    # On a stack a single value would be one part more: it has a row of its own.
    rows = [*_rows(bars, drawn), *((one.name, one.name) for one in beside)]
    if not drawn:
        return None
    names: list[str] = []
    for _, name in rows:
        names.append(name + _UNSEEN * sum(n.rstrip(_UNSEEN) == name for n in names))
    places = {key: n for n, (key, _) in enumerate(rows) if key}
    return Plot(
        "bar",
        tuple(names),
        tuple(_series(one, places, len(rows), alone=one in beside) for one in bars.series),
        stacked=bars.arranged == "stacked",
        overlaid=bars.arranged == "overlaid",
        unit=bars.unit.name,
        suffix=bars.unit.suffix,
        power=bars.unit.power,
    )


def _rows(bars: Bars, drawn: set[str]) -> Iterator[tuple[str, str]]:
    """Keys and names; a heading has no key."""
    for heading, categories in groupby(bars.categories, lambda one: one.heading):
        if heading:
            yield "", f"{heading.name}:"
        yield from ((one.key, one.name) for one in categories if one.key in drawn)


def _series(series: forms.Series, places: dict[str, int], rows: int, *, alone: bool) -> Series:
    values: list[float | None] = [None] * rows
    styles: dict[int, Style] = {}
    claims = series.mark != "bar"
    for point in series.points:
        if point.value is None:
            continue
        at = places[series.name if alone else str(point.at)]
        if (before := values[at]) is not None:
            # Parts of one name that differ by status alone are one bar there.
            values[at] = before + point.value
            styles.pop(at, None)
            continue
        values[at] = point.value
        colour = point.colour if point.colour != series.colour else ""
        own = Style(colour, point.status != "measured" and not claims)
        if own != Style():
            styles[at] = own
    colour = palette.tint(series.colour) if series.muted else series.colour
    hollow = claims
    if colour == palette.PAPER.light:
        colour, hollow = palette.edge(series.entity), True
    return Series(series.name, tuple(values), colour, "bar", hollow=hollow, styles=styles)
