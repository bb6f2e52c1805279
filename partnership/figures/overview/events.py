"""What happened lately, and what is planned: two short lists."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis.diplomacy import without_duplicates
from partnership.analysis.freshness import span
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.figures.shared import nothing
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import SECTORS, State
from partnership.wording import diplomacy as words

_PAST, _AHEAD = 4, 2
"""Events that are listed."""
_NO_EVENTS = ("statistics", "target")
"""Kinds of rows that record what is known or wanted, not what happened."""
ICONS = {
    "recognition": "handshake",
    "institution": "account_balance",
    "treaty": "gavel",
    "law": "gavel",
    "visit": "flight_land",
    "meeting": "groups",
    "forum": "groups",
    "agreement": "handshake",
    "award": "assignment_turned_in",
    "deal": "swap_horiz",
    "decision": "how_to_reg",
    "ownership_change": "swap_horiz",
    "start_up": "play_circle",
    "incident": "warning",
    "statistics": "bar_chart",
    "target": "outlined_flag",
    "exhibition": "storefront",
}
"""The icon of each kind of event, in Google's Material Symbols."""


@register("overview.events", sectors=SECTORS, uses=("sector", "from_year", "to_year"))
def events(state: State) -> Figure:
    """The latest events of the sectors and years chosen, and those that are planned."""
    t = texts.in_language(state.lang)
    known = tables.load("events")
    rows = known[known["sector"].isin(state.sector or SECTORS)]
    rows = rows[~rows["kind"].isin(_NO_EVENTS)]
    year = rows["date"].str[:4].astype(int)
    within = year.between(state.from_year, state.open_years()[1] or 9999)
    happened = rows[within & ~rows["status"].isin(("claimed", "planned"))]
    past = without_duplicates(happened).sort_values("date", ascending=False).head(_PAST)
    title = t("Latest events")
    if past.empty:
        why = t("No event is recorded for the selected years and sectors.")
        return nothing("overview.events", title, why)
    keys = {*past["event_id"], *(e for others in past["others"] for e in others)}
    drawn = happened[happened["event_id"].isin(keys)].sort_values("date", ascending=False)
    ahead = _ahead(rows[rows["status"].eq("planned")])
    by_id = known.set_index("event_id", drop=False)
    shown = [_event(r, by_id.loc[list(r.others)], t) for r in past.itertuples()]
    shown += [_plan(r, t) for r in ahead.itertuples()]
    newest = max(drawn["date"], key=lambda d: (span(str(d))[0], len(str(d))))
    table = pd.concat([drawn, ahead])
    differ = past["others"].map(len).gt(0).any()
    return Figure(
        id="overview.events",
        title=title,
        drawn=Listing("events", tuple(shown)),
        table=table,
        source_ids=sources.ids(table),
        alt=t("List of {count} events.", count=len(shown)),
        finding=t("Recorded up to {day}.", day=t.day(str(newest))),
        note=t(
            "Planned are events whose day has not passed. Later events may be missing: none was "
            "found. ≠: sources report an event differently."
        ),
        badges=shared.badges(table, *(("disagree",) if differ else ())),
    )


def _ahead(plans: pd.DataFrame) -> pd.DataFrame:
    """The next plans whose day has not passed and that nothing is known to have replaced."""
    standing = [words.standing(row) == "ahead" for row in plans.itertuples()]
    return plans[pd.Series(standing, plans.index, dtype=bool)].sort_values("date").head(_AHEAD)


def _event(row: Any, others: pd.DataFrame, t: Texts) -> dict[str, str]:
    """An event as its first source reports it, then as others do, each with its publisher."""
    versions = [row, *others.itertuples()]
    details = [t.description(str(r.event_id)) for r in versions]
    if len(versions) > 1:
        details = [
            t("{who}: {words}", words=d, who=sources.publisher(r.source_id, t))
            for d, r in zip(details, versions, strict=True)
        ]
    day = " ≠ ".join(words.day(r, t) for r in versions)
    return {
        "label": f"{day} · {t(codes.EVENT_KIND[row.kind])}",
        "value": words.title_of(row, t),
        "detail": " ≠ ".join(details),
        "icon": ICONS[row.kind],
    }


def _plan(row: Any, t: Texts) -> dict[str, str]:
    day, kind = words.day(row, t), t(codes.EVENT_KIND[row.kind])
    return {
        "label": t("{day} · {kind}, planned", day=day, kind=kind),
        "value": words.title_of(row, t),
        "detail": t.description(str(row.event_id)),
        "icon": ICONS[row.kind],
        "heading": t("Planned"),
    }
