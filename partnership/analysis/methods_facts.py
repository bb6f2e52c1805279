"""Methods of claims about shares, observations, plants, firms and events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from partnership.analysis.found import Found, Tables, Value
from partnership.analysis.freshness import span
from partnership.analysis.periods import months

DAYS_A_MONTH = 365.25 / 12
"""Mean length of a month of the Julian year, in days."""
ANY_TIME = ""
"""What a value covers that does not change with the year."""


def independent(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows that are not themselves a claim."""
    return rows[rows["status"].ne("claimed")]


def values(
    rows: pd.DataFrame, column: str, period: str, covers: str | None = None
) -> tuple[Value, ...]:
    """One `Value` a row, from a column of numbers and the column `period`."""
    known = rows[rows[column].notna()]
    return tuple(
        Value(float(v), "" if pd.isna(p) else str(p), str(s), str(status), covers=covers)
        for v, p, s, status in zip(
            known[column], known[period], known["source_id"], known["status"], strict=True
        )
    )


def stake(tables: Tables, asset_id: str, holder_id: str, on: str) -> Found:
    """Share of a holder, in percent, in the reported split that is valid on the day `on`.

    A holder that the split does not list has no share: 0. Shares of spans that ended by then are
    the earlier values. Spans are half-open. The period is the day for which a source lists the
    split, and the source is the page that lists it then; a share that no deal has changed since is
    still that of the day `on`.
    """
    if asset_id not in tables.splits:
        return Found()
    split = tables.splits[asset_id]
    own, ended = split["holder_id"].eq(holder_id), split["end"].le(on)
    valid = split["start"].le(on) & ~ended
    if not valid.any():
        return Found()
    listed = split["attested_source_id"].fillna(split["source_id"])
    split = split.assign(source_id=listed)
    first = split[valid].iloc[0]
    absent = Value(
        0.0, str(first["attested"]), str(first["source_id"]), "derived", listed=False, covers=on
    )
    now = values(split[valid & own], "percent", "attested", covers=on) or (absent,)
    return Found(now, tuple(float(p) for p in split[own & ended]["percent"]))


def _seen(tables: Tables, entity_id: str, metric_id: str) -> pd.DataFrame:
    rows = independent(tables.observations)
    return rows[rows["entity_id"].eq(entity_id) & rows["metric_id"].eq(metric_id)]


def observation(tables: Tables, entity_id: str, metric_id: str, period: str) -> Found:
    """Every value of one metric of one entity in one period, in the unit of the metric."""
    rows = _seen(tables, entity_id, metric_id)
    return Found(values(rows[rows["period"].eq(period)], "value", "period"))


def observation_within(tables: Tables, entity_id: str, metric_id: str, year: str) -> Found:
    """Values of one metric for the longest span of months on file within a year."""
    rows = _seen(tables, entity_id, metric_id)
    first, after = span(year)
    spans = pd.Series([span(str(p)) for p in rows["period"]], rows.index, dtype=object)
    rows = rows[spans.map(lambda s: s[0] >= first and s[1] <= after).astype(bool)]
    days = spans[rows.index].map(lambda s: (s[1] - s[0]).days)
    return Found(values(rows[days.eq(days.max())], "value", "period"))


def observation_latest(tables: Tables, entity_id: str, metric_id: str, until: str) -> Found:
    """Values of the newest period that begins by `until`.

    Those of earlier periods as long as one of the newest are the earlier values.
    """
    rows = _seen(tables, entity_id, metric_id)
    first = pd.Series([span(str(p))[0] for p in rows["period"]], rows.index, dtype=object)
    rows, first = rows[first < span(until)[1]], first[first < span(until)[1]]
    if rows.empty:
        return Found()
    newest = first.eq(first.max())
    length = rows["period"].astype(object).map(months)
    alike = length.isin(length[newest])
    earlier = tuple(float(v) for v in rows[~newest & alike]["value"])
    return Found(values(rows[newest], "value", "period"), earlier)


def observation_any(tables: Tables, entity_id: str, metric_id: str) -> Found:
    """Every value of what does not change with the year; the period is that of the page."""
    rows = _seen(tables, entity_id, metric_id)
    return Found(values(rows, "value", "period", covers=ANY_TIME))


def observation_range_end(tables: Tables, entity_id: str, metric_id: str) -> Found:
    """Every value of a metric that is one end of a range, of what does not change with the year.

    The end of a range is no estimate of its own, so the values are indirect.
    """
    ends = observation_any(tables, entity_id, metric_id).known
    return Found(tuple(replace(end, indirect=True) for end in ends))


def _asset(tables: Tables, asset_ids: Iterable[str]) -> pd.DataFrame:
    """Rows of these assets, `period` being the year in which each started."""
    rows = independent(tables.assets)
    rows = rows[rows["asset_id"].isin(list(asset_ids))]
    return rows.assign(period=["" if pd.isna(y) else str(int(y)) for y in rows["start_year"]])


def asset_capacity(tables: Tables, asset_id: str) -> Found:
    """Nameplate capacity of one asset in its own unit."""
    rows = _asset(tables, [asset_id])
    return Found(values(rows, "capacity_value", "period", covers=ANY_TIME))


def asset_capacity_sum(tables: Tables, asset_ids: str) -> Found:
    """Nameplate capacity of several assets (ids with commas between), in MW, if all are known.

    Period and source are those of the asset that started last.
    """
    wanted = asset_ids.split(",")
    rows = _asset(tables, wanted)
    rows = rows[rows["capacity_unit"].eq("MW") & rows["capacity_value"].notna()]
    if set(rows["asset_id"]) != set(wanted):
        return Found()
    newest = rows.loc[rows["period"].idxmax()]
    total, period = float(rows["capacity_value"].sum()), str(newest["period"])
    return Found((Value(total, period, str(newest["source_id"]), "derived", covers=ANY_TIME),))


def asset_start(tables: Tables, asset_id: str) -> Found:
    """First year of operation of one asset."""
    return Found(values(_asset(tables, [asset_id]), "start_year", "period"))


def asset_in_region(tables: Tables, asset_id: str, region_id: str) -> Found:
    """Whether an asset lies in a region: a row for each source that places it there."""
    rows = _asset(tables, [asset_id])
    return Found(values(rows[rows["region_id"].eq(region_id)].assign(one=1.0), "one", "period"))


def firm_at_work(tables: Tables, company_id: str) -> Found:
    """Projects of a company, one value each; a plan is none."""
    rows = independent(tables.projects)
    rows = rows[rows["company_id"].eq(company_id) & rows["status"].ne("target")].assign(one=1.0)
    return Found(values(rows, "one", "start"))


def _event(tables: Tables, event_id: str) -> pd.DataFrame:
    rows = independent(tables.events)
    return rows[rows["event_id"].eq(event_id)]


def event(tables: Tables, event_id: str) -> Found:
    """Whether an event is on file."""
    return Found(values(_event(tables, event_id).assign(one=1.0), "one", "date"))


def event_date(tables: Tables, event_id: str) -> Found:
    """Date of one event, as precise as its source gives it."""
    rows = _event(tables, event_id)
    columns = zip(rows["date"], rows["source_id"], rows["status"], strict=True)
    return Found(tuple(Value(str(d), str(d), str(s), str(status)) for d, s, status in columns))


def months_between(tables: Tables, event_id_a: str, event_id_b: str) -> Found:
    """Months of mean length from event a to event b.

    The one method whose start may be a claim, where the claim is about the time that passed since;
    such a value is indirect.
    """
    start = tables.events[tables.events["event_id"].eq(event_id_a)]
    rows = _event(tables, event_id_b)
    if start.empty or rows.empty:
        return Found()
    end = rows.iloc[0]
    passed = pd.Timestamp(end["date"]) - pd.Timestamp(start["date"].iloc[0])
    value = Value(
        passed.days / DAYS_A_MONTH,
        str(end["date"]),
        str(end["source_id"]),
        "derived",
        covers=ANY_TIME,
        indirect=bool(start["status"].iloc[0] == "claimed"),
    )
    return Found((value,))


def aim(tables: Tables, event_id: str) -> Found:
    """The value of the target that was set in one event."""
    return Found(values(_event(tables, event_id), "value", "date", covers=ANY_TIME))
