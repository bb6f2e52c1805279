"""Figures as native charts: kind, categories, names and the table's own numbers."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from partnership import tables
from partnership.charts.forms import Bands, Bars, Chart, Columns, Lines, Pie
from partnership.export.pptx import plots
from partnership.export.pptx.plots.model import Plot
from partnership.figures import figure as figures
from partnership.figures import shared
from partnership.figures.figure import Figure
from partnership.language import texts
from partnership.state import State
from tests import spec

T = texts.in_language("en")
KINDS = {
    "claims.counts": ("bar", True),
    "claims.deviations": ("bar", False),
    "climate.indexed": ("line", False),
    "climate.intensity": ("line", False),
    "climate.sectors": ("column", True),
    "climate.required_reduction": ("bar", False),
    "companies.firms": ("bar", False),
    "companies.investment": ("bar", False),
    "companies.values": ("bar", False),
    "corridor.containers": ("column", False),
    "corridor.pipelines": ("bar", False),
    "corridor.tonnes": ("column", False),
    "minerals.chromium": ("line", False),
    "minerals.eu_imports": ("bar", False),
    "minerals.exported": ("bar", False),
    "minerals.imports": ("bar", False),
    "minerals.manganese": ("line", False),
    "minerals.output": ("bar", False),
    "minerals.reserves": ("bar", False),
    "minerals.titanium": ("bar", False),
    "minerals.uranium": ("line", False),
    "renewables.capacity": ("line", False),
    "renewables.generation_ita": ("column", True),
    "renewables.generation_kaz": ("column", True),
    "renewables.hybrid": ("bar", True),
    "renewables.italian_owned": ("bar", False),
    "renewables.mix": ("bar", False),
    "renewables.generation_wind_solar": ("line", False),
    "sources.kinds": ("bar", False),
    "sources.licences": ("bar", False),
    "overview.check": ("bar", False),
    "overview.energy": ("bar", False),
    "overview.trade": ("bar", False),
    "sources.newest": ("column", False),
    "stakes.entitlement": ("column", True),
    "stakes.imports_compared": ("column", False),
    "stakes.btc": ("pie", False),
    "stakes.compared": ("bar", False),
    "stakes.cpc": ("pie", False),
    "stakes.karachaganak": ("pie", False),
    "stakes.kashagan": ("pie", False),
    "stakes.look_through": ("column", True),
    "stakes.output_by_field": ("line", False),
    "stakes.national_output": ("column", False),
    "stakes.tengiz": ("pie", False),
    "trade.balance": ("line", False),
    "trade.concentration": ("line", False),
    "trade.crude_importers": ("column", True),
    "trade.crude_origins": ("bar", False),
    "trade.crude_share": ("line", False),
    "trade.gap": ("column", True),
    "trade.gap_explained": ("column", False),
    "trade.italian_exports": ("bar", False),
    "trade.italian_exports_by_sector": ("bar", False),
    "trade.italian_imports": ("bar", True),
    "trade.mirror_ratio": ("line", False),
    "trade.price_quantity": ("column", True),
    "trade.price_quantity_months": ("column", True),
    "trade.routes": ("column", True),
    "trade.share": ("line", False),
    "trade.target": ("column", False),
    "trade.target_growth": ("line", False),
    "trade.titanium": ("column", False),
    "trade.to_italy": ("line", False),
    "trade.to_kazakhstan": ("line", False),
    "trade.top_three": ("line", False),
    "trade.wheat": ("column", False),
}
"""Figures that stay native charts on slides: their kind, and whether their parts are stacked."""
_PICTURES = (
    "stakes.history",
    "stakes.matrix",
    "trade.oil_price",
    "trade.rank",
    "minerals.chromium_rank",
    "minerals.manganese_rank",
    "minerals.uses",
    "companies.timeline",
    "diplomacy.timeline",
    "corridor.routes",
    "map.assets",
    "overview.map",
    "corridor.map",
    "overview.numbers",
    "claims.evidence",
)


_NATIVE = Bands | Bars | Columns | Lines | Pie
"""Forms that PowerPoint has a chart for."""


def _of(figure_id: str, state: State | None = None) -> Plot:
    found = plots.plot(figures.build(figure_id, state or State()))
    assert found is not None
    return found


@pytest.mark.parametrize("figure_id", KINDS)
def test_drawings_become_the_chart_that_says_the_same(figure_id: str) -> None:
    found = _of(figure_id)
    assert (found.kind, found.stacked) == KINDS[figure_id]


@pytest.mark.parametrize("figure_id", _PICTURES)
def test_what_no_native_chart_can_say_stays_a_picture(figure_id: str) -> None:
    assert plots.plot(figures.build(figure_id, State())) is None


def test_a_pie_carries_the_percents_of_the_split() -> None:
    found = _of("stakes.karachaganak", State(on=date(2025, 1, 1)))
    assert dict(zip(found.categories, found.series[0].amounts, strict=True)) == {
        "Shell": 29.25,
        "Eni": 29.25,
        "Chevron": 18.0,
        "Lukoil": 13.5,
        "KazMunayGas": 10.0,
    }


def test_what_a_split_leaves_open_is_a_slice() -> None:
    slices = pd.DataFrame({"holder_id": ["eni", "shell"], "percent": [30.0, 40.0]})
    from partnership.figures.stakes.splits import pie

    figure = Figure("x", "x", Chart(pie(slices, T)), slices, ())
    found = plots.plot(figure)
    assert found is not None
    assert found.series[0].amounts == (30.0, 40.0, 30.0)
    assert found.categories[-1] == "not in the source"


def test_lines_hold_the_unrounded_dollars_of_the_table() -> None:
    figure = figures.build("trade.to_italy", State())
    found = _of("trade.to_italy")
    rows = figure.table[figure.table["reporter"].eq("KAZ") & figure.table["role"].ne("other")]
    wanted = dict(zip(rows["year"].astype(str), rows["value"], strict=True))
    kazakh = next(s for s in found.series if s.name == "reported by Kazakhstan")
    amounts = {c: v for c, v in zip(found.categories, kazakh.amounts, strict=True) if v is not None}
    assert amounts == wanted
    assert found.power == 9
    assert found.number_format(1) == "#,##0.0,,,"


def test_stacked_parts_are_the_table_without_the_noise_of_stacking() -> None:
    figure = figures.build("trade.gap", State())
    found = _of("trade.gap")
    expected = {float(v) for v in figure.table["value"]}
    stacked = [v for s in found.series for v in s.amounts if v is not None]
    assert len(stacked) == len(figure.table)
    assert set(stacked) == expected


def test_these_are_native_and_so_is_whatever_has_a_form_of_powerpoint() -> None:
    built = {i: figures.build(i, State()) for i in figures.registry()}
    native = {i for i, figure in built.items() if plots.plot(figure)}
    assert set(KINDS) <= native
    formed = {i for i, figure in built.items() if isinstance(spec.form(figure), _NATIVE)}
    assert formed - native <= set(_PICTURES)
    for figure_id in native:
        _has_words_and_values(_of(figure_id))


def _has_words_and_values(found: Plot) -> None:
    """Series have words for names, and a value a category."""
    assert found.series
    names = [s.name for s in found.series]
    assert len(set(names)) == len(names)
    known = set(tables.load("texts")["id"].astype(str))
    for name in names:
        assert name.strip()
        assert "\n" not in name
        assert not name.startswith(("#", "Series "))
        assert name not in known or name in ("wind", "solar")
    assert all(len(s.amounts) == len(found.categories) for s in found.series)
    assert len(set(found.categories)) == len(found.categories)


def test_grey_lines_are_named_by_their_countries() -> None:
    names = {s.name for s in _of("trade.share").series}
    assert {"Italy", "China", "Russia", "Türkiye"} < names


def test_parts_that_are_nothing_in_a_year_are_nothing_in_the_chart() -> None:
    found = _of("renewables.generation_kaz")
    other = next(s for s in found.series if s.name == "Other renewables")
    assert other.amounts[-1] == 0
    assert max(v for v in other.amounts if v is not None) > 0


def test_a_projection_is_a_dashed_series_of_its_own() -> None:
    found = {s.name: s for s in _of("trade.target_growth").series}
    (dashed,) = (s for s in found.values() if s.dashed)
    assert not found["Kazakhstan"].dashed
    assert dashed.colour == found["Kazakhstan"].colour


def test_ticks_and_loose_points_are_kept() -> None:
    gap = next(s for s in _of("trade.gap").series if s.drawn == "ticks")
    assert gap.name == "Reported by Kazakhstan"
    changes = next(s for s in _of("trade.price_quantity").series if s.drawn == "points")
    assert changes.name == "Total change"


def test_bands_in_steps_add_up_to_the_whole_on_every_day() -> None:
    found = _of("stakes.history", State(consortium="kashagan"))
    assert found.kind == "area"
    assert all(isinstance(day, date) for day in found.categories)
    sums = [sum(s.amounts[n] or 0 for s in found.series) for n in range(len(found.categories))]
    assert sums == pytest.approx([100] * len(sums), abs=0.05)
    assert [label for _, label in found.breaks] == ["1", "2", "3", "4", "5"]


def test_what_explains_a_break_stands_where_its_year_is() -> None:
    found = _of("trade.to_italy")
    places = {label: share for share, label in found.breaks}
    years = list(found.categories)
    restart = "2016: Kashagan restarts"
    assert places[restart] == pytest.approx((years.index("2016") + 0.5) / len(years))


def test_an_empty_figure_has_no_chart() -> None:
    assert plots.plot(shared.nothing("x", "A title", "Because.")) is None
