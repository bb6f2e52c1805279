"""Shares of the consortia as the article has them, beside the reported ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import stakes as analysis
from partnership.charts import lines
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.stakes.history import named
from partnership.language import readable, texts
from partnership.language.readable import Cell, Column, Row
from partnership.language.texts import Texts, message
from partnership.state import State
from partnership.tables.contract import first_day
from partnership.wording import stakes as words

_ID = "stakes.article"
_COLUMNS = (
    Column("consortium", message("Consortium")),
    Column("holder", message("Holder")),
    Column("claimed", message("Article"), "right"),
    Column("reported", message("Reported"), "right"),
    Column("differs", message("Difference, points"), "right"),
)


@register(_ID, sectors=("oil_gas",), uses=("consortium",))
def article(state: State) -> Figure:
    """The article's shares beside the reported ones, holder by holder."""
    t = texts.in_language(state.lang)
    stakes = tables.load("stakes")
    attested = stakes.loc[stakes["status"].eq("claimed"), "attested"]
    if attested.empty:
        why = t("The article gives no shares for this selection.")
        return shared.nothing(_ID, t("Shares in the article compared with reported ones"), why)
    when = str(attested.max())
    day = date.fromisoformat(first_day(when))
    parts = [_compared(stakes, asset, day) for asset in named(state)]
    rows = pd.concat([part for part in parts if len(part)] or parts, ignore_index=True)
    differ = int(_differs(rows).sum())
    sources = rows["source_id"].dropna().astype(str)
    return Figure(
        id=_ID,
        title=t("Shares in the article of {month} and as reported, percent", month=t.day(when)),
        drawn=readable.table(_COLUMNS, (_row(r, t) for r in rows.itertuples()), t),
        table=_long(rows),
        source_ids=tuple(dict.fromkeys(["article", *sources])),
        alt=t("Table of {count} shares, of which {differ} differ.", count=len(rows), differ=differ),
        headline=_answer(differ, len(rows), t),
        finding=_finding(rows, t) if len(rows) else _silent(named(state), t),
        note=_partial(rows, t),
        badges=frozenset({"disagree"}) if differ else frozenset(),
    )


def _compared(stakes: pd.DataFrame, asset: str, day: date) -> pd.DataFrame:
    """Both shares of each holder of a consortium: `asset_id`, `holder_id`, `reported`, `claimed`,
    `whole` (whether the article gives a full split) and `source_id` of the reported ones.
    """
    claimed = analysis.claimed(stakes, asset)
    if claimed.empty or analysis.splits(stakes, asset).empty:
        columns = ["asset_id", "holder_id", "reported", "claimed", "whole", "source_id"]
        return pd.DataFrame(columns=columns)
    reported = analysis.split_on(stakes, asset, day).rows
    rows = analysis.differences(reported, claimed)
    whole = not claimed["basis"].eq("holding").all()
    rows = rows if whole else rows[rows["claimed"].notna()]
    order = {h: n for n, h in enumerate(analysis.ordered(stakes, rows["holder_id"]))}
    rows = rows.sort_values("holder_id", key=lambda h: h.map(order), kind="stable")
    source = str(reported["source_id"].iloc[0])
    return rows.assign(asset_id=asset, whole=whole, source_id=source)


def _differs(rows: pd.DataFrame) -> pd.Series:
    """Whether two shares differ as they are written, or one of them is missing."""
    both = rows[["reported", "claimed"]].astype(float).round(2)
    return both["reported"].ne(both["claimed"])


def _long(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a share: `said_by` is `reported` or `claimed`, with the source of each."""
    long = rows.melt(
        ["asset_id", "holder_id", "source_id"], ["reported", "claimed"], "said_by", "percent"
    ).dropna(subset="percent")
    long["source_id"] = long["source_id"].mask(long["said_by"].eq("claimed"), "article")
    return long[["asset_id", "holder_id", "said_by", "percent", "source_id"]]


def _row(row: Any, t: Texts) -> Row:
    reported, claimed = (
        "" if pd.isna(v) else words.share(float(v), t) for v in (row.reported, row.claimed)
    )
    points = None
    remark = t("omitted") if not claimed else t("not listed") if not reported else ""
    if claimed and reported != claimed and not remark:
        points = row.claimed - row.reported
        remark = t.number(points, 2)
    return {
        "consortium": t.short(str(row.asset_id)),
        "holder": t.short(str(row.holder_id)),
        "claimed": Cell(claimed, row.claimed),
        "reported": Cell(reported, row.reported),
        "differs": Cell(remark, points),
    }


def _answer(differ: int, count: int, t: Texts) -> str:
    if not count:
        return ""
    if not differ:
        return t("No share in the article differs from those reported")
    return t.plural(
        "{count} of {all} shares in the article differs from those reported",
        "{count} of {all} shares in the article differ from those reported",
        differ,
        all=count,
    )


def _silent(assets: tuple[str, ...], t: Texts) -> str:
    name = t.name(assets[0]) if len(assets) == 1 else t("the five consortia")
    return t("The article gives no share for {name}.", name=name)


def _partial(rows: pd.DataFrame, t: Texts) -> str:
    """The consortia of which the article gives the shares of some holders, and of whom."""
    single = rows[~rows["whole"].astype(bool)]
    if single.empty:
        return ""
    return t(
        "For {consortia} the article gives only the share of {holders}, not a full split.",
        consortia=lines.listed([t.short(a) for a in single["asset_id"].unique()], t),
        holders=lines.listed([t.short(str(h)) for h in single["holder_id"].unique()], t),
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """What the article's shares add up to, and which holders they omit or name as before."""
    sentences = []
    for asset, shares in rows[rows["whole"].astype(bool)].groupby("asset_id", sort=False):
        total = float(shares["claimed"].sum())
        if abs(total - 100) >= 1e-9:
            sum_of = {"name": t.short(str(asset)), "total": words.share(total, t)}
            sentences.append(t("{name}: the article's shares add up to {total}.", **sum_of))
            sentences += _omissions(shares, t)
    return " ".join(sentences)


def _omissions(shares: pd.DataFrame, t: Texts) -> Iterator[str]:
    missing = shares[shares["claimed"].isna()].set_index("holder_id")["reported"]
    extra = shares[shares["reported"].isna()].set_index("holder_id")["claimed"]
    for old, share in extra.items():
        for heir in missing[missing.eq(share)].index[:1]:
            yield t(
                "It names {old}, whose share now belongs to {heir}.",
                old=t.short(str(old)),
                heir=t.short(str(heir)),
            )
            missing = missing.drop(heir)
    if len(missing):
        names = lines.listed([t.short(str(h)) for h in missing.index], t)
        yield t("It omits {names}.", names=names)
