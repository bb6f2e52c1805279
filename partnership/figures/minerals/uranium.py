"""Kazakhstan's uranium output by publisher, and the nominal level that is planned."""

from __future__ import annotations

import pandas as pd

from partnership import palette, tables
from partnership.analysis import uranium as analysis
from partnership.charts import lines, marks
from partnership.charts.forms import Chart, Lines, Point, Series, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.minerals.ranks import span_of
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 330
_HALF, _PLAN = "uranium_half_year_production_tu", "uranium_nominal_output_tu"
_RESERVES = "uranium_reserves_national_tu"
_LOOKS = {
    "association": (message("World Nuclear Association"), marks.KAZAKHSTAN, "circle"),
    "mining": (message("World Mining Data, converted"), palette.BROWN.light, "square"),
    "company": (message("Kazatomprom"), marks.INK, "diamond"),
    "ministry": (message("Ministry, rounded"), palette.AMBER.light, "triangle-up"),
    "plan": (message("Plan: nominal level"), palette.VIOLET.light, "cross"),
}
_COUNTS = {
    analysis.ASSOCIATION: "association",
    analysis.WORLD_MINING: "mining",
    "baimedia_uranium_reserves": "ministry",
}
"""Publisher of a count by source; every other page quotes the company."""
_JOINED = ("association", "mining")
"""Who counts every year."""


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
        drawn=Chart(_drawn(pd.concat([rows, plans], ignore_index=True), t), _HEIGHT),
        table=table,
        source_ids=sources.ids(table),
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


def _drawn(rows: pd.DataFrame, t: Texts) -> Lines:
    return Lines(
        tuple(
            Series(
                t(name),
                colour,
                _points(own.sort_values("year"), t),
                "line" if kind in _JOINED else "points",
                shape=shape,
            )
            for kind, (name, colour, shape) in _LOOKS.items()
            if len(own := rows[rows["kind"].eq(kind)])
        ),
        Unit(t("tonnes of uranium")),
        t("Year"),
        what=t("Counted by"),
        measure=t("Uranium"),
        hover="point",
        named="legend",
        dots=True,
    )


def _points(own: pd.DataFrame, t: Texts) -> tuple[Point, ...]:
    """Values by year; planned levels are labelled, the lowest being the newest."""
    newest = own["value"].min()
    return tuple(
        Point(
            int(year),
            float(value),
            amounts.amount(value, "t", t, 0),
            _level(value, value == newest, t) if kind == "plan" else "",
            "planned" if kind == "plan" else "measured",
        )
        for year, value, kind in own[["year", "value", "kind"]].itertuples(index=False)
    )


def _level(value: float, newest: bool, t: Texts) -> str:
    when = t("new") if newest else t("before")
    return t("{amount} t, {when}", amount=t.number(value), when=when)
