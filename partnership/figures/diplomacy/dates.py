"""Dates that sources do not agree on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import diplomacy as analysis
from partnership.analysis.freshness import span
from partnership.charts import altair, lines, marks
from partnership.charts.forms import Chart, Milestones
from partnership.charts.forms.milestones import Group, Milestone
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import diplomacy as words

_ROW = 34
_CLOSE = 2
"""Years that all dates may cover for quarters to be named."""
_AXIS = 34
"""Pixels of the years."""


@register("diplomacy.dates", sectors=("diplomacy",), uses=("from_year", "to_year"))
def dates(state: State) -> Figure:
    """The date that each source gives where they disagree."""
    t = texts.in_language(state.lang)
    events = tables.load("events")
    statements = analysis.statements(events, tables.load("claims"), tables.load("evidence"))
    shown = analysis.chosen(events, *state.open_years(), ())["event_id"]
    doubt = [e for e in analysis.doubtful(statements) if e in set(shown)]
    rows = statements[statements["event_id"].isin(doubt)].sort_values(["event_id", "date"])
    if rows.empty:
        why = t("No date in these years is in doubt.")
        return shared.nothing("diplomacy.dates", t("Dates on which sources disagree"), why)
    years = lines.years(rows["date"].str[:4].astype(int))
    form = _drawn(rows, doubt, t)
    height = altair.height(form) + _AXIS
    return Figure(
        id="diplomacy.dates",
        title=t("Dates on which sources disagree, {years}", years=years),
        drawn=Chart(form, height),
        table=rows,
        source_ids=sources.ids(rows),
        headline=_answer(rows, t),
        finding=_finding(rows, doubt, t),
        note=t(
            "Full: a day. Hollow, with a line: a source that gives a month, a period or a year "
            "only. Diamond: the article."
        ),
        badges=shared.badges(rows, "disagree"),
    )


def _title(event_id: str, t: Texts) -> str:
    """The title of the event; of the article's own row where it gives the event another day."""
    events = tables.load("events")
    own = events[events["event_id"].eq(event_id)].iloc[0]
    same = events["kind"].eq(own["kind"]) & events["status"].eq("claimed")
    same &= events["date"].str.startswith(str(own["date"]))
    known = events.loc[same, "event_id"].tolist()
    return t.name(known[0] if known else event_id, "title")


def _answer(rows: pd.DataFrame, t: Texts) -> str:
    """The event of which the most dates are told, by how many sources."""
    counts = rows.groupby("event_id")[["date", "source_id"]].nunique()
    event = str(counts["date"].idxmax())
    return t(
        "{event}: {dates} dates in {sources} sources",
        event=_title(event, t),
        dates=int(counts.loc[event, "date"]),
        sources=int(counts.loc[event, "source_id"]),
    )


def _finding(rows: pd.DataFrame, doubt: list[str], t: Texts) -> str:
    parts = []
    for event_id in doubt:
        of_event = rows[rows["event_id"].eq(event_id)]
        counted = of_event.groupby("date")["source_id"].nunique()
        counts = [
            t.plural(
                "{date}: {count} source", "{date}: {count} sources", int(n), date=t.day(str(d))
            )
            for d, n in counted.items()
        ]
        parts.append(f"{_title(event_id, t)} – {', '.join(counts)}.")
    return " ".join(parts)


def _drawn(rows: pd.DataFrame, doubt: list[str], t: Texts) -> Milestones:
    by_event = dict(list(rows.groupby("event_id")))
    return Milestones(
        tuple(
            Group(
                _title(event_id, t),
                tuple(_milestone(r, t) for r in by_event[event_id].itertuples()),
            )
            for event_id in doubt
        ),
        details=(t("Date and source"), t("Note")),
        step=_ROW,
        above=True,
        ticks=_quarters(rows, t),
    )


def _quarters(rows: pd.DataFrame, t: Texts) -> tuple[tuple[date, str], ...]:
    """Quarters of the years, named in the reader's language; none where there are many."""
    years = rows["date"].str[:4].astype(int)
    if years.max() - years.min() > _CLOSE:
        return ()
    months = [f"{y}-{m:02d}" for y in range(years.min(), years.max() + 1) for m in (1, 4, 7, 10)]
    return tuple((span(month)[0], t.day(month)) for month in months)


def _milestone(row: Any, t: Texts) -> Milestone:
    day = t.day(row.date)
    name = t("{date} · {who}", date=day, who=sources.publisher(row.source_id, t))
    start, end = span(row.date)
    claimed = row.status == "claimed"
    return Milestone(
        name,
        start,
        end,
        marks.INK if claimed else palette.SECTOR["diplomacy"].light,
        "diamond" if claimed else "dot",
        sure=end - start == timedelta(days=1),
        details=(name, words.note_of(row, t) or t("none")),
    )
