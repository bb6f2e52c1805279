"""Eni's part of the giant fields beside what Italy consumes, produces and buys."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import sources, tables, texts
from partnership.analysis import barrels as analysis
from partnership.analysis import trade
from partnership.figures import lines, marks
from partnership.figures.barrels import cited, look_through
from partnership.figures.figure import Figure, register
from partnership.state import State
from partnership.texts import Texts

_ITALIAN = ("karachaganak", "kashagan")
"""The giant fields that Eni has a part of."""


@register("stakes.beside_consumption", sectors=("oil_gas",), uses=("from_year", "to_year"))
def beside_consumption(state: State) -> Figure:
    """Eni's part of Karachaganak and Kashagan beside Italy's consumption, output and purchases."""
    t = texts.of(state.lang)
    look, factor = look_through(state)
    bought = trade.importers(tables.load("trade"), state.from_year, state.to_year)
    rows = analysis.beside_consumption(look, "eni", _ITALIAN, tables.load("observations"), bought)
    if rows.empty:
        why = t(
            "In the years chosen the fields' output and Italy's consumption are not both known."
        )
        return lines.nothing("stakes.beside_consumption", t("Beside Italy's consumption"), why)
    year = int(rows["year"].max())
    now = rows[rows["year"].eq(year)].set_index("what")
    mine = look[look["year"].isin(rows["year"]) & look["holder_id"].eq("eni")]
    return Figure(
        id="stakes.beside_consumption",
        title=t(
            "Eni's part of Karachaganak and Kashagan beside Italy's oil, {years}, thousand "
            "barrels a day",
            years=lines.years(rows["year"]),
        ),
        drawn=marks.finish(_beside(rows, t), 300),
        table=rows,
        source_ids=sources.ids(rows, *cited(mine, factor)),
        alt=t("A broad pale bar of consumption a year with narrow bars before it."),
        finding=t(
            "In {year} Eni's interests in the two fields stood for {eni} thousand barrels a day: "
            "{share} of Italy's oil consumption and {times} times Italy's own output.{reported} "
            "Italy declared {bought} of Kazakh crude oil.",
            year=year,
            eni=t.number(now.loc["holder", "kbd"]),
            share=t.percent(now.loc["holder", "share"]),
            times=t.number(now.loc["holder", "kbd"] / now.loc["production", "kbd"], 1),
            reported=_reported(rows, t),
            bought=t.number(now.loc["imports", "kbd"]),
        ),
        note=t(
            "Nothing says that Eni's oil goes to Italy: they are set side by side for size. "
            "Working interest counts Eni's part of all oil of a field; output as a company reports "
            "it under a production sharing agreement is what it is entitled to, after the part of "
            "the state, and so it is smaller. The page with that figure says neither how it is "
            "counted nor exactly for which year. Consumption is of oil products. Figures above the "
            "bars: percent of consumption.{missing}",
            missing=_missing(rows, t),
        ),
        badges=marks.badges(rows, "computed"),
        height=300,
    )


def _reported(rows: pd.DataFrame, t: Texts) -> str:
    own = rows[rows["what"].eq("reported")]
    if own.empty:
        return ""
    last = own.iloc[-1]
    return " " + t(
        "Eni's output in Kazakhstan as reported for about {year} is {own}.",
        year=int(last["year"]),
        own=t.number(last["kbd"]),
    )


def _missing(rows: pd.DataFrame, t: Texts) -> str:
    """Years of which the register of purchases lacks months."""
    short = rows[rows["what"].eq("imports") & rows["months"].lt(12)]
    return "".join(
        " "
        + t.plural(
            "The register of purchases lacks {count} month of {year}.",
            "The register of purchases lacks {count} months of {year}.",
            12 - int(row.months),
            year=int(row.year),
        )
        for row in short.itertuples()
    )


_BESIDE = ("production", "holder", "reported", "imports")
_WIDTH = 0.18


def _beside(rows: pd.DataFrame, t: Texts) -> Any:
    names = {
        "consumption": t("Italy's consumption"),
        "production": t("Italy's own output"),
        "holder": t("Eni's part by working interest"),
        "reported": t("Eni's output as reported"),
        "imports": t("Kazakh crude bought"),
    }
    colours = [marks.FAINT, marks.MUTED, marks.ITALY, marks.INK, marks.KAZAKHSTAN]
    column = {year: n for n, year in enumerate(sorted(rows["year"].unique()))}
    at = rows["year"].map(column)
    narrow = rows["what"].map({w: n for n, w in enumerate(_BESIDE)})
    start = (at - 0.37 + narrow * (_WIDTH + 0.01)).where(narrow.notna(), at - 0.42)
    data = pd.DataFrame(
        {
            "year": rows["year"],
            "start": start,
            "end": (start + _WIDTH).where(narrow.notna(), at + 0.42),
            "middle": (start + _WIDTH / 2).where(narrow.notna(), at),
            "lower": 0,
            "upper": rows["kbd"],
            "who": rows["what"].map(names),
            "said": [t.number(k) for k in rows["kbd"]],
            "share": [t.percent(s, 0) for s in rows["share"]],
            "broad": narrow.isna(),
        }
    )
    scale = alt.Scale(domain=[-0.5, len(column) - 0.5], nice=False, zero=False)
    x = alt.X("start:Q", axis=None, scale=scale)
    top = float(rows["kbd"].max()) * 1.1
    axis = marks.value_axis(t("thousand barrels a day"))
    y = alt.Y("lower:Q", axis=axis, scale=alt.Scale(domain=[0, top], nice=False))
    legend = alt.Legend(orient="bottom", columns=2, symbolType="square", labelLimit=200)
    colour = alt.Color(
        "who:N",
        title=None,
        scale=alt.Scale(domain=list(names.values()), range=colours),
        legend=legend,
    )
    bars = (
        alt.Chart(marks.rows(data.drop(columns=["middle", "broad"])))
        .mark_rect()
        .encode(
            x=x,
            x2="end:Q",
            y=y,
            y2="upper:Q",
            color=colour,
            tooltip=[
                alt.Tooltip("year:Q", title=t("Year"), format="d"),
                alt.Tooltip("who:N", title=t("What")),
                alt.Tooltip("said:N", title=t("thousand barrels a day")),
                alt.Tooltip("share:N", title=t("Of consumption")),
            ],
        )
    )
    words = data.assign(
        start=data["middle"],
        lower=data["upper"],
        words=[
            f"{y}: {k}" if broad else s
            for y, k, s, broad in zip(
                data["year"], data["said"], data["share"], data["broad"], strict=True
            )
        ],
    )
    label = (
        alt.Chart(marks.rows(words[["start", "lower", "words"]]))
        .mark_text(**marks.text(baseline="bottom", dy=-3, fontSize=11))
        .encode(x=x, y="lower:Q", text="words:N")
    )
    return alt.layer(bars, label)
