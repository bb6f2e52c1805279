"""Rules of `stakes`: shares that add up, spans that follow each other, dates that a page bears."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from partnership.tables.contract import Problem, first_day, last_day, line

SUM_TOLERANCE = 0.05
"""Published shares are rounded to two decimals; a full split may miss 100 by this much."""
_SPLIT = ["asset_id", "valid_from"]
"""What one split has in common."""


def at_load(frame: pd.DataFrame) -> Iterator[Problem]:
    """Problems of the table alone."""
    full = frame[frame["basis"].eq("split") & frame["status"].ne("claimed")]
    yield from _sums(full)
    yield from _spans(frame)
    yield from _starts(frame)
    yield from _twice(frame)
    yield from _gaps(full)
    yield from _attested(full)
    yield from _alike(full)


def across(stakes: pd.DataFrame, sources: pd.DataFrame) -> Iterator[Problem]:
    """Problems that the dates of the pages show."""
    pages = sources.set_index("source_id")["published"]
    yield from _listed(stakes, pages)
    yield from _closed(stakes, pages)


def _sums(full: pd.DataFrame) -> Iterator[Problem]:
    """Each split but the article's adds up to 100 within `SUM_TOLERANCE`."""
    for (asset, start), split in full.groupby(_SPLIT, dropna=False, observed=True):
        total = split["percent"].sum()
        if abs(total - 100) > SUM_TOLERANCE:
            since = start if isinstance(start, str) else "the beginning"
            rule = f"the shares of {asset} from {since} must add up to 100, not {total:.2f}"
            yield Problem("stakes", line(split.index[0]), "percent", rule)


def _spans(frame: pd.DataFrame) -> Iterator[Problem]:
    """Spans of one consortium, basis and status never overlap, and never end before they start."""
    backward = frame[frame["valid_to"].notna() & (frame["valid_from"] >= frame["valid_to"])]
    for i, row in backward.iterrows():
        rule = "a span must end after it starts"
        yield Problem("stakes", line(i), "valid_to", rule, str(row["valid_to"]))
    splits = frame[frame["basis"] == "split"]
    claimed = splits["status"].eq("claimed").rename("claimed")
    for (asset, _), rows in splits.groupby(["asset_id", claimed], observed=True):
        spans = rows[["valid_from", "valid_to"]].fillna({"valid_from": "0", "valid_to": "9"})
        spans = spans.reset_index().drop_duplicates(["valid_from", "valid_to"])
        spans = spans.sort_values(["valid_from", "valid_to"])
        ends = spans["valid_to"].shift().fillna("")
        for row in spans[spans["valid_from"] < ends].itertuples():
            rule = f"this span of {asset} overlaps an earlier one"
            yield Problem("stakes", line(row.index), "valid_from", rule, str(row.valid_from))


def _gaps(full: pd.DataFrame) -> Iterator[Problem]:
    """The end of a span is the start of another: no span is missing between two."""
    for asset, rows in full.groupby("asset_id", observed=True):
        ends = rows[rows["valid_to"].notna() & ~rows["valid_to"].isin(rows["valid_from"])]
        for i, end in ends["valid_to"].items():
            rule = f"no span of {asset} begins on the day on which this one ends"
            yield Problem("stakes", line(i), "valid_to", rule, str(end))


def _twice(frame: pd.DataFrame) -> Iterator[Problem]:
    """A holder stands once in a split."""
    claimed = frame["status"].eq("claimed")
    keys = frame[["asset_id", "holder_id", "valid_from", "basis"]].assign(claimed=claimed)
    for i in frame.index[keys.duplicated()]:
        rule = "this holder is in this split already"
        yield Problem("stakes", line(i), "holder_id", rule, str(frame.loc[i, "holder_id"]))


_FIRST_DAYS = {
    "day": r".*",
    "month": r"\d{4}-\d{2}-01",
    "quarter": r"\d{4}-(01|04|07|10)-01",
    "year": r"\d{4}-(01|04|07|10)-01",
}
"""What a start looks like that is the first day of a period; within a year also the first day of a
quarter, where another page shows that the change was still to come."""


def _starts(frame: pd.DataFrame) -> Iterator[Problem]:
    """Each dated start says what it rests on; one that is not dated rests on nothing."""
    dated = frame["valid_from"].notna()
    columns = ["start_basis", "start_precision", "start_source_id"]
    for column in columns:
        for i in frame.index[dated & frame[column].isna()]:
            rule = "a dated start must say what it rests on"
            yield Problem("stakes", line(i), column, rule)
        for i in frame.index[~dated & frame[column].notna()]:
            rule = "a start that is not documented rests on nothing"
            yield Problem("stakes", line(i), column, rule, str(frame.loc[i, column]))
    for precision, form in _FIRST_DAYS.items():
        rows = frame[dated & frame["start_precision"].eq(precision)]
        for i, day in rows.loc[~rows["valid_from"].str.fullmatch(form), "valid_from"].items():
            rule = f"this must be the first day of a {precision}"
            yield Problem("stakes", line(i), "valid_from", rule, str(day))


def _attested(full: pd.DataFrame) -> Iterator[Problem]:
    """A split is listed for a date within its span, or worked out from another list."""
    start, end = full["valid_from"].fillna("0"), full["valid_to"].fillna("9")
    early = full["attested"].map(last_day) < start
    late = full["attested"].map(first_day) >= end
    for i in full.index[(early | late) & full["status"].ne("derived")]:
        rule = "the date for which it is listed must lie in the span, or the share be derived"
        yield Problem("stakes", line(i), "attested", rule, str(full.loc[i, "attested"]))


_LOOSE = ("list", "naming")
"""Bases that a single row may have within a split that rests on another one."""
_WHY = r"not found|no deal"
"""What the note of such a row says."""


def _alike(full: pd.DataFrame) -> Iterator[Problem]:
    """All rows of a split start and are listed alike; a row that starts otherwise says why."""
    for _, split in full.groupby(_SPLIT, observed=True):
        for column in ("start_basis", "start_precision", "attested"):
            values = split[column].fillna("")
            other = values.ne(values.value_counts().index[0])
            if column == "start_basis":
                other &= ~(values.isin(_LOOSE) & split["note"].fillna("").str.contains(_WHY))
            for i, value in values[other].items():
                rule = "the rows of one split must agree in this, or the note say why not"
                yield Problem("stakes", line(i), column, rule, str(value))


def _listed(rows: pd.DataFrame, pages: pd.Series) -> Iterator[Problem]:
    """No page lists a split for a day after it was written, and one without a date for none."""
    page = rows["attested_source_id"].fillna(rows["source_id"]).map(pages)
    written = page.map(last_day, na_action="ignore")
    late = rows["attested"].map(first_day) > written
    for i in rows.index[page.isna() | late]:
        rule = (
            "a split cannot be listed for a day after its source was written"
            if late[i]
            else "a page without a date lists a split for no day"
        )
        yield Problem("stakes", line(i), "attested", rule, str(rows.loc[i, "attested"]))


_CLOSED = ("closing", "takeover")
"""Bases of a start that state a completed change."""


def _closed(rows: pd.DataFrame, pages: pd.Series) -> Iterator[Problem]:
    """What a page may say of a completed change.

    A page without a date closes nothing. One that is known by its month or year counts from the
    first day of it: it may be older than the change, and announce it. A list that is known by the
    same period as the start shows a change completed before, on a day that it does not name.
    """
    rows = rows[rows["start_basis"].isin(_CLOSED)]
    for i, row in rows.iterrows():
        page = pages[row["start_source_id"]]
        if pd.isna(page):
            rule = "a page without a date does not close a change"
        elif first_day(page) < row["valid_from"]:
            rule = "a page from before this day announces a change, it does not close it"
        elif (
            row["start_source_id"] == row["source_id"]
            and first_day(page) == row["valid_from"] != page
        ):
            rule = "a list of the same period shows a change, it does not close it"
        else:
            continue
        yield Problem("stakes", line(i), "start_basis", rule, str(row["start_basis"]))
