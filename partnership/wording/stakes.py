"""Words for shares: since when a split is valid, what that rests on, for which day it stands."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis.spans import Known, begun
from partnership.analysis.stakes import OTHER, Split
from partnership.language import codes
from partnership.language.amounts import decimals
from partnership.language.texts import Texts, message
from partnership.provenance import sources

_TITLE = {
    "on": message("{name}: working interests on {day}, percent"),
    "last": message("{name}: working interests as last reported, {day}, percent"),
    "since": message("{name}: working interests valid from {day} (list of {list}), percent"),
    "before": message("{name}: working interests valid from {day} (list of {list}), percent"),
    "first": message("{name}: working interests as first reported, {day}, percent"),
    "announced": message("{name}: working interests as announced {when}, percent"),
    "expected": message("{name}: working interests as expected for {day}, percent"),
}
_WORKED_OUT = {
    "on": message("{name}: working interests on {day}, derived from a list of {list}, percent"),
    "since": message(
        "{name}: working interests since {day}, derived from a list of {list}, percent"
    ),
    "before": message(
        "{name}: working interests since {day}, derived from a list of {list}, percent"
    ),
}
"""Titles of a split that no page of its time lists."""
_WHEN = {
    "on": message("on {day}"),
    "last": message("as last reported, {day}"),
    "since": message("valid from {day} (list of {list})"),
    "before": message("valid from {day} (list of {list})"),
    "first": message("as first reported, {day}"),
    "announced": message("as announced {when}"),
    "expected": message("as expected for {day}"),
}


def share(percent: float, t: Texts) -> str:
    """A working interest: as many decimals as it was published with, at most two."""
    return t.percent(percent, min(decimals(percent), 2))


def holder(holder_id: str, t: Texts) -> str:
    """A holder by its short name, or those that are not named one by one."""
    return t("Others") if holder_id == OTHER else t.short(holder_id)


def at(period: str, t: Texts) -> str:
    """A day or a period as a time: `on 4 Feb 2005`, `in Oct 2008`."""
    day = t.day(period)
    return t("on {day}", day=day) if len(period) == len("2005-02-04") else t("in {day}", day=day)


def _filled(known: Known, t: Texts) -> dict[str, str]:
    """What the messages about a split name."""
    return {
        "day": t.day(known.day),
        "when": at(known.day, t),
        "list": t.day(known.listed) if known.listed else "",
    }


def title(name: str, known: Known, t: Texts) -> str:
    """Title of a split: no later day than what attests it."""
    titles = _WORKED_OUT if known.worked_out else {}
    return t(titles.get(known.how, _TITLE[known.how]), name=name, **_filled(known, t))


def when(known: Known, t: Texts) -> str:
    """For which day a share stands: `on 1 Jan 2010`, `as last reported, Feb 2025`."""
    return t(_WHEN[known.how], **_filled(known, t))


def note(split: Split, known: Known, t: Texts) -> str:
    """What the start of a split rests on, which page lists it last, and when the contract ends."""
    rows = split.rows
    # A row that only goes by another name says nothing of the change.
    main = rows[rows["start_basis"].ne("naming")]
    row = (main if len(main) else rows).iloc[0]
    parts = []
    if split.early:
        parts.append(t("The day is before the first known split; this is the first one."))
    if pd.isna(row["valid_from"]):
        parts.append(t("The start of this split is not documented."))
    else:
        start = begun(str(row["valid_from"]), str(row["start_precision"]))
        parts.append(
            t(
                codes.STAKE_START_SENTENCE[str(row["start_basis"])],
                day=t.day(start),
                when=at(start, t),
            )
        )
    others = rows[rows["start_basis"].ne(row["start_basis"]) & rows["start_basis"].notna()]
    for other in others.itertuples():
        basis = t(codes.STAKE_START[str(other.start_basis)])
        parts.append(t("{holder}: {basis}.", holder=t.short(str(other.holder_id)), basis=basis))
    listed = t.day(str(row["attested"]))
    parts.append(
        t(
            "No page found lists it for its own date; it is derived from the list of {day} and "
            "the changes between.",
            day=listed,
        )
        if known.worked_out
        else t("Latest page that lists it: {day}.", day=listed)
    )
    if end := contract_end(split.asset_id, t):
        parts.append(t("The contract ends in {year}.", year=end))
    return " ".join(parts)


def contract_end(asset_id: str, t: Texts) -> str:
    """The year or years in which sources let the contract end; empty where none does."""
    seen = tables.load("observations")
    rows = seen[seen["entity_id"].eq(asset_id) & seen["metric_id"].isin(CONTRACT_ENDS)]
    years = sorted({str(int(v)) for v in rows.loc[rows["status"].ne("claimed"), "value"]})
    return t(" or ").join(years)


CONTRACT_ENDS = ("psa_end_year", "contract_end_year")
"""Metrics that say when a contract ends."""


def newest(row: Any) -> str:
    """Id of the further page that lists a share last; empty where its own source does."""
    return "" if pd.isna(row.attested_source_id) else str(row.attested_source_id)


def cited(first: str, last: str, t: Texts) -> str:
    """Publishers of a share: of its own source, and of the further page that lists it last."""
    own = sources.publisher(first, t)
    if not last:
        return own
    page = sources.publisher(last, t)
    return t("{publisher}; last listed by {page}", publisher=own, page=page)


def pages(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """The further pages behind rows of `stakes`: of their start and of their newest listing."""
    parts = []
    for column in ("start_source_id", "attested_source_id"):
        found = rows[rows[column].notna()]
        parts.append(pd.DataFrame({"source_id": found[column].astype(str)}))
    return parts
