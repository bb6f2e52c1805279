"""The data package: its contract, checked by our code and independently of it."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from itertools import pairwise
from typing import Any

import frictionless
import pytest

from partnership import tables
from partnership.checks import audit
from partnership.language import codes
from tests.serving import ROOT

TABLES = tables.package().names
GEOMETRY = [name for name, r in tables.package().resources.items() if r.get("format") == "geojson"]


def _rows(name: str) -> list[dict[str, str]]:
    with (tables.DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_loads_whole(package: tables.Package, name: str) -> None:
    assert len(package.table(name)) == len(_rows(name)) > 0


def test_tables_hold_against_each_other(package: tables.Package) -> None:
    assert [str(p) for p in audit.across(package)] == []


def test_frictionless_agrees() -> None:
    report = frictionless.validate(str(tables.DATA / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert len(report.tasks) == len(TABLES) + len(GEOMETRY)


def test_every_file_is_in_the_package(package: tables.Package) -> None:
    listed = {r["path"] for r in package.resources.values()}
    there = {str(p.relative_to(tables.DATA)) for p in tables.DATA.rglob("*") if p.is_file()}
    assert there - {"datapackage.json", "README.md"} == listed


def test_frames_do_not_share_their_columns(package: tables.Package) -> None:
    frame = package.table("stakes")
    frame["percent"] = 0.0
    assert package.table("stakes")["percent"].max() > 0


def _rings(geometry: dict[str, Any]) -> list[tuple[bool, list[list[float]]]]:
    """Every ring of a polygon, and whether it is an outer one."""
    polygons = {
        "Polygon": [geometry["coordinates"]],
        "MultiPolygon": geometry["coordinates"],
    }.get(geometry["type"], [])
    return [(i == 0, ring) for rings in polygons for i, ring in enumerate(rings)]


def _area(ring: list[list[float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


@pytest.mark.parametrize("name", GEOMETRY)
def test_outer_rings_run_counter_clockwise(package: tables.Package, name: str) -> None:
    features = json.loads((tables.DATA / package.resources[name]["path"]).read_text("utf-8"))[
        "features"
    ]
    assert features
    for feature in features:
        for outer, ring in _rings(feature["geometry"]):
            assert ring[0] == ring[-1]
            assert (_area(ring) > 0) is outer, feature["properties"]


@pytest.mark.parametrize("name", GEOMETRY)
def test_geometry_names_known_things(package: tables.Package, name: str) -> None:
    key = "asset_id" if name.startswith("routes") else "id"
    known = {
        "land": {r["country_id"] for r in _rows("countries")},
        "routes": {r["asset_id"] for r in _rows("assets")},
        "regions": {r["id"] for r in _rows("texts")},
    }
    ids = {f["properties"][key] for f in package.geometry(name)["features"]}
    assert all(ids)
    assert ids <= known.get(name.removesuffix("_detail"), ids)


def _splits() -> dict[tuple[str, str, str], float]:
    """Sum of the shares of each reported split: (asset, first day, first day after)."""
    sums: dict[tuple[str, str, str], float] = defaultdict(float)
    for row in _rows("stakes"):
        if row["basis"] == "split" and row["status"] != "claimed":
            sums[row["asset_id"], row["valid_from"], row["valid_to"]] += float(row["percent"])
    return sums


def test_reported_splits_add_up_to_100() -> None:
    off = {key: total for key, total in _splits().items() if abs(total - 100) > 0.05}
    assert len(_splits()) >= 18
    assert off == {}


def test_spans_of_one_consortium_do_not_overlap() -> None:
    spans: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for asset, start, end in _splits():
        spans[asset].append((start or "0000", end or "9999"))
    for asset, of_asset in spans.items():
        for (_, end), (start, _) in pairwise(sorted(of_asset)):
            assert end <= start, asset


def test_the_articles_sets_do_not_add_up() -> None:
    sums: dict[str, float] = defaultdict(float)
    for row in _rows("stakes"):
        if row["status"] == "claimed" and row["basis"] == "split":
            sums[row["asset_id"]] += float(row["percent"])
    assert {a: round(s, 2) for a, s in sums.items()} == {"karachaganak": 90.0, "kashagan": 100.01}


def test_sources_have_address_and_licence() -> None:
    for row in _rows("sources"):
        path = ROOT / row["url"].partition("#")[0]
        assert row["url"].startswith(("https://", "http://")) or path.is_file(), row
        assert row["licence"] in codes.LICENCE, row
        assert row["publisher"], row
        assert row["title"], row


def _trade(period: str) -> list[float]:
    wanted = ("KAZ", "ITA", "export", "total", period)
    keys = ("reporter", "partner", "flow", "product_id", "period")
    return [float(r["value_usd"]) for r in _rows("trade") if tuple(r[k] for k in keys) == wanted]


def test_values_known_from_the_sources() -> None:
    assert 18_663_800_000 in _trade("2024")
    assert pytest.approx(14_833_289_890, abs=1) in _trade("2023")
    capacity = {r["asset_id"]: (r["capacity_value"], r["capacity_unit"]) for r in _rows("assets")}
    assert capacity["badamsha_1"] == capacity["badamsha_2"] == ("48", "MW")
    assert capacity["zhanaozen_hybrid"] == ("247", "MW")
