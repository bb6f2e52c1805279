"""Events of diplomacy in words: kinds, sectors, values, and the choice of years."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import diplomacy as analysis
from partnership.language import units
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

KINDS = {
    "recognition": message("Recognition"),
    "institution": message("Embassies and institutions"),
    "treaty": message("Treaties"),
    "law": message("Laws and approvals of treaties"),
    "visit": message("Visits"),
    "meeting": message("Meetings with companies"),
    "forum": message("Forums"),
    "agreement": message("Agreements"),
    "award": message("Contracts"),
    "deal": message("Deals"),
    "decision": message("Decisions"),
}
ONE = {
    "recognition": message("recognition"),
    "institution": message("institution"),
    "treaty": message("treaty"),
    "law": message("law or approval"),
    "visit": message("visit"),
    "meeting": message("meeting"),
    "forum": message("forum"),
    "agreement": message("agreement"),
    "award": message("contract"),
    "deal": message("deal"),
    "decision": message("decision"),
    "ownership_change": message("change of owner"),
    "start_up": message("start"),
    "incident": message("incident"),
    "statistics": message("statistics"),
    "target": message("target"),
    "exhibition": message("exhibition"),
}
BASIS = {
    "event": "",
    "report": message("day of the report"),
    "law": message("day of the law or approval"),
    "gazette": message("day of publication"),
}
"""What a date is the day of, where it is not that of the event itself."""
_MARK = {
    "event": "",
    "report": message("{date} (report)"),
    "law": message("{date} (law)"),
    "gazette": message("{date} (published)"),
}
STANDING: dict[analysis.Standing, str] = {
    "happened": "",
    "ahead": message("planned"),
    "open": message("planned; outcome not found"),
    "dropped": message("planned, did not take place"),
}
SECTORS = {
    "oil_gas": message("Oil and gas"),
    "renewables": message("Renewables"),
    "minerals": message("Minerals"),
    "trade": message("Trade"),
    "transport": message("Transport"),
    "diplomacy": message("Diplomacy"),
    "companies": message("Companies"),
}


def span(state: State) -> tuple[int | None, int | None]:
    """First and last year chosen; the ends of the filter are open (1991, and what is newest)."""
    plain = State()
    first = None if state.from_year == plain.from_year else state.from_year
    last = None if state.to_year == plain.to_year else state.to_year
    return first, last


def chosen(state: State) -> pd.DataFrame:
    """The events of diplomacy that the years and sectors chosen let through."""
    return analysis.chosen(tables.load("events"), *span(state), state.sector)


def title_of(row: Any, t: Texts) -> str:
    """What an event is called."""
    return t.name(str(row.event_id), "title")


def label(row: Any, t: Texts) -> str:
    """What an event is called, and that it is a plan where it is one."""
    title = title_of(row, t)
    return t("{event} (planned)", event=title) if row.status == "planned" else title


def day(row: Any, t: Texts) -> str:
    """When an event was, marked where the date is that of a report, a law or a printing."""
    date_of, mark = t.day(str(row.date)), _MARK[str(row.date_basis)]
    return t(mark, date=date_of) if mark else date_of


def value(row: Any, t: Texts) -> str:
    """The value of an event with its unit, or nothing."""
    if pd.isna(row.value) or pd.isna(row.unit):
        return ""
    return units.amount(float(row.value), str(row.unit), t)


def standing(row: Any) -> analysis.Standing:
    """What is known today of an event: whether it happened, or what became of the plan."""
    published = sources.of([str(row.source_id)])[0].published
    return analysis.standing(str(row.date), str(row.status), published, date.today())


def valued(row: Any, t: Texts) -> str:
    """The value of an event with the note that says what it is a value of, or nothing."""
    said, note = value(row, t), note_of(row, t)
    return t("{value} – {note}", value=said, note=note) if said and note else said


def publisher(source_id: str, t: Texts) -> str:
    """Who published a source."""
    return t.quote(sources.of([source_id])[0].publisher)


def note_of(row: Any, t: Texts) -> str:
    """The note of a row, as it stands in the table."""
    return t.quote(row.note) if isinstance(row.note, str) else ""


def remark(row: Any, said: pd.DataFrame, doubt: list[str], t: Texts) -> str:
    """How exact the date is; of one in doubt, what each source says."""
    if row.status == "planned":
        return t(STANDING[standing(row)])
    if row.event_id in doubt:
        mine = said[said["event_id"].eq(row.event_id)]
        return "; ".join(
            t("{date} ({who})", date=t.day(str(r.date)), who=publisher(r.source_id, t))
            for r in mine.sort_values("date").itertuples()
        )
    if row.status == "claimed":
        return t("the article only")
    if row.date_basis != "event":
        return t(BASIS[str(row.date_basis)])
    known = {"day": t("the day is known"), "month": t("the month"), "year": t("the year")}
    return known[str(row.date_precision)]
