"""The partnership in ten numbers, each computed from the tables with its period and source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from partnership.analysis import crude, stakes, target, trade
from partnership.analysis.spans import attested_on


@dataclass(frozen=True)
class Tables:
    """The tables that the numbers are computed from."""

    trade: pd.DataFrame
    stakes: pd.DataFrame
    assets: pd.DataFrame
    observations: pd.DataFrame


@dataclass(frozen=True)
class Number:
    """One number: `value` in `unit` for `period`; `rank` where it has one."""

    key: str
    sector: str
    value: float
    unit: str
    period: str
    source_id: str
    status: str
    rank: int | None = None


def numbers(tables: Tables, italian: set[str], first: int, last: int, day: date) -> list[Number]:
    """All numbers that the years `first` to `last` allow, in reading order. `italian` are the
    ids of the Italian-owned assets.
    """
    found: list[Number | None] = [
        *_turnover(tables, first, last),
        *_share(tables, first, last),
        _crude(tables, first, last),
        *_eni(tables, day),
        _megawatts(tables, italian),
        _target(tables, first, last),
        _observed(tables, "middle_corridor", "corridor_cargo_kt", "corridor", "transport", last),
        _observed(tables, "cpc", "oil_throughput_mt", "cpc", "oil_gas", last),
    ]
    return [n for n in found if n is not None]


def _turnover(tables: Tables, first: int, last: int) -> Iterable[Number | None]:
    rows = trade.turnover(tables.trade, first, last)
    for reporter, key in (("KAZ", "turnover_kaz"), ("ITA", "turnover_ita")):
        declared = rows[rows["reporter"] == reporter]
        yield _last(declared, key, "trade", "value_usd", "USD")


def _last(rows: pd.DataFrame, key: str, sector: str, column: str, unit: str) -> Number | None:
    rows = rows[rows[column].notna()]
    if rows.empty:
        return None
    row = rows.sort_values("year").iloc[-1]
    return Number(
        key,
        sector,
        float(row[column]),
        unit,
        str(row["year"]),
        str(row["source_id"]),
        str(row["status"]),
    )


def _share(tables: Tables, first: int, last: int) -> Iterable[Number | None]:
    rows = trade.destinations(tables.trade, first, last)
    italy = rows[rows["partner"] == "ITA"]
    share = _last(italy, "share", "trade", "share", "%")
    yield share
    if share is None:
        return
    row = italy[italy["share"].notna()].sort_values("year").iloc[-1]
    yield Number(
        "rank",
        "trade",
        float(row["rank"]),
        "rank",
        share.period,
        share.source_id,
        "derived",
        int(row["rank"]),
    )


def _crude(tables: Tables, first: int, last: int) -> Number | None:
    rows = crude.origins(tables.trade, first, last)
    return _last(rows[rows["partner"] == "KAZ"], "crude", "oil_gas", "share", "%")


def _eni(tables: Tables, day: date) -> Iterable[Number]:
    for asset in ("karachaganak", "kashagan"):
        if stakes.splits(tables.stakes, asset).empty:
            continue
        split = stakes.split_on(tables.stakes, asset, day).rows
        own = split[split["holder_id"] == "eni"]
        if own.empty:
            continue
        row = own.iloc[0]
        yield Number(
            f"eni_{asset}",
            "oil_gas",
            float(row["percent"]),
            "%",
            attested_on(tables.stakes, asset, day).day,
            str(row["source_id"]),
            "reported",
        )


def _megawatts(tables: Tables, italian: set[str]) -> Number | None:
    """Nameplate capacity of Italian-owned wind and solar plants that operate in Kazakhstan."""
    own = tables.assets["asset_id"].isin(italian) & tables.assets["country"].eq("KAZ")
    rows = tables.assets[
        own
        & tables.assets["capacity_unit"].eq("MW")
        & tables.assets["asset_status"].eq("operating")
    ]
    if rows["capacity_value"].isna().all() or rows["start_year"].isna().all():
        return None
    value = float(rows["capacity_value"].sum())
    last = str(int(rows["start_year"].max()))
    return Number(
        "megawatts", "renewables", value, "MW", last, str(rows["source_id"].iloc[0]), "derived"
    )


def _target(tables: Tables, first: int, last: int) -> Number | None:
    """Kazakh-declared turnover in percent of the newest target."""
    if not tables.observations["metric_id"].eq(target.METRIC).any():
        return None
    target_usd = float(target.newest(tables.observations)["value"])
    rows = trade.turnover(tables.trade, first, last)
    latest = _last(rows[rows["reporter"] == "KAZ"], "target", "diplomacy", "value_usd", "USD")
    if latest is None:
        return None
    share = latest.value / target_usd * 100
    return Number("target", "diplomacy", share, "%", latest.period, latest.source_id, "derived")


def _observed(
    tables: Tables, entity: str, metric: str, key: str, sector: str, last: int
) -> Number | None:
    """Latest reported year of one metric of one entity."""
    seen = tables.observations
    matching = (
        seen["entity_id"].eq(entity) & seen["metric_id"].eq(metric) & seen["status"].eq("reported")
    )
    rows = seen[matching & seen["period"].str.fullmatch(r"\d{4}")]
    rows = rows.assign(year=rows["period"].astype(int))
    rows = rows[rows["year"] <= last].sort_values("year", kind="stable")
    if rows.empty:
        return None
    row = rows[rows["year"] == rows["year"].max()].iloc[0]
    return Number(
        key,
        sector,
        float(row["value"]),
        str(row["unit"]),
        str(row["period"]),
        str(row["source_id"]),
        "reported",
    )
