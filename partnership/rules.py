"""Rules of the subject that a table schema cannot say, held against one table when it loads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from partnership import materials, terms
from partnership.contract import Problem, first_day, last_day, line

SUM_TOLERANCE = 0.05
"""Published shares are rounded to two decimals; a full split may miss 100 by this much."""


PARTNERS_TOLERANCE = 1e-4
"""Partners of a source may exceed the total that it prints by this part: the total is rounded."""


def at_load(name: str, frame: pd.DataFrame) -> list[Problem]:
    """Problems of one table by the rules of its subject."""
    check = _AT_LOAD.get(name)
    return list(check(frame)) if check else []


def _stakes(frame: pd.DataFrame) -> Iterator[Problem]:
    yield from _sums(frame)
    yield from _spans(frame)
    yield from _starts(frame)
    yield from _attested(frame)


def _sums(frame: pd.DataFrame) -> Iterator[Problem]:
    """Each split but the article's adds up to 100 within `SUM_TOLERANCE`."""
    full = frame[(frame["basis"] == "split") & (frame["status"] != "claimed")]
    keys = ["asset_id", "valid_from"]
    for (asset, start), split in full.groupby(keys, dropna=False, observed=True):
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


_FIRST_DAYS = {
    "day": r".*",
    "month": r"\d{4}-\d{2}-01",
    "quarter": r"\d{4}-(01|04|07|10)-01",
    "year": r"\d{4}-01-01",
}
"""What a start looks like that is the first day of a period."""


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


def _attested(frame: pd.DataFrame) -> Iterator[Problem]:
    """A split is listed for a date within its span."""
    start, end = frame["valid_from"].fillna("0"), frame["valid_to"].fillna("9")
    first = frame["attested"].map(first_day)
    last = frame["attested"].map(last_day)
    for i in frame.index[(last < start) | (first >= end)]:
        rule = "the date for which it is listed must lie in the span"
        yield Problem("stakes", line(i), "attested", rule, str(frame.loc[i, "attested"]))


def _trade(frame: pd.DataFrame) -> Iterator[Problem]:
    """Nobody trades with itself, and dollars declared are the dollars shown."""
    for i, row in frame[frame["reporter"] == frame["partner"]].iterrows():
        yield Problem(
            "trade", line(i), "partner", "reporter and partner must differ", row["partner"]
        )
    dollars = frame[frame["declared_currency"] == "USD"]
    wrong = dollars[(dollars["value_usd"] - dollars["declared_value"]).abs() > 0.5]
    for i, row in wrong.iterrows():
        rule = "a value declared in dollars must equal value_usd"
        yield Problem("trade", line(i), "value_usd", rule, str(row["value_usd"]))
    yield from _partners(frame)


def _partners(frame: pd.DataFrame) -> Iterator[Problem]:
    """The partners of one source never add up to more than the total that it declares."""
    keys = ["source_id", "reporter", "flow", "product_id", "period"]
    world = frame["partner"].eq("WLD")
    known = frame[~world].groupby(keys, observed=True)["value_usd"].sum()
    for i, row in frame[world].iterrows():
        total = float(known.get(tuple(row[k] for k in keys), 0))
        if total > row["value_usd"] * (1 + PARTNERS_TOLERANCE):
            rule = f"the partners add up to more than this total, {total:.0f}"
            yield Problem("trade", line(i), "value_usd", rule, str(row["value_usd"]))


def _observations(frame: pd.DataFrame) -> Iterator[Problem]:
    yield from _one_unit("observations", frame, "metric_id")


def _prices(frame: pd.DataFrame) -> Iterator[Problem]:
    yield from _one_unit("prices", frame, "series_id")


def _one_unit(table: str, frame: pd.DataFrame, key: str) -> Iterator[Problem]:
    """A metric or a series has one unit throughout."""
    first = frame.groupby(key, observed=True)["unit"].transform("first")
    for i, row in frame[frame["unit"] != first].iterrows():
        rule = f"{row[key]} has another unit in an earlier row"
        yield Problem(table, line(i), "unit", rule, row["unit"])


_AT_LOAD: dict[str, Callable[[pd.DataFrame], Iterator[Problem]]] = {
    "sources": terms.of_sources,
    "stakes": _stakes,
    "trade": _trade,
    "observations": _observations,
    "prices": _prices,
    "materials": materials.at_load,
}
