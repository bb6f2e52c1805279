"""Sound data with a gap: a figure goes on without the rows, or says which ones it needs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import companies
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.figures.figure import Figure, Listing, Pictured
from partnership.language.readable import Table
from partnership.maps.model import Map
from partnership.state import State
from partnership.tables import reading
from partnership.tables.contract import TableError

_SUBJECTS = ("climate", "companies", "corridor", "diplomacy", "map", "minerals", "renewables")
IDS = [i for i in figures.registry() if i.split(".")[0] in _SUBJECTS]
_MISSING = re.compile(r"\b(nan|NaN|NaT)\b|<NA>|(?<![.:] )(?<!^)\bNone\b")
Gap = Callable[[pd.DataFrame], pd.DataFrame]


class Gapped(tables.Package):
    """The package in `data/`, one table of which has other rows; remembers what was read."""

    def __init__(self, whole: tables.Package, table: str, gap: Gap) -> None:
        super().__init__(whole.folder)
        self._whole, self._gapped = whole, table
        self._kept[table] = gap(whole.table(table))
        self.read: set[str] = set()

    def table(self, name: str) -> pd.DataFrame:
        """The table; what was worked out of another than the gapped one is known already."""
        self.read.add(name)
        return super().table(name) if name == self._gapped else self._whole.table(name)


def _without(column: str, *values: object) -> Gap:
    return lambda frame: frame[~frame[column].isin(values)]


def _empty(column: str) -> Gap:
    return lambda frame: frame.assign(**{column: frame[column].mask(frame[column].notna())})


def _all(column: str, value: float) -> Gap:
    return lambda frame: frame.assign(**{column: value})


def _one(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.head(1)


def _metric(*metrics: str) -> tuple[str, Gap]:
    return "observations", _without("metric_id", *metrics)


# Before the colon: the subject whose figures are held against the gap, so that all take seconds.
CASES: dict[str, tuple[str, Gap]] = {
    "map: no barrels a tonne": _metric("barrels_per_tonne"),
    "climate: no greenhouse gases": _metric("ghg_total_mtco2e"),
    "climate: no targets on EDGAR": _metric("ghg_target_mtco2e"),
    "climate: no conditional targets": _metric(
        "ghg_target_conditional_mtco2e", "ghg_change_conditional_vs_1990_pct"
    ),
    "climate: no targets on the inventory": _metric("ghg_target_inventory_mtco2e"),
    "climate: no percentages": _metric(
        "ghg_change_vs_1990_pct", "ghg_change_excl_land_use_vs_1990_pct"
    ),
    "climate: no neutrality": _metric("carbon_neutrality_year", "emissions_avoided_gtco2e"),
    "climate: no allowances": _metric("carbon_allowance_price_kzt", "carbon_allowance_price_usd"),
    "climate: no intensity": _metric("carbon_intensity_gco2e_kwh"),
    "renewables: no wind": _metric("generation_wind", "wind_capacity_mw"),
    "renewables: no year in service": _metric("in_service_year"),
    "corridor: no plans of the corridor": _metric(
        "corridor_capacity_mt_y", "corridor_pledged_investment_eur"
    ),
    "climate: nothing derived": ("observations", _without("status", "derived")),
    "climate: nothing planned": (
        "observations",
        _without("status", "target", "planned", "estimated"),
    ),
    "climate: nothing of Italy": ("observations", _without("entity_id", "ITA")),
    "climate: one observation": ("observations", _one),
    "renewables: no decisions": ("steps", _without("step", "delayed", "investment_decision")),
    "renewables: one step": ("steps", _one),
    "climate: one event": ("events", _one),
    "renewables: events without a value": ("events", _empty("value")),
    "corridor: one project": ("projects", _one),
    "companies: projects without a unit": ("projects", _empty("unit")),
    "companies: projects without a start": ("projects", _empty("start")),
    "minerals: one material": ("materials", _one),
    "minerals: no entries": ("materials", _empty("strategic_entry")),
    "minerals: no uses": ("materials", _empty("used_in")),
    "map: assets without a unit": ("assets", _empty("capacity_unit")),
    "map: assets without a longitude": ("assets", _empty("lon")),
    "map: assets without a latitude": ("assets", _empty("lat")),
    "map: assets at the pole": ("assets", _all("lat", -90.0)),
    "map: assets of no capacity": ("assets", _all("capacity_value", 0.0)),
    "map: assets without a first year": ("assets", _empty("start_year")),
    "renewables: no plants": ("assets", _without("sector", "renewables")),
    "minerals: no minerals": ("assets", _without("sector", "minerals")),
    "diplomacy: one text": ("texts", _one),
    "renewables: no capacity": _metric("wind_capacity_mw", "solar_capacity_mw"),
    "renewables.hybrid: no part of gas": _metric("part_capacity_gas_mw"),
    "renewables.hybrid: nothing claimed": ("observations", _without("status", "claimed")),
    "renewables: nothing of Kazakhstan": ("observations", _without("entity_id", "KAZ")),
    "minerals: nothing of Kazakhstan": ("observations", _without("entity_id", "KAZ")),
    "minerals.titanium: no claims": _metric("titanium_uktmp_world_share_pct"),
    "minerals.titanium: no share of the ore": _metric("world_share_titanium_pct"),
    "minerals: no imports": ("trade", _without("flow", "import")),
    "minerals: no imports from Kazakhstan": ("trade", _without("partner", "KAZ")),
    "minerals.eu_imports: nothing of the EU": ("trade", _without("reporter", "EUU")),
    "minerals: nothing on the list": ("materials", _without("eu_critical", True)),
    "companies: no counts and sums": (
        "observations",
        _without("metric_id", *companies.FIRMS, *companies.INVESTMENT),
    ),
    "corridor: no legs": ("assets", _without("kind", "corridor_leg")),
}


@pytest.fixture(scope="module")
def whole() -> tables.Package:
    """Read and checked once for all cases."""
    return tables.Package(tables.DATA)


@pytest.fixture(scope="module")
def readers(whole: tables.Package) -> dict[str, list[str]]:
    """The figures that read each table, found by making each once."""
    found: dict[str, list[str]] = {name: [] for name in whole.names}
    for figure_id in IDS:
        package = Gapped(whole, "texts", lambda frame: frame)
        with pytest.MonkeyPatch.context() as patch:
            patch.setitem(reading._open, package.folder, package)
            entry = figures.registry()[figure_id]
            entry.make(figures.reduced(entry, State()))
        for name in package.read:
            found[name].append(figure_id)
    return found


def _drawn(figure: Figure) -> Iterator[str]:
    if isinstance(figure.drawn, Map) and figure.drawn.moves:
        yield drawings.deck(figure.drawn).text
    if not isinstance(figure.drawn, Listing | Table | Pictured):
        yield drawings.specification(figure.drawn)


def _sentences(figure: Figure) -> Iterator[str]:
    yield from (figure.title, figure.finding, figure.note)
    if isinstance(figure.drawn, Listing | Table):
        for row in figure.drawn.rows:
            yield from row.values()


def _unknown(error: TableError, package: tables.Package) -> list[str]:
    """Columns that an error names and its table has not."""
    return [
        f"{p.table}.{column}"
        for p in error.problems
        for column in filter(None, p.column.split(", "))
        if column not in package.table(p.table)
    ]


def _not_finite(sign: str) -> None:
    raise AssertionError(f"{sign} in the drawing")


@pytest.mark.parametrize("name", CASES)
def test_a_gap_costs_a_sentence_or_is_named(
    name: str,
    whole: tables.Package,
    readers: dict[str, list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table, gap = CASES[name]
    package = Gapped(whole, table, gap)
    assert not package.table(table).empty
    monkeypatch.setitem(reading._open, package.folder, package)
    wrong = {}
    concerned = [i for i in readers[table] if i.startswith(name.split(":")[0])]
    assert concerned
    for figure_id in concerned:
        entry = figures.registry()[figure_id]
        try:
            figure = entry.make(figures.reduced(entry, State()))
            for text in _drawn(figure):
                json.loads(text, parse_constant=_not_finite)
            assert not [words for words in _sentences(figure) if _MISSING.search(words)]
            assert len(figure.table) or figure.finding or figure.note
        except TableError as error:
            if unknown := _unknown(error, whole):
                wrong[figure_id] = f"no such column: {unknown}"
        except Exception as error:  # any other is what must not be
            wrong[figure_id] = f"{type(error).__name__}: {error}"
    assert wrong == {}


@pytest.mark.parametrize(
    ("figure_id", "state", "table", "column"),
    [
        ("map.card", State(asset="kashagan"), "assets", "asset_id"),
        ("companies.card", State(company="eni"), "companies", "company_id"),
        ("claims.evidence", State(claim="c01"), "claims", "claim_id"),
    ],
)
def test_a_card_of_what_is_gone_says_so(
    figure_id: str,
    state: State,
    table: str,
    column: str,
    whole: tables.Package,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen = {"assets": state.asset, "companies": state.company, "claims": state.claim}[table]
    package = Gapped(whole, table, _without(column, chosen))
    monkeypatch.setitem(reading._open, package.folder, package)
    with pytest.raises(TableError, match=rf"table {table}.*{column} = {chosen} are needed"):
        figures.registry()[figure_id].make(state)


class Shapeless(Gapped):
    """The package without the shape of one thing."""

    def __init__(self, whole: tables.Package, gone: str) -> None:
        super().__init__(whole, "texts", lambda frame: frame)
        self._gone = gone

    def geometry(self, name: str) -> dict[str, Any]:
        shapes = super().geometry(name)
        known = [f for f in shapes["features"] if self._gone not in f["properties"].values()]
        return {**shapes, "features": known}


@pytest.mark.parametrize(
    ("figure_id", "gone"),
    [
        ("corridor.legs", "leg_almaty_shu"),
        ("companies.map", "mangystau_region"),
    ],
)
def test_a_map_without_one_shape_draws_the_rest(
    figure_id: str, gone: str, whole: tables.Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = Shapeless(whole, gone)
    monkeypatch.setitem(reading._open, package.folder, package)
    figure = figures.registry()[figure_id].make(State())
    for text in _drawn(figure):
        json.loads(text, parse_constant=_not_finite)
    assert not [words for words in _sentences(figure) if _MISSING.search(words)]
    assert figure.finding
