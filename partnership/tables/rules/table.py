"""Rules of the subject that a table schema cannot say, checked when one table loads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from partnership.tables.contract import Problem, line, order_problems
from partnership.tables.rules import materials, stakes, terms

PARTNERS_TOLERANCE = 1e-4
"""Partners of a source may exceed the total that it prints by this part: the total is rounded."""


def at_load(name: str, frame: pd.DataFrame) -> list[Problem]:
    """Problems of one table by the rules of its subject."""
    check = _AT_LOAD.get(name)
    return list(check(frame)) if check else []


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


def _sources(frame: pd.DataFrame) -> Iterator[Problem]:
    yield from terms.of_sources(frame)
    yield from order_problems("sources", frame, "published", "accessed")


def _assets(frame: pd.DataFrame) -> Iterator[Problem]:
    yield from order_problems("assets", frame, "start_year", "end_year")


def _projects(frame: pd.DataFrame) -> Iterator[Problem]:
    yield from order_problems("projects", frame, "start", "end")


def _notes(frame: pd.DataFrame) -> Iterator[Problem]:
    """A span has a day: it is half-open, so its end is not its start."""
    yield from order_problems("notes", frame, "from", "to")
    for i, row in frame[frame["from"].notna() & frame["from"].eq(frame["to"])].iterrows():
        rule = "this is the first day after, and must come after from"
        yield Problem("notes", line(i), "to", rule, row["to"])


_AT_LOAD: dict[str, Callable[[pd.DataFrame], Iterator[Problem]]] = {
    "sources": _sources,
    "assets": _assets,
    "projects": _projects,
    "stakes": stakes.at_load,
    "trade": _trade,
    "observations": _observations,
    "prices": _prices,
    "materials": materials.at_load,
    "notes": _notes,
}
