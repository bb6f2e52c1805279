"""Diplomacy to read: agreements signed lately, and every event."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis.freshness import span
from partnership.figures import shared
from partnership.figures.diplomacy.timeline import SECTORS
from partnership.figures.figure import Figure, register
from partnership.language import amounts, codes, readable, texts
from partnership.language.readable import Cell, Column, Row
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import diplomacy as words

_RECENT = 2
"""How many whole years before this one the agreements that are listed go back."""
_KINDS = ("agreement", "treaty", "award", "deal")


def _since() -> str:
    """The month from which agreements are listed."""
    return f"{date.today().year - _RECENT}-01"


def _agreements(state: State) -> pd.DataFrame:
    rows = tables.load("events")
    start = span(_since())[0]
    decided = rows["kind"].eq("decision") & rows["sector"].eq("renewables")
    rows = rows[(rows["kind"].isin(_KINDS) | decided) & rows["status"].ne("planned")]
    rows = rows[rows["date"].map(lambda d: span(d)[0] >= start).astype(bool)]
    first, last = state.open_years()
    year = rows["date"].str[:4].astype(int)
    rows = rows[year.ge(first or 0) & year.le(last or 9999)]
    if state.sector:
        rows = rows[rows["sector"].isin(state.sector)]
    return rows.sort_values(["date", "event_id"], ascending=[False, True])


_AGREEMENTS = (
    Column("date", message("Date")),
    Column("title", message("Agreement and parties")),
    Column("value", message("Value")),
    Column("sector", message("Sector")),
    Column("about", message("Subject")),
    Column("kind", message("Kind")),
    Column("place", message("Location")),
    Column("note", message("Note")),
    Column("source", message("Source")),
)


@register(
    "diplomacy.agreements",
    sectors=("diplomacy", "trade", "companies", "renewables", "minerals"),
    uses=("sector", "from_year", "to_year"),
)
def agreements(state: State) -> Figure:
    """Agreements of the last years, newest first."""
    t = texts.in_language(state.lang)
    rows = _agreements(state)
    title = t("Agreements and contracts signed since {month}", month=t.day(_since()))
    if rows.empty:
        why = t("No agreement signed since then is recorded for the selected years and sectors.")
        return shared.nothing("diplomacy.agreements", title, why)
    shown = tuple(
        {
            "date": Cell(words.day(r, t), str(r.date)),
            "title": words.title_of(r, t),
            "value": Cell(amounts.amount(r.value, r.unit, t), r.value, r.unit),
            "sector": t(codes.SECTOR[r.sector]),
            "about": t.description(str(r.event_id)),
            "kind": t(codes.EVENT_KIND[r.kind]),
            "place": t.quote(r.place) if isinstance(r.place, str) else "",
            "note": words.note_of(r, t),
            "source": sources.publisher(r.source_id, t),
        }
        for r in rows.itertuples()
    )
    worth = int(rows["unit"].isin(("USD", "EUR")).sum())
    return Figure(
        id="diplomacy.agreements",
        title=title,
        drawn=readable.table(_AGREEMENTS, shown, t),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Table of {count} agreements, contracts and decisions.", count=len(rows)),
        finding=t.plural(
            "{count} entry; a monetary value is stated for {worth}.",
            "{count} entries, {most} of them on {day}; a monetary value is stated for {worth}. "
            "The latest dates from {last}.",
            len(rows),
            most=int(rows["date"].value_counts().max()),
            day=t.day(str(rows["date"].value_counts().index[0])),
            worth=worth,
            last=t.day(max(rows["date"], key=lambda d: (span(d)[0], len(d)))),
        ),
        note=t(
            "Packages and single agreements are listed side by side; the note of a row says "
            "which. Values of a whole visit are among the numbers above."
        ),
        badges=shared.badges(rows),
    )


_EVENTS = (
    Column("date", message("Date")),
    Column("event", message("Event")),
    Column("kind", message("Kind")),
    Column("sector", message("Sector")),
    Column("value", message("Value")),
    Column("standing", message("Status")),
    Column("about", message("Description")),
    Column("named_by", message("Named by")),
    Column("precision", message("Date precision")),
    Column("date_basis", message("Date refers to")),
    Column("note", message("Note")),
    Column("source", message("Source")),
)


@register("diplomacy.list", sectors=SECTORS, uses=("sector", "from_year", "to_year"))
def listed(state: State) -> Figure:
    """Every event of the time line, oldest first."""
    t = texts.in_language(state.lang)
    rows = words.chosen(state)
    title = t("All events of the timeline")
    if rows.empty:
        why = t("No event of these kinds is recorded for the selected years and sectors.")
        return shared.nothing("diplomacy.list", title, why)
    return Figure(
        id="diplomacy.list",
        title=title,
        drawn=readable.table(_EVENTS, (_row(r, t) for r in rows.itertuples()), t),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Table of {count} events.", count=len(rows)),
        note=t(
            "Some values are not the value of an event but figures quoted at it, such as trade "
            "turnover; the note says which."
        ),
        badges=shared.badges(rows),
    )


def _row(r: Any, t: Texts) -> Row:
    return {
        "date": Cell(t.day(r.date), str(r.date)),
        "kind": t(codes.EVENT_KIND[r.kind]),
        "event": words.label(r, t),
        "sector": t(codes.SECTOR[r.sector]),
        "precision": t(codes.DATE_PRECISION[r.date_precision]),
        "date_basis": t(codes.DATE_BASIS[r.date_basis]),
        "about": t.description(str(r.event_id)),
        "value": Cell(amounts.amount(r.value, r.unit, t), r.value, r.unit),
        "standing": t(codes.PLAN_OUTCOME[words.standing(r)]) or t("happened"),
        "named_by": t("the article") if r.status == "claimed" else t("a source"),
        "note": words.note_of(r, t),
        "source": sources.publisher(r.source_id, t),
    }
