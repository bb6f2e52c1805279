"""Milestones of the Italian-built plants, from announcement to operation."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.charts import known_years, lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.renewables.map import PLANTS
from partnership.language import codes, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_ROW = 25
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
    height = _ROW * (len(rows) + len(PLANTS)) + 30
    return Figure(
        id="renewables.milestones",
        title=t(
            "Milestones of the Italian-built plants, {years}",
            years=lines.years(rows["start"].str[:4]),
        ),
        drawn=marks.finish(_drawn(rows, t), height),
        table=rows[
            ["asset_id", "step", "date", "event_id", "value", "source_id", "status", "note"]
        ],
        source_ids=sources.ids(rows),
        alt=t(
            "A row for each milestone, its mark at its date; the marks of a plant descend in time."
        ),
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


def _drawn(rows: pd.DataFrame, t: Texts) -> Any:
    assets = tables.load("assets").set_index("asset_id")
    shown: list[dict[str, Any]] = []
    heads: list[dict[str, Any]] = []
    first, last = (
        pd.Timestamp(rows["start"].min()[:4]),
        pd.Timestamp(f"{rows['end'].max()[:4]}-12-31"),
    )
    at = 0
    for plant in PLANTS:
        steps = rows[rows["asset_id"].eq(plant)]
        if steps.empty:
            continue
        words = t.name(plant)
        if pd.notna(capacity := assets["capacity_value"].get(plant)):
            words = t("{plant}, {mw} MW", plant=words, mw=t.number(capacity))
        heads.append({"row": at, "words": words})
        at += 1
        # Words of plants that begin in the later half stand to the left of their marks.
        left = pd.Timestamp(steps["start"].min()) > first + (last - first) / 2
        for step in steps.fillna({"value": 0}).itertuples():
            middle = (
                pd.Timestamp(step.start) + (pd.Timestamp(step.end) - pd.Timestamp(step.start)) / 2
            )
            shown.append(
                {
                    "row": at,
                    "plant": plant,
                    "start": step.start,
                    "end": step.end,
                    "day": str(middle.date()),
                    "words": f"{_words(step, t)} · {t.day(step.date)}",
                    "event": t.name(step.event_id, "title"),
                    "edge": step.start if left else step.end,
                    "left": left,
                    "fill": marks.PAPER if step.due or step.step == "delayed" else marks.ITALY,
                    "shape": "diamond" if step.step == "delayed" else "circle",
                    "wide": len(step.date) < 10,
                }
            )
            at += 1
    data = pd.DataFrame(shown)
    x = marks.days(
        "day",
        [str(first.date()), str(last.date())],
        title=None,
        axis=alt.Axis(
            grid=False, format="%Y", tickCount={"interval": "year", "step": 1}, labelOverlap=True
        ),
    )
    y = alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[at - 0.4, -0.6], nice=False, zero=False))
    tooltip = [
        alt.Tooltip("words:N", title=t("Milestone")),
        alt.Tooltip("event:N", title=t("Event")),
    ]
    base = alt.Chart(marks.rows(data)).encode(x=x, y=y)
    # A stair goes where no words are: first down where they stand to the right.
    bends: tuple[tuple[bool, Any], ...] = ((True, "step-after"), (False, "step-before"))
    stairs = [
        base.transform_filter(alt.datum.left == left)
        .mark_line(interpolate=bend, color=marks.ITALY, strokeWidth=1.5, opacity=0.55)
        .encode(detail="plant:N", order="row:Q")
        for left, bend in bends
    ]
    spans = (
        base.transform_filter(alt.datum.wide)
        .mark_rule(color=marks.ITALY, strokeWidth=6, opacity=0.3)
        .encode(x=x_of("start"), x2=marks.until("end"))
    )
    points = base.mark_point(size=85, stroke=marks.ITALY, strokeWidth=2, opacity=1).encode(
        fill=alt.Fill("fill:N", scale=None), shape=alt.Shape("shape:N", scale=None), tooltip=tooltip
    )
    texts_ = [
        base.transform_filter(alt.datum.left == left)
        .mark_text(**marks.text(align=align, dx=dx))
        .encode(x=x_of("edge"), text="words:N", tooltip=tooltip)
        for left, align, dx in ((True, "right", -10), (False, "left", 10))
    ]
    names = (
        alt.Chart(marks.rows(pd.DataFrame(heads)))
        .mark_text(align="left", x=0, fontSize=13, fontWeight="bold", color=marks.INK)
        .encode(y=y, text="words:N")
    )
    lines_ = (
        alt.Chart(marks.rows(pd.DataFrame([{**h, "row": h["row"] - 0.5} for h in heads[1:]])))
        .mark_rule(color=marks.FAINT)
        .encode(y=y)
    )
    return alt.layer(lines_, *stairs, spans, points, *texts_, names)


def x_of(field: str) -> alt.X:
    """The same horizontal axis, read from another column."""
    return marks.days(field)
