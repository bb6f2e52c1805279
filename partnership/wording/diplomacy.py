"""Events of diplomacy in words: titles, days, what became of a plan, remarks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import diplomacy as analysis
from partnership.language import amounts, codes
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State


def chosen(state: State) -> pd.DataFrame:
    """The events of diplomacy that the years and sectors chosen let through."""
    return analysis.chosen(tables.load("events"), *state.open_years(), state.sector)


def title_of(row: Any, t: Texts) -> str:
    """What an event is called."""
    return t.name(str(row.event_id), "title")


def label(row: Any, t: Texts) -> str:
    """What an event is called, and that it is or was a plan where it is one."""
    title, known = title_of(row, t), standing(row)
    if known == "ahead":
        return t("{event} (planned)", event=title)
    # The title of what was called off or put off says so itself.
    return t("{event} (was planned)", event=title) if known == "open" else title


def day(row: Any, t: Texts) -> str:
    """When an event was, marked where the date is that of a report, a law or a printing."""
    date_of, mark = t.day(str(row.date)), codes.DATE_BASIS_MARK[str(row.date_basis)]
    return t(mark, date=date_of) if mark else date_of


def standing(row: Any) -> analysis.Standing:
    """What is known today of an event: whether it happened, or what became of the plan."""
    published = sources.by_ids([str(row.source_id)])[0].published
    return analysis.standing(str(row.date), str(row.status), published, date.today())


def valued(row: Any, t: Texts) -> str:
    """The value of an event with the note that says what it is a value of, or nothing."""
    value, note = amounts.amount(row.value, row.unit, t), note_of(row, t)
    return t("{value} – {note}", value=value, note=note) if value and note else value


def note_of(row: Any, t: Texts) -> str:
    """The note of a row, as it stands in the table."""
    return t.remark(row.note) if isinstance(row.note, str) else ""


def remark(row: Any, events: pd.DataFrame, doubt: list[str], t: Texts) -> str:
    """How exact the date is; of one in doubt, what each source says."""
    if row.status == "planned":
        return t(codes.PLAN_OUTCOME[standing(row)])
    if row.event_id in doubt:
        dates = events[events["event_id"].eq(row.event_id)]
        return "; ".join(
            t("{date} ({who})", date=t.day(str(r.date)), who=sources.publisher(r.source_id, t))
            for r in dates.sort_values("date").itertuples()
        )
    if row.status == "claimed":
        return t("the article only")
    if row.date_basis != "event":
        return t(codes.DATE_BASIS[str(row.date_basis)])
    return t(codes.DATE_PRECISION_REMARK[str(row.date_precision)])
