"""Kazakhstan's uranium output by publisher, and the nominal level that is planned."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import uranium as analysis
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.minerals.ranks import span_of
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 330
_COLUMNS = alt.ExprRef("width > 620 ? 5 : 2")
_HALF, _PLAN = "uranium_half_year_production_tu", "uranium_nominal_output_tu"
_RESERVES = "uranium_reserves_national_tu"
_LOOKS = {
    "association": (message("World Nuclear Association"), marks.KAZAKHSTAN, "circle"),
    "mining": (message("World Mining Data, converted"), palette.HOLDERS[4].light, "square"),
    "company": (message("Kazatomprom"), marks.INK, "diamond"),
    "ministry": (message("Ministry, rounded"), palette.HOLDERS[1].light, "triangle-up"),
    "plan": (message("Plan: nominal level"), palette.SECTOR["minerals"].light, "cross"),
}
_COUNTS = {
    analysis.ASSOCIATION: "association",
    analysis.WORLD_MINING: "mining",
    "baimedia_uranium_reserves": "ministry",
}
"""Publisher of a count by source; every other page quotes the company."""
_ASIDE = {"association": -0.18, "mining": 0.18, "company": -0.18}
"""Horizontal offset of marks of one year, in years, so that none covers another."""


@register("minerals.uranium", sectors=("minerals",), uses=("from_year", "to_year"))
def uranium(state: State) -> Figure:
    """Kazakhstan's uranium output by year and publisher, and the nominal level of a coming year."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    first, last = span_of(state)
    rows = analysis.yearly(seen)
    known = lines.years(rows["year"])
    rows = rows[rows["year"].between(first, last)]
    if rows.empty:
        why = t("Uranium output is available for {years}.", years=known)
        return shared.nothing("minerals.uranium", t("Kazakhstan's uranium output"), why)
    rows = rows.assign(kind=rows["source_id"].map(_COUNTS).fillna("company"))
    plans = analysis.announced(seen, _PLAN)
    plans = plans[plans["year"].between(first, last)].assign(kind="plan")
    half = analysis.announced(seen, _HALF)
    half = half[half["year"].between(first, last)]
    ground = analysis.announced(seen, _RESERVES)
    table = pd.concat([rows, plans, half, ground], ignore_index=True)[[*rows.columns, "period"]]
    return Figure(
        id="minerals.uranium",
        title=t(
            "Kazakhstan's uranium output, {years}, tonnes of uranium",
            years=lines.years(rows["year"]),
        ),
        drawn=marks.finish(_drawn(pd.concat([rows, plans], ignore_index=True), t), _HEIGHT),
        table=table,
        source_ids=sources.ids(table),
        alt=t(
            "Output by year according to: {names}.",
            names="; ".join(
                t(_LOOKS[k][0]) for k in _LOOKS if k in {*rows["kind"], *plans["kind"]}
            ),
        ),
        finding=_finding(rows, half, plans, t),
        note=_note(ground, t),
        badges=shared.badges(table, "disagree"),
        height=_HEIGHT,
    )


def _finding(rows: pd.DataFrame, half: pd.DataFrame, plans: pd.DataFrame, t: Texts) -> str:
    latest = rows.loc[rows["year"].idxmax()]
    sentence = t(
        "{amount} t in {year} ({publisher}).",
        amount=t.number(latest["value"]),
        year=int(latest["year"]),
        publisher=t(_LOOKS[latest["kind"]][0]),
    )
    for row in half.itertuples():
        sentence += " " + t(
            "In the first half of {year} Kazatomprom mined {amount} t, all mines in full; half a "
            "year is not drawn.",
            year=int(row.year),
            amount=t.number(row.value),
        )
    if len(plans) > 1:
        sentence += " " + t(
            "For {year} it lowered the nominal level from {before} to {after} t.",
            year=int(plans["year"].iloc[0]),
            before=t.number(plans["value"].max()),
            after=t.number(plans["value"].min()),
        )
    return sentence


def _note(ground: pd.DataFrame, t: Texts) -> str:
    sentences = [
        t(
            "World Mining Data counts U₃O₈: multiplied by {factor} here. Marks of one year are "
            "side by side. A plan is not an outcome.",
            factor=t.number(analysis.FROM_OXIDE, 3),
        )
    ]
    sentences += [
        t(
            "Reserves by the national classification: {amount} thousand t in {year}, which is not "
            "the measure of international tables.",
            amount=t.number(row.value / 1000),
            year=int(row.year),
        )
        for row in ground.itertuples()
    ]
    return " ".join(sentences)


def _drawn(rows: pd.DataFrame, t: Texts) -> Any:
    rows = rows.sort_values(["kind", "year"])
    data = pd.DataFrame(
        {
            "year": rows["year"],
            "start": rows["year"] + rows["kind"].map(_ASIDE).fillna(0.0),
            "at": rows["value"],
            "kind": rows["kind"].map({k: t(words) for k, (words, _, _) in _LOOKS.items()}),
            "line": rows["kind"].isin(["association", "mining"]),
            "words": [amounts.amount(v, "t", t, 0) for v in rows["value"]],
            "level": _levels(rows, t),
        }
    )
    shown = [k for k in _LOOKS if rows["kind"].eq(k).any()]
    domain = [t(_LOOKS[k][0]) for k in shown]
    legend = alt.Legend(title=None, orient="top", columns=_COLUMNS, labelFontSize=12)
    colour = alt.Color(
        "kind:N",
        scale=alt.Scale(domain=domain, range=[_LOOKS[k][1] for k in shown]),
        legend=legend,
    )
    shape = alt.Shape(
        "kind:N",
        scale=alt.Scale(domain=domain, range=[_LOOKS[k][2] for k in shown]),
        legend=legend,
    )
    first, last = int(data["year"].min()), int(data["year"].max())
    x = lines.year_x("start", first, last, edge=0.5)
    y = alt.Y("at:Q", axis=marks.value_axis(""), scale=alt.Scale(zero=True))
    base = alt.Chart(marks.rows(data)).encode(x=x, y=y, color=colour)
    tooltip = [
        alt.Tooltip("kind:N", title=t("Counted by")),
        alt.Tooltip("year:Q", title=t("Year"), format="d"),
        alt.Tooltip("words:N", title=t("Uranium")),
    ]
    line = base.transform_filter("datum.line").mark_line(strokeWidth=2)
    points = base.mark_point(filled=False, size=70, strokeWidth=2, opacity=1, fill=marks.PAPER)
    words = base.transform_filter("datum.level").mark_text(**marks.text(align="right", dx=-10))
    return alt.layer(
        line, points.encode(shape=shape, tooltip=tooltip), words.encode(text="level:N")
    )


def _levels(rows: pd.DataFrame, t: Texts) -> list[str]:
    """Labels of planned levels, the lowest being the newest; empty beside output."""
    plans = rows["kind"].eq("plan")
    newest = rows.loc[plans, "value"].min()
    when = {True: t("new"), False: t("before")}
    return [
        t("{amount} t, {when}", amount=t.number(v), when=when[v == newest]) if plan else ""
        for v, plan in zip(rows["value"], plans, strict=True)
    ]
