"""The Middle Corridor: what it carries, by every count, beside what is planned."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, sources, tables, texts
from partnership.analysis import corridor as analysis
from partnership.figures import lines, marks
from partnership.figures.figure import Figure, register
from partnership.state import LAST_YEAR, State
from partnership.texts import Texts

_HEIGHT = 340
_GOLD = palette.SECTOR["transport"].light
_USES = ("from_year", "to_year")


def _rows(metrics: tuple[str, ...], state: State) -> pd.DataFrame:
    """Counted years of the span chosen; what lies ahead only where the span runs to its end."""
    rows = analysis.yearly(tables.load("observations"), metrics, state.from_year, state.to_year)
    return rows if state.to_year >= LAST_YEAR else rows[rows["role"].ne("ahead")]


@register("corridor.tonnes", sectors=("transport",), uses=_USES)
def tonnes(state: State) -> Figure:
    """Cargo by year: the ministry's series, other counts, plan, projection and capacity."""
    t = texts.of(state.lang)
    metrics = (analysis.CARGO, analysis.SEA_CARGO, analysis.CAPACITY)
    rows = _rows(metrics, state)
    rows = rows.assign(mt=rows["value"].where(rows["unit"].eq("Mt/y"), rows["value"] / 1000))
    rows = rows[~rows["metric_id"].eq(analysis.CAPACITY) | rows["role"].eq("ahead")]
    series = rows[rows["role"].eq("series")]
    if series.empty:
        why = t("Cargo of the corridor is known for 2019 to 2025 only.")
        return lines.nothing("corridor.tonnes", t("Cargo on the Middle Corridor"), why)
    years = list(range(int(series["year"].min()), int(rows["year"].max()) + 1))
    return Figure(
        id="corridor.tonnes",
        title=t(
            "Cargo on the Middle Corridor, {years}, million tonnes",
            years=lines.years(series["year"]),
        ),
        drawn=marks.finish(_tonnes(rows, years, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Bars a year; hollow points for other counts; ticks and dashed bars for plans."),
        finding=_tonnes_finding(rows, t),
        note=t(
            "Bars: series of Kazakhstan's Ministry of Transport. Point: the other count of 2024;"
            " counts that only round the ministry's are in the table. Ticks: plan and capacity."
            " Dashed: projection. No tonnage of the northern route through Russia is in the"
            " sources read."
        ),
        badges=marks.badges(rows, "disagree"),
        height=_HEIGHT,
    )


def _tonnes_finding(rows: pd.DataFrame, t: Texts) -> str:
    series = rows[rows["role"].eq("series")].set_index("year")["mt"]
    others = rows[rows["role"].eq("other") & rows["year"].eq(2024)]["mt"]
    said = []
    if 2024 in series.index and len(others):
        said.append(
            t(
                "For 2024 the ministry counts {high} Mt, the association of the route and the"
                " railway company {low} Mt.",
                high=t.number(series[2024], 2),
                low=t.number(others.min(), 1),
            )
        )
    plan = rows[rows["role"].eq("ahead") & rows["year"].eq(2025)]["mt"]
    if 2025 in series.index and len(plan):
        said.append(
            t(
                "2025 brought {done} Mt, {missed} less than the {plan} Mt planned.",
                done=t.number(series[2025], 2),
                missed=t.percent(100 * (1 - series[2025] / plan.iloc[0]), 0),
                plan=t.number(plan.iloc[0], 1),
            )
        )
    if not said:
        last = int(series.index.max())
        words = t("{value} Mt in {year}.", value=t.number(series[last], 2), year=last)
        said.append(words)
    return " ".join(said)


def _tonnes(rows: pd.DataFrame, years: list[int], t: Texts) -> Any:
    data = _worded(rows, "mt", t("Mt"), 2, t)
    series, other, ahead = (data[data["role"].eq(r)] for r in ("series", "other", "ahead"))
    known = set(series["year"])
    apart = other[other["at"].lt(0.9 * other["year"].map(series.set_index("year")["at"]))]
    apart = apart.drop_duplicates(["year", "at"])
    tick = ahead[ahead["year"].isin(known) | ahead["metric_id"].eq(analysis.CAPACITY)]
    tick = tick.drop_duplicates(["year", "at"])
    bars = ahead[~ahead.index.isin(tick.index) & ahead["metric_id"].ne(analysis.CAPACITY)]
    words = tick.assign(
        label=[
            t("capacity\n{value}", value=t.number(r.at, 0))
            if r.metric_id == analysis.CAPACITY
            else t("plan\n{value}", value=t.number(r.at, 1))
            for r in tick.itertuples()
        ]
    )
    x, y = _axes(years, t("million tonnes"))
    return alt.layer(
        _bars(series, x, y, 2, t),
        _dashed(bars, x, y, t),
        _points(apart, x, y, t),
        alt.Chart(marks.rows(apart.assign(label=[t.number(v, 1) for v in apart["at"]])))
        .mark_text(dy=14, fontSize=11, fontWeight="bold", color=marks.PAPER)
        .encode(x=x, y=y, text="label:N"),
        alt.Chart(marks.rows(words))
        .mark_tick(color=marks.INK, thickness=2, size=26)
        .encode(x=x, y=y, tooltip=_tooltip(t)),
        alt.Chart(marks.rows(words))
        .mark_text(**marks.text(dy=-20, lineBreak="\n", lineHeight=13))
        .encode(x=x, y=alt.Y("at:Q"), text="label:N"),
    )


@register("corridor.containers", sectors=("transport",), uses=_USES)
def containers(state: State) -> Figure:
    """Containers by year beside the targets of 2029 and 2030."""
    t = texts.of(state.lang)
    rows = _rows((analysis.CONTAINERS,), state)
    series = rows[rows["role"].eq("series")]
    if series.empty:
        why = t("Containers of the corridor are known for 2020 to 2025 only.")
        return lines.nothing("corridor.containers", t("Containers on the Middle Corridor"), why)
    years = list(range(int(series["year"].min()), int(rows["year"].max()) + 1))
    data = _worded(rows, "value", t("thousand TEU"), 1, t)
    counted, ahead = (data[data["role"].eq(r)] for r in ("series", "ahead"))
    x, y = _axes(years, t("thousand TEU"))
    drawn = alt.layer(_bars(counted, x, y, 1, t), _dashed(ahead, x, y, t))
    return Figure(
        id="corridor.containers",
        title=t(
            "Containers on the Middle Corridor, {years}, thousand twenty-foot units",
            years=lines.years(series["year"]),
        ),
        drawn=marks.finish(drawn, _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Bars a year, and dashed bars for the targets."),
        finding=_containers_finding(rows, t),
        note=t(
            "2020 and 2023 are worked out from the growth that the source gives for the year"
            " after; 2025 is said to be around 77. Dashed: targets. For 2022 another page gives 33."
        ),
        badges=marks.badges(rows, "disagree"),
        height=_HEIGHT,
    )


def _containers_finding(rows: pd.DataFrame, t: Texts) -> str:
    series = rows[rows["role"].eq("series")].set_index("year")["value"]
    ahead = rows[rows["role"].eq("ahead")].set_index("year")["value"]
    last = int(series.index.max())
    said = t("{value} thousand TEU in {year}.", value=t.number(series[last], 1), year=last)
    if len(ahead) < 2:
        return said
    first, end = int(ahead.index[0]), int(ahead.index[-1])
    return t(
        "{value} thousand TEU in {year}: the target of {near} for {first} is {near_times} times"
        " that, the President's goal of {far} for {end} is {far_times} times.",
        value=t.number(series[last]),
        year=last,
        near=t.number(ahead[first]),
        first=first,
        near_times=t.number(ahead[first] / series[last], 1),
        far=t.number(ahead[end]),
        end=end,
        far_times=t.number(ahead[end] / series[last], 1),
    )


def _axes(years: list[int], unit: str) -> tuple[alt.X, alt.Y]:
    x = alt.X(
        "year:O",
        title=None,
        scale=alt.Scale(domain=years, paddingInner=0.25),
        axis=alt.Axis(grid=False, labelAngle=0, labelOverlap=True),
    )
    return x, alt.Y("at:Q", axis=marks.value_axis(unit), scale=alt.Scale(domainMin=0))


def _worded(rows: pd.DataFrame, column: str, unit: str, digits: int, t: Texts) -> pd.DataFrame:
    """What the marks need of `rows`."""
    cited = {s.source_id: t.quote(s.publisher) for s in sources.of(rows["source_id"])}
    return pd.DataFrame(
        {
            "year": rows["year"],
            "at": rows[column],
            "role": rows["role"],
            "metric_id": rows["metric_id"].astype(str),
            "what": [t.name(m) for m in rows["metric_id"]],
            "said": [f"{t.number(v, digits)} {unit}" for v in rows[column]],
            "who": [cited[s] for s in rows["source_id"]],
        }
    )


def _tooltip(t: Texts) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("year:O", title=t("Year")),
        alt.Tooltip("what:N", title=t("What")),
        alt.Tooltip("said:N", title=t("Value")),
        alt.Tooltip("who:N", title=t("Source")),
    ]


def _bars(data: pd.DataFrame, x: alt.X, y: alt.Y, digits: int, t: Texts) -> Any:
    base = alt.Chart(marks.rows(data.assign(label=[_short(v, digits, t) for v in data["at"]])))
    bars = base.mark_bar(color=_GOLD).encode(x=x, y=y, tooltip=_tooltip(t))
    words = base.mark_text(**marks.text(dy=-7)).encode(x=x, y=y, text="label:N")
    return alt.layer(bars, words)


def _dashed(data: pd.DataFrame, x: alt.X, y: alt.Y, t: Texts) -> Any:
    base = alt.Chart(marks.rows(data.assign(label=[_short(v, 1, t) for v in data["at"]])))
    bars = base.mark_bar(
        fill=_GOLD, fillOpacity=0.12, stroke=_GOLD, strokeWidth=1.5, strokeDash=[4, 3]
    ).encode(x=x, y=y, tooltip=_tooltip(t))
    words = base.mark_text(**marks.text(dy=-7)).encode(x=x, y=y, text="label:N")
    return alt.layer(bars, words)


def _short(value: float, digits: int, t: Texts) -> str:
    return t.number(value, 0 if float(value).is_integer() else digits)


def _points(data: pd.DataFrame, x: alt.X, y: alt.Y, t: Texts) -> Any:
    return (
        alt.Chart(marks.rows(data))
        .mark_point(fill=marks.PAPER, stroke=marks.INK, size=46, strokeWidth=1.5, opacity=1)
        .encode(x=x, y=y, tooltip=_tooltip(t))
    )
