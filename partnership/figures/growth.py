"""What growth a year the aim of 20 billion dollars needs."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import sources, tables, texts
from partnership.analysis import target_growth as analysis
from partnership.analysis import trade
from partnership.figures import lines, marks
from partnership.figures.figure import Figure, register
from partnership.state import FIRST_YEAR, State
from partnership.texts import Texts

_HEIGHT = 360
_SHOWN_FROM = 2013


def stated_aim() -> pd.Series:
    """The aim as the article states it."""
    seen = tables.load("observations")
    return seen[seen["metric_id"].eq("turnover_target_usd")].iloc[-1]


@register("trade.target_needs", sectors=("trade", "diplomacy"), uses=("to_year", "reporter"))
def target_needs(state: State) -> Figure:
    """The growth a year that would bring each reporter's turnover to the aim by 2030."""
    t = texts.of(state.lang)
    aim = stated_aim()
    known = trade.turnover(tables.load("trade"), FIRST_YEAR, state.to_year)
    if state.reporter != "both":
        known = known[known["reporter"].map(marks.REPORTER_CHOICE).eq(state.reporter)]
    rows = analysis.needed(known, float(aim["value"]))
    if rows.empty:
        why = t("Turnover is not known in both directions for this choice.")
        return lines.nothing("trade.target_needs", t("What the aim of 20 bn USD needs"), why)
    drawn = known[known["year"].ge(min(_SHOWN_FROM, int(rows["year"].min())))]
    return Figure(
        id="trade.target_needs",
        title=t(
            "Growth that the aim of 20 bn USD needs if it is to be reached in {horizon}, {years}, "
            "billion USD",
            horizon=analysis.HORIZON,
            years=f"{int(drawn['year'].min())}–{analysis.HORIZON}",
        ),
        drawn=marks.finish(_paths(drawn, rows, float(aim["value"]), t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(known, aim.to_frame().T),
        alt=t("Lines of turnover by each reporter, dashed on from the latest year to the aim."),
        finding=" ".join(_sentence(r, t) for r in rows.iloc[::-1].itertuples()),
        note=t(
            "The article names no year for the aim; {horizon} is supposed here. Each dashed line "
            "starts from the latest year in which that side declares both directions; for Italy "
            "2024 is printed in the press. Dollars at current prices; the aim is set in dollars, "
            "so the choice of currency changes nothing here.",
            horizon=analysis.HORIZON,
        ),
        badges=marks.badges(rows, "computed", *(("disagree",) if len(rows) > 1 else ())),
        height=_HEIGHT,
    )


def _sentence(row: Any, t: Texts) -> str:
    named = {
        "country": t.name(row.reporter),
        "base": lines.amount(t, row.base, "usd", 1),
        "year": row.year,
        "needed": t.percent(row.needed),
    }
    if pd.isna(row.past):
        return t("From {country}'s {base} of {year} it needs {needed} a year.", **named)
    return t(
        "From {country}'s {base} of {year} it needs {needed} a year; over the ten years before "
        "it was {past}.",
        **named,
        past=t.percent(row.past),
    )


def _paths(drawn: pd.DataFrame, rows: pd.DataFrame, aim: float, t: Texts) -> Any:
    span = (int(drawn["year"].min()), analysis.HORIZON)
    x = lines.year_x("year", *span)
    top = max(float(lines.bn(drawn["value_usd"]).max()), lines.bn(aim)) * 1.14
    axis = marks.value_axis(t("billion USD"))
    y = alt.Y("at:Q", axis=axis, scale=alt.Scale(domain=[0, top], nice=False))
    colour = alt.Color("colour:N", scale=None)
    past = pd.DataFrame(
        {
            "year": drawn["year"],
            "at": lines.bn(drawn["value_usd"]),
            "reporter": drawn["reporter"],
            "who": [t.name(r) for r in drawn["reporter"]],
            "said": [lines.amount(t, v, "usd") for v in drawn["value_usd"]],
            "colour": drawn["reporter"].map(marks.REPORTER_COLOUR),
        }
    )
    ahead = pd.DataFrame(
        [
            {
                "year": r.year + n,
                "at": lines.bn(r.base * (1 + r.needed / 100) ** n),
                "reporter": r.reporter,
                "colour": marks.REPORTER_COLOUR[r.reporter],
            }
            for r in rows.itertuples()
            for n in range(r.years + 1)
        ]
    )
    line = alt.Chart(
        marks.values([{"at": lines.bn(aim), "year": span[0], "words": t("Aim: 20 bn USD")}])
    )
    layers: list[Any] = [
        line.mark_rule(color=marks.INK, strokeWidth=1.6).encode(y=y),
        line.mark_text(**marks.text(align="left", dy=-8, fontWeight="bold")).encode(
            x=x, y=y, text="words:N"
        ),
    ]
    for reporter, mine in past.groupby("reporter", sort=False):
        base = alt.Chart(marks.rows(mine[["year", "at", "who", "said", "colour"]]))
        path = alt.Chart(marks.rows(ahead[ahead["reporter"].eq(reporter)]))
        layers += [
            base.mark_line(strokeWidth=2.5).encode(x=x, y=y, color=colour),
            path.mark_line(strokeWidth=2, strokeDash=[5, 4]).encode(x=x, y=y, color=colour),
            base.mark_point(filled=True, size=30, opacity=1).encode(
                x=x,
                y=y,
                color=colour,
                tooltip=[
                    alt.Tooltip("year:Q", title=t("Year"), format="d"),
                    alt.Tooltip("who:N", title=t("by the statistics of")),
                    alt.Tooltip("said:N", title=t("Turnover")),
                ],
            ),
        ]
    return alt.layer(*layers, _labels(rows, t, x, y))


def _labels(rows: pd.DataFrame, t: Texts, x: alt.X, y: alt.Y) -> Any:
    """Who declares and what is needed: above the aim for one side, under the path of the other."""
    above = rows["reporter"].eq("KAZ")
    data = pd.DataFrame(
        {
            "year": rows["year"].where(~above, analysis.HORIZON),
            "at": lines.bn(rows["base"].where(~above, float(stated_aim()["value"]))),
            "above": above,
            "words": [
                t(
                    "{country}: +{needed} a year",
                    country=t.name(r.reporter),
                    needed=t.percent(r.needed),
                )
                for r in rows.itertuples()
            ],
            "colour": rows["reporter"].map(marks.REPORTER_COLOUR),
        }
    )
    base = alt.Chart(marks.rows(data)).encode(
        x=x, y=y, text="words:N", color=alt.Color("colour:N", scale=None)
    )
    look: dict[str, Any] = {"fontSize": marks.LABEL, "fontWeight": "bold"}
    high = base.transform_filter("datum.above")
    low = base.transform_filter("!datum.above")
    return alt.layer(
        high.mark_text(align="right", dy=-10, **look),
        low.mark_text(align="left", dx=6, dy=16, **look),
    )
