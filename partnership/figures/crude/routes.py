"""Export routes of Kazakhstan's crude oil, and how much depends on the largest."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import concentration as analysis
from partnership.charts import known_years, lines, marks
from partnership.figures import shared
from partnership.figures.crude.routes_words import REST, finding, name, note
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 340
_KNOWN = message("Exports by route are available for {years} only.")
_COLOUR = {
    "cpc": palette.SECTOR["oil_gas"].light,
    "atyrau_samara": palette.HOLDERS[0].light,
    "btc": palette.HOLDERS[1].light,
    "makhachkala": palette.HOLDERS[5].light,
    "sea": palette.HOLDERS[6].light,
    "kazakhstan_china_oil": palette.HOLDERS[3].light,
    "rail": palette.HOLDERS[2].light,
    REST: marks.FAINT,
}


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
        drawn=marks.finish(_drawn(used, found, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows, totals),
        alt=t("A bar a year: CPC at the base, other routes above, the part not broken down pale."),
        finding=finding(used, found, t),
        note=note(rows, found, t),
        badges=shared.badges(rows, "computed", "incomplete", *(("disagree",) if differ else ())),
        height=_HEIGHT,
    )


def _bounds(low: str, high: str) -> str:
    """Two bounds in two lines, or the one number that both are."""
    return low if low == high else f"{low}–\n{high}"


def _stacked(used: pd.DataFrame, t: Texts) -> pd.DataFrame:
    """Bars in percent with the rest on top: `lower`, `upper`, and the words of each."""
    rest = 100 - used.groupby("year")["share"].sum()
    total = used.groupby("year").apply(lambda f: f["mt"].sum() / f["share"].sum())
    more = pd.DataFrame({"year": rest.index, "route": REST, "share": rest, "mt": rest * total})
    data = pd.concat([used, more], ignore_index=True)
    order = data["route"].map(list(_COLOUR).index)
    data = data.assign(order=order).sort_values(["year", "order"])
    upper = data.groupby("year")["share"].cumsum()
    column = data["year"].map(known_years.places(data["year"]))
    return pd.DataFrame(
        {
            "year": data["year"],
            "route": data["route"],
            "column": column,
            "start": column - 0.36,
            "end": column + 0.36,
            "lower": upper - data["share"],
            "upper": upper,
            "middle": upper - data["share"] / 2,
            "share": data["share"],
            "who": [name(r, t) for r in data["route"]],
            "label": [t.percent(s, 0) for s in data["share"]],
            "tonnes": [t.number(m, 1) for m in data["mt"]],
            "colour": data["route"].map(_COLOUR),
        }
    )


def _drawn(used: pd.DataFrame, found: pd.DataFrame, t: Texts) -> Any:
    data = _stacked(used, t)
    placed = known_years.places(data["year"])
    x = known_years.axis("start", placed, room=136)
    axis = marks.value_axis(
        t("percent of exports; above: Herfindahl index"), values=[0, 25, 50, 75, 100]
    )
    y = alt.Y("lower:Q", axis=axis, scale=alt.Scale(domain=[0, 118], nice=False))
    shown = data.drop(columns=["route", "column", "middle", "share"])
    bars = lines.blocks(
        shown,
        x,
        y,
        t,
        [
            alt.Tooltip("who:N", title=t("Route")),
            alt.Tooltip("label:N", title=t("Share of exports")),
            alt.Tooltip("tonnes:N", title=t("million tonnes")),
        ],
    )
    holes = known_years.gaps(placed, x, y, 0, 100)
    return alt.layer(holes, bars, *_words(data, found, t, x, max(placed)))


def _words(
    data: pd.DataFrame, found: pd.DataFrame, t: Texts, x: alt.X, last: int
) -> list[alt.Chart]:
    """Shares on the bars, the index above, and beside the last bar the names of all routes."""
    inside = data[data["share"].ge(6)]
    inside = inside.assign(
        ink=inside["route"].eq(REST).map({True: marks.INK, False: marks.PAPER}),
        start=inside["column"],
        lower=inside["middle"],
    )
    above = pd.DataFrame(
        {
            "start": found["year"].map(known_years.places(data["year"])),
            "lower": 108,
            "words": [
                _bounds(t.number(a), t.number(b))
                for a, b in zip(found["index_low"], found["index_high"], strict=True)
            ],
        }
    )
    latest = data.sort_values("year").groupby("route", sort=False).tail(1)
    latest = latest.sort_values("middle")
    least = 1.1 * lines.LABEL_LINE * 118 / lines.plot(_HEIGHT)
    names = pd.DataFrame(
        {
            "end": data["end"].max() + 0.06,
            "lower": lines.spread(latest["middle"].tolist(), least),
            "words": [
                r.who if r.year == last else t("{name}, {year}", name=r.who, year=r.year)
                for r in latest.itertuples()
            ],
            "colour": [marks.SOFT if r == REST else _COLOUR[r] for r in latest["route"]],
        }
    )
    shown = alt.ExprRef(lines.WIDE)
    look = marks.text(fontSize=11, opacity=shown)
    number = alt.Chart(marks.rows(inside[["start", "lower", "label", "ink"]]))
    index = alt.Chart(marks.rows(above)).mark_text(**look, lineBreak="\n", lineHeight=12)
    who = alt.Chart(marks.rows(names)).mark_text(align="left", fontSize=11)
    return [
        number.mark_text(fontSize=11, fontWeight="bold", opacity=shown).encode(
            x=x, y="lower:Q", text="label:N", color=alt.Color("ink:N", scale=None)
        ),
        index.encode(x=x, y="lower:Q", text="words:N"),
        who.encode(x="end:Q", y="lower:Q", text="words:N", color=alt.Color("colour:N", scale=None)),
    ]
