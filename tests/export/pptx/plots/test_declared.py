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
EXPLAINED: dict[str, str] = {
    "claims.counts": "a stack drawn in layers is not read; the same was read before",
    "claims.deviations": "bars of several sectors have no common name but the title",
    "companies.firms": "headings are kept",
    "companies.investment": "headings are kept",
    "corridor.pipelines": "the axis has its unit, and series their names where each has one bar",
    "minerals.eu_imports": "a part drawn over the whole is a series of its own",
    "minerals.reserves": "the claim is named by who makes it",
    "renewables.hybrid": "a stack drawn in layers is not read; the same was read before",
    "renewables.italian_owned": "a part drawn over the whole is a series of its own",
    "trade.italian_exports_by_sector": "headings are kept",
    "trade.italian_imports": "one row of a stack is a native chart too; the claim is capitalised",
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
        if plots.plot(figure, T) != guessed.from_figure(figure, T):
            wrong.append((figure_id, choice))
    assert not wrong
