"""Working interests in the consortia: who holds what, on which day.

Shares are working interests in percent as published. Spans are half-open: `valid_from` is the
first day, `valid_to` the first day after.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from partnership.analysis.once import once
from partnership.tables import needed

OPEN_END = "9999-12-31"
MOST_SLICES = 8
_ALWAYS = ("eni", "kazmunaygas")
"""Holders that are always named: they are the subject of the dashboard."""
FIRST = (*_ALWAYS, "kazakh_state")
"""Holders that come first in every drawing."""
OTHER = "other"
"""The band of holders that are not named one by one."""


@dataclass(frozen=True)
class Split:
    """The holders of one consortium on one day.

    `rows` are rows of `stakes`. `early` is true when the day lies before the first known split,
    which is then the one shown.
    """

    asset_id: str
    rows: pd.DataFrame
    early: bool

    @property
    def total(self) -> float:
        """Sum of the shares in percent."""
        return float(self.rows["percent"].sum())


@once
def splits(stakes: pd.DataFrame, asset_id: str) -> pd.DataFrame:
    """The full splits of a consortium as sources have them, earliest first."""
    ours = stakes["asset_id"].eq(asset_id) & stakes["basis"].eq("split")
    rows = stakes[ours & stakes["status"].ne("claimed")]
    return rows.sort_values(
        ["valid_from", "percent"], ascending=[True, False], na_position="first", kind="stable"
    )


def split_on(stakes: pd.DataFrame, asset_id: str, day: date) -> Split:
    """The split valid on `day`; before the first known one, that one.

    Raises `TableError` when the consortium has no full split.
    """
    known = splits(stakes, asset_id)
    if known.empty:
        raise needed.missing("stakes", asset_id=asset_id, basis="split")
    asked = day.isoformat()
    start = known["valid_from"].fillna("")
    end = known["valid_to"].fillna(OPEN_END)
    valid = known[(start <= asked) & (asked < end)]
    early = valid.empty
    if early:
        valid = known[start == start.min()]
    return Split(asset_id, valid.sort_values("percent", ascending=False, kind="stable"), early)


def named(known: pd.DataFrame) -> frozenset[str]:
    """The holders of a consortium that are named one by one on every day; others are `OTHER`.

    `known` are its splits as from `splits`. The largest share that each ever had decides, so that
    no holder changes its band: as many as leave no split with more than `MOST_SLICES` bands,
    holders of like shares together, and those that are always named.
    """
    most = known.groupby(known["holder_id"].astype(str))["percent"].max()
    for least in sorted(most.unique()):
        chosen = frozenset(most.index[most.ge(least)]) | set(_ALWAYS)
        if _most_bands(known, chosen) <= MOST_SLICES:
            return chosen
    return frozenset(_ALWAYS)


def _most_bands(known: pd.DataFrame, chosen: frozenset[str]) -> int:
    """The largest number of bands of a split where `chosen` are named."""
    drawn = known["holder_id"].astype(str)
    drawn = drawn.where(drawn.isin(chosen), OTHER)
    return int(drawn.groupby(known["valid_from"].fillna("")).nunique().max())


def bands(rows: pd.DataFrame, known: pd.DataFrame) -> pd.Series:
    """Under which name each holder of one split is drawn: its own, or `OTHER`.

    `rows` hold `holder_id` of one split, `known` are all splits of its consortium. The one place
    that decides it, for a day as for the history.
    """
    names = rows["holder_id"].astype(str)
    return names.where(names.isin(named(known)), OTHER)


def grouped(rows: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """One split as drawn: `holder_id` (or `OTHER`, last) and `percent`, largest first."""
    drawn = rows.assign(holder_id=bands(rows, known))
    sums = drawn.groupby("holder_id", as_index=False)["percent"].sum()
    sums = sums.assign(last=sums["holder_id"].eq(OTHER))
    sums = sums.sort_values(["last", "percent"], ascending=[True, False], kind="stable")
    return sums[["holder_id", "percent"]].reset_index(drop=True)


@once
def _ranked(stakes: pd.DataFrame) -> pd.DataFrame:
    """`holder_id` of all full splits: those that come first, then by the number of consortia that
    each was ever in, and its largest share in any.
    """
    rows = stakes[stakes["basis"].eq("split") & stakes["status"].ne("claimed")]
    rows = rows.assign(holder_id=rows["holder_id"].astype(str))
    holders = rows.groupby("holder_id").agg(n=("asset_id", "nunique"), most=("percent", "max"))
    holders["first"] = [FIRST.index(h) if h in FIRST else len(FIRST) for h in holders.index]
    order = ["first", "n", "most", "holder_id"]
    ranked = holders.reset_index().sort_values(order, ascending=[True, False, False, True])
    return ranked[["holder_id"]].reset_index(drop=True)


def ordered(stakes: pd.DataFrame, holders: Iterable[str]) -> list[str]:
    """Holders in the one order of all drawings, whoever stands beside them; `OTHER` is last."""
    wanted = {str(h) for h in holders}
    return [h for h in (*_ranked(stakes)["holder_id"], OTHER) if h in wanted]


def start_days(stakes: pd.DataFrame, assets: Iterable[str]) -> list[date]:
    """The days on which a split of one of `assets` began, earliest first."""
    starts = {d for a in assets for d in splits(stakes, a)["valid_from"].dropna()}
    return sorted(date.fromisoformat(str(d)) for d in starts)


def all_known_from(stakes: pd.DataFrame, assets: Iterable[str]) -> date | None:
    """The first day from which a split of each of `assets` is known; none without any."""
    found = [days[0] for a in assets if (days := start_days(stakes, (a,)))]
    return max(found, default=None)


def claimed(stakes: pd.DataFrame, asset_id: str) -> pd.DataFrame:
    """The split that the article states for a consortium (full or not), largest first."""
    matching = stakes["asset_id"].eq(asset_id) & stakes["status"].eq("claimed")
    return stakes[matching].sort_values("percent", ascending=False)


def differences(reported: pd.DataFrame, article: pd.DataFrame) -> pd.DataFrame:
    """Shares by holder: what the article states and what is reported.

    Returns `holder_id`, `reported`, `claimed` (percent, missing where a set lacks the holder),
    largest reported first.
    """
    left = reported.set_index("holder_id")["percent"].rename("reported")
    right = article.set_index("holder_id")["percent"].rename("claimed")
    both = pd.concat([left, right], axis=1)
    return both.sort_values(["reported", "claimed"], ascending=False).reset_index(names="holder_id")


def matrix(stakes: pd.DataFrame, assets: tuple[str, ...], day: date) -> pd.DataFrame:
    """Every holder's share in each of `assets` on a day: `asset_id`, `holder_id`, `percent`,
    `source_id`, and `holdings`, the number of consortia the holder is in. A consortium of which no
    split is known, or none yet on that day, is left out.
    """
    full = [asset for asset in assets if not splits(stakes, asset).empty]
    found = [split_on(stakes, asset, day) for asset in full]
    parts = [split.rows for split in found if not split.early] or [stakes.head(0)]
    rows = pd.concat(parts, ignore_index=True)
    rows = rows[["asset_id", "holder_id", "percent", "source_id", "status", "note"]]
    return rows.assign(holdings=rows.groupby("holder_id")["asset_id"].transform("count"))
