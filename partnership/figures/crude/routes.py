"""Export routes of Kazakhstan's crude oil, and how much depends on the largest."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import concentration as analysis
from partnership.charts import known_years, lines
from partnership.charts.forms import Chart, Columns, Point, Series, Unit
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.figures import shared
from partnership.figures.crude.routes_words import REST, finding, name, note
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 340
_KNOWN = message("Exports by route are available for {years} only.")
_ORDER = {
    "cpc": "cpc",
    "atyrau_samara": "atyrau_samara",
    "btc": "btc",
    "makhachkala": "makhachkala",
    "sea": "aktau_oil_port",
    "kazakhstan_china_oil": "kazakhstan_china_oil",
    "rail": "rail",
    REST: "other",
}
"""Routes from the foot of the stack, and what each is in the registry of colours."""


@register("trade.routes", sectors=("trade", "oil_gas", "transport"), uses=("from_year", "to_year"))
def routes(state: State) -> Figure:
    """Crude oil exports by route, as far as published, with the Herfindahl index above."""
    t = texts.in_language(state.lang)
    rows = analysis.routes(tables.load("observations"), tables.load("sources"))
    span = lines.years(rows["year"])
    rows = rows[rows["year"].between(state.from_year, state.to_year)]
    if rows.empty:
        why = lines.known_only(_KNOWN, span, t)
        return shared.nothing("trade.routes", t("Export routes of Kazakhstan's crude oil"), why)
    used = rows[rows["used"]]
    found = analysis.by_year(used, "route", "routes")
    totals = rows.rename(columns={"source_id": "_", "total_source_id": "source_id"})
    differ = rows.groupby(["year", "route"])["mt"].nunique().gt(1).any()
    return Figure(
        id="trade.routes",
        title=t(
            "Export routes of Kazakhstan's crude oil, {years}, percent of exports by weight",
            years=known_years.named(rows["year"], t),
        ),
        drawn=Chart(_columns(used, found, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows, totals),
        finding=finding(used, found, t),
        note=note(rows, found, t),
        badges=shared.badges(rows, "computed", "incomplete", *(("disagree",) if differ else ())),
        height=_HEIGHT,
    )


def _bounds(low: str, high: str) -> str:
    """Two bounds in two lines, or the one number that both are."""
    return low if low == high else f"{low}–\n{high}"


def _columns(used: pd.DataFrame, found: pd.DataFrame, t: Texts) -> Columns:
    """Shares by route, what is not broken down on top, and the index above."""
    years = used.groupby("year")
    rest = 100 - years["share"].sum()
    total = years["mt"].sum() / years["share"].sum()
    more = pd.DataFrame({"year": rest.index, "route": REST, "share": rest, "mt": rest * total})
    data = pd.concat([used, more], ignore_index=True).sort_values("year")
    parts = {str(route): part for route, part in data.groupby("route")}
    indices = tuple(
        Point(
            int(r.year),
            r.index_low,
            _bounds(t.number(r.index_low), t.number(r.index_high)).replace("\n", ""),
            _bounds(t.number(r.index_low), t.number(r.index_high)),
        )
        for r in found.itertuples()
    )
    return Columns(
        tuple(
            Series(name(route, t), "", _points(parts[route], t), "bar", entity)
            for route, entity in _ORDER.items()
            if route in parts
        ),
        t("Year"),
        Unit(t("percent of exports"), suffix=PERCENT_SIGN),
        gaps=True,
        totals=indices,
        total=t("Herfindahl index"),
        span=(0, 100),
    )


def _points(rows: pd.DataFrame, t: Texts) -> tuple[Point, ...]:
    return tuple(
        Point(
            int(r.year),
            float(r.share),
            t.percent(r.share, 0),
            t.percent(r.share, 0),
            details=(("", t("{value} million tonnes", value=t.number(r.mt, 1))),),
        )
        for r in rows.itertuples()
    )
