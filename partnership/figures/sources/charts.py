"""Newest periods: of each table by source, and of statistics and data sets by year."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd

from partnership import palette, tables
from partnership.analysis import freshness
from partnership.charts import marks
from partnership.charts.forms import Chart, Columns, Dots, Point, Series, Unit
from partnership.charts.forms.dots import Along, Dot, Kind, Lane
from partnership.figures.figure import Figure, register
from partnership.figures.sources import words
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import SECTORS, State
from partnership.tables import needed

_LANE, _HEIGHT = 42, 220
_STEP = 5
"""Years between the numbers of the axis."""
_DIAMOND = 8
"""Sources whose dot is as large as the diamond."""
_COLOUR = palette.SECTOR["trade"].light
_DATA = ("statistics", "dataset", "government", "institution", "company")
_MEASURED = ("trade", "observations", "prices")


def _year(period: str, today: date) -> int:
    """The year a period reaches into; one that ends on 31 December counts for that year."""
    start, end = freshness.span(period)
    return (end - timedelta(days=1)).year if end <= today else start.year


def _reached(today: date) -> pd.DataFrame:
    """What each source supplies to each table with a period, and the `year` it reaches into."""
    rows = words.fed()
    rows = rows[rows["newest"].notna()].reset_index(drop=True)
    if rows.empty:
        raise needed.missing("observations")
    return rows.assign(year=[_year(p, today) for p in rows["newest"]])


@register("sources.freshness", sectors=SECTORS)
def fresh(state: State) -> Figure:
    """Of each table, in which year the newest period of each of its sources ends."""
    t = texts.in_language(state.lang)
    today = date.today()
    rows = _reached(today)
    order = [n for n in freshness.PERIODS if n in set(rows["table"])]
    newest = freshness.by_table(rows, today).set_index("table")["newest"].astype(str)
    best, oldest = (f(order, key=lambda n: freshness.reach(newest[n], today)) for f in (max, min))
    return Figure(
        id="sources.freshness",
        title=t("Latest period of each table, by source"),
        drawn=Chart(_lanes(rows, newest[order], today, t), _LANE * len(order) + 30),
        table=rows.drop(columns="year").assign(status="derived", unit="rows"),
        source_ids=sources.ids(rows),
        of_sources=True,
        headline=t(
            "Tables end between {first} ({other}) and {last} ({table})",
            last=t.day(newest[best]),
            table=words.table_name(best, t).lower(),
            other=words.table_name(oldest, t).lower(),
            first=t.day(newest[oldest]),
        ),
        note=t(
            "Each dot: the sources whose latest period ends in that year; the larger, the more "
            "sources. Diamond: the latest of all. Sources that describe a moment in the past stay "
            "there and are not out of date."
        ),
    )


def _lanes(rows: pd.DataFrame, newest: pd.Series, today: date, t: Texts) -> Dots:
    counted = rows.groupby(["table", "year"], as_index=False).agg(
        n=("source_id", "size"), rows=("rows", "sum")
    )
    by_table, first = dict(list(counted.groupby("table"))), int(counted["year"].min())
    fifth = range(first - first % _STEP + _STEP, today.year + 1, _STEP)
    return Dots(
        tuple(_lane(str(n), by_table[n], str(p), today, t) for n, p in newest.items()),
        (Kind(t("Sources"), _COLOUR), Kind(t("Latest period"), marks.INK, "diamond")),
        Along(first, today.year + 1, tuple((year, str(year)) for year in fifth)),
        details=(t("Table"), t("Latest period ends in"), t("Sources"), t("Rows")),
        step=_LANE,
        above=True,
        joined="row",
        largest=10,
    )


def _lane(table: str, counted: pd.DataFrame, newest: str, today: date, t: Texts) -> Lane:
    name, last = words.table_name(table, t), t.day(newest)
    dots = (
        Dot(
            r.year + 0.5,
            words=t("{count} in {year}", count=r.n, year=r.year),
            amount=r.n,
            details=(name, str(r.year), t.number(r.n), t.number(r.rows)),
        )
        for r in counted.itertuples()
    )
    at = freshness.as_year(freshness.reach(newest, today))
    latest = Dot(at, 1, last, amount=_DIAMOND, details=(name, last, "", ""))
    return Lane(name, (*dots, latest), last)


@register("sources.newest", sectors=SECTORS)
def newest(state: State) -> Figure:
    """How many statistics and data sets end in which year; each is a row of the table."""
    t = texts.in_language(state.lang)
    today = date.today()
    listed = tables.load("sources")
    data = listed.loc[listed["kind"].isin(_DATA), "source_id"].astype(str)
    rows = _reached(today)
    rows = rows[rows["table"].isin(_MEASURED) & rows["source_id"].isin(data)]
    rows = freshness.newest_first(rows, today).drop_duplicates("source_id").reset_index(drop=True)
    if rows.empty:
        raise needed.missing("observations")
    since = today.year - 1
    return Figure(
        id="sources.newest",
        title=t("Statistics and data sets by the year in which their latest period ends, number"),
        drawn=Chart(_columns(rows, t), _HEIGHT),
        table=rows.drop(columns="year").assign(status="derived", unit="rows"),
        source_ids=sources.ids(rows),
        of_sources=True,
        headline=t(
            "{recent} of {count} statistics and data sets reach {since} or later",
            recent=int(rows["year"].ge(since).sum()),
            count=len(rows),
            since=since,
        ),
        note=t("The list of sources has the latest period of each."),
    )


def _columns(rows: pd.DataFrame, t: Texts) -> Columns:
    by_year = dict(list(rows.groupby("year")))
    points = tuple(
        Point(int(year), len(own), t.number(len(own)), t.number(len(own)))
        for year, own in by_year.items()
    )
    series = Series(t("Sources"), _COLOUR, points, "bar")
    return Columns((series,), t("Latest period ends in"), Unit(t("sources")), "overlaid")
