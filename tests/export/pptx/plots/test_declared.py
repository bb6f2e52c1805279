"""While both ways stand: what a chart declares equals what is read back out of its drawing."""

from __future__ import annotations

from functools import cache

from partnership.charts.forms import Custom
from partnership.export import plot as guessed
from partnership.export.pptx import plots
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.figures.figure import Figure
from partnership.language import texts
from tests import site

T = texts.in_language("en")
_POINTS = "points of all series are one layer, in which the guess finds no names"
_PRESS = "values that the press prints are called so, not dashed or single values"
EXPLAINED = {
    "trade.to_italy": _PRESS,
    "trade.to_kazakhstan": _PRESS,
    "trade.balance": "a single year has the names of its reporters, not the figure's title",
    "trade.mirror_ratio": "the rule has a name of its own, which the axis repeats",
    "trade.concentration": _POINTS,
    "trade.top_three": _POINTS,
    "trade.share": _PRESS,
    "trade.crude_share": "it was a picture: shares over months have a year as their place",
    "climate.indexed": "a point alone needs no mark of a line",
    "climate.intensity": "editions are called by their years, which the guess read from keys",
    "minerals.chromium": "lines of other countries are thin there too",
    "minerals.manganese": "lines of other countries are thin there too",
    "minerals.uranium": "it was a picture: several publishers count one year",
    "renewables.capacity": "the point of another publisher is called by it, not a single value",
    "renewables.generation_wind_solar": "editions are called by their years",
    "stakes.output_by_field": "it was a picture: lines with holes; estimates are hollow",
    "trade.target_growth": "the way to the target is called by its rate, not a dashed line",
    "stakes.history": "bands that are not documented are drawn apart, and called so",
}
"""Figures whose declared chart differs from what was guessed, each with the reason."""


def _declares(figure: Figure) -> bool:
    drawn = figure.drawn
    return isinstance(drawn, drawings.Chart) and drawn.value is not None


@cache
def _views() -> list[tuple[str, str]]:
    """Every figure that declares a chart, in every choice that makes another figure of it."""
    views, seen = [], set()
    for figure_id, entry in figures.registry().items():
        for choice, state in site.STATES.items():
            asked = figures.reduced(entry, state)
            if (figure_id, asked) not in seen and _declares(figures.build(figure_id, asked)):
                views.append((figure_id, choice))
            seen.add((figure_id, asked))
    return views


def test_some_charts_are_declared() -> None:
    assert _views()


def test_what_is_declared_is_what_was_guessed() -> None:
    wrong = []
    for figure_id, choice in _views():
        figure = figures.build(figure_id, site.STATES[choice])
        assert isinstance(figure.drawn, drawings.Chart)
        value = figure.drawn.value
        if value is None or isinstance(value.form, Custom) or figure_id in EXPLAINED:
            continue
        if plots.from_chart(value) != guessed.from_figure(figure, T):
            wrong.append((figure_id, choice))
    assert not wrong
