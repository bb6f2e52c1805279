"""Totals of both directions of trade, as each country declares them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import breaks, money
from partnership.analysis import trade as analysis
from partnership.charts import lines, marks
from partnership.charts.forms import Break, Chart, Fill, Gap, Lines, Point, Series, Unit
from partnership.charts.press_points import hollow, press_ids
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 360
_DECLARED_BY = message("reported by\n{country}")
_USES = ("from_year", "to_year", "reporter", "currency")


@dataclass(frozen=True)
class Direction:
    """One direction of trade and its messages, marked with `message`."""

    code: str
    flow: str
    title: str
    both: str
    kazakh: str
    without_share: str
    italian: str
    empty: str


TO_ITALY = Direction(
    code="kaz_to_ita",
    flow="export",
    title=message("Goods from Kazakhstan to Italy as reported by each side, {years}, {unit}"),
    both=message(
        "In {year} Kazakhstan reported exports to Italy of {kazakh}, {share} of all its exports; "
        "Italy reported imports from Kazakhstan of {italian}."
    ),
    kazakh=message(
        "In {year} Kazakhstan reported exports to Italy of {kazakh}, {share} of all its exports."
    ),
    without_share=message("In {year} Kazakhstan reported exports to Italy of {kazakh}."),
    italian=message("In {year} Italy reported imports from Kazakhstan of {italian}."),
    empty=message("No data on Kazakhstan's exports to Italy from either side for this selection."),
)
TO_KAZAKHSTAN = Direction(
    code="ita_to_kaz",
    flow="import",
    title=message("Goods from Italy to Kazakhstan as reported by each side, {years}, {unit}"),
    both=message(
        "In {year} Kazakhstan reported imports from Italy of {kazakh}, {share} of all its "
        "imports; Italy reported exports to Kazakhstan of {italian}."
    ),
    kazakh=message(
        "In {year} Kazakhstan reported imports from Italy of {kazakh}, {share} of all its imports."
    ),
    without_share=message("In {year} Kazakhstan reported imports from Italy of {kazakh}."),
    italian=message("In {year} Italy reported exports to Kazakhstan of {italian}."),
    empty=message("No data on Italy's exports to Kazakhstan from either side for this selection."),
)


@register("trade.to_italy", sectors=("trade",), uses=_USES)
def to_italy(state: State) -> Figure:
    """Kazakhstan to Italy, by both reporters."""
    return _totals("trade.to_italy", TO_ITALY, state)


@register("trade.to_kazakhstan", sectors=("trade",), uses=_USES)
def to_kazakhstan(state: State) -> Figure:
    """Italy to Kazakhstan, by both reporters."""
    return _totals("trade.to_kazakhstan", TO_KAZAKHSTAN, state)


def _totals(figure_id: str, direction: Direction, state: State) -> Figure:
    t = texts.in_language(state.lang)
    rows = analysis.declared(
        tables.load("trade"), press_ids(), direction.code, state.from_year, state.to_year
    )
    rows = money.in_currency(rows, state.currency, tables.load("prices"))
    if state.reporter != "both":
        rows = rows[rows["reporter"].map(marks.REPORTER_CHOICE).eq(state.reporter)]
    rows = rows.assign(press=rows["source_id"].isin(press_ids()))
    unit = lines.billions(t, state.currency)
    if rows.empty:
        years = f"{state.from_year}–{state.to_year}"
        why = shared.before_euro(state, t) or t(direction.empty)
        return shared.nothing(figure_id, t(direction.title, years=years, unit=unit), why)
    best = rows[rows["role"].ne("other")]
    both = set(best["reporter"]) == set(marks.REPORTER_COLOUR)
    explained = breaks.explained(
        tables.load("events"), int(best["year"].min()), int(best["year"].max())
    )
    return Figure(
        id=figure_id,
        title=t(direction.title, years=lines.years(best["year"]), unit=unit),
        drawn=Chart(_drawn(rows, explained, t, state.currency), _HEIGHT),
        table=rows.drop(columns="press"),
        source_ids=sources.ids(rows, explained),
        finding=_finding(best, direction, t, state.currency),
        note=" ".join(hollow(rows, t)),
        badges=shared.badges(best, *(("disagree",) if both else ())),
        height=_HEIGHT,
    )


def _finding(best: pd.DataFrame, direction: Direction, t: Texts, currency: str) -> str:
    """The latest year in which every reporter drawn has a value."""
    wide = best.pivot_table(index="year", columns="reporter", values="value").dropna()
    if wide.empty:
        return ""
    year = int(wide.index[-1])
    values = {r: amounts.in_billions(wide.loc[year, r], currency, t) for r in wide.columns}
    if "KAZ" not in values:
        return t(direction.italian, year=year, italian=values["ITA"])
    partners = analysis.partners(tables.load("trade"), direction.flow, year, year)
    share = partners.loc[partners["partner"].eq("ITA"), "share"].dropna()
    kazakh, italian = values["KAZ"], values.get("ITA")
    if share.empty:
        kazakh_alone = t(direction.without_share, year=year, kazakh=kazakh)
        return " ".join(
            [kazakh_alone, *([t(direction.italian, year=year, italian=italian)] if italian else [])]
        )
    words = direction.both if italian else direction.kazakh
    part = t.percent(share.iloc[0])
    return t(words, year=year, kazakh=kazakh, italian=italian, share=part)


def _drawn(rows: pd.DataFrame, explained: pd.DataFrame, t: Texts, currency: str) -> Lines:
    best = rows[rows["role"].ne("other")]
    wide = best.pivot_table(index="year", columns="reporter", values="value").dropna()
    both = wide.shape[1] == len(marks.REPORTER_COLOUR)
    return Lines(
        tuple(_series(rows, t, currency)),
        Unit(lines.billions(t, currency), 9),
        t("Year"),
        none=t("no data"),
        fills=(_gap(wide, t, currency),) if both and len(wide) else (),
        breaks=tuple(
            Break(int(e.year), t("{year}: {event}", year=e.year, event=t.name(e.event_id, "title")))
            for e in explained.itertuples()
        ),
    )


def _series(rows: pd.DataFrame, t: Texts, currency: str) -> Iterator[Series]:
    """A line for each reporter, and what the press prints beside it."""
    titles = {s.source_id: s.title for s in sources.by_ids(rows["source_id"])}
    for reporter in sorted(set(rows["reporter"].astype(str)), reverse=True):
        own = rows[rows["reporter"].eq(reporter)]
        name = t("reported by {country}", country=t.name(reporter))
        press = t("{reporter}, in the press", reporter=name)
        points = [(r.role, _point(r, titles, t, currency)) for r in own.itertuples()]
        line = tuple(p for role, p in points if role != "other")
        beside = tuple(p for role, p in points if role == "other" and p.status == "press")
        colour = marks.REPORTER_COLOUR[reporter]
        ends = t(_DECLARED_BY, country=t.name(reporter))
        if line:
            yield Series(name, colour, line, entity=reporter, ends=ends, later=press)
        if beside:
            yield Series(
                t("{reporter}, other values in the press", reporter=name),
                colour,
                beside,
                "points",
                entity=reporter,
            )


def _point(row: Any, titles: dict[str, str], t: Texts, currency: str) -> Point:
    words = amounts.in_billions(row.value, currency, t)
    if not row.press:
        return Point(int(row.year), float(row.value), words)
    details = (
        (t("reported by"), t.name(row.reporter)),
        (t("Value"), words),
        (t("Source"), t.quote(titles[row.source_id])),
    )
    return Point(int(row.year), float(row.value), words, status="press", details=details)


def _gap(wide: pd.DataFrame, t: Texts, currency: str) -> Fill:
    """What lies between the values of the two reporters."""
    gaps = [
        Gap(int(year), italian, kazakh, amounts.in_billions(kazakh - italian, currency, t))
        for year, kazakh, italian in wide[["KAZ", "ITA"]].itertuples()
    ]
    return Fill(tuple(gaps), t("Difference"), marks.FAINT)
