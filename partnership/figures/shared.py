"""Shared by figures of every room: badges from the rows, a figure without rows, an empty card."""

from __future__ import annotations

from collections.abc import Iterable

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import money
from partnership.charts import altair, lines, marks
from partnership.figures.figure import Badge, Figure, Listing
from partnership.language.texts import Texts, message
from partnership.state import State

_KNOWN = message("Data are available for {years} only.")
_EMPTY = 60
"""Pixels of a figure without rows."""


def unchosen(figure_id: str, title: str, why: str, columns: Iterable[str]) -> Figure:
    """A card before anything is chosen: title, what to do, and an empty table of `columns`."""
    return Figure(
        id=figure_id,
        title=title,
        drawn=Listing("facts", ()),
        table=pd.DataFrame(columns=list(columns)),
        source_ids=(),
        alt=title,
        finding=why,
    )


def outside(figure_id: str, title: str, known: pd.Series, t: Texts) -> Figure:
    """A figure for years of which nothing is known: it says which the `known` ones are."""
    return nothing(figure_id, title, lines.known_only(_KNOWN, lines.years(known), t))


def badges(frame: pd.DataFrame, *more: Badge) -> frozenset[Badge]:
    """`estimated` and `computed` where a row is, and whatever else the figure knows."""
    status = set(frame["status"].dropna().astype(str)) if "status" in frame else set()
    found: set[Badge] = set(more)
    if status & {"estimated", "target"}:
        found.add("estimated")
    if "derived" in status:
        found.add("computed")
    return frozenset(found)


def before_euro(state: State, t: Texts) -> str:
    """Why nothing can be shown in euros, where all years chosen are before it; else empty."""
    first = money.first_year(tables.load("prices"))
    if state.currency == "usd" or first is None or state.to_year >= first:
        return ""
    return t("There was no euro before {year}: choose dollars to see these years.", year=first)


def nothing(figure_id: str, title: str, why: str) -> Figure:
    """A figure without rows: a sentence that says why."""
    chart = altair.custom(alt.Chart(marks.values([])).mark_point(), why, _EMPTY)
    return Figure(figure_id, title, chart, pd.DataFrame(), (), finding=why)
