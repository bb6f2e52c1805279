"""Visits by level, and forums, by year."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import diplomacy as analysis
from partnership.charts import altair, legends, lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import diplomacy as words

_GROUPS = {
    "top": (message("heads of state or government"), palette.SECTOR["diplomacy"].light),
    "minister": (message("ministers"), palette.SKY.light),
    "deputy": (message("deputy ministers and speakers"), palette.AMBER.light),
    "claimed": (message("named by the article only"), palette.BORDER.light),
    "forum": (message("forums and sessions"), palette.SECTOR["companies"].light),
}
_HEIGHT = 340
_MANY = 7
"""Numbers on the axis from which only the even ones are written."""


@register(
    "diplomacy.visits", sectors=("diplomacy", "trade"), uses=("sector", "from_year", "to_year")
)
def visits(state: State) -> Figure:
    """Visits from one country to the other by level, and forums, by year."""
    t = texts.in_language(state.lang)
    events, known = tables.load("events"), tables.load("visits")
    rows = analysis.per_year(words.chosen(state), known)
    if rows.empty:
        title = t("Visits and forums by year")
        why = t("No visit or forum is recorded for the selected years and sectors.")
        return shared.nothing("diplomacy.visits", title, why)
    years = lines.years(rows["year"])
    comparison = analysis.count_comparison(events, known, tables.load("observations"))
    return Figure(
        id="diplomacy.visits",
        title=t("Visits by level, and forums, {years}, number a year", years=years),
        drawn=altair.custom(
            _bars(rows, t),
            t("Bars by year: visits above and forums below the line, {years}.", years=years),
            _HEIGHT,
        ),
        table=rows,
        source_ids=sources.ids(rows, comparison),
        headline=_answer(rows, t),
        finding=_finding(rows, t),
        note=_note(comparison, t),
        badges=shared.badges(rows, "incomplete"),
    )


def _answer(rows: pd.DataFrame, t: Texts) -> str:
    """Visits at the highest level, and since when half of them took place."""
    top = rows[rows["group"].eq("top")]
    if len(top) < 2:
        return ""
    since = analysis.half_since(top)
    return t(
        "{all} visits at the highest level, {late} of them since {since}",
        late=int(top.loc[top["year"].ge(since), "count"].sum()),
        all=int(top["count"].sum()),
        since=since,
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    sums = rows.groupby("group")["count"].sum()
    counts = [f"{t(_GROUPS[g][0])} {t.number(sums[g])}" for g in _GROUPS if g in sums.index]
    return t("Counted: {counts}.", counts=", ".join(counts))


def _note(comparison: pd.DataFrame, t: Texts) -> str:
    parts = [
        t(
            "A visit is a journey by a representative of one country to the other, including a "
            "summit there. Visits to a plant, meetings with companies, and planned or cancelled "
            "visits are not counted."
        )
    ]
    parts += [
        t(
            "{publisher} counts {count} visits of Kazakhstan's President to Italy in {period}; the"
            " list has {listed}.",
            publisher=sources.publisher(r.source_id, t),
            count=int(r.value),
            period=t.day(str(r.period)),
            listed=r.listed,
        )
        for r in comparison.itertuples()
    ]
    parts.append(
        t(
            "For other levels no source read has a complete count: the list holds what the "
            "sources mention."
        )
    )
    return " ".join(parts)


def _bars(rows: pd.DataFrame, t: Texts) -> Any:
    order = [g for g in _GROUPS if g in set(rows["group"])]
    data = rows.assign(place=rows["group"].map(order.index)).sort_values(["year", "place"])
    below = data["group"].eq("forum")
    upper = data["count"].mask(below, 0).groupby(data["year"]).cumsum().mask(below, 0)
    lower = (upper - data["count"]).mask(below, -data["count"])
    data = pd.DataFrame(
        {
            "year": data["year"],
            "start": data["year"] - 0.38,
            "end": data["year"] + 0.38,
            "lower": lower,
            "upper": upper,
            "count": data["count"],
            "group": [t(_GROUPS[g][0]) for g in data["group"]],
            "which": [
                ", ".join(t.name(e, "title") for e in ids.split(";")) for ids in data["event_ids"]
            ],
        }
    )
    first, last = int(data["year"].min()), int(data["year"].max())
    least, most = int(lower.min()), int(upper.max())
    step = 1 if most - least < _MANY else 2
    ticks = [n for n in range(least, most + 1) if n % step == 0]
    names = [t(_GROUPS[g][0]) for g in order]
    colour = alt.Color(
        "group:N",
        title=None,
        scale=alt.Scale(domain=names, range=[_GROUPS[g][1] for g in order]),
        legend=alt.Legend(
            orient="top",
            symbolType="square",
            columns=alt.ExprRef(legends.columns(names)),
            rowPadding=0,
            labelLimit=280,
        ),
    )
    bars = (
        alt.Chart(marks.rows(data))
        .mark_rect(stroke=marks.PAPER, strokeWidth=1)
        .encode(
            x=lines.year_x("start", first, last, edge=0.6),
            x2="end:Q",
            y=alt.Y(
                "lower:Q",
                axis=marks.value_axis(
                    "", values=ticks, labelExpr="abs(datum.value)", labelOverlap=False
                ),
                scale=alt.Scale(domain=[least, most], nice=False),
            ),
            y2="upper:Q",
            color=colour,
            tooltip=[
                alt.Tooltip("year:Q", title=t("Year"), format="d"),
                alt.Tooltip("group:N", title=t("Kind")),
                alt.Tooltip("count:Q", title=t("Number")),
                alt.Tooltip("which:N", title=t("Events")),
            ],
        )
    )
    zero = alt.Chart(marks.rows(pd.DataFrame({"lower": [0]})))
    return alt.layer(bars, zero.mark_rule(color=marks.INK).encode(y="lower:Q"))
