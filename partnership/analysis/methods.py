"""How the value to hold a claim against is computed from the tables.

`METHODS` holds one function for each name that may stand in `claims.method`. A function takes the
tables and the words of `claims.arguments` and returns what it found: every value that counts, and
the values that held before. Rows with the status `claimed` are what is being checked and never
count as evidence, with two exceptions that say so. Nothing found is an empty `Found`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from partnership.analysis import crude
from partnership.analysis import trade as flows
from partnership.analysis.found import Found, Tables, Value

DAYS_A_MONTH = 365.25 / 12
"""Mean length of a month of the Julian year, in days."""


def _independent(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows that are not themselves a claim."""
    return rows[rows["status"].ne("claimed")]


def _values(rows: pd.DataFrame, column: str, period: str) -> tuple[Value, ...]:
    """One `Value` a row, from a column of numbers and the column `period`."""
    known = rows[rows[column].notna()]
    return tuple(
        Value(float(v), str(p), str(s), str(status))
        for v, p, s, status in zip(
            known[column], known[period], known["source_id"], known["status"], strict=True
        )
    )


def stake(tables: Tables, asset_id: str, holder_id: str, on: str) -> Found:
    """Share of a holder, in percent, in the reported split that is valid on the day `on`.

    A holder that the split does not list has no share: 0. Shares of spans that ended by then are
    the earlier values. Spans are half-open.
    """
    if asset_id not in tables.splits:
        return Found()
    split = tables.splits[asset_id]
    mine, ended = split["holder_id"].eq(holder_id), split["end"].le(on)
    valid = split["start"].le(on) & ~ended
    if not valid.any():
        return Found()
    now = split[valid & mine].assign(period=on)
    others = str(split[valid]["source_id"].iloc[0])
    absent = Value(0.0, on, others, "derived", listed=False)
    values = _values(now, "percent", "period") or (absent,)
    return Found(values, tuple(float(p) for p in split[mine & ended]["percent"]))


def stake_sum(tables: Tables, asset_id: str) -> Found:
    """Sum of the shares, in percent, of all holders that the claim itself names.

    The one method that adds up `claimed` rows: it checks the list against itself.
    """
    rows = tables.stakes
    named = rows[rows["asset_id"].eq(asset_id) & rows["basis"].eq("split")]
    named = named[named["status"].eq("claimed")]
    if named.empty:
        return Found()
    total = round(float(named["percent"].sum()), 6)
    first = named.iloc[0]
    return Found((Value(total, str(first["attested"]), str(first["source_id"]), "derived"),))


def _seen(tables: Tables, entity_id: str, metric_id: str) -> pd.DataFrame:
    rows = _independent(tables.observations)
    return rows[rows["entity_id"].eq(entity_id) & rows["metric_id"].eq(metric_id)]


def observation(tables: Tables, entity_id: str, metric_id: str, period: str) -> Found:
    """Every value of one metric of one entity in one period, in the unit of the metric."""
    rows = _seen(tables, entity_id, metric_id)
    return Found(_values(rows[rows["period"].eq(period)], "value", "period"))


def observation_latest(tables: Tables, entity_id: str, metric_id: str) -> Found:
    """Values of the newest period of one metric of one entity; the others are earlier values."""
    rows = _seen(tables, entity_id, metric_id)
    newest = rows["period"].eq(rows["period"].max())
    earlier = tuple(float(v) for v in rows[~newest]["value"])
    return Found(_values(rows[newest], "value", "period"), earlier)


def rank_by_edition(tables: Tables, entity_id: str, metric_id: str, edition: str) -> Found:
    """Rank in one edition of a yearbook, which is the period of the observation."""
    return observation(tables, entity_id, metric_id, edition)


def _to_italy(tables: Tables, year: str, column: str) -> Found:
    declared = tables.totals.get(year, tables.trade.iloc[:0])
    rows = flows.destinations(declared, int(year), int(year))
    italy = rows[rows["partner"].eq("ITA")].assign(status="derived")
    return Found(_values(italy, column, "year"))


def export_share(tables: Tables, year: str) -> Found:
    """Italy's percent of all that Kazakhstan declares as exported in a year (USD, FOB)."""
    return _to_italy(tables, year, "share")


def export_rank(tables: Tables, year: str) -> Found:
    """Italy's place among the destinations of Kazakhstan's exports by value; 1 buys most."""
    return _to_italy(tables, year, "rank")


def turnover(tables: Tables, reporter: str, year: str) -> Found:
    """Trade of both directions in USD as one country (`reporter`, ISO code) declares it."""
    declared = tables.totals.get(year, tables.trade.iloc[:0])
    rows = flows.turnover(declared, int(year), int(year))
    rows = rows[rows["reporter"].eq(reporter)].assign(status="derived")
    return Found(_values(rows, "value_usd", "year"))


def crude_share(tables: Tables, year: str) -> Found:
    """Kazakhstan's percent of the volume of crude that Italy imports in a year."""
    rows = crude.origins(_independent(tables.trade), int(year), int(year))
    return Found(_values(rows[rows["partner"].eq("KAZ")], "share", "period"))


def fuel_share(tables: Tables, period: str) -> Found:
    """Mineral fuels (chapter 27) in percent of what Italy declares as imported from Kazakhstan.

    `period` is a span of months; months that lack either of the two values are left out of both.
    """
    first, last = period.split("/")
    rows = _independent(tables.trade)
    rows = rows[rows["reporter"].eq("ITA") & rows["partner"].eq("KAZ") & rows["flow"].eq("import")]
    rows = rows[rows["product_id"].isin(["total", "hs27"]) & rows["period"].between(first, last)]
    rows = rows[rows["period"].str.fullmatch(r"\d{4}-\d{2}")]
    both = rows.pivot_table(
        index=["source_id", "period"], columns="product_id", values="declared_value"
    )
    if not {"total", "hs27"} <= set(both.columns):
        return Found()
    sums = both.dropna().groupby(level="source_id").sum()
    sums = sums[sums["total"].gt(0)].reset_index()
    sums = sums.assign(share=sums["hs27"] / sums["total"] * 100, period=period, status="derived")
    return Found(_values(sums, "share", "period"))


def _asset(tables: Tables, asset_ids: Iterable[str]) -> pd.DataFrame:
    """Rows of these assets, `period` being the year in which each started."""
    rows = _independent(tables.assets)
    rows = rows[rows["asset_id"].isin(list(asset_ids))]
    return rows.assign(period=["" if pd.isna(y) else str(int(y)) for y in rows["start_year"]])


def asset_capacity(tables: Tables, asset_id: str) -> Found:
    """Nameplate capacity of one asset in its own unit."""
    return Found(_values(_asset(tables, [asset_id]), "capacity_value", "period"))


def asset_capacity_sum(tables: Tables, asset_ids: str) -> Found:
    """Nameplate capacity of several assets (ids with commas between), in MW, if all are known."""
    wanted = asset_ids.split(",")
    rows = _asset(tables, wanted)
    rows = rows[rows["capacity_unit"].eq("MW") & rows["capacity_value"].notna()]
    if set(rows["asset_id"]) != set(wanted):
        return Found()
    newest, source = str(rows["period"].max()), str(rows["source_id"].iloc[0])
    return Found((Value(float(rows["capacity_value"].sum()), newest, source, "derived"),))


def asset_start(tables: Tables, asset_id: str) -> Found:
    """First year of operation of one asset."""
    return Found(_values(_asset(tables, [asset_id]), "start_year", "period"))


def _event(tables: Tables, event_id: str) -> pd.DataFrame:
    rows = _independent(tables.events)
    return rows[rows["event_id"].eq(event_id)]


def event_date(tables: Tables, event_id: str) -> Found:
    """Date of one event, as precise as its source gives it."""
    rows = _event(tables, event_id)
    columns = zip(rows["date"], rows["source_id"], rows["status"], strict=True)
    return Found(tuple(Value(str(d), str(d), str(s), str(status)) for d, s, status in columns))


def event_value(tables: Tables, event_id: str) -> Found:
    """Value that goes with one event, in its unit."""
    return Found(_values(_event(tables, event_id), "value", "date"))


def months_between(tables: Tables, event_id_a: str, event_id_b: str) -> Found:
    """Months of mean length from event a to event b.

    The start may be a claim, where the claim is about the time that passed since.
    """
    start = tables.events[tables.events["event_id"].eq(event_id_a)]["date"]
    rows = _event(tables, event_id_b)
    if start.empty or rows.empty:
        return Found()
    passed = pd.Timestamp(rows["date"].iloc[0]) - pd.Timestamp(start.iloc[0])
    rows = rows.assign(months=passed.days / DAYS_A_MONTH, status="derived")
    return Found(_values(rows, "months", "date"))


METHODS: dict[str, Callable[..., Found]] = {
    f.__name__: f
    for f in (
        stake,
        stake_sum,
        observation,
        observation_latest,
        rank_by_edition,
        export_share,
        export_rank,
        turnover,
        crude_share,
        fuel_share,
        asset_capacity,
        asset_capacity_sum,
        asset_start,
        event_date,
        event_value,
        months_between,
    )
}
"""Every function that `claims.method` may name."""
EDITORIAL = "editorial"
"""The word in `claims.method` where nothing can be computed and a person judged."""


def compute(method: str, arguments: str, tables: Tables) -> Found:
    """What `method` finds for `arguments` (`name=value;name=value`).

    Raises `ValueError` for a method that does not exist or arguments that it does not take.
    """
    if method not in METHODS:
        raise ValueError(f"there is no method {method!r}; there are {', '.join(METHODS)}")
    try:
        given = dict(one.split("=", 1) for one in arguments.split(";"))
        return METHODS[method](tables, **given)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{method} cannot work with {arguments!r}: {error}") from error
