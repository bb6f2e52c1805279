"""The timeline of diplomacy: every event by name, kind, sector and precision of its date."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import diplomacy as analysis
from partnership.analysis.freshness import as_year, span
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import diplomacy as words

SECTORS = ("diplomacy", "trade", "oil_gas", "transport", "companies", "minerals")
"""The sectors that events of these kinds belong to."""
_STEP, _HEAD, _FOOT = 16, 24, 86
"""Pixels of a shelf of events, of a heading, and of axis and legend: they are in the height."""
_WIDE, _LETTER, _DOT = 900, 5.9, 9
"""Pixels the labels are laid out for, the width of a letter, and half of a dot with its gap."""
_RING = 4
"""Pixels that a ring round a dot pushes its label away."""
_NARROW = 720
"""Below this width only the dots are drawn; the names are in the tooltips and in the table."""
_TURN = 0.42
"""Where labels change from the right of their dot to the left, as a share of the years."""


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
    placed, heads, height = _placed(rows, doubt, t)
    disputed = rows["event_id"].isin(doubt) | rows["status"].eq("claimed")
    happened = rows[rows["status"].ne("planned")]
    if happened.empty:
        happened = rows
    return Figure(
        id="diplomacy.timeline",
        title=t(
            "Recognition, treaties, visits, forums and agreements, {years}",
            years=lines.years(happened["date"].str[:4].astype(int)),
        ),
        drawn=marks.finish(_drawn(placed, heads, height, statements, doubt, t), height),
        table=rows.assign(date_disputed=rows["event_id"].isin(doubt)),
        source_ids=sources.ids(rows),
        alt=t("Dots on a timeline in rows by kind, each with its name.") + " " + _finding(rows, t),
        finding=_finding(rows, t),
        note=t(
            "Full dots: the day is known. Hollow: only the month or the year, which the line "
            "spans, or the day of a report, a law or a publication; the tooltip says which. "
            "Hollow triangle: planned, not an event; the tooltip says whether the day has passed. "
            "Diamond: named by the article only. A ring and ≠: sources disagree about the date. "
            "The list holds what the sources read mention; it is not a register."
        ),
        badges=shared.badges(rows, *(("disagree",) if disputed.any() else ())),
        height=height,
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    rows = analysis.without_duplicates(rows)
    planned = rows["status"].eq("planned")
    year = rows.loc[~planned, "date"].str[:4]
    if year.empty:
        return t("Only plans are recorded for these years.")
    counted = rows[~planned & rows["status"].ne("claimed")]["kind"].value_counts()
    busiest = year.value_counts()
    most = sorted(busiest[busiest.eq(busiest.max())].index)[-1]
    return t(
        "{count} events, including {agreements} agreements, {visits} visits, {forums} forums and "
        "{treaties} treaties. {year} has the most, {most}. Plans, not counted: {plans}.",
        count=len(year),
        plans=int(planned.sum()),
        agreements=int(counted.get("agreement", 0)),
        visits=int(counted.get("visit", 0)),
        forums=int(counted.get("forum", 0)),
        treaties=int(counted.get("treaty", 0)),
        most=int(busiest.max()),
        year=most,
    )


def _placed(
    rows: pd.DataFrame, doubt: list[str], t: Texts
) -> tuple[pd.DataFrame, pd.DataFrame, int]:
    """Events and headings with their positions, and the height in pixels."""
    first = min(span(d)[0] for d in rows["date"])
    last = max(span(d)[1] for d in rows["date"])
    years = max(as_year(last) - as_year(first), 0.5)
    data = pd.DataFrame(
        {
            "event_id": rows["event_id"],
            "kind": rows["kind"].astype(str),
            "x": [as_year(analysis.middle(d)) for d in rows["date"]],
            "start": [as_year(span(d)[0]) for d in rows["date"]],
            "end": [as_year(span(d)[1]) for d in rows["date"]],
            "label": [
                words.label(r, t) + (" ≠" if r.event_id in doubt else "") for r in rows.itertuples()
            ],
        }
    )
    data["left"] = data["x"] > as_year(first) + _TURN * years
    unit = years / _WIDE
    edge = data["start"].where(data["left"], data["end"])
    ring = data["event_id"].isin(doubt) * _RING * unit
    data["label_at"] = edge + ring.where(~data["left"], -ring)
    height, shelves, heads = 0, {}, []
    for kind in analysis.KINDS:
        of_kind = data[data["kind"].eq(kind)]
        if of_kind.empty:
            continue
        heads.append(
            {"kind": kind, "y": height + _HEAD - 10, "words": t(codes.EVENT_KIND_HEADING[kind])}
        )
        found = analysis.levels([_extent(r, unit) for r in of_kind.itertuples()])
        for index, level in zip(of_kind.index, found, strict=True):
            shelves[index] = height + _HEAD + _STEP * level + 6
        height += _HEAD + _STEP * (max(found) + 1)
    return data.assign(y=pd.Series(shelves)), pd.DataFrame(heads), height + _FOOT


def _extent(row: Any, unit: float) -> tuple[float, float]:
    """What a dot, the line of its period and its label cover, in years."""
    reach = (len(row.label) * _LETTER + _DOT) * unit
    near = _DOT * unit
    if row.left:
        return row.label_at - reach, row.end + near
    return row.start - near, row.label_at + reach


def _drawn(
    placed: pd.DataFrame,
    heads: pd.DataFrame,
    height: int,
    statements: pd.DataFrame,
    doubt: list[str],
    t: Texts,
) -> Any:
    rows = tables.load("events").set_index("event_id").loc[placed["event_id"]].reset_index()
    planned = rows["status"].eq("planned")
    exact = rows["date_precision"].eq("day") & rows["date_basis"].eq("event") & ~planned
    shape = rows["status"].map({"claimed": "diamond", "planned": "triangle-right"})
    colour = [palette.SECTOR[s].light for s in rows["sector"]]
    data = placed.drop(columns=["event_id", "kind"]).assign(
        when=[words.day(r, t) for r in rows.itertuples()],
        what=[words.title_of(r, t) for r in rows.itertuples()],
        more=[t.description(str(e)) or t.name(str(e), "title") for e in rows["event_id"]],
        sector=[t(codes.SECTOR[s]) for s in rows["sector"]],
        value=[words.valued(r, t) or t("none stated") for r in rows.itertuples()],
        remark=[words.remark(r, statements, doubt, t) for r in rows.itertuples()],
        source=[sources.publisher(s, t) for s in rows["source_id"]],
        colour=colour,
        fill=[c if e else marks.PAPER for c, e in zip(colour, exact, strict=True)],
        shape=shape.fillna("circle").to_numpy(),
        ring=rows["event_id"].isin(doubt).to_numpy(),
    )
    return _layers(data, heads, height, _legend(rows, t), t)


def _layers(
    data: pd.DataFrame, heads: pd.DataFrame, height: int, colour: alt.Color, t: Texts
) -> Any:
    first, last = int(data["start"].min()), int(data["end"].max() - 1e-6)
    inner = height - _FOOT
    x = lines.year_x("x", first, last + 1 if last > first else last, edge=0.2)
    x["axis"] = marks.year_axis(values=_ticks(first, last), labelOverlap=True)
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[inner, 0], nice=False, zero=False))
    tooltip = [
        alt.Tooltip("when:N", title=t("When")),
        alt.Tooltip("what:N", title=t("Event")),
        alt.Tooltip("more:N", title=t("Description")),
        alt.Tooltip("sector:N", title=t("Sector")),
        alt.Tooltip("value:N", title=t("Value")),
        alt.Tooltip("remark:N", title=t("Date")),
        alt.Tooltip("source:N", title=t("Source")),
    ]
    base = alt.Chart(marks.rows(data)).encode(x=x, y=y)
    extent = base.mark_rule(strokeWidth=2, strokeOpacity=0.45).encode(
        x="start:Q", x2="end:Q", color=alt.Color("colour:N", scale=None)
    )
    ring = base.transform_filter("datum.ring").mark_point(
        size=230, color=marks.INK, strokeWidth=1.4, opacity=1
    )
    dots = base.mark_point(size=72, opacity=1, strokeWidth=2).encode(
        shape=alt.Shape("shape:N", scale=None),
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("colour:N", scale=None),
        tooltip=tooltip,
    )
    wide: Any = alt.ExprRef(f"width < {_NARROW} ? 0 : 1")
    labels = [
        base.transform_filter(f"datum.left === {str(left).lower()}")
        .mark_text(
            align="right" if left else "left",
            dx=-9 if left else 9,
            fontSize=11,
            color=marks.INK,
            opacity=wide,
        )
        .encode(x="label_at:Q", text="label:N", tooltip=tooltip)
        for left in (True, False)
    ]
    head = alt.Chart(marks.rows(heads)).encode(y=y)
    rules = head.mark_rule(color=marks.FAINT, yOffset=-9)
    names = head.mark_text(
        align="left", x=0, fontSize=12, fontWeight="bold", color=marks.SOFT
    ).encode(text="words:N")
    return alt.layer(rules, extent, ring, *labels, dots, _key(data, colour, x, y), names)


def _ticks(first: int, last: int) -> list[int]:
    step = next(s for s, most in ((1, 12), (2, 24), (5, 99)) if last - first <= most)
    return [y for y in range(first, last + 2) if y % step == 0]


def _legend(rows: pd.DataFrame, t: Texts) -> alt.Color:
    present = [s for s in palette.SECTOR if s in set(rows["sector"])]
    return alt.Color(
        "sector:N",
        title=None,
        scale=alt.Scale(
            domain=[t(codes.SECTOR[s]) for s in present],
            range=[palette.SECTOR[s].light for s in present],
        ),
        legend=alt.Legend(orient="top", symbolType="circle", symbolSize=90, columns=3, offset=10),
    )


def _key(data: pd.DataFrame, colour: alt.Color, x: alt.X, y: alt.Y) -> alt.Chart:
    """Invisible points that carry the legend of the sectors."""
    one = data.drop_duplicates("sector")[["x", "y", "sector"]]
    return (
        alt.Chart(marks.rows(one))
        .mark_point(opacity=1, size=0, filled=True)
        .encode(x=x, y=y, color=colour)
    )
