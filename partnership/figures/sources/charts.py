"""Newest periods: of each table by source, and of each data set."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import freshness
from partnership.charts import marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.sources import words
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import SECTORS, State
from partnership.tables import needed

_LANE, _ROW = 58, 32
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
        drawn=marks.finish(_lanes(rows, best, order, today, t), height),
        table=rows.assign(status="derived", unit="rows"),
        source_ids=sources.ids(rows),
        of_sources=True,
        alt=t("Dots in a row for each table: how many sources end in which year."),
        finding=t("Latest periods: {list}.", list=last),
        note=t(
            "Each dot: the sources whose latest period ends in that year; the larger, the more "
            "sources. Diamond: the latest of all. Sources that describe a moment in the past stay "
            "there and are not out of date."
        ),
        badges=shared.badges(rows),
        height=height,
    )


def _lanes(rows: pd.DataFrame, best: pd.DataFrame, order: list[str], today: date, t: Texts) -> Any:
    year = rows["newest"].map(lambda p: _year(p, today))
    cut = rows.assign(year=year)
    counted = cut.groupby(["table", "year"], as_index=False).agg(
        n=("source_id", "size"), rows=("rows", "sum")
    )
    data = pd.DataFrame(
        {
            "x": counted["year"] + 0.5,
            "y": counted["table"].map(order.index) * _LANE + 38,
            "n": counted["n"],
            "year": counted["year"],
            "table": [words.table_name(n, t) for n in counted["table"]],
            "rows": [t.number(n) for n in counted["rows"]],
        }
    )
    ends = [_at(str(p), today) for p in best["newest"]]
    heads = pd.DataFrame(
        {
            "x": ends,
            "y": [i * _LANE + 38 for i in range(len(order))],
            "top": [i * _LANE + 12 for i in range(len(order))],
            "words": [words.table_name(n, t) for n in order],
            "label": [t.day(str(p)) for p in best["newest"]],
        }
    )
    first = int(data["year"].min())
    x = alt.X(
        "x:Q",
        title=None,
        scale=alt.Scale(domain=[first, today.year + 1], nice=False, zero=False),
        axis=marks.year_axis(values=list(range(first - first % 5 + 5, today.year + 1, 5))),
    )
    scale = alt.Scale(domain=[_LANE * len(order), 0], nice=False, zero=False)
    y = alt.Y("y:Q", axis=None, scale=scale)
    head = alt.Chart(marks.rows(heads)).encode(y=y)
    dots = (
        alt.Chart(marks.rows(data))
        .mark_point(filled=True, color=_COLOUR, opacity=0.75)
        .encode(
            x=x,
            y=y,
            size=alt.Size("n:Q", scale=alt.Scale(domain=[1, 70], range=[30, 900]), legend=None),
            tooltip=[
                alt.Tooltip("table:N", title=t("Table")),
                alt.Tooltip("year:Q", title=t("Latest period ends in"), format="d"),
                alt.Tooltip("n:Q", title=t("Sources")),
                alt.Tooltip("rows:N", title=t("Rows")),
            ],
        )
    )
    return alt.layer(
        head.mark_rule(color=marks.FAINT),
        dots,
        head.mark_point(filled=True, shape="diamond", size=80, color=marks.INK, opacity=1).encode(
            x=x, tooltip=[alt.Tooltip("label:N", title=t("Latest period"))]
        ),
        head.mark_text(**marks.text(align="left", fontWeight="bold")).encode(
            x=alt.value(0), y=alt.Y("top:Q", axis=None, scale=scale), text="words:N"
        ),
        head.mark_text(align="right", fontSize=11, color=marks.SOFT, dx=10).encode(
            x=x, y=alt.Y("top:Q", axis=None, scale=scale), text="label:N"
        ),
    )


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
    first = 2008
    data = pd.DataFrame(
        {
            "x": [max(e, first) for e in ends],
            "y": [i * _ROW + 24 for i in range(len(rows))],
            "top": [i * _ROW + 10 for i in range(len(rows))],
            "words": [
                t.quote(f"{known[s].publisher}, {known[s].title}") for s in rows["source_id"]
            ],
            "label": [t.day(p) for p in rows["newest"]],
            "table": [words.table_name(n, t) for n in rows["table"]],
            "rows": [t.number(n) for n in rows["rows"]],
            "end": today.year + 1,
        }
    )
    height = _ROW * len(rows) + 30
    old = sum(e < today.year - 2 for e in ends)
    return Figure(
        id="sources.newest",
        title=t("Latest period of {count} statistics and data sets", count=len(rows)),
        drawn=marks.finish(_names(data, first, today, t), height),
        table=rows.assign(status="derived", unit="rows"),
        source_ids=sources.ids(rows),
        of_sources=True,
        alt=t("A dot for each data set at the end of its latest period, latest first."),
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


def _names(data: pd.DataFrame, first: int, today: date, t: Texts) -> Any:
    x = alt.X(
        "x:Q",
        title=None,
        scale=alt.Scale(domain=[first, today.year + 1], nice=False, zero=False),
        axis=marks.year_axis(values=list(range(2010, today.year + 1, 5)), orient="top"),
    )
    scale = alt.Scale(domain=[_ROW * len(data), 0], nice=False, zero=False)
    y, top = (alt.Y(f"{c}:Q", axis=None, scale=scale) for c in ("y", "top"))
    tooltip = [
        alt.Tooltip("words:N", title=t("Source")),
        alt.Tooltip("label:N", title=t("Latest period")),
        alt.Tooltip("table:N", title=t("Table")),
        alt.Tooltip("rows:N", title=t("Rows")),
    ]
    base = alt.Chart(marks.rows(data)).encode(y=y, tooltip=tooltip)
    return alt.layer(
        base.mark_rule(color=marks.FAINT, strokeWidth=2).encode(x=x, x2="end:Q"),
        base.mark_point(filled=True, size=80, color=_COLOUR, opacity=1).encode(x=x),
        base.mark_text(
            **marks.text(align="left", fontSize=11, limit={"expr": "max(width - 90, 120)"})
        ).encode(x=alt.value(0), y=top, text="words:N"),
        base.mark_text(align="right", fontSize=11, color=marks.SOFT, fontWeight="bold").encode(
            x="end:Q", y=top, text="label:N"
        ),
    )
