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
_READ = "no longer read out of the drawing; equal to what was read out of the former one"
_PICTURE = "a picture before"
_NAMED = f"{_READ}, but for better names of series and an axis without room for words"
EXPLAINED: dict[str, str] = {
    "claims.counts": "a stack drawn in layers is not read; the same was read before",
    "claims.deviations": "bars of several sectors have no common name but the title",
    "climate.required_reduction": "the guess takes marks of zero for values; equal before",
    "companies.firms": "headings are kept",
    "companies.investment": "headings are kept",
    "corridor.pipelines": "the axis has its unit, and series their names where each has one bar",
    "minerals.eu_imports": "a part drawn over the whole is a series of its own",
    "minerals.reserves": "the claim is named by who makes it",
    "renewables.hybrid": "a stack drawn in layers is not read; the same was read before",
    "renewables.italian_owned": "a part drawn over the whole is a series of its own",
    "trade.italian_exports_by_sector": "headings are kept",
    "trade.italian_imports": "one row of a stack is a native chart too; the claim is capitalised",
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
    "climate.sectors": _READ,
    "corridor.containers": _PICTURE,
    "corridor.tonnes": _PICTURE,
    "renewables.generation_ita": _READ,
    "renewables.generation_kaz": f"{_READ}, but that nothing is zero and not left out",
    "stakes.entitlement": f"{_READ}, but for an axis without room for words",
    "stakes.imports_compared": f"{_READ}, but for an axis without room for words",
    "stakes.look_through": f"{_READ}, but for the order of the parts and paler estimates",
    "stakes.national_output": _PICTURE,
    "trade.crude_importers": _PICTURE,
    "trade.gap": _READ,
    "trade.gap_explained": _PICTURE,
    "trade.price_quantity": f"{_READ}, but that incomplete years are dashed, not paler",
    "trade.price_quantity_months": _NAMED,
    "trade.routes": f"{_READ}, but that parts lie in one order in every year",
    "trade.target": _NAMED,
    "trade.titanium": _NAMED,
    "trade.wheat": _NAMED,
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
        declared = plots.plot(figure, T)
        # Which figures are native is pinned elsewhere; a picture has nothing to be read.
        if declared is not None and declared != guessed.from_figure(figure, T):
            wrong.append((figure_id, choice))
    assert not wrong
