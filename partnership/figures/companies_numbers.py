"""How many Italian firms there are and how much they invested: sources that disagree."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, sources, tables, texts
from partnership.analysis import companies as analysis
from partnership.figures import companies_words as said
from partnership.figures import lines, marks
from partnership.figures.figure import Figure, register
from partnership.state import State
from partnership.texts import Texts

_HEIGHT = 340
_SLATE = palette.SECTOR["companies"].light
_ROW = 46
_LATE = 2025
"""From this year on labels stand to the right."""


@register("companies.firms", sectors=("companies",))
def firms(state: State) -> Figure:
    """Every source's count of Italian firms and joint ventures, by date."""
    t = texts.of(state.lang)
    rows = analysis.counts(tables.load("observations"))
    recent = rows[rows["metric_id"].eq(analysis.FIRMS) & rows["at"].ge(2024)]
    return Figure(
        id="companies.firms",
        title=t(
            "Italian firms and joint ventures in Kazakhstan, {years}, number by source",
            years=lines.years(rows["at"]),
        ),
        drawn=marks.finish(_firms(rows, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("A dot for each source: filled for firms, hollow diamonds for joint ventures."),
        finding=t(
            "From 2024 on, {count} statements give between {low} and {high} firms: they count"
            " different things, and no line can be drawn through them.",
            count=len(recent),
            low=t.number(recent["value"].min()),
            high=t.number(recent["value"].max()),
        ),
        note=t(
            "Dots: firms; hollow diamonds: joint ventures. An arrow up marks what the source calls"
            " a lower bound. The 300 of January 2024 take firms, joint ventures and offices"
            " together; the 53 of 2013 are a list of the trade agency; the 265 of September 2025"
            " leave Eni out."
        ),
        badges=marks.badges(rows, "disagree"),
        height=_HEIGHT,
    )


def _firms(rows: pd.DataFrame, t: Texts) -> Any:
    data = pd.DataFrame(
        {
            "year": rows["at"],
            "at": rows["value"],
            "venture": rows["metric_id"].eq(analysis.VENTURES),
            "bound": rows["bound"],
            "label": [_count(r, t) for r in rows.itertuples()],
            "what": [t.name(str(m)) for m in rows["metric_id"]],
            "said": [f"{t.number(v)}" for v in rows["value"]],
            "when": [t.day(str(p)) for p in rows["period"]],
            "who": [said.publisher(s, t) for s in rows["source_id"]],
        }
    )
    first, last = int(data["year"].min()) - 5, int(data["year"].max()) + 3
    axis = marks.year_axis(values=[y for y in range(first, last + 1) if y % 3 == 0])
    x = alt.X("year:Q", title=None, axis=axis, scale=alt.Scale(domain=[first, last], nice=False))
    y = alt.Y(
        "at:Q",
        axis=marks.value_axis(t("firms or joint ventures")),
        scale=alt.Scale(domain=[0, 340], nice=False),
    )
    tooltip = [
        alt.Tooltip("what:N", title=t("What")),
        alt.Tooltip("said:N", title=t("Number")),
        alt.Tooltip("when:N", title=t("Date")),
        alt.Tooltip("who:N", title=t("Source")),
    ]
    layers: list[Any] = []
    looks: tuple[tuple[bool, dict[str, Any]], ...] = (
        (False, {"filled": True, "color": _SLATE}),
        (True, {"shape": "diamond", "fill": marks.PAPER, "stroke": _SLATE, "strokeWidth": 2}),
    )
    for venture, look in looks:
        layers.append(
            alt.Chart(marks.rows(data[data["venture"].eq(venture)]))
            .mark_point(size=100, opacity=0.95, **look)
            .encode(x=x, y=y, tooltip=tooltip)
        )
    layers.append(
        alt.Chart(marks.rows(data[data["bound"]].assign(arrow="↑")))
        .mark_text(dy=-12, fontSize=15, color=_SLATE)
        .encode(x=x, y=y, text="arrow:N")
    )
    layers += _labels(data, x, y)
    return alt.layer(*layers)


def _count(row: Any, t: Texts) -> str:
    if row.metric_id == analysis.VENTURES:
        return t("{value} joint ventures", value=t.number(row.value))
    return t("{value} firms", value=t.number(row.value))


def _labels(data: pd.DataFrame, x: alt.X, y: alt.Y) -> list[Any]:
    """One label for each number: on the left of its first dot, late ones on the right."""
    named = data.drop_duplicates("label")
    late = named["year"].ge(_LATE)
    return [
        alt.Chart(marks.rows(part[["year", "at", "label"]]))
        .mark_text(**marks.text(align=align, dx=dx))
        .encode(x=x, y=y, text="label:N")
        for part, align, dx in ((named[~late], "right", -9), (named[late], "left", 9))
    ]


@register("companies.investment", sectors=("companies",))
def investment(state: State) -> Figure:
    """Italian investment added up: as many sums as sources."""
    t = texts.of(state.lang)
    seen = tables.load("observations")
    rows = analysis.investment(seen)
    more = seen[seen["metric_id"].isin(("investment_stock_eur", "investment_projects_usd"))]
    height = _ROW * len(rows) + 30
    low, high = rows["value"].min(), rows["value"].max()
    stock, projects = (
        float(more.loc[more["metric_id"].eq(m), "value"].iloc[0])
        for m in ("investment_stock_eur", "investment_projects_usd")
    )
    return Figure(
        id="companies.investment",
        title=t("Italian investment in Kazakhstan added up, as sources give it, billion USD"),
        drawn=marks.finish(_investment(rows, t), height),
        table=pd.concat([rows, more], ignore_index=True),
        source_ids=sources.ids(rows, more),
        alt=t("Horizontal bars, one a source; dashed where the source says about or more than."),
        finding=t(
            "Between {low} and {high} bn USD: the largest sum is {times} times the smallest. They"
            " begin and end in different years.",
            low=t.number(low / 1e9, 1),
            high=t.number(high / 1e9, 0),
            times=t.number(high / low, 1),
        ),
        note=t(
            "No source says how it counts. Beside them stand a stock of {stock} m EUR around 2021"
            " and 15 projects under way in January 2024 worth {projects} m USD.",
            stock=t.number(stock / 1e6),
            projects=t.number(projects / 1e6),
        ),
        badges=marks.badges(rows, "disagree"),
        height=height,
    )


def _investment(rows: pd.DataFrame, t: Texts) -> Any:
    data = pd.DataFrame(
        {
            "id": [f"{n}" for n in range(len(rows))],
            "at": lines.bn(rows["value"]).tolist(),
            "firm": rows["status"].eq("reported").tolist(),
            "words": [_investment_head(r, t) for r in rows.itertuples()],
            "said": [lines.amount(t, v, "usd", 1) for v in rows["value"]],
            "who": [said.publisher(s, t) for s in rows["source_id"]],
        }
    )
    order = data["id"].tolist()
    y = alt.Y("id:N", sort=order, axis=None, scale=alt.Scale(domain=order))
    x = alt.X("at:Q", axis=alt.Axis(title=t("billion USD"), grid=False, tickCount=5))
    tooltip = [
        alt.Tooltip("words:N", title=t("Figure")),
        alt.Tooltip("said:N", title=t("Value")),
        alt.Tooltip("who:N", title=t("Source")),
    ]
    layers: list[Any] = []
    looks: tuple[tuple[bool, dict[str, Any]], ...] = (
        (True, {"color": _SLATE}),
        (
            False,
            {
                "fill": _SLATE,
                "fillOpacity": 0.15,
                "stroke": _SLATE,
                "strokeWidth": 1.5,
                "strokeDash": [4, 3],
            },
        ),
    )
    for firm, look in looks:
        layers.append(
            alt.Chart(marks.rows(data[data["firm"].eq(firm)]))
            .mark_bar(height=15, yOffset=9, **look)
            .encode(y=y, x=x, tooltip=tooltip)
        )
    layers.append(
        alt.Chart(marks.rows(data))
        .mark_text(**marks.text(align="left", x=0, dy=-9))
        .encode(y=y, text="words:N")
    )
    return alt.layer(*layers)


def _investment_head(row: Any, t: Texts) -> str:
    value = t.number(row.value / 1e9, 1)
    if row.bound:
        value = t("more than {value}", value=value)
    elif row.status == "estimated":
        value = t("about {value}", value=value)
    return t(
        "{value}, {first}–{last}: {who}",
        value=value,
        first=t.day(row.from_period),
        last=t.day(row.to_period),
        who=said.publisher(row.source_id, t),
    )
