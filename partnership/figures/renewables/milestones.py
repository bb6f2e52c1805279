"""Milestones of the Italian-built plants, from announcement to operation."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis.freshness import span
from partnership.charts import altair, known_years, lines, marks
from partnership.charts.forms import Chart, Milestones
from partnership.charts.forms.milestones import Group, Milestone
from partnership.figures import shared, yearly
from partnership.figures.figure import Figure, register
from partnership.figures.renewables.map import PLANTS
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_ROW = 25
_AXIS = 30
"""Pixels of the years."""
_HYBRID = "zhanaozen_hybrid"
_COLUMNS = ["asset_id", "step", "date", "event_id", "value", "source_id", "status", "note"]


def _steps() -> pd.DataFrame:
    """Steps with their events' `source_id`, `value`, `kind`, and `start` and `end` days."""
    events = tables.load("events")[["event_id", "kind", "value", "source_id"]]
    rows = tables.load("steps").merge(events, how="left", on="event_id")
    rows = rows[rows["asset_id"].isin(PLANTS)]
    spans = [span(d) for d in rows["date"]]
    rows = rows.assign(
        place=rows["asset_id"].map(PLANTS.index),
        rank=rows["step"].map(list(codes.STEP).index),
        start=[start.isoformat() for start, _ in spans],
        end=[(end - timedelta(days=1)).isoformat() for _, end in spans],
        due=rows["step"].eq("operating_due"),
    )
    return rows.sort_values(["place", "due", "start", "rank"], ignore_index=True)


@register("renewables.milestones", sectors=("renewables",))
def milestones(state: State) -> Figure:
    """Each plant's milestones, one under the other, with their dates."""
    t = texts.in_language(state.lang)
    rows = needed.rows(_steps(), "steps", asset_id=PLANTS)
    form = _drawn(rows, t)
    headline, finding = _moved(rows, t)
    return shared.from_rows(
        "renewables.milestones",
        yearly.titled(t("Milestones of the Italian-built plants"), rows["start"].str[:4], t),
        Chart(form, altair.height(form) + _AXIS),
        rows[_COLUMNS],
        "incomplete",
        headline=headline,
        finding=finding,
        note=_note(rows, t),
    )


def _moved(rows: pd.DataFrame, t: Texts) -> tuple[str, str]:
    """When the hybrid plant was decided and is due, and what was reported of its delay."""
    own = rows[rows["asset_id"].eq(_HYBRID)]
    steps = own.drop_duplicates("step", keep="last").set_index("step")
    if not {"delayed", "investment_decision"} <= set(steps.index):
        return "", ""
    late, decided = steps.loc["delayed"], steps.loc["investment_decision"]
    if pd.isna(late["value"]):
        return "", ""
    headline = t(
        "{plant}: decided {decided}, now due in {year}",
        plant=t.short(_HYBRID),
        decided=t.day(str(decided["date"])),
        year=int(late["value"]),
    )
    finding = t(
        "On {day} it was reported that completion had moved to {year}; {before} had been planned.",
        day=t.day(str(late["date"])),
        year=int(late["value"]),
        before=own.loc[own["due"], "date"].min(),
    )
    return headline, finding if own["due"].any() else ""


def _note(rows: pd.DataFrame, t: Texts) -> str:
    """How to read the marks, what was due and is not verified, and whose start is missing."""
    due = rows.loc[rows["due"] & rows["end"].lt(date.today().isoformat()), "start"]
    years = known_years.named(due.str[:4].astype(int), t)
    before = rows[rows["rank"].lt(list(codes.STEP).index("operating"))]
    bare = [t.name(p) for p in PLANTS if p not in set(before["asset_id"])]
    return sentences.joined(
        t("Bars: only the month or the year is known. Hollow: planned."),
        t("Whether the plants due in {years} have started is not verified.", years=years)
        if years
        else "",
        t("No earlier milestones were found for {plants}.", plants=lines.listed(bare, t))
        if bare
        else "",
        t(
            "For construction start, the day is that of the report. The table has notes on single "
            "milestones. The year filter does not apply."
        ),
    )


def _words(row: Any, t: Texts) -> str:
    if row.step == "construction" and row.kind == "visit":
        return t("Reported under construction")
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
    late = row.step == "delayed"
    return Milestone(
        name,
        *span(row.date),
        marks.ITALY,
        "diamond" if late else "dot",
        sure=not (row.due or late),
        details=(name, t.name(row.event_id, "title")),
    )
