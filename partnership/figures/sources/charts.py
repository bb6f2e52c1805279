"""Newest periods: of each table by source, and of each data set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import freshness
from partnership.charts import marks
from partnership.charts.forms import Chart, Dots
from partnership.charts.forms.dots import Along, Dot, Kind, Lane
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.sources import words
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import SECTORS, State
from partnership.tables import needed

_LANE, _ROW = 58, 32
_STEP = 5
"""Years between the numbers of the axis."""
_LONG_AGO = 18
"""Years before today with which the axis begins at the latest."""
_DIAMOND = 8
"""Sources whose dot is as large as the diamond."""
_COLOUR = palette.SECTOR["trade"].light
_DATA = ("statistics", "dataset", "government", "institution", "company")


def _at(period: str, today: date) -> float:
    """The end of a period as a fractional year, as on the axis."""
    return freshness.as_year(freshness.reach(period, today))


@register("sources.freshness", sectors=SECTORS)
def fresh(state: State) -> Figure:
    """Of each table, in which year the newest period of each of its sources ends."""
    t = texts.in_language(state.lang)
    today = date.today()
    rows = words.fed()
    rows = rows[rows["newest"].notna()].reset_index(drop=True)
    if rows.empty:
        raise needed.missing("observations")
    order = [n for n in freshness.PERIODS if n in set(rows["table"])]
    best = freshness.by_table(rows, today).set_index("table").loc[order]
    height = _LANE * len(order) + 30
    last = ", ".join(
        t(
            "{table} {period}",
            table=words.table_name(n, t),
            period=t.day(str(best.loc[n, "newest"])),
        )
        for n in order
    )
    return Figure(
        id="sources.freshness",
        title=t("Latest period of each table, by source"),
        drawn=Chart(_lanes(rows, best, order, today, t), height),
        table=rows.assign(status="derived", unit="rows"),
        source_ids=sources.ids(rows),
        of_sources=True,
        finding=t("Latest periods: {list}.", list=last),
        note=t(
            "Each dot: the sources whose latest period ends in that year; the larger, the more "
            "sources. Diamond: the latest of all. Sources that describe a moment in the past stay "
            "there and are not out of date."
        ),
        badges=shared.badges(rows),
        height=height,
    )


def _lanes(rows: pd.DataFrame, best: pd.DataFrame, order: list[str], today: date, t: Texts) -> Dots:
    years = rows.assign(year=rows["newest"].map(lambda p: _year(p, today)))
    counted = years.groupby(["table", "year"], as_index=False).agg(
        n=("source_id", "size"), rows=("rows", "sum")
    )
    by_table = dict(list(counted.groupby("table")))
    first = int(counted["year"].min())
    return Dots(
        tuple(
            _lane(name, by_table[name], str(best.loc[name, "newest"]), today, t) for name in order
        ),
        (Kind(t("Sources"), _COLOUR), Kind(t("Latest period"), marks.INK, "diamond")),
        _years(first, today),
        details=(t("Table"), t("Latest period ends in"), t("Sources"), t("Rows")),
        step=_LANE,
        above=True,
        joined="row",
        largest=17,
    )


def _lane(table: str, counted: pd.DataFrame, newest: str, today: date, t: Texts) -> Lane:
    name, last = words.table_name(table, t), t.day(newest)
    rows = counted.itertuples()
    return Lane(
        name,
        (
            *(
                Dot(
                    r.year + 0.5,
                    words=t("{count} in {year}", count=r.n, year=r.year),
                    amount=r.n,
                    details=(name, str(r.year), t.number(r.n), t.number(r.rows)),
                )
                for r in rows
            ),
            Dot(_at(newest, today), 1, last, amount=_DIAMOND, details=(name, last, "", "")),
        ),
        label=last,
    )


def _years(first: int, today: date) -> Along:
    fifth = range(first - first % _STEP + _STEP, today.year + 1, _STEP)
    return Along(first, today.year + 1, tuple((year, str(year)) for year in fifth))


def _year(period: str, today: date) -> int:
    """The year a period reaches into; one that ends on 31 December counts for that year."""
    start, end = freshness.span(period)
    return (end - timedelta(days=1)).year if end <= today else start.year


@register("sources.newest", sectors=SECTORS)
def newest(state: State) -> Figure:
    """The newest period of every statistical source and data set, latest first."""
    t = texts.in_language(state.lang)
    today = date.today()
    known = {
        s.source_id: s for s in sources.by_ids(tables.load("sources")["source_id"].astype(str))
    }
    rows = words.fed()
    rows = rows[rows["newest"].notna() & rows["table"].isin(("trade", "observations", "prices"))]
    rows = rows[rows["source_id"].isin([s for s, one in known.items() if one.kind in _DATA])]
    rows = freshness.newest_first(rows, today).drop_duplicates("source_id").reset_index(drop=True)
    if rows.empty:
        raise needed.missing("observations")
    ends = [_at(p, today) for p in rows["newest"]]
    titles = {s: t.quote(f"{one.publisher}, {one.title}") for s, one in known.items()}
    height = _ROW * len(rows) + 30
    old = sum(e < today.year - 2 for e in ends)
    return Figure(
        id="sources.newest",
        title=t("Latest period of {count} statistics and data sets", count=len(rows)),
        drawn=Chart(_names(rows, titles, today, t), height),
        table=rows.assign(status="derived", unit="rows"),
        source_ids=sources.ids(rows),
        of_sources=True,
        finding=t(
            "{recent} of {count} extend to {since} or later; {old} end before {before}.",
            recent=sum(e > today.year - 1 for e in ends),
            count=len(rows),
            since=today.year - 1,
            old=old,
            before=today.year - 2,
        ),
        note=t("A full year counts to its last day. The line shows the time elapsed since."),
        height=height,
    )


def _names(rows: pd.DataFrame, titles: dict[str, str], today: date, t: Texts) -> Dots:
    ends = [_at(p, today) for p in rows["newest"]]
    first = _year_before(ends, today)
    return Dots(
        tuple(
            Lane(
                titles[r.source_id], (_newest_dot(r, max(end, first), titles, t),), t.day(r.newest)
            )
            for r, end in zip(rows.itertuples(), ends, strict=True)
        ),
        (Kind(t("Latest period"), _COLOUR),),
        replace(_years(first, today), on_top=True),
        details=(t("Source"), t("Latest period"), t("Table"), t("Rows")),
        step=_ROW,
        above=True,
        joined="end",
    )


def _newest_dot(row: Any, at: float, titles: dict[str, str], t: Texts) -> Dot:
    last = t.day(row.newest)
    details = (titles[row.source_id], last, words.table_name(row.table, t), t.number(row.rows))
    return Dot(at, words=last, details=details)


def _year_before(ends: list[float], today: date) -> int:
    """The first year of the axis: what ended longer ago stands at its edge."""
    return max(int(min(ends)), today.year - _LONG_AGO)
