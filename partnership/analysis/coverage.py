"""What time a table covers: first and last year, years missing, years of which a part is known.

A year is known where a row is of it, and whole where rows cover each of its months: one row of the
year, or of its parts together. A month of which only some days are known does not count as covered.
What is of more than a year (a sum since 2005) says nothing of single years and is passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from partnership.analysis.freshness import span

TIMES = ("period", "year", "edition", "date", "start")
"""Columns of tidy tables that tell when; the first that a table has is its time."""
_PERIOD = r"\d{4}(?:-\d{2}){0,2}(?:/\d{4}(?:-\d{2}){0,2})?"
_MONTHS = 12


@dataclass(frozen=True)
class Coverage:
    """First and last year known; `missing` between them, `partial` those known in part."""

    first: int
    last: int
    missing: tuple[int, ...] = ()
    partial: tuple[int, ...] = ()

    @property
    def whole(self) -> tuple[int, ...]:
        """The years of which every month is covered."""
        out = {*self.missing, *self.partial}
        return tuple(y for y in range(self.first, self.last + 1) if y not in out)


def by_year(rows: pd.DataFrame, keys: Sequence[str] = (), time: str = "period") -> pd.DataFrame:
    """The years that tidy `rows` know, for each combination of `keys` such as reporter and product.

    `time` is the column of their ISO periods. Returns `keys`, `year`, `months` (1 to 12 covered
    whole, 0 where only days are) and `whole`, one row a year known, in the order of keys and years.
    """
    known = rows[[*keys, time]].dropna(subset=[time]).drop_duplicates()
    months = {str(p): _months(str(p)) for p in known[time].unique()}
    known = known.assign(month=[months[str(p)] for p in known[time]]).explode("month")
    known = known.dropna(subset=["month"]).drop(columns=time)
    known = known.assign(
        year=[int(year) for year, _ in known["month"]],
        month=[month or None for _, month in known["month"]],
    )
    found = known.groupby([*keys, "year"], observed=True)["month"].nunique()
    table = found.rename("months").reset_index()
    return table.assign(whole=table["months"].eq(_MONTHS))


def _months(period: str) -> list[tuple[int, int]]:
    """Year and number of each month that a period covers whole; month 0 of a year begun only."""
    first, after = span(period)
    if (after.year - first.year) * _MONTHS + after.month - first.month > _MONTHS:
        return []
    start = first.year * _MONTHS + first.month - 1 + (first.day > 1)
    end = after.year * _MONTHS + after.month - 1
    whole = [(n // _MONTHS, n % _MONTHS + 1) for n in range(start, end)]
    return whole or [(first.year, 0)]


def coverage(rows: pd.DataFrame, time: str = "period") -> Coverage | None:
    """The years that tidy `rows` cover together; none where no row is of a year or its parts."""
    known = by_year(rows, (), time)
    if known.empty:
        return None
    years = [int(y) for y in known["year"]]
    return Coverage(
        first=min(years),
        last=max(years),
        missing=tuple(sorted(set(range(min(years), max(years))) - set(years))),
        partial=tuple(int(y) for y in known.loc[~known["whole"], "year"]),
    )


def bilateral(trade: pd.DataFrame) -> Coverage | None:
    """The years of which Kazakhstan or Italy declared all goods traded with the other.

    `trade` is the table of that name.
    """
    pair = {"KAZ", "ITA"}
    between = trade["reporter"].isin(pair) & trade["partner"].isin(pair)
    return coverage(trade[between & trade["product_id"].eq("total")])


def extent(rows: pd.DataFrame) -> tuple[date, date] | None:
    """First day of tidy `rows`, and first day after, by the first of `TIMES` that they have.

    A row with a `start` and no end goes on. None where no row tells when.
    """
    time = next((column for column in TIMES if column in rows), None)
    if time is None:
        return None
    spans = _spans(rows[time])
    ends = _spans(rows["end"]) if time == "start" and "end" in rows else spans
    if not spans:
        return None
    open_end = time == "start" and (ends is spans or bool(rows["end"].isna().any()))
    after = date.max if open_end or not ends else max(end for _, end in ends)
    return min(start for start, _ in spans), after


def _spans(times: pd.Series) -> list[tuple[date, date]]:
    """Span of each time of a column of ISO periods or of years as numbers, each once."""
    found = times.dropna()
    if pd.api.types.is_numeric_dtype(found):
        found = found.astype(int)
    written = pd.Series(found.unique()).astype(str)
    return [span(period) for period in written[written.str.fullmatch(_PERIOD)]]
