"""The ways out of Kazakhstan for crude oil, and how much hangs on the largest."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, sources, tables, texts
from partnership.analysis import concentration as analysis
from partnership.figures import lines, marks
from partnership.figures.figure import Figure, register
from partnership.state import State
from partnership.texts import Texts

_HEIGHT = 340
_REST = "rest"
_COLOUR = {
    "cpc": palette.SECTOR["oil_gas"].light,
    "atyrau_samara": palette.HOLDERS[0].light,
    "btc": palette.HOLDERS[1].light,
    "aktau_oil_port": palette.HOLDERS[5].light,
    "kazakhstan_china_oil": palette.HOLDERS[3].light,
    _REST: marks.FAINT,
}


@register("trade.routes", sectors=("trade", "oil_gas", "transport"), uses=("from_year", "to_year"))
def routes(state: State) -> Figure:
    """Crude oil exports by way out, as far as published, with the Herfindahl index above."""
    t = texts.of(state.lang)
    rows = analysis.routes(tables.load("observations"))
    first, last = int(rows["year"].min()), int(rows["year"].max())
    rows = rows[rows["year"].between(state.from_year, state.to_year)]
    if rows.empty:
        why = t("Exports by way out were read for {first}–{last} only.", first=first, last=last)
        return lines.nothing("trade.routes", t("Ways out for Kazakhstan's crude oil"), why)
    used = rows[rows["used"]]
    found = analysis.by_year(used, "route", "routes")
    totals = rows.rename(columns={"source_id": "_", "total_source_id": "source_id"})
    now = found.iloc[-1]
    cpc = used[used["route"].eq("cpc") & used["year"].eq(now["year"])]["share"].iloc[0]
    differ = rows.groupby(["year", "route"])["mt"].nunique().gt(1).any()
    return Figure(
        id="trade.routes",
        title=t(
            "Ways out for Kazakhstan's crude oil, {years}, percent of exports by weight",
            years=lines.years(rows["year"]),
        ),
        drawn=marks.finish(_drawn(used, found, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows, totals),
        alt=t("A bar a year: CPC at the foot, other ways above, what is not broken down pale."),
        finding=t(
            "In {year} {share} of the crude oil left by CPC. The Herfindahl index of the ways out "
            "lay between {low} and {high}; that of the customers is near {customers}.",
            year=int(now["year"]),
            share=t.percent(cpc),
            low=t.number(now["index_low"]),
            high=t.number(now["index_high"]),
            customers=t.number(_customers(int(now["year"]))),
        ),
        note=_note(used, found, t),
        badges=marks.badges(rows, "computed", "incomplete", *(("disagree",) if differ else ())),
        height=_HEIGHT,
    )


def _customers(year: int) -> float:
    """The index of Kazakhstan's destinations in a year, to compare."""
    from partnership.analysis import trade

    rows = trade.destinations(tables.load("trade"), year, year)
    return analysis.measure(rows["share"]).index_low


def _note(used: pd.DataFrame, found: pd.DataFrame, t: Texts) -> str:
    """What is missing, by year, and how the three largest can be bounded."""
    said = []
    for year, mine in used.groupby("year"):
        lacking = [r for r in analysis.ROUTES if r not in set(mine["route"])]
        if lacking:
            names = lines.listed([_name(r, t) for r in lacking], t)
            said.append(t("No value for {year}: {names}.", year=year, names=names))
    last = found.iloc[-1]
    said.append(
        t(
            "Bounds: what is not broken down is spread over many ways, or is one more. The three "
            "largest ways carried {low} to {high} in {year}. Druzhba is part of the way by "
            "Samara; rail is in no figure. Where two sources name one way, the first is drawn.",
            low=t.percent(last["top_low"], 0),
            high=t.percent(last["top_high"], 0),
            year=int(last["year"]),
        )
    )
    return " ".join(said)


def _name(route: str, t: Texts) -> str:
    if route == _REST:
        return t("not broken down")
    if route == "aktau_oil_port":
        return t("Makhachkala")
    if route == "kazakhstan_china_oil":
        return t("China")
    return t.short(route)


def _stacked(used: pd.DataFrame, t: Texts) -> pd.DataFrame:
    """Bars in percent with the rest on top: `lower`, `upper`, and what is said of each."""
    rest = 100 - used.groupby("year")["share"].sum()
    total = used.groupby("year").apply(lambda f: f["mt"].sum() / f["share"].sum())
    more = pd.DataFrame({"year": rest.index, "route": _REST, "share": rest, "mt": rest * total})
    data = pd.concat([used, more], ignore_index=True)
    place = data["route"].map(list(_COLOUR).index)
    data = data.assign(place=place).sort_values(["year", "place"])
    upper = data.groupby("year")["share"].cumsum()
    return pd.DataFrame(
        {
            "year": data["year"],
            "route": data["route"],
            "start": data["year"] - 0.36,
            "end": data["year"] + 0.36,
            "lower": upper - data["share"],
            "upper": upper,
            "middle": upper - data["share"] / 2,
            "share": data["share"],
            "who": [_name(r, t) for r in data["route"]],
            "said": [t.percent(s) for s in data["share"]],
            "tonnes": [t.number(m, 1) for m in data["mt"]],
            "colour": data["route"].map(_COLOUR),
        }
    )


def _drawn(used: pd.DataFrame, found: pd.DataFrame, t: Texts) -> Any:
    data = _stacked(used, t)
    span = (int(data["year"].min()), int(data["year"].max()))
    x = lines.year_x("start", *span, room=112, edge=0.5)
    axis = marks.value_axis(
        t("percent of exports; above: Herfindahl index"), values=[0, 25, 50, 75, 100]
    )
    y = alt.Y("lower:Q", axis=axis, scale=alt.Scale(domain=[0, 118], nice=False))
    shown = data.drop(columns=["route", "middle", "share"])
    bars = lines.blocks(
        shown,
        x,
        y,
        t,
        [
            alt.Tooltip("who:N", title=t("Way out")),
            alt.Tooltip("said:N", title=t("Share of exports")),
            alt.Tooltip("tonnes:N", title=t("million tonnes")),
        ],
    )
    return alt.layer(bars, *_words(data, found, t, x, span[1]))


def _words(
    data: pd.DataFrame, found: pd.DataFrame, t: Texts, x: alt.X, last: int
) -> list[alt.Chart]:
    """Shares on the bars, the index above, and beside the last bar the names of all ways."""
    inside = data[data["share"].ge(6)]
    inside = inside.assign(
        ink=inside["route"].eq(_REST).map({True: marks.INK, False: marks.PAPER}),
        start=inside["year"],
        lower=inside["middle"],
    )
    above = pd.DataFrame(
        {
            "start": found["year"],
            "lower": 108,
            "words": [
                f"{t.number(a)}–\n{t.number(b)}"
                for a, b in zip(found["index_low"], found["index_high"], strict=True)
            ],
        }
    )
    latest = data.sort_values("year").groupby("route", sort=False).tail(1)
    latest = latest.sort_values("middle")
    least = 1.1 * lines.LABEL_LINE * 118 / lines.plot(_HEIGHT)
    names = pd.DataFrame(
        {
            "end": last + 0.42,
            "lower": lines.spread(latest["middle"].tolist(), least),
            "words": [
                r.who if r.year == last else t("{name}, {year}", name=r.who, year=r.year)
                for r in latest.itertuples()
            ],
            "colour": [marks.SOFT if r == _REST else _COLOUR[r] for r in latest["route"]],
        }
    )
    look = marks.text(fontSize=11)
    number = alt.Chart(marks.rows(inside[["start", "lower", "said", "ink"]]))
    index = alt.Chart(marks.rows(above)).mark_text(**look, lineBreak="\n", lineHeight=12)
    who = alt.Chart(marks.rows(names)).mark_text(align="left", fontSize=11)
    return [
        number.mark_text(fontSize=11, fontWeight="bold").encode(
            x=x, y="lower:Q", text="said:N", color=alt.Color("ink:N", scale=None)
        ),
        index.encode(x=x, y="lower:Q", text="words:N"),
        who.encode(x="end:Q", y="lower:Q", text="words:N", color=alt.Color("colour:N", scale=None)),
    ]
