"""Dates that sources do not agree on."""

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
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import diplomacy as words

_LINE, _HEAD = 34, 28


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
    drawn, height = _drawn(rows, doubt, t)
    return Figure(
        id="diplomacy.dates",
        title=t("Dates on which sources disagree, {years}", years=years),
        drawn=marks.finish(drawn, height),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Each source a dot at its day, or a line over the months or the year it gives."),
        finding=_finding(rows, doubt, t),
        note=t(
            "Dot: a day. Line: a source that gives a month, a period or a year only. Diamond: the "
            "article."
        ),
        badges=shared.badges(rows, "disagree"),
        height=height,
    )


def _title(event_id: str, t: Texts) -> str:
    """The title of the event; of the article's own row where it gives the event another day."""
    events = tables.load("events")
    own = events[events["event_id"].eq(event_id)].iloc[0]
    same = events["kind"].eq(own["kind"]) & events["status"].eq("claimed")
    same &= events["date"].str.startswith(str(own["date"]))
    known = events.loc[same, "event_id"].tolist()
    return t.name(known[0] if known else event_id, "title")


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


def _drawn(rows: pd.DataFrame, doubt: list[str], t: Texts) -> tuple[Any, int]:
    y, heads, positions = 0, [], {}
    for event_id in doubt:
        heads.append({"y": y + 12, "words": _title(event_id, t)})
        y += _HEAD
        for index in rows.index[rows["event_id"].eq(event_id)]:
            positions[index] = y
            y += _LINE
    first = min(span(d)[0] for d in rows["date"])
    last = max(span(d)[1] for d in rows["date"])
    exact = rows["date"].str.len().eq(10)
    claimed = rows["status"].eq("claimed")
    data = pd.DataFrame(
        {
            "y": pd.Series(positions) + 10,
            "words": [
                t("{date} · {who}", date=t.day(r.date), who=sources.publisher(r.source_id, t))
                for r in rows.itertuples()
            ],
            "at": pd.Series(positions) + 24,
            "start": [as_year(span(d)[0]) for d in rows["date"]],
            "end": [as_year(span(d)[1]) for d in rows["date"]],
            "exact": exact,
            "shape": claimed.map({True: "diamond", False: "circle"}),
            "colour": claimed.map({True: marks.INK, False: palette.SECTOR["diplomacy"].light}),
            "remark": [words.note_of(r, t) or t("none") for r in rows.itertuples()],
        },
        index=rows.index,
    )
    domain = [as_year(first), as_year(last)]
    x = alt.X("start:Q", axis=None, scale=alt.Scale(domain=domain, nice=False, zero=False))
    scale = alt.Y("at:Q", axis=None, scale=alt.Scale(domain=[y + 20, 0], nice=False, zero=False))
    tooltip = [
        alt.Tooltip("words:N", title=t("Date and source")),
        alt.Tooltip("remark:N", title=t("Note")),
    ]
    base = alt.Chart(marks.rows(data)).encode(x=x, tooltip=tooltip)
    colour = alt.Color("colour:N", scale=None)
    layers = [
        *_grid(first.year, last.year, y, x, scale, t),
        base.transform_filter("!datum.exact")
        .mark_rule(strokeWidth=5, strokeCap="round")
        .encode(y=scale, x2="end:Q", color=colour),
        base.transform_filter("datum.exact")
        .mark_point(filled=True, size=90, opacity=1)
        .encode(y=scale, color=colour, shape=alt.Shape("shape:N", scale=None)),
        base.mark_text(**marks.text(align="left", fontSize=11, x=0)).encode(
            x=alt.value(0), y=alt.Y("y:Q", axis=None), text="words:N"
        ),
        alt.Chart(marks.rows(pd.DataFrame(heads)))
        .mark_text(**marks.text(align="left", fontWeight="bold", fontSize=12))
        .encode(x=alt.value(0), y=alt.Y("y:Q", axis=None), text="words:N"),
    ]
    return alt.layer(*layers), y + 20


def _grid(first: int, last: int, height: int, x: alt.X, y: alt.Y, t: Texts) -> list[alt.Chart]:
    """Quarters of the years, named in the reader's language."""
    months = [f"{year}-{month:02d}" for year in range(first, last) for month in (1, 4, 7, 10)]
    data = pd.DataFrame(
        {
            "start": [as_year(span(m)[0]) for m in months],
            "at": 22,
            "foot": height + 12,
            "words": [t.day(m) for m in months],
        }
    )
    base = alt.Chart(marks.rows(data)).encode(x=x)
    return [
        base.mark_rule(color=marks.FAINT).encode(y=y, y2="foot:Q"),
        base.mark_text(align="left", dx=3, fontSize=10, color=marks.SOFT).encode(
            y=alt.Y("foot:Q", axis=None), text="words:N"
        ),
    ]
