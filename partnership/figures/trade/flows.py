"""Totals of both directions of trade, as each country declares them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import money
from partnership.analysis import trade as analysis
from partnership.charts import lines, marks
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
    return Figure(
        id=figure_id,
        title=t(direction.title, years=lines.years(best["year"]), unit=unit),
        drawn=marks.finish(_drawn(rows, t, state.currency), _HEIGHT),
        table=rows.drop(columns="press"),
        source_ids=sources.ids(rows),
        alt=t("A line of yearly values for each reporter; breaks are named above."),
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


def _drawn(rows: pd.DataFrame, t: Texts, currency: str) -> Any:
    best = rows[rows["role"].ne("other")]
    best = best.assign(
        at=lines.bn(best["value"]), colour=best["reporter"].map(marks.REPORTER_COLOUR)
    )
    span = (int(best["year"].min()), int(best["year"].max()))
    x = lines.year_x("year", *span, room=84)
    end = lines.top(float(best["at"].max()), _HEIGHT, *span)
    axis = marks.value_axis(lines.billions(t, currency))
    y = alt.Y("at:Q", scale=alt.Scale(domain=[0, end], nice=False), axis=axis)
    layers = [*_gap(best, x, y), *lines.breaks(t, span, x, end, _HEIGHT)]
    layers.append(lines.hover(_tooltip_rows(best, t, currency), x, _tooltip(best, t)))
    for _, series in best.groupby("reporter"):
        layers += _line(series, x, y)
    layers += [
        _press(rows, t, currency, x, y),
        lines.reporters_at_end(best, _DECLARED_BY, t, x, y, end, _HEIGHT),
    ]
    return alt.layer(*layers)


def _line(series: pd.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Statistics as a line; a thin dotted one leads on to the press points that follow."""
    known = series[~series["press"]]
    after = series[series["year"] >= (known["year"].max() if len(known) else 0)]
    colour = alt.Color("colour:N", scale=None)
    return [
        alt.Chart(marks.rows(part[["year", "at", "colour"]]))
        .mark_line(strokeWidth=width, strokeDash=dash, point=len(part) == 1)
        .encode(x=x, y=y, color=colour)
        for part, width, dash in ((known, 2.5, [1, 0]), (after, 1.2, [2, 3]))
        if len(part) > (width < 2)
    ]


def _gap(best: pd.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """A faint shade between the values of the two reporters."""
    wide = best.pivot_table(index="year", columns="reporter", values="at").dropna()
    if wide.shape[1] < len(marks.REPORTER_COLOUR):
        return []
    data = pd.DataFrame({"year": wide.index, "at": wide["KAZ"], "other": wide["ITA"]})
    area = alt.Chart(marks.rows(data)).mark_area(color=marks.FAINT, opacity=0.45)
    return [area.encode(x=x, y=y, y2="other:Q")]


def _tooltip_rows(best: pd.DataFrame, t: Texts, currency: str) -> pd.DataFrame:
    """One row a year, in words: the value of each reporter, and the difference."""
    wide = best.pivot_table(index="year", columns="reporter", values="value")
    tooltip_rows = pd.DataFrame({"year": wide.index})
    for reporter in wide.columns:
        tooltip_rows[reporter] = [
            amounts.in_billions(v, currency, t) or t("no data") for v in wide[reporter]
        ]
    if wide.shape[1] == len(marks.REPORTER_COLOUR):
        difference = wide["KAZ"] - wide["ITA"]
        tooltip_rows["difference"] = [
            amounts.in_billions(v, currency, t) or t("no data") for v in difference
        ]
    return tooltip_rows


def _tooltip(best: pd.DataFrame, t: Texts) -> list[alt.Tooltip]:
    known = sorted(set(best["reporter"].astype(str)), reverse=True)
    shown = [
        alt.Tooltip(f"{r}:N", title=t("reported by {country}", country=t.name(r))) for r in known
    ]
    if len(known) == len(marks.REPORTER_COLOUR):
        shown.append(alt.Tooltip("difference:N", title=t("Difference")))
    return [alt.Tooltip("year:Q", title=t("Year"), format="d"), *shown]


def _press(rows: pd.DataFrame, t: Texts, currency: str, x: alt.X, y: alt.Y) -> alt.Chart:
    """Every value printed in the press, hollow, with its source."""
    printed = rows[rows["press"]]
    titles = {s.source_id: s.title for s in sources.by_ids(printed["source_id"])}
    data = pd.DataFrame(
        {
            "year": printed["year"],
            "at": lines.bn(printed["value"]),
            "colour": printed["reporter"].map(marks.REPORTER_COLOUR),
            "who": [t.name(r) for r in printed["reporter"]],
            "formatted": [amounts.in_billions(v, currency, t) for v in printed["value"]],
            "source": [t.quote(titles[s]) for s in printed["source_id"]],
        }
    )
    return (
        alt.Chart(marks.rows(data))
        .mark_point(size=52, fill=marks.PAPER, strokeWidth=1.6, opacity=1)
        .encode(
            x=x,
            y=y,
            stroke=alt.Stroke("colour:N", scale=None),
            tooltip=[
                alt.Tooltip("year:Q", title=t("Year"), format="d"),
                alt.Tooltip("who:N", title=t("reported by")),
                alt.Tooltip("formatted:N", title=t("Value")),
                alt.Tooltip("source:N", title=t("Source")),
            ],
        )
    )
