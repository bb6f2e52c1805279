"""The changes of holders, numbered as in the history, each with the basis of its date."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import spans
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import CONSORTIA, State
from partnership.tables.contract import first_day
from partnership.wording import stakes as words

_FIRM = ("closing", "takeover")
"""Bases of a date on which the change was completed."""
_MOST = 6
"""Holders named of one change."""
NEWEST = 10
"""Changes listed for several consortia together: a list that fits a sheet of paper."""


def deals_of(assets: tuple[str, ...]) -> pd.DataFrame:
    """Every change of holders of some consortia, earliest first, numbered per consortium.

    A change is the start of a split, or an event of ownership that starts none. Returns `asset_id`,
    `number`, `begun` (ISO period), `day` (its first day), `start_basis` (missing for an event
    alone), `firm` (reported as completed), `event_id` (missing where no event records it) and
    `source_id`.
    """
    events = tables.load("events")
    ownership_changes = events[events["kind"].eq("ownership_change")]
    parts = []
    for asset in assets:
        starts = _changes(tables.package(), asset)
        starts = starts.drop_duplicates("valid_from").rename(columns={"valid_from": "day"})
        ours = ownership_changes[ownership_changes["asset_id"].eq(asset)]
        at = {r.day: _event(r, ours) for r in starts.itertuples()}
        alone = ours[~ours["event_id"].isin(at.values())]
        alone = alone.assign(begun=alone["date"], day=alone["date"].map(first_day))
        rows = pd.concat(
            [
                starts.assign(event_id=starts["day"].map(at)),
                alone.assign(start_basis=None),
            ]
        )
        rows = rows.sort_values("day", kind="stable").assign(asset_id=asset)
        parts.append(rows.assign(number=range(1, len(rows) + 1)))
    columns = ["asset_id", "number", "begun", "day", "start_basis", "event_id", "source_id"]
    rows = pd.concat(parts, ignore_index=True)[columns]
    return rows.assign(firm=rows["start_basis"].isin(_FIRM))


@lru_cache(maxsize=2 * len(CONSORTIA))
def _changes(package: tables.Package, asset_id: str) -> pd.DataFrame:
    """Changes of one consortium, computed once for all labels of all readers."""
    return spans.changes(package.table("stakes"), asset_id)


def _event(start: Any, events: pd.DataFrame) -> str | None:
    """The event that records a change: within its period, or the announcement of one expected."""
    begun, dates = str(start.begun), events["date"].astype(str)
    same = [begun.startswith(d) or d.startswith(begun) for d in dates]
    if start.start_basis == "expected":
        year = begun[:4]
        same = [s or (d[:4] == year and d < begun) for s, d in zip(same, dates, strict=True)]
    ids = [i for i, s in zip(events["event_id"], same, strict=True) if s]
    return str(ids[-1]) if ids else None


def label(deal: Any, t: Texts) -> str:
    """A change in words: the title of its event, or who came in and who left."""
    if pd.notna(deal.event_id):
        return t.name(str(deal.event_id), "title")
    return _moves(deal, t)


def rests(deal: Any, t: Texts) -> str:
    """The basis of the date of a change."""
    return (
        t(codes.STAKE_START[deal.start_basis])
        if pd.notna(deal.start_basis)
        else t("reported; the list is unchanged")
    )


def _moves(deal: Any, t: Texts) -> str:
    """Who came in, who left, and whose share changed, the largest change first."""
    found = _changes(tables.package(), str(deal.asset_id))
    rows = found[found["valid_from"].eq(deal.day)]
    size = (rows["after"].fillna(0) - rows["before"].fillna(0)).abs()
    rows = rows.loc[size.sort_values(ascending=False, kind="stable").index]
    names, rows = _names(rows, t)
    return "; ".join([*(_move(r, t) for r in rows.head(_MOST).itertuples()), *names])


def _names(rows: pd.DataFrame, t: Texts) -> tuple[list[str], pd.DataFrame]:
    """Holders that only have another name in a later list, in words; and the rows of the rest."""
    renamed = []
    for row in rows[rows["named"]].itertuples():
        old = rows[rows["after"].isna() & rows["before"].eq(row.after)].head(1)
        renamed.append(
            t(
                "{old} appears as {new} in a later list, {share}, no deal known",
                old=", ".join(t.short(str(h)) for h in old["holder_id"]),
                new=t.short(str(row.holder_id)),
                share=words.share(float(row.after), t),
            )
        )
        rows = rows.drop([row.Index, *old.index])
    return renamed, rows


def _move(row: Any, t: Texts) -> str:
    who = t.short(str(row.holder_id))
    if pd.isna(row.before):
        return t("{holder} entered with {share}", holder=who, share=words.share(row.after, t))
    if pd.isna(row.after):
        return t("{holder} exited ({share})", holder=who, share=words.share(row.before, t))
    return f"{who} {words.share(row.before, t)} → {words.share(row.after, t)}"


@register("stakes.deals", sectors=("oil_gas", "transport"), uses=("consortium",))
def deals(state: State) -> Figure:
    """The changes of holders, numbered as in the history."""
    t = texts.in_language(state.lang)
    several = state.consortium == "all"
    found = deals_of(CONSORTIA if several else (state.consortium,))
    shown = found.sort_values("day", ascending=False, kind="stable")
    if several:
        shown = shown.head(NEWEST)
    rows = tuple(_row(r, t, several) for r in shown.itertuples())
    return Figure(
        id="stakes.deals",
        title=t("Ownership changes and the basis of their dates, newest first"),
        drawn=Listing("events", rows),
        table=found,
        source_ids=sources.ids(found),
        alt=t("List of {count} changes.", count=len(found)),
        finding=_finding(len(found), len(shown), t),
        badges=shared.badges(found),
    )


def _finding(count: int, shown: int, t: Texts) -> str:
    if not count:
        return t("No change of ownership is recorded in the sources read.")
    if shown == count:
        return ""
    return t(
        "The latest {shown} of {count} changes; select a consortium to see all of its changes.",
        shown=shown,
        count=count,
    )


def _row(deal: Any, t: Texts, several: bool) -> dict[str, str]:
    where = f"{t.short(str(deal.asset_id))}: " if several else ""
    parts = [rests(deal, t)]
    if pd.notna(deal.event_id):
        moves = _moves(deal, t) if pd.notna(deal.start_basis) else ""
        parts += [t.description(str(deal.event_id)), moves]
    return {
        "label": f"{deal.number} · {t.day(str(deal.begun))}",
        "value": where + label(deal, t),
        "detail": " · ".join(p for p in parts if p),
    }
