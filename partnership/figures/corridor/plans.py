"""What is planned for the Middle Corridor, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import corridor
from partnership.analysis.freshness import span
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, codes, readable, texts
from partnership.language.readable import Cell, Column
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import sentences

_STATE = ("corridor_capacity_mt_y", "corridor_kazakh_exports_share_pct")
"""What is known of the corridor as it is, beside what is planned."""
_PLEDGE = "corridor_pledged_investment_eur"
_STATUS = codes.VALUE_STATUS_REMARK
_AHEAD = ("target", "estimated")
_COLUMNS = (
    Column("what", message("Metric")),
    Column("period", message("For")),
    Column("value", message("Value")),
    Column("status", message("Status")),
    Column("outcome", message("Outcome")),
    Column("source", message("Source")),
)
_PACKAGE = "2025_04_04_samarkand_package"


@register("corridor.planned", sectors=("transport",))
def planned(state: State) -> Figure:
    """Targets, capacity, pledges, and official statements on them, as a table."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    own = seen[seen["entity_id"].eq(corridor.CORRIDOR) & seen["metric_id"].isin(_STATE)]
    rows = pd.concat([own[~corridor.is_ahead(own)], corridor.plans(seen)], ignore_index=True)
    rows = rows.sort_values(["metric_id", "period"], kind="stable")
    events = tables.load("events")
    events = events[events["event_id"].eq(_PACKAGE)]
    shown = [*_planned_rows(rows, t), *(_event(r, t) for r in events.itertuples())]
    return Figure(
        id="corridor.planned",
        title=t("Plans for the corridor and their outcomes"),
        drawn=readable.table(_COLUMNS, shown, t),
        table=rows,
        source_ids=sources.ids(rows, events),
        alt=t("Table of {count} plans and forecasts.", count=len(shown)),
        headline=_capacity(rows, t),
        finding=_finding(rows, t),
        note=t(
            "A plan or a forecast is compared only with the same type of count, and only plans are "
            "in the sentences above."
        ),
        badges=shared.badges(rows),
    )


def _planned_rows(rows: pd.DataFrame, t: Texts) -> Iterator[readable.Row]:
    """A row for each value of a metric and a period, with all who publish it."""
    for _, own in rows.groupby(["metric_id", "period", "value"], sort=False, observed=True):
        (row,) = own[:1].itertuples()
        publishers = dict.fromkeys(sources.publisher(s, t) for s in own["source_id"])
        status = message("forecast") if row.status == "estimated" else _STATUS.get(row.status, "")
        yield {
            "what": t.name(str(row.metric_id)),
            "period": Cell(t.day(str(row.period)), row.period),
            "value": Cell(amounts.amount(row.value, str(row.unit), t), row.value, row.unit),
            "status": t(status) if status else "",
            "outcome": Cell(_outcome(row, t), row.outcome, row.unit),
            "source": "; ".join(publishers),
        }


def _event(row: Any, t: Texts) -> readable.Row:
    return {
        "what": t.name(str(row.event_id), "title"),
        "period": Cell(t.day(str(row.date)), row.date),
        "value": Cell(amounts.amount(row.value, row.unit, t), row.value, row.unit),
        "status": t("announced"),
        "outcome": Cell("", None),
        "source": sources.publisher(row.source_id, t),
    }


def _capacity(rows: pd.DataFrame, t: Texts) -> str:
    """The capacity that there is, and the one that is planned."""
    capacity = rows[rows["metric_id"].eq(corridor.CAPACITY)]
    ahead = corridor.is_ahead(capacity)
    if ahead.all() or not ahead.any():
        return ""
    now, then = capacity[~ahead].iloc[-1], capacity[ahead].iloc[-1]
    return t(
        "Corridor capacity is to rise from {now} to {then} by {year}",
        now=amounts.amount(now["value"], now["unit"], t),
        then=amounts.amount(then["value"], then["unit"], t),
        year=t.day(then["period"]),
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """What is pledged, and the outcome of plans for years that are over."""
    pledged = rows[rows["metric_id"].eq(_PLEDGE)][-1:]
    pledges = [
        t("{amount} are pledged for the links.", amount=amounts.amount(r.value, r.unit, t))
        for r in pledged.itertuples()
    ]
    past = rows[rows["status"].eq("target") & rows["outcome"].notna()]
    became = [
        t(
            "{what}, {year}: {plan} planned, outcome {outcome}",
            what=t.name(str(r.metric_id)),
            year=t.day(str(r.period)),
            plan=amounts.amount(float(str(r.value)), str(r.unit), t),
            outcome=_outcome(r, t),
        )
        for r in past.itertuples()
    ]
    return sentences.joined(*pledges, *(t("{sentence}.", sentence=b) for b in became))


def _outcome(row: Any, t: Texts) -> str:
    """What became of a plan: nothing yet, where its time is not over."""
    if pd.isna(row.outcome):
        return t("not found") if row.status in _AHEAD and _passed(row) else ""
    words = amounts.amount(row.outcome, str(row.unit), t)
    return t("about {value}", value=words) if row.outcome_about else words


def _passed(row: Any) -> bool:
    """A plan for a year that is over. A pledge has the period of its page."""
    return row.metric_id != _PLEDGE and span(str(row.period))[1] <= date.today()
