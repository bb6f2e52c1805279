"""Figures of the Middle Corridor: few kinds of marks, names that stay, tables of plans."""

from __future__ import annotations

import json

import pytest

from partnership.charts.forms import Bars, Columns
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.figures.corridor.views import WHOLE
from partnership.language.readable import Table
from partnership.maps.model import Map
from partnership.state import State
from tests import spec

_HEADLINES = {
    "corridor.map": "10,263 km by rail and ferry from Xi'an to Trieste",
    "corridor.kazakhstan": "5,835 km of corridor railways in Kazakhstan",
    "corridor.tonnes": "Middle Corridor: 4.12 Mt in 2025, 8\u202f% less than 2024",
    "corridor.containers": (
        "Middle Corridor: about 77 thousand TEU in 2025, 36\u202f% more than 2024"
    ),
    "corridor.pipelines": "CPC carried 14.1 times the corridor's cargo in 2024, BTC 6.6 times",
    "corridor.planned": "Corridor capacity is to rise from 6 Mt a year to 10 Mt a year by 2027",
    "corridor.routes": "Xi'an to Trieste: 10,263 km via Türkiye, 10,438 km via the Black Sea",
    "corridor.italian_companies": "6 of 12 Italian projects along the corridor are roads",
}


def _chart(figure_id: str) -> drawings.Chart:
    drawn = figures.build(figure_id, State()).drawn
    assert isinstance(drawn, drawings.Chart)
    return drawn


def _table(figure_id: str) -> Table:
    drawn = figures.build(figure_id, State()).drawn
    assert isinstance(drawn, Table)
    return drawn


@pytest.mark.parametrize("figure_id", _HEADLINES)
def test_the_headline_is_the_answer(figure_id: str) -> None:
    words = figures.build(figure_id, State()).headline.replace("\xa0", " ")
    assert words == _HEADLINES[figure_id]


@pytest.mark.parametrize("node", ["node_genoa", "node_tbilisi", "node_khorgos", "node_trieste"])
def test_names_that_a_reader_looks_for_stay_on_a_telephone(node: str) -> None:
    assert WHOLE.names[node].always


@pytest.mark.parametrize("figure_id", ["corridor.map", "corridor.kazakhstan"])
def test_the_maps_have_a_key(figure_id: str) -> None:
    drawn = figures.build(figure_id, State()).drawn
    assert isinstance(drawn, Map)
    assert drawn.legend
    assert [g.words for g in drawn.groups] == ["rail", "sea"]
    assert [sign for sign, _ in drawn.legend.signs] == ["schematic"]


@pytest.mark.parametrize("figure_id", ["corridor.tonnes", "corridor.containers"])
def test_traffic_has_three_kinds_of_marks(figure_id: str) -> None:
    value = _chart(figure_id).value
    assert value
    assert isinstance(value.form, Columns)
    behind, counted, others = value.form.series
    assert [s.mark for s in value.form.series] == ["broad", "bar", "points"]
    assert {p.status for p in behind.points} == {"planned"}
    assert "planned" not in {p.status for s in (counted, others) for p in s.points}
    assert value.form.gaps


def test_a_forecast_is_written_only_clear_of_the_bar_before_it() -> None:
    value = _chart("corridor.tonnes").value
    assert value
    assert isinstance(value.form, Columns)
    labels = {p.at: p.label for p in value.form.series[0].points}
    assert labels == {2024: "", 2025: "5.2", 2030: "11"}


def test_oil_of_others_is_told_apart_by_the_key() -> None:
    value = _chart("corridor.pipelines").value
    assert value
    assert isinstance(value.form, Bars)
    assert value.form.legend
    assert len({s.colour for s in value.form.series}) == 3
    assert not any(s.muted for s in value.form.series)


def test_plans_are_a_table_that_says_one_thing_once() -> None:
    table = _table("corridor.planned")
    said = list(zip(*(table.cells(k) for k in ("what", "period", "value")), strict=True))
    assert len(said) == len(set(said))
    capacity = table.rows[said.index(("Corridor capacity", "2027", "10 Mt a year"))]
    assert capacity["source"] == "AZCON, via Report.az; Daryo"
    containers = table.rows[said.index(("Corridor containers", "2025", "96 thousand TEU"))]
    assert containers["outcome"] == "about 77 thousand TEU"


def test_projects_have_no_more_columns_than_a_page_shows() -> None:
    assert len(_table("corridor.italian_companies").columns) <= 6


def test_every_cut_of_a_route_is_named() -> None:
    views = list(spec.views(json.loads(_chart("corridor.routes").text)))
    cuts = {(r["way"], r["end"]) for v in views if v.mark["type"] == "tick" for r in v.rows}
    named = {
        (r["way"], r["end"])
        for v in views
        if v.mark["type"] == "text" and "x" in v.encoding
        for r in v.rows
    }
    assert cuts
    assert cuts <= named
    assert any(v.encoding.get("fill", {}).get("legend") for v in views)
