"""The Middle Corridor: its legs in kilometres, routes along them, and its cargo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import Any

import pandas as pd

from partnership.analysis import oil
from partnership.tables import needed

MINISTRY = "report_az_2026_03_10_titr"
"""Source of the yearly series that the others are compared with: Kazakhstan's ministry."""

CARGO, CAPACITY, CONTAINERS = (
    "corridor_cargo_kt",
    "corridor_capacity_mt_y",
    "corridor_containers_kteu",
)
PROJECTED = "corridor_cargo_projected_kt"
"""Cargo that is projected without saying by whose count."""
OTHER_CARGO = (
    "corridor_cargo_railway_kt",
    "corridor_sea_cargo_kt",
    "corridor_rail_cargo_kt",
    "corridor_cargo_association_kt",
)
"""Cargo by other definitions than the ministry's: each a series of its own."""
OTHER_CONTAINERS = ("corridor_containers_carrier_kteu",)
"""Containers by another definition than the whole route."""
CORRIDOR = "middle_corridor"
_FORECAST = ("Forecast", "Projection")
"""How the note of an estimate begins that was published before its period."""
_EARTH_KM = 6371.0088

_TO_ALMATY = ("leg_xian_lanzhou", "leg_lanzhou_urumqi", "leg_urumqi_khorgos", "leg_khorgos_almaty")
_SOUTH = (
    *_TO_ALMATY,
    "leg_almaty_shu",
    "leg_shu_arys",
    "leg_arys_kyzylorda",
    "leg_kyzylorda_saksaulskaya",
)
_NORTH = (
    "leg_xian_lanzhou",
    "leg_lanzhou_urumqi",
    "leg_urumqi_alashankou",
    "leg_alashankou_dostyk",
    "leg_dostyk_aktogay",
    "leg_aktogay_mointy",
    "leg_mointy_zharyk",
    "leg_zharyk_zhezkazgan",
    "leg_zhezkazgan_saksaulskaya",
)
_TO_TBILISI = (
    "leg_saksaulskaya_shalkar",
    "leg_shalkar_beyneu",
    "leg_beyneu_mangystau",
    "leg_mangystau_aktau",
    "leg_aktau_alat",
    "leg_alat_ganja",
    "leg_ganja_tbilisi",
)
_TURKEY = (
    "leg_tbilisi_akhalkalaki",
    "leg_akhalkalaki_kars",
    "leg_kars_erzurum",
    "leg_erzurum_sivas",
    "leg_sivas_ankara",
    "leg_ankara_istanbul",
    "leg_istanbul_kapikule",
    "leg_kapikule_sofia",
    "leg_sofia_belgrade",
    "leg_belgrade_zagreb",
    "leg_zagreb_ljubljana",
    "leg_ljubljana_trieste",
)
_POTI = ("leg_tbilisi_samtredia", "leg_samtredia_poti")
ROUTES: Mapping[str, tuple[str, ...]] = {
    "rail_to_trieste": (*_SOUTH, *_TO_TBILISI, *_TURKEY),
    "sea_to_trieste": (*_SOUTH, *_TO_TBILISI, *_POTI, "leg_poti_trieste"),
    "dostyk_to_constanta": (*_NORTH, *_TO_TBILISI, *_POTI, "leg_poti_constanta"),
}
"""Routes from Xi'an as chains of legs; which legs form a route is our own choice."""


def legs(assets: pd.DataFrame, features: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Legs of `assets` with `km` and `schematic_km` (of it placed by hand), measured.

    Method: great-circle lengths of the pieces of each course in the detailed geometry, on a
    sphere of 6371.0088 km (haversine). Thinned courses come out a little short. `km` is missing
    where the geometry has no course of a leg.
    """
    km: dict[str, float] = {}
    drawn: dict[str, float] = {}
    for feature in features:
        key = str(feature["properties"]["asset_id"])
        length = _length(feature["geometry"])
        km[key] = km.get(key, 0.0) + length
        if feature["properties"]["schematic"]:
            drawn[key] = drawn.get(key, 0.0) + length
    rows = assets[assets["kind"].eq("corridor_leg")]
    ids = rows["asset_id"].astype(str)
    return rows.assign(km=ids.map(km), schematic_km=ids.map(drawn).fillna(0.0))


def _length(geometry: Mapping[str, Any]) -> float:
    parts = geometry["coordinates"]
    if geometry["type"] == "LineString":
        parts = [parts]
    return sum(_distance_km(a, b) for part in parts for a, b in pairwise(part))


def _distance_km(a: list[float], b: list[float]) -> float:
    south, north = radians(a[1]), radians(b[1])
    half = sin((north - south) / 2) ** 2
    half += cos(south) * cos(north) * sin(radians(b[0] - a[0]) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def routes(known: pd.DataFrame) -> pd.DataFrame:
    """Rows of `legs` put one after another along each of `ROUTES`: `way`, `from_km`, `to_km`.

    A route of which a leg or its length is not known is left out: it would come out too short.
    Raises `TableError` that names the absent legs where no route is left.
    """
    parts = []
    by_id = known[known["km"].notna()]
    by_id = by_id.set_index(by_id["asset_id"].astype(str))
    absent = [i for ids in ROUTES.values() for i in ids if i not in by_id.index]
    for route, ids in ROUTES.items():
        if set(ids) & set(absent):
            continue
        chain = by_id.loc[list(ids)].reset_index(drop=True)
        end = chain["km"].cumsum()
        parts.append(chain.assign(way=route, from_km=end - chain["km"], to_km=end))
    if not parts:
        raise needed.missing("assets", asset_id=tuple(dict.fromkeys(absent)))
    return pd.concat(parts, ignore_index=True)


def yearly(
    observations: pd.DataFrame, metrics: Iterable[str], first: int, last: int
) -> pd.DataFrame:
    """Whole years of `metrics` of the corridor with `year` and `role`; parts of years are left out.

    Each metric is a definition of its own. `role` is `series` (the ministry's count, else the most
    precise one), `other` (another count of the same metric and year) or `ahead` (`is_ahead`).
    Years counted are kept from `first` to `last`; what lies ahead of them is kept as it is.
    """
    rows = observations[
        observations["entity_id"].eq(CORRIDOR) & observations["metric_id"].isin(metrics)
    ]
    rows = rows[rows["period"].str.fullmatch(r"\d{4}")]
    rounded = rows["source_id"].ne(MINISTRY) * 2 + (rows["value"] % 1).eq(0)
    rows = rows.assign(year=rows["period"].astype(int), ahead=is_ahead(rows), rounded=rounded)
    rows = rows.sort_values(["year", "rounded"], kind="stable")
    first_of_year = ~rows.duplicated(["metric_id", "year", "ahead"])
    role = first_of_year.map({True: "series", False: "other"}).mask(rows["ahead"], "ahead")
    kept = rows["ahead"] | rows["year"].between(first, last)
    return rows.assign(role=role)[kept].drop(columns=["ahead", "rounded"])


def is_rounded_off(rows: pd.DataFrame) -> pd.Series:
    """Which counted rows are no count as printed: worked out from a change, or "about"."""
    return rows["status"].isin(["derived", "estimated"]) & ~is_ahead(rows)


def is_ahead(rows: pd.DataFrame) -> pd.Series:
    """Which rows of `observations` were set or forecast before their period: never an outcome."""
    return rows["status"].eq("target") | rows["note"].fillna("").str.startswith(_FORECAST)


def plans(observations: pd.DataFrame) -> pd.DataFrame:
    """Rows of the corridor that were ahead of their period, with the `outcome` where it is known.

    The outcome is the count of the same metric in the same year, in the same unit; `metrics` of
    which only a part of the year is counted have none. `outcome_about`: it is no count as printed.
    """
    rows = observations[observations["entity_id"].eq(CORRIDOR)]
    counted = yearly(observations, set(rows["metric_id"]), 0, 9999)
    counted = counted[counted["role"].eq("series")].set_index(["metric_id", "period"])
    counted = counted.assign(about=is_rounded_off(counted))
    ahead = rows[is_ahead(rows)].sort_values(["period", "metric_id"], kind="stable")
    keys = pd.MultiIndex.from_frame(ahead[["metric_id", "period"]])
    outcomes = counted.reindex(keys)
    about = outcomes["about"].eq(True).to_numpy()
    ahead = ahead.assign(outcome=outcomes["value"].to_numpy(), outcome_about=about)
    return ahead.reset_index(drop=True)


PIPELINES = ("cpc", "btc", "atyrau_samara", "kazakhstan_china_oil")
ALL_OIL, KAZAKH_OIL = oil.ALL_OIL, oil.KAZAKH_OIL


def beside_pipelines(observations: pd.DataFrame, sources: pd.DataFrame, last: int) -> pd.DataFrame:
    """What the corridor and the oil pipelines carried in one year, in Mt.

    The year is the latest up to `last` for which the corridor's cargo and all oil of CPC and BTC
    are known; a line whose oil is not known for it stands with the year before. Returns
    `entity_id`, `metric_id` (all oil or Kazakh oil), `year`, `mt`, `source_id`, `status`, `note`.
    Plans are left out; `sources` tells which of several sources is preferred.
    """
    wanted = tuple((line, metric) for line in PIPELINES for metric in (ALL_OIL, KAZAKH_OIL))
    carried = oil.by_year(observations, sources, wanted)
    carried = carried[carried["used"] & carried["status"].ne("target")]
    cargo = yearly(observations, (CARGO,), 0, last)
    cargo = cargo[cargo["role"].eq("series")]
    cargo = cargo.assign(mt=cargo["value"] / 1000)
    columns = ["entity_id", "metric_id", "year", "mt", "source_id", "status", "note"]
    rows = pd.concat([carried, cargo], ignore_index=True)[columns]
    whole = rows[rows["metric_id"].eq(ALL_OIL)]
    known = [set(whole.loc[whole["entity_id"].eq(e), "year"]) for e in ("cpc", "btc")]
    common = {y for y in set(cargo["year"]).intersection(*known) if y <= last}
    if not common:
        return rows.head(0)
    rows = rows[rows["year"].between(max(common) - 1, max(common))]
    latest = rows.groupby(["entity_id", "metric_id"])["year"].transform("max")
    return rows[rows["year"].eq(latest)].reset_index(drop=True)
