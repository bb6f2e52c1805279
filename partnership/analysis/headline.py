"""The partnership in numbers, each computed from the tables with its period, trend and source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
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
    """One number: `value` in `unit` for `period`; `rank` where it has one.

    `before` is the value of `base`, the period it is compared with. `trend` are the values that
    lead up to it, one a year without a hole. A sum of two sources names the `other_source_id` too.
    """

    key: str
    sector: str
    value: float
    unit: str
    period: str
    source_id: str
    status: str
    rank: int | None = None
    before: float | None = None
    base: str = ""
    trend: tuple[float, ...] = ()
    other_source_id: str | None = None


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


def _last(
    rows: pd.DataFrame, key: str, sector: str, column: str, unit: str, status: str = ""
) -> Number | None:
    """The latest value of `rows`, which have at most one of a year, with what led up to it."""
    known = rows[rows[column].notna()].sort_values("year", kind="stable")
    if known.empty:
        return None
    row, trend = known.iloc[-1], _unbroken(known, column)
    return Number(
        key,
        sector,
        float(row[column]),
        unit,
        str(row["year"]),
        str(row["source_id"]),
        status or str(row["status"]),
        before=trend[-2] if len(trend) > 1 else None,
        base=str(int(row["year"]) - 1) if len(trend) > 1 else "",
        trend=trend,
        other_source_id=row.dropna().get("other_source_id"),
    )


def _unbroken(rows: pd.DataFrame, column: str) -> tuple[float, ...]:
    """The values of the years up to the last one, as far back as none is missing."""
    years = rows["year"].astype(int).to_numpy()
    breaks = [n for n in range(1, len(years)) if years[n] - years[n - 1] != 1]
    return tuple(float(value) for value in rows[column].iloc[breaks[-1] if breaks else 0 :])


def _share(tables: Tables, first: int, last: int) -> Iterable[Number | None]:
    rows = trade.destinations(tables.trade, first, last)
    italy = rows[rows["partner"].eq("ITA") & rows["share"].notna()]
    share = _last(italy, "share", "trade", "share", "%")
    rank = _last(italy, "rank", "trade", "rank", "rank", "derived")
    if share is None or rank is None:
        return
    place = int(rank.value)
    yield replace(share, rank=place)
    yield replace(rank, rank=place)


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
        before = _changed(tables.stakes, asset, float(row["percent"]), day)
        yield Number(
            f"eni_{asset}",
            "oil_gas",
            float(row["percent"]),
            "%",
            attested_on(tables.stakes, asset, day).day,
            str(row["source_id"]),
            "reported",
            before=before[0] if before else None,
            base=before[1] if before else "",
            trend=_each_year(tables.stakes, asset, day),
        )


def _changed(rows: pd.DataFrame, asset: str, now: float, day: date) -> tuple[float, str] | None:
    """Eni's percent before the present one, and since when it is that one; none if never other."""
    known = stakes.splits(rows, asset)
    own = known[known["holder_id"].eq("eni") & known["valid_from"].fillna("").le(day.isoformat())]
    since = ""
    for row in reversed(list(own.itertuples())):
        if float(row.percent) != now:
            return float(row.percent), since
        since = "" if pd.isna(row.valid_from) else str(row.valid_from)
    return None


def _each_year(rows: pd.DataFrame, asset: str, day: date) -> tuple[float, ...]:
    """Eni's percent at the start of each year since the first split known, and on `day`."""
    first = stakes.splits(rows, asset)["valid_from"].dropna().astype(str).min()
    if pd.isna(first):
        return ()
    days = [*(date(year, 1, 1) for year in range(int(first[:4]) + 1, day.year + 1)), day]
    splits = (stakes.split_on(rows, asset, one).rows for one in days)
    return tuple(float(s.loc[s["holder_id"].eq("eni"), "percent"].sum()) for s in splits)


def _megawatts(tables: Tables, italian: set[str]) -> Number | None:
    """Nameplate capacity of Italian-owned wind and solar plants that operate in Kazakhstan."""
    own = tables.assets["asset_id"].isin(italian) & tables.assets["country"].eq("KAZ")
    rows = tables.assets[
        own
        & tables.assets["capacity_unit"].eq("MW")
        & tables.assets["asset_status"].eq("operating")
    ]
    rows = rows[rows["capacity_value"].notna() & rows["start_year"].notna()]
    if rows.empty:
        return None
    added = rows.groupby(rows["start_year"].astype(int))["capacity_value"].sum()
    sums = added.sort_index().cumsum()
    years = range(int(sums.index[0]), int(sums.index[-1]) + 1)
    return Number(
        "megawatts",
        "renewables",
        float(sums.iloc[-1]),
        "MW",
        str(sums.index[-1]),
        str(rows["source_id"].iloc[0]),
        "derived",
        before=float(sums.iloc[-2]) if len(sums) > 1 else None,
        base=str(sums.index[-2]) if len(sums) > 1 else "",
        trend=tuple(float(v) for v in sums.reindex(years).ffill()),
    )


def _target(tables: Tables, first: int, last: int) -> Number | None:
    """Kazakh-declared turnover in percent of the newest target."""
    if not tables.observations["metric_id"].eq(target.METRIC).any():
        return None
    target_usd = float(target.newest(tables.observations)["value"])
    rows = trade.turnover(tables.trade, first, last)
    rows = rows[rows["reporter"].eq("KAZ")]
    rows = rows.assign(percent=rows["value_usd"] / target_usd * 100)
    return _last(rows, "target", "diplomacy", "percent", "%", "derived")


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
    rows = rows[rows["year"].le(last)].drop_duplicates("year")
    return _last(rows, key, sector, "value", str(rows["unit"].iloc[0])) if len(rows) else None
