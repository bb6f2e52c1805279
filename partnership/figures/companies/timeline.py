"""Italian companies in Kazakhstan: every project from its start to its end."""

from __future__ import annotations

from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import companies as analysis
from partnership.charts import marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import companies as words

_ROW = 22
_LATE = 0.55
"""Labels of what starts after this part of the drawing's years stand to the left of it."""
_RECENT = 2
"""How many years before this one are recent."""


def rows_of(state: State) -> pd.DataFrame:
    """Projects of Italian companies in the sectors chosen."""
    return analysis.italian(tables.load("projects"), tables.load("companies"), state.sector)


@register("companies.timeline", sectors=words.SECTORS, uses=("sector",))
def timeline(state: State) -> Figure:
    """A bar a project from its first to its last year; open ones run on to today, paler."""
    t = texts.in_language(state.lang)
    rows = rows_of(state)
    dated = rows[rows["first"].notna()].sort_values(["first", "last", "project_id"])
    title = t("Projects of Italian companies from start to end")
    if dated.empty:
        return shared.nothing("companies.timeline", title, words.nothing_chosen(t))
    undated = len(rows) - len(dated)
    height = _ROW * len(dated) + 40
    return Figure(
        id="companies.timeline",
        title=title,
        drawn=marks.finish(_timeline(dated, t), height),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("A bar a project by year, coloured by sector; diamonds for agreements."),
        finding=_timeline_finding(dated, t),
        note=" ".join(
            [
                t(
                    "Full bars: start and end are stated. Pale bars: no end is stated, which does "
                    "not prove that the work continues. Ticks alone: contracts whose end is not "
                    "stated. Diamonds: agreements, memoranda and offers. Rust: oil and gas; "
                    "green: renewables; gold: transport; slate: other business."
                ),
                *(
                    [
                        t.plural(
                            "{count} project without a year appears only in the table.",
                            "{count} projects without a year appear only in the table.",
                            undated,
                        )
                    ]
                    if undated
                    else []
                ),
            ]
        ),
        badges=shared.badges(rows, *(("incomplete",) if undated else ())),
        height=height,
    )


def _timeline_finding(dated: pd.DataFrame, t: Texts) -> str:
    first = dated.iloc[0]
    since = date.today().year - _RECENT
    recent = int(dated["first"].ge(since).sum())
    return t(
        "{count} dated projects of {companies} companies since {year}; {recent} of them began in "
        "{since} or later.",
        since=since,
        count=len(dated),
        companies=dated["company_id"].nunique(),
        year=int(first["first"]),
        recent=recent,
    )


def _timeline(dated: pd.DataFrame, t: Texts) -> Any:
    today = date.today().year + date.today().timetuple().tm_yday / 366
    data = pd.DataFrame(
        {
            "id": dated["project_id"].astype(str),
            "start": dated["first"].astype(float),
            "end": dated["last"].astype(float).add(1).fillna(today),
            "open": dated["last"].isna() & ~dated["role"].isin(analysis.PASSING),
            "moment": dated["moment"],
            "begun": dated["last"].isna() & ~dated["moment"],
            "colour": [palette.SECTOR[s].light for s in dated["sector"]],
            "words": [words.label(r, t) for r in dated.itertuples()],
            "years": [words.years(r, t) for r in dated.itertuples()],
            "role": [words.role(r, t) for r in dated.itertuples()],
            "value": [words.value(r, t) for r in dated.itertuples()],
        }
    )
    first = int(rows_of(State())["first"].min()) - 1
    last = int(max(data["end"].max(), today)) + 1
    late = first + _LATE * (last - first)
    data["side"] = [
        "left" if r.start >= late else "inside" if r.begun else "right" for r in data.itertuples()
    ]
    data["at"] = data["start"].where(data["side"].ne("right"), data["end"])
    order = data["id"].tolist()
    y = alt.Y("id:N", sort=order, axis=None, scale=alt.Scale(domain=order))
    scale = alt.Scale(domain=[first, last], nice=False, zero=False)
    axis = alt.Axis(grid=True, gridDash=[1, 3], format="d", tickCount=7, title=None, orient="top")
    x = alt.X("start:Q", scale=scale, axis=axis)
    tooltip = [
        alt.Tooltip("words:N", title=t("Project")),
        alt.Tooltip("role:N", title=t("Role")),
        alt.Tooltip("years:N", title=t("Years")),
        alt.Tooltip("value:N", title=t("Value")),
    ]
    colour = alt.Color("colour:N", scale=None)
    spans = data[~data["moment"] & (data["open"] | ~data["begun"])]
    layers: list[Any] = [
        alt.Chart(marks.rows(spans[spans["open"].eq(is_open)]))
        .mark_bar(height=15, opacity=0.28 if is_open else 0.95)
        .encode(y=y, x=x, x2="end:Q", color=colour, tooltip=tooltip)
        for is_open in (True, False)
    ]
    layers.append(
        alt.Chart(marks.rows(data[data["begun"]]))
        .mark_tick(thickness=4, size=15, opacity=1, orient="vertical")
        .encode(y=y, x=x, color=colour, tooltip=tooltip)
    )
    layers.append(
        alt.Chart(marks.rows(data[data["moment"]]))
        .mark_point(shape="diamond", filled=True, size=90, opacity=1)
        .encode(y=y, x=x, color=colour, tooltip=tooltip)
    )
    for side, align, dx in (("left", "right", -8), ("inside", "left", 6), ("right", "left", 5)):
        part = data[data["side"].eq(side)]
        layers.append(
            alt.Chart(marks.rows(part[["id", "at", "words"]]))
            .mark_text(
                **marks.text(align=align, dx=dx, limit=alt.ExprRef("max(width * 0.55, 150)"))
            )
            .encode(y=y, x=alt.X("at:Q", scale=scale), text="words:N")
        )
    return alt.layer(*layers)
