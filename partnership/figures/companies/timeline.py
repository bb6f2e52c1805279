"""Italian companies in Kazakhstan: every project from its start to its end."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import companies as analysis
from partnership.analysis.freshness import span
from partnership.charts import altair
from partnership.charts.forms import Chart, Milestones
from partnership.charts.forms.milestones import Form, Group, Milestone
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import companies as words

_ROW = 22
_RECENT = 2
"""How many years before this one are recent."""
_AXIS = 40
"""Pixels of the years and the legend."""


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
    form = _timeline(dated, t)
    height = altair.height(form) + _AXIS
    return Figure(
        id="companies.timeline",
        title=title,
        drawn=Chart(form, height),
        table=rows,
        source_ids=sources.ids(rows),
        finding=_timeline_finding(dated, t),
        note=" ".join(
            [
                t(
                    "Full bars: start and end are stated. Hatched bars: no end is stated, which "
                    "does not prove that the work continues. Ticks alone: contracts whose end is "
                    "not stated. Diamonds: agreements, memoranda and offers."
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


def _timeline(dated: pd.DataFrame, t: Texts) -> Milestones:
    sectors = [s for s in palette.SECTOR if s in set(dated["sector"])]
    return Milestones(
        (Group("", tuple(_milestone(r, t) for r in dated.itertuples())),),
        details=(t("Project"), t("Role"), t("Years"), t("Value")),
        step=_ROW,
        legend=tuple((t(codes.SECTOR[s]), palette.SECTOR[s].light) for s in sectors),
    )


def _milestone(row: Any, t: Texts) -> Milestone:
    name = words.label(row, t)
    start = span(str(row.start))[0]
    form: Form = "bar"
    end = date(int(row.first if pd.isna(row.last) else row.last) + 1, 1, 1)
    if row.moment:
        form, end = "diamond", span(str(row.start))[1]
    elif pd.isna(row.last):
        form = "tick" if row.role in analysis.PASSING else "open"
        end = date.today() if form == "open" else end
    details = (name, words.role(row, t), words.years(row, t), words.value(row, t))
    return Milestone(name, start, end, palette.SECTOR[row.sector].light, form, details=details)
