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
from partnership.wording.sentences import joined

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
    title = t("Projects of Italian companies from start to end, by sector")
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
        headline=_answer(dated, t),
        finding=_finding(dated, undated, t),
        note=t(
            "Full bars: start and end are stated. Hatched bars: no end is stated, which does not "
            "prove that the work continues. Ticks alone: contracts whose end is not stated. "
            "Diamonds: agreements, memoranda and offers."
        ),
        badges=shared.badges(rows, *(("incomplete",) if undated else ())),
    )


def _answer(dated: pd.DataFrame, t: Texts) -> str:
    since = date.today().year - _RECENT
    return t(
        "{count} projects by {companies} companies, {recent} of them begun since {since}",
        since=since,
        count=len(dated),
        companies=dated["company_id"].nunique(),
        recent=int(dated["first"].ge(since).sum()),
    )


def _finding(dated: pd.DataFrame, undated: int, t: Texts) -> str:
    """The first project, and how many have no year."""
    first = next(dated.itertuples())
    return joined(
        t("The first is {name}, {year}.", name=words.label(first, t), year=int(first.first)),
        t.plural(
            "{count} project without a year appears only in the table.",
            "{count} projects without a year appear only in the table.",
            undated,
        )
        if undated
        else "",
    )


def _timeline(dated: pd.DataFrame, t: Texts) -> Milestones:
    by_sector = dict(list(dated.groupby("sector", sort=False, observed=True)))
    return Milestones(
        tuple(
            Group(t(codes.PROJECT_SECTOR[s]), tuple(_milestone(r, t) for r in rows.itertuples()))
            for s in palette.SECTOR
            if (rows := by_sector.get(s)) is not None
        ),
        details=(t("Project"), t("Role"), t("Years"), t("Value")),
        step=_ROW,
        legend=tuple(
            (t(codes.PROJECT_SECTOR[s]), c.light)
            for s, c in palette.SECTOR.items()
            if s in by_sector
        ),
    )


def _milestone(row: Any, t: Texts) -> Milestone:
    name, years = words.label(row, t), words.years(row, t)
    start = span(str(row.start))[0]
    form: Form = "bar"
    end = date(int(row.first if pd.isna(row.last) else row.last) + 1, 1, 1)
    if row.moment:
        form, end = "diamond", span(str(row.start))[1]
    elif pd.isna(row.last):
        form = "tick" if row.role in analysis.PASSING else "open"
        end = date.today() if form == "open" else end
    details = (name, words.role(row, t), years, words.value(row, t))
    colour = palette.SECTOR[row.sector].light
    return Milestone(name, start, end, colour, form, details=details, when=years)
