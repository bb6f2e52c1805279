"""The timeline of diplomacy: every event by name, kind, sector and precision of its date."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import diplomacy as analysis
from partnership.analysis.freshness import span
from partnership.charts import altair, lines
from partnership.charts.forms import Chart, Milestones
from partnership.charts.forms.milestones import Form, Group, Milestone
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import codes, texts
from partnership.language.texts import Texts, counted
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import diplomacy as words

SECTORS = ("diplomacy", "trade", "oil_gas", "transport", "companies", "minerals")
"""The sectors that events of these kinds belong to."""
_STEP = 16
_AXIS = 114
"""Pixels of the years, the colours above and the signs below."""


@register("diplomacy.timeline", sectors=SECTORS, uses=("sector", "from_year", "to_year"))
def timeline(state: State) -> Figure:
    """Recognition, institutions, treaties, visits, forums and agreements as dots in time."""
    t = texts.in_language(state.lang)
    rows = words.chosen(state)
    if rows.empty:
        title = t("Recognition, treaties, visits, forums and agreements")
        why = t("No event of these kinds is recorded for the selected years and sectors.")
        return shared.nothing("diplomacy.timeline", title, why)
    statements = analysis.statements(
        tables.load("events"), tables.load("claims"), tables.load("evidence")
    )
    doubt = analysis.doubtful(statements)
    form = _drawn(rows, statements, doubt, t)
    distinct = analysis.without_duplicates(rows)
    height = altair.height(form) + _AXIS
    disputed = rows["event_id"].isin(doubt) | rows["status"].eq("claimed")
    happened = rows[rows["status"].ne("planned")]
    if happened.empty:
        happened = rows
    return Figure(
        id="diplomacy.timeline",
        title=_title(happened, rows, t),
        drawn=Chart(form, height),
        table=rows.assign(date_disputed=rows["event_id"].isin(doubt)),
        source_ids=sources.ids(rows),
        headline=_answer(distinct, t),
        finding=_finding(distinct, t),
        note=t(
            "Full dots: the day is known. Hollow: only the month or the year, which the line "
            "spans, or the day of a report, a law or a publication; the tooltip says which. "
            "Hollow triangle: planned, not an event; the tooltip says whether the day has passed. "
            "Diamond: named by the article only. A ring and ≠: sources disagree about the date. "
            "The list holds what the sources read mention; it is not a register."
        ),
        badges=shared.badges(rows, *(("disagree",) if disputed.any() else ())),
    )


def _title(happened: pd.DataFrame, rows: pd.DataFrame, t: Texts) -> str:
    """The years of what happened, and up to when plans are drawn where they go further."""
    known, drawn = (one["date"].str[:4].astype(int) for one in (happened, rows))
    years = lines.years(known)
    if drawn.max() == known.max():
        return t("Recognition, treaties, visits, forums and agreements, {years}", years=years)
    return t(
        "Recognition, treaties, visits, forums and agreements, {years}, and plans up to {last}",
        years=years,
        last=int(drawn.max()),
    )


def _answer(rows: pd.DataFrame, t: Texts) -> str:
    """How many events there were, since when, and in which year the most; plans are none."""
    year = rows.loc[rows["status"].ne("planned"), "date"].str[:4]
    if year.empty:
        return ""
    busiest = year.value_counts()
    return t(
        "{count} events since {first}, the most in {year}: {most}",
        count=len(year),
        first=year.min(),
        year=max(busiest[busiest.eq(busiest.max())].index),
        most=int(busiest.max()),
    )


_COUNTED = (
    ("agreement", counted("{count} agreement", "{count} agreements")),
    ("visit", counted("{count} visit", "{count} visits")),
    ("forum", counted("{count} forum", "{count} forums")),
    ("treaty", counted("{count} treaty", "{count} treaties")),
)


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    planned = rows["status"].eq("planned")
    if planned.all():
        return t("Only plans are recorded for these years.")
    kinds = rows[~planned & rows["status"].ne("claimed")]["kind"].value_counts()
    counts = [t.plural(*words, int(kinds[k])) for k, words in _COUNTED if k in kinds.index]
    return t(
        "Among them: {counts}. Plans, not counted: {plans}.",
        counts=", ".join(counts) or t("none of these kinds"),
        plans=int(planned.sum()),
    )


def _drawn(rows: pd.DataFrame, statements: pd.DataFrame, doubt: list[str], t: Texts) -> Milestones:
    by_kind = dict(list(rows.groupby(rows["kind"].astype(str), sort=False)))
    sectors = [s for s in palette.SECTOR if s in set(rows["sector"])]
    return Milestones(
        tuple(
            Group(
                t(codes.EVENT_KIND_HEADING[kind]),
                tuple(_milestone(r, statements, doubt, t) for r in by_kind[kind].itertuples()),
            )
            for kind in analysis.KINDS
            if kind in by_kind
        ),
        details=(
            t("When"),
            t("Event"),
            t("Description"),
            t("Sector"),
            t("Value"),
            t("Date"),
            t("Source"),
        ),
        step=_STEP,
        packed=True,
        legend=tuple((t(codes.SECTOR[s]), palette.SECTOR[s].light) for s in sectors),
        signs=(
            ("dot", t("day known")),
            ("hollow", t("month, year, or day of a report")),
            ("triangle", t("planned")),
            ("diamond", t("in the article only")),
            ("ringed", t("sources disagree")),
        ),
    )


def _milestone(row: Any, statements: pd.DataFrame, doubt: list[str], t: Texts) -> Milestone:
    start, end = span(row.date)
    doubtful = row.event_id in doubt
    planned = row.status == "planned"
    form: Form = "diamond" if row.status == "claimed" else "triangle" if planned else "dot"
    return Milestone(
        words.label(row, t) + (" ≠" if doubtful else ""),
        start,
        end,
        palette.SECTOR[row.sector].light,
        form,
        sure=row.date_precision == "day" and row.date_basis == "event" and not planned,
        ringed=doubtful,
        when=words.day(row, t),
        details=(
            words.day(row, t),
            words.title_of(row, t),
            t.description(str(row.event_id)) or t.name(str(row.event_id), "title"),
            t(codes.SECTOR[row.sector]),
            words.valued(row, t) or t("none stated"),
            words.remark(row, statements, doubt, t),
            sources.publisher(row.source_id, t),
        ),
    )
