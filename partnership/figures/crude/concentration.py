"""How concentrated Kazakhstan's customers and Italy's suppliers of crude oil are."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import concentration as analysis
from partnership.analysis import crude, partner_years, trade
from partnership.charts import lines
from partnership.charts.forms import Fill, Gap, Lines, Series, Unit
from partnership.charts.points import points
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.state import State
from partnership.tables import needed
from partnership.wording.sentences import joined, listing

_WHOLE_FROM = 95.0
"""Percent of exports that the partners read have to cover, or bounds are drawn."""
_CUSTOMERS, _SUPPLIERS = "destinations", "suppliers"
_COLOUR = {
    _CUSTOMERS: palette.NAVY.light,
    _SUPPLIERS: palette.ORANGE.light,
}
_INDEX, _TOP = "index", "top"
_DIGITS = {_INDEX: 0, _TOP: 1}
_USES = ("from_year", "to_year")
_TITLES = {
    _INDEX: message(
        "Concentration of Kazakhstan's export markets and Italy's crude oil suppliers, Herfindahl "
        "index, {years}"
    ),
    _TOP: message(
        "Share of the three largest export markets of Kazakhstan and crude oil suppliers of "
        "Italy, percent, {years}"
    ),
}
_HEADLINES = {
    (_INDEX, _CUSTOMERS): message(
        "Kazakhstan's exports are as concentrated as {equal} equal markets"
    ),
    (_INDEX, _SUPPLIERS): message("Italy's crude is as concentrated as {equal} equal suppliers"),
    (_TOP, _CUSTOMERS): message("Three markets take {share} of Kazakhstan's exports"),
    (_TOP, _SUPPLIERS): message("Three suppliers send {share} of Italy's crude oil"),
}
_KNOWN = message(
    "Years in which not all partners are known, with the share of exports that is: {list}. The "
    "line spreads the remainder over many partners, the shaded area ends where it is a single "
    "partner."
)
_FINDINGS = {
    (_INDEX, _CUSTOMERS): message("Export markets in {year}: index {index}."),
    (_INDEX, _SUPPLIERS): message(
        "Italy's crude oil suppliers in {year}: index {index}, equivalent to {equal} equal ones."
    ),
    (_TOP, _CUSTOMERS): message("The markets in {year}: {names}."),
    (_TOP, _SUPPLIERS): message("Italy's crude oil suppliers in {year}: {names} with {share}."),
}


@register("trade.concentration", sectors=("trade", "oil_gas"), uses=_USES)
def concentration(state: State) -> Figure:
    """The Herfindahl index of Kazakhstan's destinations and of Italy's suppliers of crude oil."""
    t = texts.in_language(state.lang)
    title = t("Concentration of trade")
    what = t(
        "Index: the sum of the squared shares in percent, at most {most}.", most=t.number(10_000)
    )
    return _figure("trade.concentration", _INDEX, title, what, state)


@register("trade.top_three", sectors=("trade", "oil_gas"), uses=_USES)
def top_three(state: State) -> Figure:
    """The share of the three largest destinations and of the three largest suppliers."""
    title = texts.in_language(state.lang)("Share of the three largest")
    return _figure("trade.top_three", _TOP, title, "", state)


def _figure(figure_id: str, measure: str, title: str, what: str, state: State) -> Figure:
    t = texts.in_language(state.lang)
    needed.some(tables.load("trade"), "trade", "value_usd")
    rows = _rows(state)
    if rows.empty:
        first = partner_years.named_from(tables.load("trade"))
        why = t("Data on partners start in {year}; none of these years is selected.", year=first)
        return shared.nothing(figure_id, title, why)
    latest = rows.groupby("of", sort=False).tail(1).to_dict("records")
    return shared.drawn(
        figure_id,
        _lines(rows, measure, t),
        rows,
        title=t(_TITLES[measure], years=lines.years(rows["year"])),
        headline=t(_HEADLINES[measure, latest[0]["of"]], **_named(latest[0], t)),
        finding=joined(*(t(_FINDINGS[measure, one["of"]], **_named(one, t)) for one in latest)),
        note=joined(what, _note(rows, t)),
        height=330,
        incomplete=bool(rows["known"].lt(_WHOLE_FROM).any()),
    )


def _rows(state: State) -> pd.DataFrame:
    """Concentration of Kazakhstan's destinations and of Italy's suppliers of crude, by year."""
    rows = tables.load("trade")
    first, last = max(state.from_year, partner_years.named_from(rows)), state.to_year
    begins, ends = crude.register_years(rows)
    customers = trade.destinations(rows, first, last)
    suppliers = crude.origins(rows, max(first, begins), min(last, ends))
    parts = [
        analysis.by_year(part, "partner", of)
        for part, of in ((customers, _CUSTOMERS), (suppliers, _SUPPLIERS))
    ]
    known = [part for part in parts if len(part)]
    return pd.concat(known, ignore_index=True) if known else pd.DataFrame()


def _named(row: dict[Any, Any], t: Texts) -> dict[str, object]:
    return {
        "year": int(row["year"]),
        "index": t.number(row["index_low"]),
        "equal": t.number(row["equal"], 1),
        "share": t.percent(row["top_low"]),
        "names": lines.listed([t.short(p) for p in row["largest"].split(";")], t),
    }


def _note(rows: pd.DataFrame, t: Texts) -> str:
    gaps = rows[rows["known"].lt(_WHOLE_FROM) & rows["of"].eq(_CUSTOMERS)]
    each = (
        t("{year} ({share})", year=r.year, share=t.percent(r.known, 0)) for r in gaps.itertuples()
    )
    return joined(
        t(
            "Export markets: all goods by value, as reported by Kazakhstan; suppliers: crude oil "
            "by volume and origin, as reported by Italy."
        ),
        listing(_KNOWN, each, t),
    )


def _lines(rows: pd.DataFrame, measure: str, t: Texts) -> Lines:
    low, high, digits = f"{measure}_low", f"{measure}_high", _DIGITS[measure]
    names = {
        _CUSTOMERS: t("Kazakhstan's\nexport markets"),
        _SUPPLIERS: t("Italy's crude\nsuppliers"),
    }
    columns = ["year", low, high]
    series, fills = [], []
    for side, own in rows.groupby("of", sort=False):
        name, colour = names[side].replace("\n", " "), _COLOUR[side]
        marked = points(
            own,
            low,
            lambda value: t.number(value, digits),
            details=lambda row: (
                (t("Three largest"), ", ".join(t.short(p) for p in row.largest.split(";"))),
            ),
        )
        series.append(Series(name, colour, marked, ends=names[side]))
        bounds = tuple(Gap(int(y), a, b) for y, a, b in own[columns].itertuples(index=False))
        fills.append(Fill(bounds, t("{name}, upper bound", name=name), colour, bound=True))
    return Lines(
        tuple(series),
        Unit(t("index") if measure == _INDEX else t("percent")),
        t("Year"),
        what=t("Concentration of"),
        measure=t("Value"),
        hover="point",
        dots=True,
        fills=tuple(fills),
    )
