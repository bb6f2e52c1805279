"""How concentrated Kazakhstan's customers and Italy's suppliers of crude oil are."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import concentration as analysis
from partnership.analysis import crude, partner_years, trade
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.figure import Badge, Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_HEIGHT = 330
_WHOLE_FROM = 95.0
"""Percent of exports that the partners read have to cover, or bounds are drawn."""
_CUSTOMERS, _SUPPLIERS = "destinations", "suppliers"
_COLOUR = {_CUSTOMERS: marks.KAZAKHSTAN, _SUPPLIERS: marks.ITALY}
_YEARS = ("from_year", "to_year")


def _rows(state: State) -> pd.DataFrame:
    """Concentration of Kazakhstan's destinations and of Italy's suppliers of crude, by year."""
    rows = tables.load("trade")
    first, last = max(state.from_year, partner_years.named_from(rows)), state.to_year
    customers = trade.destinations(rows, first, last)
    begins, ends = crude.register_years(rows)
    suppliers = crude.origins(rows, max(first, begins), min(last, ends))
    parts = [
        analysis.by_year(customers, "partner", _CUSTOMERS),
        analysis.by_year(suppliers, "partner", _SUPPLIERS),
    ]
    known = [part for part in parts if len(part)]
    return pd.concat(known, ignore_index=True) if known else pd.DataFrame()


def _too_early(t: Texts) -> str:
    first = partner_years.named_from(tables.load("trade"))
    return t("Data on partners start in {year}; none of these years is selected.", year=first)


def _note(rows: pd.DataFrame, t: Texts) -> str:
    sentences = [
        t(
            "Export markets: all goods by value, as reported by Kazakhstan; suppliers: crude oil "
            "by volume and origin, as reported by Italy."
        )
    ]
    gaps = rows[rows["known"].lt(_WHOLE_FROM) & rows["of"].eq(_CUSTOMERS)]
    if len(gaps):
        listed = ", ".join(
            t("{year} ({share})", year=r.year, share=t.percent(r.known, 0))
            for r in gaps.itertuples()
        )
        sentences.append(
            t(
                "Years in which not all partners are known, with the share of exports that is: "
                "{list}. The line spreads the remainder over many partners, the shaded area ends "
                "where it is a single partner.",
                list=listed,
            )
        )
    return " ".join(sentences)


def _badges(rows: pd.DataFrame) -> frozenset[Badge]:
    return shared.badges(rows, *(("incomplete",) if rows["known"].lt(_WHOLE_FROM).any() else ()))


def _last(rows: pd.DataFrame, side: str) -> Any:
    matching = rows[rows["of"].eq(side)]
    return None if matching.empty else matching.iloc[-1]


def _equal(row: Any, t: Texts, customers: bool) -> str:
    named = {"year": int(row["year"]), "index": t.number(row["index_low"])}
    equal = t.number(row["equal"], 1)
    if customers:
        return t(
            "In {year} the index for Kazakhstan's export markets was {index}, equivalent to "
            "{equal} equal ones.",
            **named,
            equal=equal,
        )
    return t(
        "In {year} the index for Italy's crude oil suppliers was {index}, equivalent to {equal} "
        "equal ones.",
        **named,
        equal=equal,
    )


@register("trade.concentration", sectors=("trade", "oil_gas"), uses=_YEARS)
def concentration(state: State) -> Figure:
    """The Herfindahl index of Kazakhstan's destinations and of Italy's suppliers of crude oil."""
    t = texts.in_language(state.lang)
    needed.some(tables.load("trade"), "trade", "value_usd")
    rows = _rows(state)
    if rows.empty:
        why = _too_early(t)
        return shared.nothing("trade.concentration", t("Concentration of trade"), why)
    ends = [_last(rows, side) for side in _COLOUR]
    sentences = [_equal(r, t, customers=r["of"] == _CUSTOMERS) for r in ends if r is not None]
    return Figure(
        id="trade.concentration",
        title=t(
            "Concentration of Kazakhstan's export markets and Italy's crude oil suppliers, "
            "{years}, Herfindahl index (maximum {most})",
            years=lines.years(rows["year"]),
            most=t.number(10_000),
        ),
        drawn=marks.finish(_drawn(rows, "index", t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Two lines by year; a shaded area where part of the partners is not known."),
        finding=" ".join(sentences),
        note=t("The sum of the squared shares in percent.") + " " + _note(rows, t),
        badges=_badges(rows),
        height=_HEIGHT,
    )


@register("trade.top_three", sectors=("trade", "oil_gas"), uses=_YEARS)
def top_three(state: State) -> Figure:
    """The share of the three largest destinations and of the three largest suppliers."""
    t = texts.in_language(state.lang)
    needed.some(tables.load("trade"), "trade", "value_usd")
    rows = _rows(state)
    if rows.empty:
        why = _too_early(t)
        return shared.nothing("trade.top_three", t("Share of the three largest"), why)
    sentences = []
    for row in (_last(rows, side) for side in _COLOUR):
        if row is not None:
            named = {
                "year": int(row["year"]),
                "names": lines.listed([t.short(p) for p in row["largest"].split(";")], t),
                "share": t.percent(row["top_low"]),
            }
            customers = row["of"] == _CUSTOMERS
            sentences.append(
                t("In {year} {names} accounted for {share} of Kazakhstan's exports.", **named)
                if customers
                else t("In {year} {names} supplied {share} of Italy's crude oil imports.", **named)
            )
    return Figure(
        id="trade.top_three",
        title=t(
            "Share of the three largest export markets of Kazakhstan and crude oil suppliers of "
            "Italy, {years}, percent",
            years=lines.years(rows["year"]),
        ),
        drawn=marks.finish(_drawn(rows, "top", t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Two lines by year; a shaded area where part of the partners is not known."),
        finding=" ".join(sentences),
        note=_note(rows, t),
        badges=_badges(rows),
        height=_HEIGHT,
    )


def _drawn(rows: pd.DataFrame, measure: str, t: Texts) -> Any:
    names = {
        _CUSTOMERS: t("Kazakhstan's\nexport markets"),
        _SUPPLIERS: t("Italy's crude\nsuppliers"),
    }
    digits = 0 if measure == "index" else 1
    low, high = f"{measure}_low", f"{measure}_high"
    span = (int(rows["year"].min()), int(rows["year"].max()))
    x = lines.year_x("year", *span, room=90)
    end = float(rows[high].max()) * 1.08
    axis = marks.value_axis(t("index") if measure == "index" else t("percent"))
    y = alt.Y("at:Q", scale=alt.Scale(domain=[0, end], nice=False), axis=axis)
    data = pd.DataFrame(
        {
            "year": rows["year"],
            "at": rows[low],
            "high": rows[high],
            "colour": rows["of"].map(_COLOUR),
            "of": rows["of"],
            "who": [names[o].replace("\n", " ") for o in rows["of"]],
            "formatted": [
                t.number(a, digits)
                if t.number(a, digits) == t.number(b, digits)
                else f"{t.number(a, digits)}–{t.number(b, digits)}"
                for a, b in zip(rows[low], rows[high], strict=True)
            ],
            "three": [", ".join(t.short(p) for p in named.split(";")) for named in rows["largest"]],
        }
    )
    layers: list[Any] = []
    for _, series in data.groupby("of", sort=False):
        base = alt.Chart(marks.rows(series[["year", "at", "high", "colour"]])).encode(x=x, y=y)
        colour = alt.Color("colour:N", scale=None)
        layers.append(base.mark_area(opacity=0.22).encode(y2="high:Q", color=colour))
        layers.append(base.mark_line(strokeWidth=2.5).encode(color=colour))
    dots = alt.Chart(marks.rows(data.drop(columns=["of", "high"]))).mark_point(
        filled=True, size=24, opacity=1
    )
    layers.append(
        dots.encode(
            x=x,
            y=y,
            color=alt.Color("colour:N", scale=None),
            tooltip=[
                alt.Tooltip("who:N", title=t("Concentration of")),
                alt.Tooltip("year:Q", title=t("Year"), format="d"),
                alt.Tooltip("formatted:N", title=t("Value")),
                alt.Tooltip("three:N", title=t("Three largest")),
            ],
        )
    )
    last = data.sort_values("year").groupby("of", sort=False).tail(1)
    least = 2.2 * lines.LABEL_LINE * end / lines.plot(_HEIGHT)
    ends = last.assign(at=lines.spread(last["at"].tolist(), least), year=span[1])
    ends = ends.assign(words=[names[o] for o in ends["of"]])
    layers.append(lines.words_at_end(ends, x, y, dy=-lines.LABEL_LINE / 2))
    return alt.layer(*layers)
