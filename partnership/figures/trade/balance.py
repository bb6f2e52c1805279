"""The balance of trade between the two countries, as reported by each."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import money
from partnership.analysis import trade as analysis
from partnership.charts import lines, marks
from partnership.charts.forms import Chart, Lines, Point, Rule, Series, Unit
from partnership.charts.press_points import press_ids
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 320
_SURPLUS = message("a surplus of {amount} as reported by {country} in {year}")
_DEFICIT = message("a deficit of {amount} as reported by {country} in {year}")


@register(
    "trade.balance", sectors=("trade",), uses=("from_year", "to_year", "reporter", "currency")
)
def balance(state: State) -> Figure:
    """Goods from Kazakhstan to Italy less goods from Italy to Kazakhstan, by both reporters."""
    t = texts.in_language(state.lang)
    rows = analysis.balance(tables.load("trade"), state.from_year, state.to_year)
    rows = rows.assign(period=rows["year"].astype(str))
    rows = money.in_currency(rows, state.currency, tables.load("prices"))
    if state.reporter != "both":
        rows = rows[rows["reporter"].map(marks.REPORTER_CHOICE).eq(state.reporter)]
    unit = lines.billions(t, state.currency)
    if rows.empty:
        span = f"{state.from_year}–{state.to_year}"
        why = shared.before_euro(state, t) or t("No reporter has both directions for these years.")
        return shared.nothing("trade.balance", _title(span, unit, t), why)
    other = rows.rename(columns={"source_id": "_", "other_source_id": "source_id"})
    return Figure(
        id="trade.balance",
        title=_title(lines.years(rows["year"]), unit, t),
        drawn=Chart(_drawn(rows, t, state.currency), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows, other),
        finding=_finding(rows, t, state.currency),
        note=_note(set(rows["source_id"]) | set(other["source_id"]), t),
        badges=shared.badges(rows, *(("disagree",) if len(set(rows["reporter"])) > 1 else ())),
        height=_HEIGHT,
    )


def _note(source_ids: set[str], t: Texts) -> str:
    note = t("Exports to Italy minus imports from Italy, both as reported by the same country.")
    if source_ids & press_ids():
        note += " " + t(
            "Some years are based on values published in the press; the table names them."
        )
    return note


def _title(years: str, unit: str, t: Texts) -> str:
    return t(
        "Kazakhstan's balance of trade with Italy as reported by each, {years}, {unit}",
        years=years,
        unit=unit,
    )


def _finding(rows: pd.DataFrame, t: Texts, currency: str) -> str:
    """The latest year of each reporter."""
    last = rows.sort_values("year").groupby("reporter").tail(1).set_index("reporter")
    words = [
        t(
            _SURPLUS if last.loc[reporter, "value"] >= 0 else _DEFICIT,
            country=t.name(reporter),
            amount=amounts.in_billions(abs(last.loc[reporter, "value"]), currency, t),
            year=int(last.loc[reporter, "year"]),
        )
        for reporter in marks.REPORTER_COLOUR
        if reporter in last.index
    ]
    return t("Kazakhstan had {list}.", list=lines.listed(words, t))


def _drawn(rows: pd.DataFrame, t: Texts, currency: str) -> Lines:
    return Lines(
        tuple(
            Series(
                t.name(reporter),
                colour,
                tuple(
                    Point(int(year), float(value), amounts.in_billions(value, currency, t))
                    for year, value in own[["year", "value"]].itertuples(index=False)
                ),
                entity=reporter,
                ends=t("as reported by\n{country}", country=t.name(reporter)),
            )
            for reporter, colour in marks.REPORTER_COLOUR.items()
            if len(own := rows[rows["reporter"].eq(reporter)])
        ),
        Unit(lines.billions(t, currency), 9),
        t("Year"),
        none=t("no data"),
        rules=(Rule(0),),
    )
