"""What claims are checked against, and what a check finds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd


@dataclass(frozen=True)
class Tables:
    """The tables that claims are checked against."""

    observations: pd.DataFrame
    stakes: pd.DataFrame
    trade: pd.DataFrame
    events: pd.DataFrame
    assets: pd.DataFrame

    @cached_property
    def splits(self) -> dict[str, pd.DataFrame]:
        """The reported splits by asset; `start` and `end` are days even where a span is open."""
        rows = self.stakes
        rows = rows[rows["basis"].eq("split") & rows["status"].eq("reported")]
        start, end = rows["valid_from"].fillna(""), rows["valid_to"].fillna("9999-12-31")
        dated = rows.assign(start=start.astype(object), end=end.astype(object))
        return {str(asset): split for asset, split in dated.groupby("asset_id")}

    @cached_property
    def totals(self) -> dict[str, pd.DataFrame]:
        """Trade in all products as statistics or sources declare it, by year."""
        rows = self.trade[self.trade["product_id"].eq("total")]
        rows = rows[rows["status"].ne("claimed")]
        return {str(year): part for year, part in rows.groupby(rows["period"].str[:4])}


@dataclass(frozen=True)
class Value:
    """One value to hold a claim against; `value` is a number, or an ISO date as text.

    `listed` is false where the finding is that a complete list does not hold what was claimed.
    """

    value: float | str
    period: str
    source_id: str
    status: str
    listed: bool = True


@dataclass(frozen=True)
class Found:
    """All that counts now (`known`) and the numbers that held in earlier periods (`before`)."""

    known: tuple[Value, ...] = ()
    before: tuple[float, ...] = ()
