"""Shared by figures of every room: a chart of rows, badges, sums, a figure without rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import altair
import pandas as pd

from partnership import tables
from partnership.analysis import money
from partnership.charts import altair as charts
from partnership.charts import lines, marks
from partnership.charts.forms import Chart, Form, Unit
from partnership.figures.figure import Badge, Figure, Listing
from partnership.language import amounts
from partnership.language.readable import Table
from partnership.language.texts import Texts, message
from partnership.maps.model import Map
from partnership.provenance import sources
from partnership.state import State

Drawn = Chart | Map | Listing | Table
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


def from_rows(
    figure_id: str,
    title: str,
    drawn: Drawn,
    rows: pd.DataFrame,
    *more: Badge,
    also: Iterable[str] = (),
    headline: str = "",
    finding: str = "",
    note: str = "",
    alt: str = "",
) -> Figure:
    """A figure of `rows`, with their sources and those it has `also`, their badges and `more`."""
    cited = tuple(dict.fromkeys((*sources.ids(rows), *also)))
    marked = badges(rows, *more)
    return Figure(figure_id, title, drawn, rows, cited, alt, headline, finding, note, badges=marked)


def before_euro(state: State, t: Texts) -> str:
    """Why nothing can be shown in euros, where all years chosen are before it; else empty."""
    first = money.first_year(tables.load("prices"))
    if state.currency == "usd" or first is None or state.to_year >= first:
        return ""
    return t("There was no euro before {year}: choose dollars to see these years.", year=first)


def nothing(figure_id: str, title: str, why: str) -> Figure:
    """A figure without rows: a sentence that says why."""
    chart = charts.custom(altair.Chart(marks.values([])).mark_point(), why, _EMPTY)
    return Figure(figure_id, title, chart, pd.DataFrame(), (), finding=why)


@dataclass(frozen=True)
class Billions:
    """Sums in billions of the currency that the reader chose: in words, and as an axis."""

    currency: str
    t: Texts

    def __call__(self, value: float, digits: int | None = None) -> str:
        """A sum in words."""
        return amounts.in_billions(value, self.currency, self.t, digits)

    def signed(self, value: float) -> str:
        """A change in words, with its sign."""
        return lines.signed(self(abs(value)), value, self.t)

    def converted(self, rows: pd.DataFrame) -> pd.DataFrame:
        """`rows` of `trade` with a column `value` in the currency; see `money.in_currency`."""
        return money.in_currency(rows, self.currency, tables.load("prices"))

    @property
    def name(self) -> str:
        """The unit in words."""
        return lines.billions(self.t, self.currency)

    @property
    def unit(self) -> Unit:
        """The unit of an axis."""
        return Unit(self.name, 9)


def change(now: float, before: float, t: Texts) -> str:
    """By how many percent `now` differs from `before`, with its sign."""
    percent = (now / before - 1) * 100
    return lines.signed(t.percent(abs(percent)), percent, t)


def drawn(
    figure_id: str,
    form: Form | Listing | Table,
    rows: pd.DataFrame,
    *,
    title: str,
    headline: str = "",
    finding: str = "",
    note: str = "",
    alt: str = "",
    height: int | None = None,
    table: pd.DataFrame | None = None,
    cited: Iterable[pd.DataFrame] = (),
    disagree: bool = False,
    incomplete: bool = False,
    computed: bool = False,
) -> Figure:
    """A figure of `rows`, which are its table, unless there is a longer one with them.

    Its sources are those of the table and of what else is `cited`; its badges those that the rows
    tell and those that apply by the flags.
    """
    table = rows if table is None else table
    flags: dict[Badge, bool] = {
        "disagree": disagree,
        "incomplete": incomplete,
        "computed": computed,
    }
    return Figure(
        figure_id,
        title,
        form if isinstance(form, Listing | Table) else Chart(form, height),
        table,
        sources.ids(table, *cited),
        alt,
        headline=headline,
        finding=finding,
        note=note,
        badges=badges(rows, *(badge for badge, applies in flags.items() if applies)),
    )


def reported_by(rows: pd.DataFrame, state: State) -> pd.DataFrame:
    """Of `rows` those of the reporter that the reader chose; all where that is both."""
    if state.reporter == "both":
        return rows
    return rows[rows["reporter"].map(marks.REPORTER_CHOICE).eq(state.reporter)]


def with_months(rows: pd.DataFrame, t: Texts) -> list[str]:
    """`Austria 2021 (7)`: years of reporters with the number of months reported."""
    return [
        t("{country} {year} ({months})", country=t.name(r.reporter), year=r.year, months=r.months)
        for r in rows.sort_values(["reporter", "year"]).itertuples()
    ]
