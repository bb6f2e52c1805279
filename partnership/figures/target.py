"""Turnover of the two countries and the aim of 20 billion dollars."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import sources, tables, texts
from partnership.analysis import target as analysis
from partnership.figures import lines, marks
from partnership.figures.figure import Figure, register
from partnership.state import State
from partnership.texts import Texts

_HEIGHT = 360


@register(
    "trade.target",
    sectors=("trade", "diplomacy"),
    uses=("from_year", "to_year", "reporter", "currency"),
)
def target(state: State) -> Figure:
    """Turnover by each reporter's statistics, year by year, against the aim."""
    t = texts.of(state.lang)
    trade, prices, seen = (tables.load(n) for n in ("trade", "prices", "observations"))
    span = (state.from_year, state.to_year)
    rows = analysis.turnover(trade, prices, state.currency, *span)
    if state.reporter != "both":
        rows = rows[rows["reporter"].map(marks.REPORTER_CHOICE).eq(state.reporter)]
    if rows.empty:
        why = t("Turnover is not known in both directions for this choice.")
        return lines.nothing("trade.target", t("Turnover against the aim of 20 bn USD"), why)
    stated = analysis.stated(seen, "turnover_usd", prices, state.currency, span)
    if state.reporter == "italy":
        stated = stated[stated["status"].eq("claimed")]
    aim = analysis.stated(seen, "turnover_target_usd", prices, "usd", (0, 9999)).iloc[-1]
    rates = analysis.aim_by_year(rows["year"], float(aim["value"]), prices, state.currency)
    table = pd.concat([rows.assign(metric_id="turnover"), stated], ignore_index=True)
    keep = [
        "reporter",
        "metric_id",
        "year",
        "period",
        "value",
        "source_id",
        "status",
        "note",
    ]
    note = [
        t(
            "Exports and imports together, as each country's statistics declare them. Hollow "
            "points: what Kazakh officials told the press; the diamond is the article's."
        ),
        t("No year is named for the aim of 20 bn USD."),
    ]
    if state.currency == "eur":
        note.append(t("The aim is set in dollars; the line is 20 bn USD at each year's rate."))
    both = len(set(rows["reporter"])) > 1 or len(stated) > 0
    return Figure(
        id="trade.target",
        title=t(
            "Turnover between Italy and Kazakhstan and the aim of 20 bn USD, {years}, {unit}",
            years=lines.years(rows["year"]),
            unit=lines.billions(t, state.currency),
        ),
        drawn=marks.finish(_drawn(rows, stated, rates, t, state.currency), _HEIGHT),
        table=table[keep],
        source_ids=sources.ids(table, aim.to_frame().T),
        alt=t("Bars of yearly turnover below a line at the aim of 20 bn USD."),
        finding=_finding(rows, rates, t, state.currency),
        note=" ".join(note),
        badges=marks.badges(table, *(("disagree",) if both else ())),
        height=_HEIGHT,
    )


def _finding(rows: pd.DataFrame, aims: pd.DataFrame, t: Texts, currency: str) -> str:
    reporter = "KAZ" if rows["reporter"].eq("KAZ").any() else "ITA"
    mine = rows[rows["reporter"].eq(reporter)]
    last, peak = mine.iloc[-1], mine.loc[mine["value"].idxmax()]
    aim = aims.set_index("year").loc[last["year"], "value"]
    return t(
        "By the statistics of {country} turnover in {year} was {value}, {share} of the aim; the "
        "peak was {most} in {peak}.",
        country=t.name(reporter),
        year=int(last["year"]),
        value=lines.amount(t, last["value"], currency),
        share=t.percent(last["value"] / aim * 100, 0),
        most=lines.amount(t, peak["value"], currency),
        peak=int(peak["year"]),
    )


def _drawn(
    rows: pd.DataFrame, stated: pd.DataFrame, aims: pd.DataFrame, t: Texts, currency: str
) -> Any:
    span = (int(rows["year"].min()), int(rows["year"].max()))
    x = lines.year_x("start", *span, edge=0.6)
    most = lines.bn(max(*rows["value"], *stated["value"], *aims["value"]))
    y = alt.Y(
        "lower:Q",
        axis=marks.value_axis(""),
        scale=alt.Scale(domain=[0, most * 1.14], nice=False),
    )
    tooltip = [
        alt.Tooltip("year:Q", title=t("Year"), format="d"),
        alt.Tooltip("who:N", title=t("by the statistics of")),
        alt.Tooltip("said:N", title=t("Turnover")),
    ]
    known = list(dict.fromkeys(rows["reporter"].sort_values(ascending=False)))
    colour = alt.Color(
        "who:N",
        title=t("by the statistics of"),
        scale=alt.Scale(
            domain=[t.name(r) for r in known],
            range=[marks.KAZAKHSTAN if r == "KAZ" else marks.ITALY for r in known],
        ),
        legend=alt.Legend(orient="top", titleOrient="left", symbolType="square", offset=18),
    )
    bars = (
        alt.Chart(marks.rows(_bars(rows, t, currency)))
        .mark_rect()
        .encode(x=x, x2="end:Q", y=y, y2="upper:Q", color=colour, tooltip=tooltip)
    )
    return alt.layer(bars, *_aim(aims, t, x), *_stated(stated, t, currency, x))


def _bars(rows: pd.DataFrame, t: Texts, currency: str) -> pd.DataFrame:
    """Broad bars of Kazakh statistics, thin ones of Italian statistics to their right."""
    kazakh = rows["reporter"].eq("KAZ")
    return pd.DataFrame(
        {
            "year": rows["year"],
            "start": rows["year"] + kazakh.map({True: -0.4, False: 0.16}),
            "end": rows["year"] + kazakh.map({True: 0.12, False: 0.36}),
            "lower": 0,
            "upper": lines.bn(rows["value"]),
            "who": [t.name(r) for r in rows["reporter"]],
            "said": [lines.amount(t, v, currency) for v in rows["value"]],
        }
    )


def _aim(aims: pd.DataFrame, t: Texts, x: alt.X) -> list[alt.Chart]:
    data = pd.DataFrame({"lower": lines.bn(aims["value"])})
    data = data.assign(start=aims["year"] - 0.5, end=aims["year"] + 0.5)
    line = alt.Chart(marks.rows(data)).mark_rule(color=marks.INK, strokeWidth=1.6)
    label = alt.Chart(marks.values([{**data.iloc[0], "words": t("Aim: 20 bn USD")}]))
    return [
        line.encode(x=x, x2="end:Q", y="lower:Q"),
        label.mark_text(**marks.text(align="left", dy=-8, fontWeight="bold")).encode(
            x=x, y="lower:Q", text="words:N"
        ),
    ]


def _stated(stated: pd.DataFrame, t: Texts, currency: str, x: alt.X) -> list[alt.Chart]:
    if stated.empty:
        return []
    titles = {s.source_id: f"{s.publisher}, {s.title}" for s in sources.of(stated["source_id"])}
    claimed = stated["status"].eq("claimed")
    data = pd.DataFrame(
        {
            "start": stated["year"] - 0.14,
            "lower": lines.bn(stated["value"]),
            "when": [t.day(str(p)) for p in stated["period"]],
            "said": [lines.amount(t, v, currency) for v in stated["value"]],
            "source": [t.quote(titles[s]) for s in stated["source_id"]],
            "shape": claimed.map({True: "diamond", False: "circle"}),
            "fill": claimed.map({True: marks.INK, False: marks.PAPER}),
            "edge": claimed.map({True: marks.PAPER, False: marks.KAZAKHSTAN}),
        }
    )
    points = (
        alt.Chart(marks.rows(data))
        .mark_point(size=70, opacity=1)
        .encode(
            x=x,
            y="lower:Q",
            shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
            tooltip=[
                alt.Tooltip("when:N", title=t("Period")),
                alt.Tooltip("said:N", title=t("Turnover, as stated")),
                alt.Tooltip("source:N", title=t("Source")),
            ],
        )
    )
    return [points]
