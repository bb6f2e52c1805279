"""Whether the data cover the time that the claim is about.

A claim that names a month or a day is about a moment: the article's "today" is the month in
which it was printed. Statistics of the twelve months before a moment are the newest that a text
can rest on, and fit it. A claim of a year or of a span of years needs data of just that time; a
part of it is a part.
"""

from __future__ import annotations

import pandas as pd

from partnership.analysis.freshness import span

SAME, NEWEST, PART, EARLIER, LATER, ANY = "same", "newest", "part", "earlier", "later", "any"
FITS = (SAME, NEWEST, ANY, PART, EARLIER, LATER)
"""How the period of the data may lie to that of the claim, the best first."""
_LONGEST_MONTHS = 12
"""How long before a moment data may end and still be the newest of their kind."""


def fit(claimed: str, covers: str) -> str:
    """How the period that data cover lies to the period of a claim (ISO, `a/b` a span).

    `any` where one of them is empty: the claim, or what was found, is not bound to a time.
    """
    if not claimed or not covers:
        return ANY
    start, end = span(claimed)
    first, after = span(covers)
    if first >= end:
        return LATER
    if after > start:
        whole = first <= start and after >= end
        return SAME if whole or _moment(claimed) or _day(covers) else PART
    behind = (start.year - after.year) * 12 + start.month - after.month
    return NEWEST if _moment(claimed) and behind <= _LONGEST_MONTHS else EARLIER


def months(period: str) -> float:
    """Length of a period in months; a day is a part of one."""
    first, after = span(period)
    return (after.year - first.year) * 12 + after.month - first.month + (after.day - first.day) / 31


def _moment(period: str) -> bool:
    return "/" not in period and period.count("-") > 0


def _day(period: str) -> bool:
    return "/" not in period and period.count("-") > 1


OF_THE_PAGE = "Period is that of the page"
"""How the note of a value begins whose page names no time: `period` is the page's own date."""


def of_the_page(notes: pd.Series) -> pd.Series:
    """Of which rows the period is the date of the page and not the time of the value."""
    return notes.fillna("").str.startswith(OF_THE_PAGE)


def months_in(period: str) -> int:
    """Months of a year, a month, or a span of either, both ends counted."""
    first, last = (pd.Period(period.split("/")[end]) for end in (0, -1))
    return len(pd.period_range(first.start_time, last.end_time, freq="M"))
