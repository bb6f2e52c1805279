"""Words for shares: since when a split is valid, what that rests on, for which day it stands."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import sources, tables
from partnership.analysis.spans import Known, begun
from partnership.analysis.stakes import Split
from partnership.texts import Texts, message

BASIS = {
    "closing": message("closed"),
    "takeover": message("holder taken over or merged"),
    "agreement": message("agreed"),
    "announcement": message("announced, closing not known"),
    "expected": message("expected, closing not known"),
    "list": message("first listed, change earlier"),
}
"""What the start of a split rests on, in a few words."""
_TITLE = {
    "on": message("{name}: working interests on {day}, percent"),
    "last": message("{name}: working interests as last reported, {day}, percent"),
    "first": message("{name}: working interests as first reported, {day}, percent"),
    "announced": message("{name}: working interests as announced, {day}, percent"),
    "expected": message("{name}: working interests as expected for {day}, percent"),
}
_WHEN = {
    "on": message("on {day}"),
    "last": message("as last reported, {day}"),
    "first": message("as first reported, {day}"),
    "announced": message("as announced, {day}"),
    "expected": message("as expected for {day}"),
}
_STARTS = {
    "closing": message("Valid from {day}, when the change was closed."),
    "takeover": message("Valid from {day}, when a holder was taken over or merged."),
    "agreement": message("Valid from {day}, when it was agreed."),
    "announcement": message("Announced on {day}; when it was closed is not known."),
    "expected": message("Expected to close in {day}; when it was closed is not known."),
    "list": message("First listed for {day}; the change itself was earlier."),
}


def title(name: str, known: Known, t: Texts) -> str:
    """Title of a split: no later day than what attests it."""
    return t(_TITLE[known.how], name=name, day=t.day(known.day))


def when(known: Known, t: Texts) -> str:
    """For which day a share stands: `on 1 Jan 2010`, `as last reported, Feb 2025`."""
    return t(_WHEN[known.how], day=t.day(known.day))


def note(split: Split, t: Texts) -> str:
    """What the start of a split rests on, which page lists it last, and when the contract ends."""
    row = split.rows.iloc[0]
    parts = []
    if split.early:
        parts.append(t("The day lies before the first known split; this is that first one."))
    if pd.isna(row["valid_from"]):
        parts.append(t("When this split began is not documented."))
    else:
        start = t.day(begun(str(row["valid_from"]), str(row["start_precision"])))
        parts.append(t(_STARTS[str(row["start_basis"])], day=start))
    others = split.rows[split.rows["start_basis"].ne(row["start_basis"])]
    others = others[others["start_basis"].notna()]
    for other in others.itertuples():
        said = t(BASIS[str(other.start_basis)])
        parts.append(t("{holder}: {basis}.", holder=t.short(str(other.holder_id)), basis=said))
    parts.append(t("Newest page that lists it: {day}.", day=t.day(str(row["attested"]))))
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
    own = t.quote(sources.of([first])[0].publisher)
    if not last:
        return own
    page = t.quote(sources.of([last])[0].publisher)
    return t("{publisher}; last listed by {page}", publisher=own, page=page)


def pages(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """The further pages behind rows of `stakes`: of their start and of their newest listing."""
    parts = []
    for column in ("start_source_id", "attested_source_id"):
        found = rows[rows[column].notna()]
        parts.append(pd.DataFrame({"source_id": found[column].astype(str)}))
    return parts
