"""Which of several values decides: sources are weighed, not counted.

In this order: a value of the time that the claim is about goes before one of another time; then an
official record goes before a data set, a company, a news agency, the press and opinion; then what
more sources of that kind say; then the longer span of what is measured over one (a single month
does not outweigh eight); then the newest publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pandas as pd

from partnership.analysis import kinds
from partnership.analysis.found import Tables, Value
from partnership.analysis.kinds import Claimed
from partnership.analysis.periods import FITS, fit, months
from partnership.provenance.sources import TIERS

ALONE = ("press", "opinion", "article")
"""Kinds of source of which one alone does not show that something exists."""
CARRIES = {
    "confirmed": ("supports",),
    "approximately": ("supports", "qualifies"),
    "disputed": ("contradicts",),
    "outdated": ("contradicts",),
}
"""Stances of evidence that carry an editorial verdict."""
_STANCES = ("supports", "contradicts")
_NUMBER = re.compile(r"\d+(\.\d+)?")
_CHANGE = re.compile(r"[+-]\d+(\.\d+)?")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def stated(claimed: Claimed, unit: str, evidence: pd.DataFrame) -> Iterator[Value]:
    """What rows of evidence on a claim state in the unit of the claim.

    Rows that are derived are left out: they are worked out from the tables, as the methods do.
    Growth that a page states is that of goods as it groups them, so it is indirect.
    """
    stances = _STANCES[:1] if claimed.kind in ("exists", "aim") else _STANCES
    rows = evidence[evidence["stance"].isin(stances) & evidence["status"].ne("derived")]
    columns = ("value", "unit", "period", "source_id", "status")
    table = rows[list(columns)].astype(object).fillna("").itertuples(index=False, name=None)
    for cell, its_unit, period, source_id, status in table:
        value = _value(claimed, unit, str(cell), str(its_unit))
        if value is not None:
            yield Value(
                value,
                str(period),
                str(source_id),
                str(status),
                covers=None if claimed.kind in kinds.TIMED else "",
                indirect=claimed.kind == "growth",
            )


def _value(claimed: Claimed, unit: str, cell: str, its_unit: str) -> float | str | None:
    if claimed.kind == "exists":
        return 1.0
    if claimed.kind in ("date", "year"):
        return cell if its_unit in ("date", "year") and _DATE.fullmatch(cell) else None
    if claimed.kind == "growth" and its_unit == unit:
        return float(cell) if _CHANGE.fullmatch(cell) else None
    if claimed.kind in (*kinds.PRINTED, "rank") and its_unit == unit:
        return float(cell) if _NUMBER.fullmatch(cell) else None
    return None


def heaviest(claimed: Claimed, values: Iterable[Value], known: Tables) -> list[Value]:
    """The values, the one that decides first."""
    listed = list(values)

    def rank(value: Value) -> tuple[int, int, int, float]:
        kind = known.published[value.source_id][0]
        when = fit(claimed.period, value.time) if claimed.kind in kinds.TIMED else FITS[0]
        spanned = claimed.kind in kinds.SPANNED and value.time
        length = months(value.time) if spanned else 0.0
        return (_time(when), TIERS[kind], -_agreeing(claimed, value, listed, known), -length)

    newest = sorted(listed, key=lambda v: _day(v, known), reverse=True)
    return sorted(newest, key=rank)


def timely(claimed: Claimed, one: Value, other: Value) -> bool:
    """Whether two values fit the time of a claim alike."""
    if claimed.kind not in kinds.TIMED:
        return True
    a, b = (_time(fit(claimed.period, v.time)) for v in (one, other))
    return a == b


def _time(when: str) -> int:
    """Whether a period fits a claim, fits a part of it, or does not."""
    return {"part": 1, "earlier": 2, "later": 2}.get(when, 0)


def _agreeing(claimed: Claimed, value: Value, listed: list[Value], known: Tables) -> int:
    """How many sources of the same weight say the same."""
    tier = TIERS[known.published[value.source_id][0]]
    same = (v for v in listed if kinds.agree(claimed, value, v))
    return len({v.source_id for v in same if TIERS[known.published[v.source_id][0]] == tier})


def _day(value: Value, known: Tables) -> str:
    return known.published[value.source_id][1] or value.period


def opposed(claimed: Claimed, unit: str, verdict: str, evidence: pd.DataFrame) -> tuple[str, ...]:
    """Sources that contradict a verdict in words or in another unit than that of the claim."""
    against = {"disputed": "supports", "outdated": "supports"}.get(verdict, "contradicts")
    rows = evidence[evidence["stance"].eq(against)]
    table = rows[["value", "unit", "source_id"]].astype(object).fillna("")
    words = (
        str(source)
        for cell, its_unit, source in table.itertuples(index=False, name=None)
        if _value(claimed, unit, str(cell), str(its_unit)) is None
    )
    return tuple(dict.fromkeys(words))


def editorial(verdict: str, evidence: pd.DataFrame, known: Tables) -> str:
    """The source that carries an editorial verdict: the heaviest of those that support it."""
    ids = [str(s) for s in evidence[evidence["stance"].isin(CARRIES.get(verdict, ()))]["source_id"]]
    newest = sorted(ids, key=lambda s: known.published[s][1], reverse=True)
    return min(newest, key=lambda s: TIERS[known.published[s][0]], default="")
