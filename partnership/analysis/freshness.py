"""How fresh the tables are: which source feeds which table, and up to which period.

The newest period of a source is the one that ends last among its rows that say what *was*: rows
of status `target`, `planned` and `claimed` are left out, and so is what begins after the requested
day (a plan for 2030 does not make a table fresh). A period counts by its end, `2024` by 31
December; one that is still under way counts by its beginning, for it is not known how much of it
is covered.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pandas as pd

PERIODS = {
    "trade": "period",
    "observations": "period",
    "prices": "period",
    "events": "date",
    "stakes": "attested",
    "evidence": "period",
}
"""The tables whose rows belong to a period, and the column that says which."""
_LEFT_OUT = ("target", "planned", "claimed")


def span(period: str) -> tuple[date, date]:
    """First day, and first day after, of `2024`, `2024-05`, `2024-05-30` or `2024-01/2024-09`."""
    if "/" in period:
        first, last = period.split("/", 1)
        return span(first)[0], span(last)[1]
    parts = [int(p) for p in period.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0] + 1, 1, 1)
    if len(parts) == 2:
        year, month = parts
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
    day = date(*parts)
    return day, day + timedelta(days=1)


def as_year(day: date) -> float:
    """A day as a fractional year: 1 July 2023 is 2023 + 181/365."""
    start, end = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return day.year + (day - start) / (end - start)


def feeds(frames: Mapping[str, pd.DataFrame], until: date) -> pd.DataFrame:
    """What each source brings to each table.

    `frames` are tables by name; those without `source_id` are passed over. Returns `source_id`,
    `table`, `rows`, `newest` (the period as written; missing where the table has none), one row
    a pair, in the order of `frames`, the source with most rows first.
    """
    parts = []
    for name, frame in frames.items():
        if "source_id" not in frame or name == "sources":
            continue
        ids = frame["source_id"].astype(str)
        part = ids.value_counts().rename_axis("source_id").reset_index(name="rows")
        newest = _newest(frame, PERIODS[name], until) if name in PERIODS else {}
        parts.append(part.assign(table=name, newest=part["source_id"].map(newest)))
    columns = ["source_id", "table", "rows", "newest"]
    if not parts:
        return pd.DataFrame(columns=columns)
    return pd.concat(parts, ignore_index=True).astype({"newest": object})[columns]


def _newest(frame: pd.DataFrame, column: str, until: date) -> dict[str, str]:
    known = frame[frame[column].notna()]
    if "status" in known:
        known = known[~known["status"].isin(_LEFT_OUT)]
    pairs = known[["source_id", column]].astype(str).drop_duplicates()
    reached = {p: reach(p, until) for p in pairs[column].unique() if span(p)[0] <= until}
    pairs = pairs[pairs[column].isin(reached)]
    pairs = pairs.assign(reach=pairs[column].map(reached))
    pairs = pairs.sort_values(["reach", column], kind="stable")
    last = pairs.groupby("source_id")[column].last()
    return {str(source): str(period) for source, period in last.items()}


def reach(period: str, until: date) -> date:
    """The first day after a period that has ended by `until`; the first day of one under way."""
    start, end = span(period)
    return end if end <= until else start


def by_table(fed: pd.DataFrame, until: date) -> pd.DataFrame:
    """Of each table: `rows` with a source, `sources`, `newest` period and the `source_id` of it.

    `fed` is what `feeds` returns. Where several sources reach the newest period, the one with
    most rows is named; where no row has a period, the one with most rows.
    """
    out = []
    for name, part in fed.groupby("table", sort=False):
        best = newest_first(part, until).iloc[0]
        out.append(
            {
                "table": name,
                "rows": int(part["rows"].sum()),
                "sources": len(part),
                "newest": best["newest"],
                "source_id": best["source_id"],
            }
        )
    return pd.DataFrame(out, columns=["table", "rows", "sources", "newest", "source_id"])


def newest_first(fed: pd.DataFrame, until: date) -> pd.DataFrame:
    """Rows of `feeds` by how far their newest period reaches, then by number of rows."""
    far = [reach(p, until) if isinstance(p, str) else date.min for p in fed["newest"]]
    order = fed.assign(far=far).sort_values(["far", "rows"], ascending=False, kind="stable")
    return order.drop(columns="far")


def months_behind(period: str, today: date) -> int:
    """Whole months from how far a period reaches to a day; nothing is ahead of itself."""
    far = reach(period, today)
    months = (today.year - far.year) * 12 + today.month - far.month
    return max(0, months - (1 if today.day < far.day else 0))
