"""A pie as a native chart: what is missing from the whole is a slice too."""

from __future__ import annotations

from partnership import palette
from partnership.charts.forms import Pie
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.export.pptx.plots.model import Plot, Series, Style

_NEAR = 0.02
"""Percent that rounding may leave open."""


def plot(pie: Pie) -> Plot | None:
    """Slices with the table's percents; none where names are alike or one is below zero."""
    names = [one.name for one in pie.slices]
    values = [one.value for one in pie.slices]
    colours = [one.colour for one in pie.slices]
    rest = 100 - sum(values)
    if rest > _NEAR:
        names.append(pie.missing)
        values.append(round(rest, 6))
        colours.append(palette.FAINT.light)
    if len(set(names)) < len(names) or min(values) < 0:
        return None
    styles = {n: Style(colour) for n, colour in enumerate(colours)}
    one = Series(pie.measure, tuple(values), palette.FAINT.light, "bar", styles=styles)
    return Plot("pie", tuple(names), (one,), unit=pie.measure, suffix=PERCENT_SIGN)
