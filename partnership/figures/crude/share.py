"""Kazakhstan's share of Italy's crude oil: the register, the press, the article."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import crude as analysis
from partnership.analysis import crude_press
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.crude import origins as crude
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 294


@register("trade.crude_share", sectors=("oil_gas", "trade"), uses=("from_year", "to_year"))
def crude_share(state: State) -> Figure:
    """Kazakhstan's share of Italy's crude oil, with shares that others state for later years."""
    t = texts.in_language(state.lang)
    seen = crude_press.stated(tables.load("observations"), state.from_year, state.to_year)
    rows = analysis.origins(tables.load("trade"), *crude.span(state))
    rows = rows[rows["partner"].eq("KAZ")]
    table = pd.concat([rows, seen.drop(columns=["start", "end"])], ignore_index=True)
    if table.empty:
        return crude.outside(
            "trade.crude_share", t("Kazakhstan's share of Italy's crude oil imports"), t
        )
    note = [t("Line: volumes by origin as reported by Italy.")]
    if rows["note"].notna().any():
        note.append(t("Small rings: years for which the register looks incomplete."))
    if len(seen):
        note.append(
            t(
                "Hollow points with a bar: shares published in the press, most of them by Unem, "
                "the Italian union of energy companies, and the months they cover; the diamond is "
                "the article's. They are not part of the line."
            )
        )
    return Figure(
        id="trade.crude_share",
        title=t(
            "Kazakhstan's share of Italy's crude oil imports, {years}, percent of volume",
            years=lines.years(table["year"]),
        ),
        drawn=marks.finish(_share(rows, seen, t), _HEIGHT),
        table=table,
        source_ids=sources.ids(table),
        alt=t("A line of yearly shares, with points for what the press and the article say."),
        finding=_finding(rows, t),
        note=" ".join(note),
        badges=shared.badges(table, *(("disagree",) if len(seen) else ())),
        height=_HEIGHT,
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    sure = rows[rows["note"].isna()]
    if sure.empty:
        return ""
    low, last = sure.loc[sure["share"].idxmin()], sure.iloc[-1]
    return t(
        "{share} of Italy's crude oil imports came from Kazakhstan in {year}; the lowest share in "
        "years that look complete was {low} in {low_year}.",
        share=t.percent(last["share"]),
        year=int(last["year"]),
        low=t.percent(low["share"]),
        low_year=int(low["year"]),
    )


def _share(rows: pd.DataFrame, seen: pd.DataFrame, t: Texts) -> Any:
    known = pd.concat([rows["year"], seen["year"]])
    x = lines.year_x("year", int(known.min()), int(known.max()), room=34, edge=0.4)
    y = alt.Y("share:Q", axis=marks.value_axis(t("percent")), scale=alt.Scale(zero=True))
    data = rows[["year", "share"]].assign(
        label=[t.percent(s) for s in rows["share"]],
        rank=[t.number(r) for r in rows["rank"]],
        fill=rows["note"].isna().map({True: marks.KAZAKHSTAN, False: marks.PAPER}),
    )
    base = alt.Chart(marks.rows(data)).encode(x=x, y=y)
    tooltip = [
        alt.Tooltip("year:Q", title=t("Year"), format="d"),
        alt.Tooltip("label:N", title=t("Share")),
        alt.Tooltip("rank:N", title=t("Rank among origins")),
    ]
    line = base.mark_line(color=marks.KAZAKHSTAN, strokeWidth=2.5)
    dots = base.mark_point(size=40, stroke=marks.KAZAKHSTAN, opacity=1).encode(
        fill=alt.Fill("fill:N", scale=None), tooltip=tooltip
    )
    doubtful = rows.loc[rows["note"].notna(), ["year", "share"]].assign(words=t("incomplete"))
    words = alt.Chart(marks.rows(doubtful)).mark_text(**marks.text(dy=14, fontSize=11))
    words = words.encode(x=x, y=y, text="words:N")
    return alt.layer(line, dots, words, *_points(seen, t, x, y))


def _points(seen: pd.DataFrame, t: Texts, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    if seen.empty:
        return []
    titles = {s.source_id: f"{s.publisher}, {s.title}" for s in sources.by_ids(seen["source_id"])}
    claimed = seen["status"].eq("claimed")
    data = pd.DataFrame(
        {
            "year": (seen["start"] + seen["end"]) / 2,
            "start": seen["start"],
            "end": seen["end"],
            "share": seen["share"],
            "label": [t.percent(s) for s in seen["share"]],
            "when": [t.day(str(p)) for p in seen["period"]],
            "source": [t.quote(titles[s]) for s in seen["source_id"]],
            "shape": claimed.map({True: "diamond", False: "circle"}),
            "fill": claimed.map({True: marks.INK, False: marks.PAPER}),
            "edge": claimed.map({True: marks.PAPER, False: marks.KAZAKHSTAN}),
        }
    )
    base = alt.Chart(marks.rows(data)).encode(x=x, y=y)
    points = base.mark_point(size=75, opacity=1).encode(
        shape=alt.Shape("shape:N", scale=None),
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("edge:N", scale=None),
        tooltip=[
            alt.Tooltip("when:N", title=t("Period")),
            alt.Tooltip("label:N", title=t("Share, as stated")),
            alt.Tooltip("source:N", title=t("Source")),
        ],
    )
    beside = base.transform_filter(alt.datum.shape == "diamond")
    below = base.transform_filter(alt.datum.shape != "diamond")
    months = alt.Chart(marks.rows(data[["start", "end", "share", "shape"]]))
    bars = months.mark_rule(color=marks.KAZAKHSTAN, strokeWidth=1.5).encode(
        x=_same_axis(x, "start"), x2="end:Q", y=y
    )
    return [
        bars.transform_filter(
            (alt.datum.shape != "diamond") & (alt.datum.end - alt.datum.start < 1)
        ),
        points,
        beside.mark_text(**marks.text(align="left", dx=8, fontSize=11)).encode(text="label:N"),
        below.mark_text(**marks.text(dy=14, fontSize=11)).encode(text="label:N"),
    ]


def _same_axis(x: alt.X, field: str) -> alt.X:
    """The same axis for another field."""
    other = x.copy(deep=False)
    other["shorthand"] = f"{field}:Q"
    return other
