"""Number of sources and of their rows, by licence and by kind."""

from __future__ import annotations

import pandas as pd

from partnership import palette, tables
from partnership.charts.forms import Bars, Category, Chart, Point
from partnership.charts.forms.bars import single
from partnership.figures.figure import Figure, register
from partnership.figures.sources import words
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.provenance.rights import CLOSED
from partnership.provenance.sources import PRESS
from partnership.state import SECTORS, State

_COLOUR = palette.SECTOR["trade"].light


@register("sources.licences", sectors=SECTORS)
def licences(state: State) -> Figure:
    """Number of sources and of their rows by licence."""
    t = texts.in_language(state.lang)
    rows, rights = _counted("licence"), _counted("redistribute").set_index("redistribute")
    rights = rights[["sources", "rows"]].reindex(list(codes.PASSED_ON), fill_value=0)
    shut = int(rights.loc[CLOSED, "sources"])
    return Figure(
        id="sources.licences",
        title=t("Sources by licence, number"),
        drawn=Chart(_bars(rows, "licence", codes.LICENCE, t)),
        table=rows,
        source_ids=_first_sources(rows),
        of_sources=True,
        headline=t(
            "{open} openly licensed sources provide {share} of all rows",
            open=t.number(int(rights.loc["yes", "sources"])),
            share=t.percent(rights.loc["yes", "rows"] / rights["rows"].sum() * 100, 0),
        ),
        finding=t(
            "Of {press} sources under their publishers' terms only facts are quoted.",
            press=t.number(int(rights.loc["facts", "sources"])),
        ),
        note=t.plural(
            "{count} source may not be redistributed; its rows are in no file.",
            "{count} sources may not be redistributed; their rows are in no file.",
            shut,
        )
        if shut
        else t("There is no source whose rows may not be redistributed at all."),
    )


@register("sources.kinds", sectors=SECTORS)
def kinds(state: State) -> Figure:
    """Number of sources and of their rows by kind."""
    t = texts.in_language(state.lang)
    rows = _counted("kind")
    press = rows[rows["kind"].isin(PRESS)]
    return Figure(
        id="sources.kinds",
        title=t("Sources by kind, number"),
        drawn=Chart(_bars(rows, "kind", codes.SOURCE_KIND, t)),
        table=rows,
        source_ids=_first_sources(rows),
        of_sources=True,
        headline=t(
            "{press} of {all} sources are press pages, with {share} of the rows",
            press=int(press["sources"].sum()),
            all=int(rows["sources"].sum()),
            share=t.percent(float(press["rows"].sum()) / float(rows["rows"].sum()) * 100),
        ),
    )


def _counted(column: str) -> pd.DataFrame:
    listed = tables.load("sources").astype({"source_id": str, column: str})
    fed = words.fed().groupby("source_id")["rows"].sum()
    listed = listed.assign(fed=listed["source_id"].map(fed).fillna(0).astype(int))
    listed = listed.sort_values("fed", ascending=False)
    rows = listed.groupby(column, as_index=False, sort=False).agg(
        sources=("source_id", "size"), rows=("fed", "sum"), source_id=("source_id", "first")
    )
    rows = rows.sort_values("sources", ascending=False).reset_index(drop=True)
    return rows.assign(status="derived", unit="sources")


def _first_sources(rows: pd.DataFrame) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rows["source_id"]))


def _bars(rows: pd.DataFrame, column: str, names: dict[str, str], t: Texts) -> Bars:
    points = []
    for row in rows.to_dict("records"):
        count, fed = t.number(int(row["sources"])), t.number(int(row["rows"]))
        label = t("{sources} ({rows} rows)", sources=count, rows=fed)
        points.append(
            Point(row[column], int(row["sources"]), count, label, details=((t("Rows"), fed),))
        )
    return Bars(
        tuple(Category(k, t(names[k])) for k in rows[column]),
        single(tuple(points), _COLOUR),
        what=t("Kind"),
        measure=t("Sources"),
        above=True,
    )
