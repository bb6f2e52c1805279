"""Number of sources and of their rows, by licence and by kind."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.charts import marks
from partnership.figures.figure import Figure, register
from partnership.figures.sources import words
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.provenance.rights import CLOSED
from partnership.provenance.sources import PRESS
from partnership.state import SECTORS, State

_STEP = 32
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
        drawn=marks.finish(_bars(rows, "licence", codes.LICENCE, t)),
        table=rows,
        source_ids=_first_sources(rows),
        of_sources=True,
        alt=t("Bars: number of sources by licence."),
        finding=t(
            "{open} sources may be redistributed under their licences and provide {share} of all "
            "rows; of {press} sources under their publishers' terms only facts are quoted.",
            open=t.number(int(rights.loc["yes", "sources"])),
            share=t.percent(rights.loc["yes", "rows"] / rights["rows"].sum() * 100, 0),
            press=t.number(int(rights.loc["facts", "sources"])),
        ),
        note=t.plural(
            "{count} source may not be redistributed; its rows are in no file.",
            "{count} sources may not be redistributed; their rows are in no file.",
            shut,
        )
        if shut
        else t("There is no source whose rows may not be redistributed at all."),
        height=_STEP * len(rows) + 20,
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
        drawn=marks.finish(_bars(rows, "kind", codes.SOURCE_KIND, t)),
        table=rows,
        source_ids=_first_sources(rows),
        of_sources=True,
        alt=t("Bars: number of sources by kind."),
        finding=t(
            "{press} of {all} sources are press pages, but only {share} of the rows come from"
            " them.",
            press=int(press["sources"].sum()),
            all=int(rows["sources"].sum()),
            share=t.percent(float(press["rows"].sum()) / float(rows["rows"].sum()) * 100),
        ),
        height=_STEP * len(rows) + 20,
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


def _bars(rows: pd.DataFrame, column: str, names: dict[str, str], t: Texts) -> Any:
    data = pd.DataFrame(
        {
            "words": [t(names[k]) for k in rows[column]],
            "n": rows["sources"],
            "label": [
                t(
                    "{sources} ({rows} rows)",
                    sources=t.number(int(str(r.sources))),
                    rows=t.number(int(str(r.rows))),
                )
                for r in rows.itertuples()
            ],
            "rows": [t.number(n) for n in rows["rows"]],
        }
    )
    base = alt.Chart(marks.rows(data), height=alt.Step(_STEP + 8)).encode(
        y=alt.Y("words:N", sort=None, axis=None, scale=alt.Scale(paddingInner=0.6)),
        tooltip=[
            alt.Tooltip("words:N", title=t("Kind")),
            alt.Tooltip("n:Q", title=t("Sources")),
            alt.Tooltip("rows:N", title=t("Rows")),
        ],
    )
    most = float(rows["sources"].max())
    x = alt.X("n:Q", axis=None, scale=alt.Scale(domain=[0, most]))
    return alt.layer(
        base.mark_bar(color=_COLOUR, height=10, yOffset=8).encode(x=x),
        base.mark_text(**marks.text(align="left", dy=-8)).encode(x=alt.value(0), text="words:N"),
        base.mark_text(align="right", dy=-8, fontSize=11, color=marks.SOFT).encode(
            x=alt.value("width"), text="label:N"
        ),
    )
