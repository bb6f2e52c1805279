"""Italy's crude oil as the press prints it, for the months after the register by origin ends.

These are statements by span of months. They overlap, some of them put two origins together, and
none is a part of the register's series.
"""

from __future__ import annotations

import pandas as pd

from partnership.analysis.freshness import as_year, span

SHARE = "kazakh_share_of_italian_crude_pct"
TOGETHER = "AZE;KAZ"
"""Azerbaijan and Kazakhstan where the source does not separate them."""
_PAIR = ["azerbaijani_kazakh_crude_imports_kt", "azerbaijani_kazakh_share_of_italian_crude_pct"]
_KINDS = {
    "italian_crude_imports_kt": "quantity_kt",
    _PAIR[0]: "quantity_kt",
    SHARE: "share",
    _PAIR[1]: "share",
    "origin_share_of_italian_crude_pct": "share",
    "italian_crude_imports_change_pct": "change",
}
_ORDER = ["WLD", "KAZ", TOGETHER, "AZE", "LBY"]


def stated(observations: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Kazakhstan's share of Italy's crude as stated: `year`, `start`, `end` (fractional years on an
    axis where a whole year is at its number), `period`, `partner`, `share` (percent),
    `source_id`, `status`, `note`.
    """
    rows = observations[observations["metric_id"].eq(SHARE)]
    rows = rows.assign(
        year=rows["period"].str[:4].astype(int), partner="KAZ", share=rows["value"].astype(float)
    )
    rows = rows[rows["year"].between(first, last)]
    days = [span(str(p)) for p in rows["period"]]
    rows = rows.assign(
        start=[as_year(a) - 0.5 for a, _ in days], end=[as_year(b) - 0.5 for _, b in days]
    )
    columns = ["year", "start", "end", "period", "partner", "share"]
    return rows[[*columns, "source_id", "status", "note"]].reset_index(drop=True)


def _longest(notes: pd.Series) -> str | None:
    return max(notes.dropna().astype(str), key=len, default=None)


def points(observations: pd.DataFrame, first: int, last: int, register: int) -> pd.DataFrame:
    """What was printed of the months after the last year of the `register`, one row an origin,
    span and source.

    `period`, `origin` (a country, `WLD` or `AZE;KAZ`), `quantity_kt`, `share` (percent of all),
    `change` (percent, on the same months a year before), each missing where it is not printed,
    `source_id`, `status`, `note`; the newest span first.
    """
    rows = observations[observations["metric_id"].isin(_KINDS)]
    rows = rows[rows["status"].ne("claimed")]
    year = rows["period"].str[:4].astype(int)
    rows = rows[year.gt(register) & year.between(first, last)]
    origin = rows["entity_id"].mask(rows["metric_id"].eq(SHARE), "KAZ")
    rows = rows.assign(
        origin=origin.mask(rows["metric_id"].isin(_PAIR), TOGETHER),
        kind=rows["metric_id"].map(_KINDS),
    )
    keys = ["period", "origin", "source_id"]
    wide = rows.pivot(index=keys, columns="kind", values="value")
    wide = wide.reindex(columns=["quantity_kt", "share", "change"])
    about = rows.groupby(keys).agg(status=("status", "first"), note=("note", _longest))
    found = wide.join(about).reset_index().rename_axis(columns=None)
    ends = [span(str(p))[1] for p in found["period"]]
    order = found["origin"].map(_ORDER.index)
    found = found.assign(end=ends, order=order)
    found = found.sort_values(["end", "period", "order"], ascending=[False, True, True])
    return found.drop(columns=["end", "order"]).reset_index(drop=True)
