"""Every source and every table: what feeds what, under which licence, and how fresh it is."""

from __future__ import annotations

from datetime import date

import pandas as pd

from partnership import tables
from partnership.analysis import freshness
from partnership.figures.figure import Figure, register
from partnership.figures.sources import words
from partnership.language import codes, readable, texts
from partnership.language.readable import Cell, Column, Row
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.provenance.sources import Source
from partnership.state import SECTORS, State

_SOURCES = (
    Column("publisher", message("Publisher")),
    Column("title", message("Title")),
    Column("feeds", message("Used in")),
    Column("newest", message("Latest period")),
    Column("published", message("Published")),
    Column("licence", message("Licence")),
    Column("redistribute", message("Redistribution")),
    Column("kind", message("Kind")),
    Column("accessed", message("Accessed")),
    Column("url", message("Address")),
    Column("note", message("Note")),
    Column("source_id", message("Key")),
)


@register("sources.list", sectors=SECTORS)
def listed(state: State) -> Figure:
    """Every source with the tables it feeds, its licence, its date and its newest period."""
    t = texts.in_language(state.lang)
    rows = tables.load("sources")
    fed = words.fed()
    feeds = {
        str(source): ", ".join(
            f"{words.table_name(str(r.table), t)} ({t.number(int(str(r.rows)))})"
            for r in part.itertuples()
        )
        for source, part in fed.groupby("source_id", sort=False)
    }
    newest = words.newest_of(fed, date.today())
    counted = fed.groupby("source_id")["rows"].sum()
    table = rows.assign(
        rows_fed=rows["source_id"].astype(str).map(counted).fillna(0).astype(int),
        newest_period=rows["source_id"].astype(str).map(newest),
    ).sort_values("rows_fed", ascending=False, kind="stable")
    ids = table["source_id"].astype(str).tolist()
    shown = tuple(
        _row(s, Cell(feeds.get(s.source_id) or t("geometry"), fed_by, "rows"), newest, t)
        for s, fed_by in zip(sources.by_ids(ids), table["rows_fed"], strict=True)
    )
    return Figure(
        id="sources.list",
        title=t("All {count} sources", count=t.number(len(rows))),
        drawn=readable.table(_SOURCES, shown, t),
        table=table,
        source_ids=tuple(ids),
        of_sources=True,
        alt=t("Table of {count} sources.", count=t.number(len(rows))),
        finding=_finding(table, t) if table["rows_fed"].any() else "",
        note=t(
            "Sorted by the number of rows they provide, most first. Latest period: the last one "
            "that began by today; targets and claims do not count. Sources that were read in a "
            "copy are marked as such in their note. The sector and year filters do not apply on "
            "this page."
        ),
    )


def _row(source: Source, feeds: Cell, newest: dict[str, str], t: Texts) -> Row:
    period = newest.get(source.source_id)
    return {
        "publisher": sources.named(source.publisher, t),
        "title": t.quote(source.title),
        "feeds": feeds,
        "newest": Cell(t.day(period) if period else "", period),
        "published": Cell(
            t.day(source.published) if source.published else t(codes.UNDATED[source.undated]),
            source.published,
        ),
        "licence": t(codes.LICENCE[source.licence]),
        "redistribute": t(codes.PASSED_ON[source.redistribute]),
        "kind": t(codes.SOURCE_KIND[source.kind]),
        "accessed": Cell(t.day(source.accessed), source.accessed),
        "url": t.quote(source.url),
        "note": t.remark(source.note) if source.note else "",
        "source_id": t.quote(source.source_id),
    }


def _finding(table: pd.DataFrame, t: Texts) -> str:
    total = int(table["rows_fed"].sum())
    top = table.head(3)
    return t(
        "{total} rows name a source; {share} of them come from three: {names}.",
        total=t.number(total),
        share=t.percent(float(top["rows_fed"].sum()) / total * 100, 0),
        names="; ".join(sources.titled(r, t) for r in sources.by_ids(top["source_id"])),
    )


_TABLES = (
    Column("table", message("Table")),
    Column("one_row", message("Unit of observation")),
    Column("rows", message("Rows"), "right"),
    Column("sources", message("Sources"), "right"),
    Column("newest", message("Latest period")),
    Column("months", message("Months since"), "right"),
    Column("source", message("Source of the latest period")),
)


@register("sources.tables", sectors=SECTORS)
def each_table(state: State) -> Figure:
    """Every table with what a row is, its rows, its sources and its newest period."""
    t = texts.in_language(state.lang)
    today = date.today()
    rows = freshness.by_table(words.fed(), today)
    shown = tuple(
        {
            "table": words.table_name(str(r.table), t),
            "one_row": t(words.TABLES[str(r.table)].one_row),
            "rows": Cell(t.number(int(str(r.rows))), r.rows),
            "sources": Cell(t.number(int(str(r.sources))), r.sources),
            "newest": Cell(t.day(r.newest) if isinstance(r.newest, str) else "", r.newest),
            "months": _months(r.newest, today, t),
            "source": sources.publisher(r.source_id, t) if isinstance(r.newest, str) else "",
        }
        for r in rows.itertuples()
    )
    return Figure(
        id="sources.tables",
        title=t("All tables: rows, sources and latest period"),
        drawn=readable.table(_TABLES, shown, t),
        table=rows.assign(status="derived", unit="rows"),
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        of_sources=True,
        alt=t("Table of {count} tables.", count=len(rows)),
        note=t(
            "Only tables whose rows name a source. Assets, projects, companies, materials and"
            " places have no period of their own."
        ),
    )


def _months(newest: object, today: date, t: Texts) -> Cell:
    if not isinstance(newest, str):
        return Cell("", None)
    months = freshness.months_behind(newest, today)
    return Cell(t.number(months), months)
