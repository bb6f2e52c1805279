"""Figures as native charts: kind, categories, names and the table's own numbers."""

from __future__ import annotations

from datetime import date
from typing import Any

import altair as alt
import pandas as pd
import pytest

from partnership import tables
from partnership.charts import marks
from partnership.charts.forms import Chart
from partnership.export.office import Plot
from partnership.export.plot import layers as plot_layers
from partnership.export.pptx import plots
from partnership.figures import figure as figures
from partnership.figures import shared
from partnership.figures.figure import Figure
from partnership.language import texts
from partnership.state import State

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
    "corridor.containers": ("column", False),
    "corridor.pipelines": ("bar", False),
    "corridor.tonnes": ("column", False),
    "minerals.chromium": ("line", False),
    "minerals.eu_imports": ("bar", False),
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
    "stakes.entitlement": ("column", True),
    "stakes.imports_compared": ("column", False),
    "stakes.btc": ("pie", False),
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
"""Every figure that is a native chart on slides: its kind, and whether its parts are stacked."""
_PICTURES = (
    "stakes.history",
    "stakes.matrix",
    "trade.oil_price",
    "trade.rank",
    "minerals.chromium_rank",
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


def _of(figure_id: str, state: State | None = None) -> Plot:
    found = plots.plot(figures.build(figure_id, state or State()), T)
    assert found is not None
    return found


@pytest.mark.parametrize("figure_id", KINDS)
def test_drawings_become_the_chart_that_says_the_same(figure_id: str) -> None:
    found = _of(figure_id)
    assert (found.kind, found.stacked) == KINDS[figure_id]


@pytest.mark.parametrize("figure_id", _PICTURES)
def test_what_no_native_chart_can_say_stays_a_picture(figure_id: str) -> None:
    assert plots.plot(figures.build(figure_id, State()), T) is None


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
    found = plots.plot(figure, T)
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


def test_no_other_figure_is_a_native_chart_and_all_these_are() -> None:
    native = {i for i in figures.registry() if plots.plot(figures.build(i, State()), T)}
    assert native == set(KINDS)


@pytest.mark.parametrize("figure_id", KINDS)
def test_series_have_words_for_names_and_a_value_a_category(figure_id: str) -> None:
    found = _of(figure_id)
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
    war = "2022: war in Ukraine"
    assert places[war] == pytest.approx((years.index("2022") + 0.5) / len(years))


def _figure(chart: Any, table: pd.DataFrame) -> Figure:
    return Figure("x", "A title", chart, table, (), "x")


def test_bars_between_two_moments_are_no_bars() -> None:
    table = pd.DataFrame({"who": ["a", "b"], "start": [1992.0, 2000.0], "end": [2010.0, 2020.0]})
    chart = alt.Chart(marks.rows(table)).mark_bar().encode(x="start:Q", x2="end:Q", y="who:N")
    assert plots.plot(_figure(chart, table), T) is None


def test_an_axis_that_runs_backwards_is_no_native_chart() -> None:
    table = pd.DataFrame({"year": [2000, 2001], "place": [1, 2]})
    y = alt.Y("place:Q", scale=alt.Scale(domain=[9.5, 0.5]))
    chart = alt.Chart(marks.rows(table)).mark_line().encode(x="year:Q", y=y)
    assert plots.plot(_figure(chart, table), T) is None


def test_series_without_a_name_are_not_invented() -> None:
    table = pd.DataFrame(
        {
            "year": [2000, 2001] * 2,
            "at": [1.5, 2.5, 3.5, 4.5],
            "colour": ["#316892"] * 2 + ["#9e3f20"] * 2,
        }
    )
    colour = alt.Color("colour:N", scale=None)
    chart = alt.Chart(marks.rows(table)).mark_line().encode(x="year:Q", y="at:Q", color=colour)
    assert plots.plot(_figure(chart, table), T) is None


def test_a_line_with_gaps_is_broken_and_one_with_missing_years_runs_on() -> None:
    table = pd.DataFrame({"year": [2000, 2001, 2004], "at": [1.5, 2.5, 3.5]})
    chart = alt.Chart(marks.rows(table)).mark_line().encode(x="year:Q", y="at:Q")
    found = plots.plot(_figure(chart, table), T)
    assert found is not None
    assert found.joined
    assert found.series[0].amounts == (1.5, 2.5, None, None, 3.5)
    holes = pd.DataFrame({"year": [2000, 2001, 2002], "at": [1.5, None, 3.5]})
    chart = alt.Chart(marks.rows(holes)).mark_line().encode(x="year:Q", y="at:Q")
    broken = plots.plot(_figure(chart, holes), T)
    assert broken is not None
    assert not broken.joined
    assert broken.series[0].amounts == (1.5, None, 3.5)


def test_an_empty_figure_has_no_chart() -> None:
    assert plots.plot(shared.nothing("x", "A title", "Because."), T) is None


@pytest.mark.parametrize(
    ("test", "passed"),
    [
        ("datum.a === 1", True),
        ("(datum.a === 1) && datum.b === 'x'", True),
        ("datum['b'] !== 'x'", False),
        ("datum.c === true", True),
        ("datum.none", False),
        ("!datum.none", True),
        ("isValid(datum.a)", True),
    ],
)
def test_conditions_are_read(test: str, passed: bool) -> None:
    assert plot_layers.passes({"a": 1, "b": "x", "c": True}, test) is passed


def test_a_condition_that_is_not_understood_is_reported() -> None:
    with pytest.raises(plot_layers.Unfit):
        plot_layers.passes({"a": 1}, "pow(datum.a, 2) > 3")
