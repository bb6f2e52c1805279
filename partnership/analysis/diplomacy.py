"""Recognition, treaties, visits, forums and agreements from the tables `events` and `visits`.

The tables hold what the sources read mention; where one of them counts a kind of visit, the list
is compared with it (`count_comparison`). Plans are no events and are never counted.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Literal

import pandas as pd

from partnership.analysis.freshness import span

KINDS = (
    "recognition",
    "institution",
    "treaty",
    "law",
    "visit",
    "meeting",
    "forum",
    "agreement",
)
"""The kinds that are diplomacy in the wide sense, in the order of the time line."""
LEVELS = {
    "head_of_state": "top",
    "head_of_government": "top",
    "minister": "minister",
    "deputy": "deputy",
}
"""Levels of `visits` by the group they are counted in."""
COUNTED = "presidential_visits_count"
"""What a source counts: visits of the President of one country (the entity) to the other."""
_ASKED, _ASKED_ITALY = "schengen_applications_count", "schengen_applications_italy_count"
_ASKED_SHARE = "schengen_applications_italy_pct"
PEOPLE = (
    _ASKED,
    _ASKED_ITALY,
    _ASKED_SHARE,
    "schengen_granted_italy_count",
    "schengen_refused_italy_count",
    "schengen_refused_pct",
    "visas_issued_count",
    "kazakh_students_in_italy_count",
    "first_study_permits_count",
    "italian_residents_count",
)
"""Metrics of visas, students and residents, in reading order."""
Standing = Literal["happened", "ahead", "open", "dropped"]


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


def without_duplicates(events: pd.DataFrame) -> pd.DataFrame:
    """Events without the rows that report one of them again (`same_as`).

    Adds `others`: a tuple of the ids of the rows left out, by date.
    """
    again = events[events["same_as"].isin(events["event_id"])].sort_values("date")
    others = again.groupby("same_as")["event_id"].agg(tuple)
    first = events[~events["event_id"].isin(again["event_id"])]
    return first.assign(others=[others.get(e, ()) for e in first["event_id"]])


def statements(events: pd.DataFrame, claims: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """Every date that a source gives for an event that a claim names.

    The event is the last one that the claim's `arguments` name: `months_between` counts from the
    first to the second, and its evidence is about the second. Returns `event_id`, `date`,
    `source_id`, `status`, `note`, each date of each source once. A claim of a date itself counts
    as a statement of the article.
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


def doubtful(stated: pd.DataFrame) -> list[str]:
    """Events whose date is in doubt, by what `statements` returns.

    In doubt is a date when two sources exclude each other (their spans do not touch), or when
    the article names a day that lies within what the others say, but none of them is as exact.
    """
    found = []
    for event_id, rows in stated.groupby("event_id", sort=False):
        spans = [span(str(d)) for d in rows["date"]]
        disjoint = max(s[0] for s in spans) >= min(s[1] for s in spans)
        claimed = rows["status"].eq("claimed").tolist()
        lengths = [(b - a).days for a, b in spans]
        of_article = [n for n, c in zip(lengths, claimed, strict=True) if c]
        others = [n for n, c in zip(lengths, claimed, strict=True) if not c]
        if disjoint or (of_article and others and min(of_article) < min(others)):
            found.append(str(event_id))
    return found


def standing(period: str, status: str, published: str, day: date) -> Standing:
    """What is known on `day` of an event of `period` whose source was `published` then.

    A plan is `ahead` until its day has passed. After it the plan is `dropped` where the source is
    younger than the planned day, so that it knows (the note says what came instead), and `open`
    where it is older: what became of it was not found.
    """
    if status != "planned":
        return "happened"
    end = span(period)[1]
    if published and span(published)[0] >= end:
        return "dropped"
    return "ahead" if end > day else "open"


def per_year(events: pd.DataFrame, visits: pd.DataFrame) -> pd.DataFrame:
    """Number of visits and forums a year: `year`, `group`, `count`, `event_ids`, `source_id`,
    `status`, `unit`.

    `group` is `top` (heads of state or government), `minister`, `deputy`, `forum`, or `claimed`
    (a visit that the article alone names). Plans are left out, and so are visits without a row in
    `visits`. `source_id` is the source of the first event counted; the sum is `derived`.
    """
    rows = events[events["status"].ne("planned")].merge(visits, how="left", on="event_id")
    group = rows["level"].map(LEVELS).mask(rows["kind"].eq("forum"), "forum")
    group = group.mask(rows["status"].eq("claimed") & group.notna(), "claimed")
    rows = rows.assign(year=rows["date"].str[:4].astype(int), group=group).dropna(subset=["group"])
    counted = rows.groupby(["year", "group"], as_index=False).agg(
        count=("event_id", "size"),
        event_ids=("event_id", lambda c: ";".join(c.astype(str))),
        source_id=("source_id", "first"),
    )
    status = counted["group"].eq("claimed").map({True: "claimed", False: "derived"})
    return counted.assign(status=status, unit="events")


def half_since(rows: pd.DataFrame) -> int:
    """The latest year from which on at least half of the `count` of `per_year` falls."""
    from_last = rows.groupby("year")["count"].sum().sort_index(ascending=False).cumsum()
    return int(from_last[from_last.ge(from_last.iloc[-1] / 2)].index[0])


def count_comparison(
    events: pd.DataFrame, visits: pd.DataFrame, observations: pd.DataFrame
) -> pd.DataFrame:
    """Published counts of the visits of a President to the other country, and our own list.

    Rows of `observations` of the metric `COUNTED`, with `listed`: visits of a head of state of
    the entity within the period.
    """
    happened = events[events["status"].isin(("reported", "derived"))]
    rows = happened.merge(visits[visits["level"].eq("head_of_state")], on="event_id")
    start = rows["date"].map(lambda period: span(str(period))[0])
    counted = observations[observations["metric_id"].eq(COUNTED)]
    listed = []
    for count in counted.itertuples():
        first, after = span(str(count.period))
        inside = start.ge(first) & start.lt(after)
        listed.append(int((rows["visitor"].eq(count.entity_id) & inside).sum()))
    return counted.assign(listed=listed)


def visa_shares(rows: pd.DataFrame) -> pd.DataFrame:
    """Italy's share of the Schengen visas applied for: `year`, `share` (percent), `digits`.

    As printed, else computed from both counts of one year to one decimal.
    """
    values = rows.set_index(["metric_id", "period"])["value"]
    years = sorted({p for m, p in values.index if m in (_ASKED_ITALY, _ASKED_SHARE)})
    found: list[tuple[str, float, int]] = []
    for year in years:
        if (_ASKED_SHARE, year) in values.index:
            found.append((year, float(values[_ASKED_SHARE, year]), 0))
        elif (_ASKED, year) in values.index:
            share = 100 * values[_ASKED_ITALY, year] / values[_ASKED, year]
            found.append((year, float(share), 1))
    return pd.DataFrame(found, columns=["year", "share", "digits"])
