"""How concentrated Kazakhstan's customers and Italy's suppliers of crude oil are."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import concentration as analysis
from partnership.analysis import crude, partner_years, trade
from partnership.charts import lines
from partnership.charts.forms import Chart, Fill, Gap, Lines, Point, Series, Unit
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
_COLOUR = {_CUSTOMERS: palette.NAVY.light, _SUPPLIERS: palette.ORANGE.light}
_YEARS = ("from_year", "to_year")
_DIGITS = {"index": 0, "top": 1}


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
        drawn=Chart(_drawn(rows, "index", t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
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
        drawn=Chart(_drawn(rows, "top", t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        finding=" ".join(sentences),
        note=_note(rows, t),
        badges=_badges(rows),
        height=_HEIGHT,
    )


def _drawn(rows: pd.DataFrame, measure: str, t: Texts) -> Lines:
    names = {
        _CUSTOMERS: t("Kazakhstan's\nexport markets"),
        _SUPPLIERS: t("Italy's crude\nsuppliers"),
    }
    known = [(side, own) for side, own in rows.groupby("of", sort=False)]
    return Lines(
        tuple(
            Series(
                names[side].replace("\n", " "),
                _COLOUR[side],
                tuple(_point(row, measure, t) for _, row in own.iterrows()),
                ends=names[side],
            )
            for side, own in known
        ),
        Unit(t("index") if measure == "index" else t("percent")),
        t("Year"),
        what=t("Concentration of"),
        measure=t("Value"),
        hover="point",
        dots=True,
        fills=tuple(_bound(own, measure, names[side], _COLOUR[side], t) for side, own in known),
    )


def _point(row: pd.Series, measure: str, t: Texts) -> Point:
    low, high = (t.number(row[f"{measure}_{end}"], _DIGITS[measure]) for end in ("low", "high"))
    three = ", ".join(t.short(p) for p in row["largest"].split(";"))
    words = low if low == high else f"{low}–{high}"
    details = ((t("Three largest"), three),)
    return Point(int(row["year"]), float(row[f"{measure}_low"]), words, details=details)


def _bound(own: pd.DataFrame, measure: str, name: str, colour: str, t: Texts) -> Fill:
    """What the partners that are not known could add."""
    columns = ["year", f"{measure}_low", f"{measure}_high"]
    gaps = [Gap(int(y), low, high) for y, low, high in own[columns].itertuples(index=False)]
    upper = t("{name}, upper bound", name=name.replace("\n", " "))
    return Fill(tuple(gaps), upper, colour, bound=True)
