"""Recognition, treaties, visits, forums and agreements from the table `events`.

The table holds what the sources read mention; it is no register, so its counts are lower bounds.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

import pandas as pd

from partnership.analysis.freshness import span

KINDS = ("recognition", "institution", "treaty", "visit", "forum", "agreement")
"""The kinds that are diplomacy in the wide sense, in the order of the time line."""
_OCCASIONS = ("visit", "forum")


def chosen(
    events: pd.DataFrame, first: int | None, last: int | None, sectors: Collection[str]
) -> pd.DataFrame:
    """Events of `KINDS` that touch the years `first` to `last` (`None`: open), by date.

    Empty `sectors` means all. A visit to a plant (`asset_id` is filled) is an inspection, not a
    visit of one country to the other, and is left out. Columns as in `events`.
    """
    year = events["date"].str[:4].astype(int)
    rows = events["kind"].isin(KINDS) & ~(events["kind"].eq("visit") & events["asset_id"].notna())
    if first is not None:
        rows &= year.ge(first)
    if last is not None:
        rows &= year.le(last)
    if sectors:
        rows &= events["sector"].isin(tuple(sectors))
    return events[rows].sort_values(["date", "event_id"]).reset_index(drop=True)


def statements(events: pd.DataFrame, claims: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """Every date that a source gives for an event that a claim names.

    The event is the last one that the claim's `arguments` name: `months_between` counts from the
    first to the second, and its evidence is about the second. Returns `event_id`, `date`,
    `source_id`, `status`, `note`, each date of each source once. A claim of a date itself counts
    as the article's word.
    """
    found = []
    about = claims[claims["method"].isin(("event_date", "months_between"))]
    dates = events.set_index("event_id")
    for claim in about.itertuples():
        event_id = str(claim.arguments).split(";")[-1].split("=")[-1]
        if event_id not in dates.index:
            continue
        own = dates.loc[event_id]
        found.append((event_id, own["date"], own["source_id"], own["status"], own["note"]))
        if claim.unit == "date":
            found.append((event_id, claim.period, claim.source_id, "claimed", None))
        words = evidence[evidence["claim_id"].eq(claim.claim_id) & evidence["period"].notna()]
        words = words[words["unit"].isna() | words["unit"].isin(("date", "year"))]
        found += [(event_id, r.period, r.source_id, r.status, r.note) for r in words.itertuples()]
    columns = ["event_id", "date", "source_id", "status", "note"]
    rows = pd.DataFrame(found, columns=columns).dropna(subset=["date"])
    rows = rows.astype({"source_id": str})
    return rows.drop_duplicates(["event_id", "date", "source_id"]).reset_index(drop=True)


def doubtful(said: pd.DataFrame) -> list[str]:
    """Events whose date is in doubt, of what `statements` returns.

    In doubt is a date when two sources exclude each other (their spans do not touch), or when
    the article names a day that lies within what the others say, but none of them is as exact.
    """
    found = []
    for event_id, rows in said.groupby("event_id", sort=False):
        spans = [span(str(d)) for d in rows["date"]]
        apart = max(s[0] for s in spans) >= min(s[1] for s in spans)
        claimed = rows["status"].eq("claimed").tolist()
        lengths = [(b - a).days for a, b in spans]
        ours = [n for n, c in zip(lengths, claimed, strict=True) if c]
        others = [n for n, c in zip(lengths, claimed, strict=True) if not c]
        if apart or (ours and others and min(ours) < min(others)):
            found.append(str(event_id))
    return found


def per_year(events: pd.DataFrame) -> pd.DataFrame:
    """Number of visits and forums a year: `year`, `group`, `count`, `source_id`, `status`.

    `group` is `visit`, `forum` or `told` (a visit that only the article tells of, status
    `claimed`). `source_id` is the source of the first event counted; the sum is `derived`.
    """
    rows = events[events["kind"].isin(_OCCASIONS)]
    group = rows["kind"].astype(str).where(rows["status"].ne("claimed"), "told")
    rows = rows.assign(year=rows["date"].str[:4].astype(int), group=group)
    counted = rows.groupby(["year", "group"], as_index=False).agg(
        count=("event_id", "size"),
        event_ids=("event_id", lambda c: ";".join(c.astype(str))),
        source_id=("source_id", "first"),
    )
    return counted.assign(
        status=counted["group"].map({"told": "claimed"}).fillna("derived"), unit="events"
    )


def levels(extents: Sequence[tuple[float, float]]) -> list[int]:
    """The lowest shelf for each extent on which it touches none put there before it.

    Extents are taken in the order given; the result has the same order.
    """
    shelves: list[list[tuple[float, float]]] = []
    placed = []
    for start, end in extents:
        free = (
            n for n, shelf in enumerate(shelves) if all(end <= a or start >= b for a, b in shelf)
        )
        level = next(free, len(shelves))
        if level == len(shelves):
            shelves.append([])
        shelves[level].append((start, end))
        placed.append(level)
    return placed


def middle(period: str) -> date:
    """The day in the middle of a period: 1994 is drawn at 2 July."""
    first, after = span(period)
    return first + (after - first) / 2
