"""Kazakhstan's uranium output by publisher, and the nominal level that is planned."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import uranium as analysis
from partnership.charts import lines, marks
from partnership.charts.forms import Lines, Point, Series, Unit
from partnership.charts.forms.parts import Stroke
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.minerals.ranks import span_of
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.state import State

_HEIGHT = 330
_HALF, _PLAN = "uranium_half_year_production_tu", "uranium_nominal_output_tu"
_RESERVES = "uranium_reserves_national_tu"
_COUNTS = {
    analysis.ASSOCIATION: "association",
    analysis.WORLD_MINING: "mining",
    "baimedia_uranium_reserves": "ministry",
}
"""Publisher of a count by source; every other page quotes the company."""
_NAMES = {
    "association": message("World Nuclear Association"),
    "mining": message("World Mining Data, converted"),
    "company": message("Kazatomprom"),
    "ministry": message("Ministry, rounded"),
}


@register("minerals.uranium", sectors=("minerals",), uses=("from_year", "to_year"))
def uranium(state: State) -> Figure:
    """Kazakhstan's uranium output by year and publisher, and the nominal level of a coming year."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    first, last = span_of(state)
    rows = analysis.yearly(seen)
    known = rows["year"]
    rows = rows[known.between(first, last)]
    if rows.empty:
        return shared.outside("minerals.uranium", t("Kazakhstan's uranium output"), known, t)
    rows = rows.assign(kind=rows["source_id"].map(_COUNTS).fillna("company"))
    plans = analysis.announced(seen, _PLAN)
    plans = plans[plans["year"].between(first, last)].assign(kind="plan")
    half = analysis.announced(seen, _HALF)
    half = half[half["year"].between(first, last)]
    ground = analysis.announced(seen, _RESERVES)
    table = pd.concat([rows, plans, half, ground], ignore_index=True)[[*rows.columns, "period"]]
    return shared.drawn(
        "minerals.uranium",
        _drawn(pd.concat([rows, plans], ignore_index=True), t),
        table,
        title=_title(rows, plans, t),
        headline=_headline(rows, t),
        finding=_finding(half, plans, t),
        note=_note(ground, t),
        height=_HEIGHT,
        disagree=True,
    )


def _title(rows: pd.DataFrame, plans: pd.DataFrame, t: Texts) -> str:
    """The years of the output, and those of the plans drawn beside it."""
    years = lines.years(rows["year"])
    if plans.empty:
        return t("Kazakhstan's uranium output by source, {years}, tonnes", years=years)
    return t(
        "Kazakhstan's uranium output by source, {years}, and plans for {planned}, tonnes",
        years=years,
        planned=lines.years(plans["year"]),
    )


def _headline(rows: pd.DataFrame, t: Texts) -> str:
    """The newest year's output."""
    latest = rows.loc[rows["year"].idxmax()]
    amount, year = t.number(latest["value"]), int(latest["year"])
    return t("Kazakhstan mined {amount} t of uranium in {year}", amount=amount, year=year)


def _finding(half: pd.DataFrame, plans: pd.DataFrame, t: Texts) -> str:
    """The months since, and how the plan for a coming year changed."""
    parts = [
        t(
            "In the first half of {year} Kazatomprom mined {amount} t, all mines in full; half a "
            "year is not drawn.",
            year=int(row.year),
            amount=t.number(row.value),
        )
        for row in half.itertuples()
    ]
    if len(plans) > 1:
        parts.append(
            t(
                "For {year} it lowered the nominal level from {before} to {after} t.",
                year=int(plans["year"].iloc[0]),
                before=t.number(plans["value"].max()),
                after=t.number(plans["value"].min()),
            )
        )
    return " ".join(parts)


def _note(ground: pd.DataFrame, t: Texts) -> str:
    sentences = [
        t(
            "World Mining Data counts U₃O₈: multiplied by {factor} here. Single points: "
            "Kazatomprom, and the ministry's rounded numbers. A plan is not an outcome.",
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


def _drawn(rows: pd.DataFrame, t: Texts) -> Lines:
    """A line for each who counts every year; other counts, and the level planned, are points."""
    looks: tuple[tuple[str, str, str, Stroke], ...] = (
        ("association", t("World Nuclear\nAssociation"), marks.KAZAKHSTAN, "solid"),
        ("mining", t("World Mining\nData"), marks.INK, "dashed"),
    )
    counted = [
        Series(t(_NAMES[kind]), colour, points, ends=ends, line=line)
        for kind, ends, colour, line in looks
        if (points := _points(rows[rows["kind"].eq(kind)], t))
    ]
    single = rows[rows["kind"].isin(("company", "ministry"))]
    planned = rows[rows["kind"].eq("plan")]
    loose = (
        (t("Other counts"), marks.SOFT, _points(single, t)),
        (t("Plan: nominal level"), marks.KAZAKHSTAN, _points(planned, t)),
    )
    return Lines(
        (*counted, *(Series(*one, mark="points") for one in loose if one[2])),
        Unit(t("tonnes")),
        t("Year"),
        what=t("Counted by"),
        measure=t("Uranium"),
        hover="point",
    )


def _points(own: pd.DataFrame, t: Texts) -> tuple[Point, ...]:
    """Values by year; planned levels are labelled, the lowest being the newest."""
    newest = own["value"].min()
    return tuple(_point(r, newest, t) for r in own.sort_values("year").itertuples())


def _point(row: Any, newest: float, t: Texts) -> Point:
    planned = row.kind == "plan"
    amount = amounts.amount(row.value, "t", t, 0)
    source = () if planned else ((t("Source"), t(_NAMES[row.kind])),)
    return Point(
        int(row.year),
        float(row.value),
        amount,
        _level(row.value, row.value == newest, t) if planned else "",
        "planned" if planned else "measured",
        details=source,
    )


def _level(value: float, newest: bool, t: Texts) -> str:
    amount = t.number(value)
    return (
        t("plan {amount}", amount=amount) if newest else t("earlier plan {amount}", amount=amount)
    )
