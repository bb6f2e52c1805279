"""Visits and forums a year."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, sources, texts
from partnership.analysis import diplomacy as analysis
from partnership.figures import diplomacy_words as words
from partnership.figures import lines, marks
from partnership.figures.figure import Figure, register
from partnership.state import State
from partnership.texts import Texts, message

_GROUPS = {
    "visit": (message("visits"), palette.SECTOR["diplomacy"].light),
    "told": (message("visits that only the article tells of"), palette.BORDER.light),
    "forum": (message("forums and conferences"), palette.SECTOR["companies"].light),
}


@register(
    "diplomacy.visits", sectors=("diplomacy", "trade"), uses=("sector", "from_year", "to_year")
)
def visits(state: State) -> Figure:
    """Visits and forums a year."""
    t = texts.of(state.lang)
    rows = analysis.per_year(words.chosen(state))
    if rows.empty:
        title = t("Visits and forums a year")
        why = t("No visit or forum is recorded for the years and sectors chosen.")
        return lines.nothing("diplomacy.visits", title, why)
    span_said = lines.years(rows["year"])
    return Figure(
        id="diplomacy.visits",
        title=t("Visits and forums a year, {years}, number", years=span_said),
        drawn=marks.finish(_bars(rows, t), 300),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Bars: visits and forums a year, {years}.", years=span_said),
        finding=_most(rows, t),
        note=t(
            "Counted from what the sources read mention, so a lower bound; early years are thin."
            " Visits to a plant are not counted."
        ),
        badges=marks.badges(rows, "incomplete"),
        height=300,
    )


def _most(rows: pd.DataFrame, t: Texts) -> str:
    sums = rows.groupby("group")["count"].sum()
    sure = rows[rows["group"].ne("told")]
    late = int(sure.loc[sure["year"] >= 2023, "count"].sum())
    told = int(sums.get("told", 0))
    said = t(
        "{visits} visits and {forums} forums or conferences; {late} of all {all} fall in 2023 and"
        " later.",
        visits=int(sums.get("visit", 0)),
        forums=int(sums.get("forum", 0)),
        late=late,
        all=int(sure["count"].sum()),
    )
    if not told:
        return said
    more = t.plural(
        "{count} more visit is told by the article alone.",
        "{count} more visits are told by the article alone.",
        told,
    )
    return f"{said} {more}"


def _bars(rows: pd.DataFrame, t: Texts) -> Any:
    order = [g for g in _GROUPS if g in set(rows["group"])]
    data = rows.assign(place=rows["group"].map(order.index)).sort_values(["year", "place"])
    upper = data.groupby("year")["count"].cumsum()
    data = pd.DataFrame(
        {
            "year": data["year"],
            "start": data["year"] - 0.38,
            "end": data["year"] + 0.38,
            "lower": upper - data["count"],
            "upper": upper,
            "count": data["count"],
            "group": [t(_GROUPS[g][0]) for g in data["group"]],
            "which": [
                ", ".join(t.name(e, "title") for e in ids.split(";")) for ids in data["event_ids"]
            ],
        }
    )
    first, last = int(data["year"].min()), int(data["year"].max())
    most = int(upper.max())
    colour = alt.Color(
        "group:N",
        title=None,
        scale=alt.Scale(
            domain=[t(_GROUPS[g][0]) for g in order], range=[_GROUPS[g][1] for g in order]
        ),
        legend=alt.Legend(
            orient="top", symbolType="square", columns=1, rowPadding=0, labelLimit=280
        ),
    )
    return (
        alt.Chart(marks.rows(data))
        .mark_rect(stroke=marks.PAPER, strokeWidth=1)
        .encode(
            x=lines.year_x("start", first, last, edge=0.6),
            x2="end:Q",
            y=alt.Y(
                "lower:Q",
                axis=marks.value_axis("", values=list(range(most + 1)), format="d"),
                scale=alt.Scale(domain=[0, most], nice=False),
            ),
            y2="upper:Q",
            color=colour,
            tooltip=[
                alt.Tooltip("year:Q", title=t("Year"), format="d"),
                alt.Tooltip("group:N", title=t("Kind")),
                alt.Tooltip("count:Q", title=t("Number")),
                alt.Tooltip("which:N", title=t("Which")),
            ],
        )
    )
