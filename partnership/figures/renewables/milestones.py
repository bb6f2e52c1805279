"""Milestones of the Italian-built plants, from announcement to operation."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis.freshness import span
from partnership.charts import altair, known_years, lines, marks
from partnership.charts.forms import Chart, Milestones
from partnership.charts.forms.milestones import Group, Milestone
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.renewables.map import PLANTS
from partnership.language import codes, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_ROW = 25
_AXIS = 30
"""Pixels of the years."""
_SEEN = message("Reported under construction")
_HYBRID = "zhanaozen_hybrid"


def _steps() -> pd.DataFrame:
    """Steps with their events' `source_id`, `value`, `kind`, and `start` and `end` days."""
    events = tables.load("events")[["event_id", "kind", "value", "source_id"]]
    rows = tables.load("steps").merge(events, how="left", on="event_id")
    rows = rows[rows["asset_id"].isin(PLANTS)]
    rows = rows.assign(
        place=rows["asset_id"].map(PLANTS.index),
        rank=rows["step"].map(list(codes.STEP).index),
        start=[(d + "-01-01")[:10] for d in rows["date"]],
        end=[_end(d) for d in rows["date"]],
        due=rows["step"].eq("operating_due"),
    )
    order = ["place", "due", "start", "rank"]
    return rows.sort_values(order, ignore_index=True)


def _end(day: str) -> str:
    """The last day of a date that may be a year or a month."""
    if len(day) == 4:
        return f"{day}-12-31"
    if len(day) == 7:
        return f"{day}-{monthrange(int(day[:4]), int(day[5:]))[1]:02d}"
    return day


@register("renewables.milestones", sectors=("renewables",))
def milestones(state: State) -> Figure:
    """Each plant's milestones, one under the other, with their dates."""
    t = texts.in_language(state.lang)
    rows = needed.rows(_steps(), "steps", asset_id=tuple(PLANTS))
    form = _drawn(rows, t)
    height = altair.height(form) + _AXIS
    return Figure(
        id="renewables.milestones",
        title=t(
            "Milestones of the Italian-built plants, {years}",
            years=lines.years(rows["start"].str[:4]),
        ),
        drawn=Chart(form, height),
        table=rows[
            ["asset_id", "step", "date", "event_id", "value", "source_id", "status", "note"]
        ],
        source_ids=sources.ids(rows),
        finding=_finding(rows, t),
        note=_note(rows, t),
        badges=shared.badges(rows, "incomplete"),
        height=height,
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """When the hybrid plant was decided, and from which year to which it was put off."""
    steps = rows[rows["asset_id"].eq(_HYBRID)].drop_duplicates("step", keep="last")
    steps = steps.set_index("step")
    if not {"delayed", "investment_decision"} <= set(steps.index):
        return ""
    late = steps.loc["delayed"]
    seen = tables.load("observations")
    planned = seen[
        seen["entity_id"].eq(_HYBRID)
        & seen["metric_id"].eq("in_service_year")
        & seen["source_id"].eq(str(late["source_id"]))
    ]
    if planned.empty or pd.isna(late["value"]):
        return ""
    return t(
        "{plant}: decided on {decided}; on {late} it was reported that completion had moved from "
        "{before} to {year}.",
        plant=t.name(_HYBRID),
        decided=t.day(str(steps.loc["investment_decision", "date"])),
        late=t.day(str(late["date"])),
        before=int(planned["value"].min()),
        year=int(late["value"]),
    )


def _note(rows: pd.DataFrame, t: Texts) -> str:
    """How to read the marks, what was due and is not verified, and whose start is missing."""
    parts = [t("Bars: only the month or the year is known. Hollow: planned.")]
    due = rows[rows["due"] & rows["end"].lt(date.today().isoformat())]
    if len(due):
        years = known_years.named(due["start"].str[:4].astype(int), t)
        parts.append(
            t("Whether the plants due in {years} have started is not verified.", years=years)
        )
    before = rows[rows["rank"].lt(list(codes.STEP).index("operating"))]
    bare = [t.name(p) for p in PLANTS if p not in set(before["asset_id"])]
    if bare:
        parts.append(
            t("No earlier milestones were found for {plants}.", plants=lines.listed(bare, t))
        )
    parts.append(
        t(
            "For construction start, the day is that of the report. The table has notes on single "
            "milestones. The year filter does not apply."
        )
    )
    return " ".join(parts)


def _words(row: Any, t: Texts) -> str:
    if row.step == "construction" and row.kind == "visit":
        return t(_SEEN)
    value = t.number(row.value) if row.step == "operating_due" else str(int(row.value or 0))
    return t(codes.STEP[row.step], value=value)


def _drawn(rows: pd.DataFrame, t: Texts) -> Milestones:
    by_plant = dict(list(rows.fillna({"value": 0}).groupby("asset_id")))
    return Milestones(
        tuple(
            Group(_heading(plant, t), tuple(_milestone(r, t) for r in by_plant[plant].itertuples()))
            for plant in PLANTS
            if plant in by_plant
        ),
        details=(t("Milestone"), t("Event")),
        step=_ROW,
        stepped=True,
    )


def _heading(plant: str, t: Texts) -> str:
    capacity = tables.load("assets").set_index("asset_id")["capacity_value"].get(plant)
    name = t.name(plant)
    return name if pd.isna(capacity) else t("{plant}, {mw} MW", plant=name, mw=t.number(capacity))


def _milestone(row: Any, t: Texts) -> Milestone:
    name = f"{_words(row, t)} · {t.day(row.date)}"
    start, end = span(row.date)
    late = row.step == "delayed"
    return Milestone(
        name,
        start,
        end,
        marks.ITALY,
        "diamond" if late else "dot",
        sure=not (row.due or late),
        details=(name, t.name(row.event_id, "title")),
    )
