"""How far the splits of a consortium are documented: the basis of each start, and until when.

A split is documented between two dated changes, and from its start to the newest page that lists
it. Before and after that a title may only say for which date it was reported. One that no page of
its time lists is worked out from another list: from a later one it is documented between two
dated changes, from an earlier one not at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Literal

import pandas as pd

from partnership.analysis.freshness import span as days_of
from partnership.analysis.once import once
from partnership.analysis.stakes import OPEN_END, bands, split_on, splits
from partnership.tables import needed
from partnership.tables.contract import first_day, last_day

How = Literal["on", "last", "since", "first", "announced", "expected", "before"]
DATED = ("closing", "takeover", "agreement")
"""Bases of a start that date the change."""
_ROUNDING = 0.005
"""Percent by which two pages may differ that print one share to two and to three decimals."""
_UNCLOSED: dict[str, How] = {"announcement": "announced", "expected": "expected"}
"""Bases that say nothing of a closing."""


@dataclass(frozen=True)
class Known:
    """For which `day` (an ISO day or period) a split may be stated, and how.

    `on`: documented on the requested day; `last`: last listed before it; `since`: the period in
    which the split began by its source, and which contains the requested day; `first`: the first
    list; `announced` and `expected`: no page says that the change was closed; `before`: the
    requested day lies before the first known split, which began then. `listed` is the day of the
    page that lists it, and `worked_out` is true where that page is of another time than the split.
    """

    day: str
    how: How
    listed: str = ""
    worked_out: bool = False


def begun(start: str, precision: str) -> str:
    """The period in which a span starts: `2005-05` for a start known by month."""
    year, month, _ = start.split("-")
    if precision == "quarter":
        return f"{year}-{month}/{year}-{int(month) + 2:02d}"
    return {"year": year, "month": f"{year}-{month}"}.get(precision, start)


def _surely_by(period: str) -> date:
    """The first day by which something that happened within `period` had happened."""
    first, after = days_of(period)
    return first if after - first == timedelta(days=1) else after


def _surely_until(period: str) -> date:
    """The first day after which nothing is known of something seen within `period`."""
    first, after = days_of(period)
    return after if after - first == timedelta(days=1) else first


@once
def spans(stakes: pd.DataFrame, asset_id: str) -> pd.DataFrame:
    """One row a span of a consortium, earliest first.

    Returns `valid_from`, `valid_to`, `attested`, `start_basis`, `start_precision`,
    `start_source_id` as in `stakes` (of the largest holder), `dated` (whether the basis of each
    holder's start dates the change), `begun` (the period of the start, missing where
    it is not documented), `worked_out` (whether no page of its time lists it), `sure_from` and
    `sure_to` (first day documented and first day after, equal where none is).
    """
    known = splits(stakes, asset_id)
    # A row that only goes by another name says nothing of the change.
    firm = known.sort_values("start_basis", key=lambda b: b.eq("naming"), kind="stable")
    rows = known.loc[firm.drop_duplicates("valid_from").index.sort_values()]
    rows = rows.sort_values("valid_from", na_position="first").reset_index(drop=True)
    columns = ["valid_from", "valid_to", "attested"]
    columns += ["start_basis", "start_precision", "start_source_id"]
    rows = rows[columns].astype(object).where(rows[columns].notna(), None)
    # One holder may have come in on a day that is known and another on one that is not.
    loose = known[~known["start_basis"].isin(DATED)]["valid_from"]
    rows = rows.assign(dated=~rows["valid_from"].isin(loose) & rows["valid_from"].notna())
    rows = rows.assign(
        begun=pd.Series(
            [
                begun(r.valid_from, r.start_precision) if r.valid_from else None
                for r in rows.itertuples()
            ],
            dtype=object,
        ),
        later=[first_day(r.attested) >= (r.valid_to or OPEN_END) for r in rows.itertuples()],
        earlier=[last_day(r.attested) < (r.valid_from or "") for r in rows.itertuples()],
    )
    rows = rows.assign(worked_out=rows["later"] | rows["earlier"])
    # What is carried on from an earlier list does not show that nothing else had changed.
    following = [*(rows["dated"] & ~rows["earlier"]).tolist()[1:], False][: len(rows)]
    found = [_sure(r, n) for r, n in zip(rows.itertuples(), following, strict=True)]
    return rows.assign(
        sure_from=[a.isoformat() for a, _ in found],
        sure_to=[b.isoformat() for _, b in found],
    )


def _sure(row: Any, dated_end: bool) -> tuple[date, date]:
    if row.worked_out:
        end = date.fromisoformat(row.valid_to)
        sure = row.later and row.dated and dated_end
        start = _surely_by(row.begun) if sure else end
        return min(start, end), end
    listed, last = _surely_by(row.attested), _surely_until(row.attested)
    unclosed = row.start_basis in _UNCLOSED
    first = _surely_by(row.begun) if row.dated or row.start_basis == "list" else listed
    if unclosed and row.attested <= row.valid_from:
        last = first
    if dated_end:
        last = date.fromisoformat(row.valid_to)
    return first, max(first, last)


def attested_on(stakes: pd.DataFrame, asset_id: str, day: date) -> Known:
    """For which day the split that is valid on `day` may be stated.

    The day named is never later than `day`, unless `day` lies before the split is known at all,
    nor later than what the tables document. Raises `TableError` without a full split.
    """
    if splits(stakes, asset_id).empty:
        raise needed.missing("stakes", asset_id=asset_id, basis="split")
    rows = spans(stakes, asset_id)
    asked = day.isoformat()
    end = rows["valid_to"].fillna(OPEN_END)
    valid = rows[rows["valid_from"].fillna("").le(asked) & end.gt(asked)]
    row = next((valid if len(valid) else rows.head(1)).itertuples())
    listed, later = str(row.attested), bool(row.worked_out)
    start = str(row.begun or listed)
    if row.sure_from <= asked < row.sure_to:
        return Known(asked, "on", listed, later)
    if valid.empty and row.dated:
        return Known(start, "before", listed, later)
    if asked < row.sure_from or row.sure_from == row.sure_to:
        how = _UNCLOSED.get(str(row.start_basis)) or ("since" if row.dated else "first")
        return Known(start, how, listed, later)
    return Known(listed, "last", listed)


def history(stakes: pd.DataFrame, asset_id: str, start: date, end: date) -> pd.DataFrame:
    """The splits of a consortium between `start` and `end`, cut where documentation ends.

    Returns `start`, `end` (ISO days; `end` is the first day after), `holder_id`, `band` (as from
    `stakes.bands`), `percent`, `documented` (whether the split is documented on those days),
    `start_basis`, `source_id`, `status`.
    """
    known = splits(stakes, asset_id)
    first, last = start.isoformat(), end.isoformat()
    parts = []
    for span in spans(stakes, asset_id).itertuples():
        same = (
            known["valid_from"].isna()
            if span.valid_from is None
            else (known["valid_from"].eq(span.valid_from))
        )
        rows = known[same]
        rows = rows.assign(band=bands(rows, known))
        cuts = [str(span.valid_from or first), span.sure_from, span.sure_to]
        cuts.append(str(span.valid_to or last))
        for n, (a, b) in enumerate(pairwise(cuts)):
            left, right = max(a, first), min(b, last)
            if left < right:
                parts.append(rows.assign(start=left, end=right, documented=n == 1))
    columns = ["start", "end", "holder_id", "band", "percent", "documented", "start_basis"]
    columns += ["source_id", "status"]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def changes(stakes: pd.DataFrame, asset_id: str) -> pd.DataFrame:
    """What changed at the start of each span but the first: one row a holder.

    Returns `valid_from`, `begun`, `start_basis`, `holder_id`, `before` and `after` (percent,
    missing where the holder was not in the split), `named` (it only goes by another name, as a
    later list has it), `source_id` (of the start).
    """
    rows = spans(stakes, asset_id)
    parts = []
    for span in rows[rows["valid_from"].notna()].itertuples():
        day = date.fromisoformat(str(span.valid_from))
        earlier = split_on(stakes, asset_id, day - timedelta(days=1))
        if earlier.early:
            continue
        before = earlier.rows.set_index("holder_id")["percent"].rename("before")
        rows_after = split_on(stakes, asset_id, day).rows.set_index("holder_id")
        both = pd.concat([before, rows_after["percent"].rename("after")], axis=1)
        same = (both["before"] - both["after"]).abs().le(_ROUNDING)
        both = both[~same].reset_index(names="holder_id")
        parts.append(
            both.assign(
                valid_from=span.valid_from,
                begun=span.begun,
                start_basis=span.start_basis,
                named=both["holder_id"].isin(
                    rows_after.index[rows_after["start_basis"].eq("naming")]
                ),
                source_id=span.start_source_id,
            )
        )
    columns = ["valid_from", "begun", "start_basis", "holder_id", "before", "after", "named"]
    columns += ["source_id"]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)
