"""What explains a break in the series of trade and oil: rows of `events` that say so."""

from __future__ import annotations

import pandas as pd


def explained(events: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """The `events` of the years `first` to `last` that explain a break, by date.

    Returns `year`, `event_id` (its title is the words of the break), `asset_id` (what it
    befell) and `source_id`.
    """
    rows = events[events["explains_break"].fillna(value=False)].sort_values("date")
    rows = rows.assign(year=rows["date"].str[:4].astype(int))
    rows = rows[rows["year"].between(first, last)]
    return rows[["year", "event_id", "asset_id", "source_id"]].reset_index(drop=True)
