"""What claims are checked against, and what a check finds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from partnership.analysis.stakes import OPEN_END


@dataclass(frozen=True)
class Tables:
    """The tables that claims are checked against."""

    observations: pd.DataFrame
    stakes: pd.DataFrame
    trade: pd.DataFrame
    events: pd.DataFrame
    assets: pd.DataFrame
    projects: pd.DataFrame
    evidence: pd.DataFrame
    sources: pd.DataFrame

    @cached_property
    def splits(self) -> dict[str, pd.DataFrame]:
        """The reported splits by asset; `start` and `end` are days even where a span is open."""
        rows = self.stakes
        rows = rows[rows["basis"].eq("split") & rows["status"].eq("reported")]
        start, end = rows["valid_from"].fillna(""), rows["valid_to"].fillna(OPEN_END)
        dated = rows.assign(start=start.astype(object), end=end.astype(object))
        return {str(asset): split for asset, split in dated.groupby("asset_id")}

    @cached_property
    def totals(self) -> dict[str, pd.DataFrame]:
        """Trade in all products as statistics or sources declare it, by year."""
        rows = self.trade[self.trade["product_id"].eq("total")]
        rows = rows[rows["status"].ne("claimed")]
        return {str(year): part for year, part in rows.groupby(rows["period"].str[:4])}

    @cached_property
    def published(self) -> dict[str, tuple[str, str]]:
        """Kind and day of publication (empty where there is none) of each source."""
        columns = (self.sources[c].astype(object).fillna("") for c in ("kind", "published"))
        return dict(zip(self.sources["source_id"], zip(*columns, strict=True), strict=True))


@dataclass(frozen=True)
class Value:
    """One value to check a claim against; `value` is a number, or an ISO date as text.

    `period` is the time that the source gives for it, `covers` the time for which it may be
    compared with a claim: the same where it is `None`, any time where it is empty. `listed` is
    false where the finding is that a complete list does not contain what was claimed. `indirect`
    is true where the value rests on a figure of the article itself, or measures something wider or
    narrower than the claim.
    """

    value: float | str
    period: str
    source_id: str
    status: str
    listed: bool = True
    covers: str | None = None
    indirect: bool = False

    @property
    def time(self) -> str:
        """The period that is compared with that of the claim; empty for any time."""
        return self.period if self.covers is None else self.covers


@dataclass(frozen=True)
class Found:
    """All that counts now (`known`), the numbers of earlier periods (`before`), and the outcome
    of a target in each year since (`met`).
    """

    known: tuple[Value, ...] = ()
    before: tuple[float, ...] = ()
    met: tuple[Value, ...] = ()
