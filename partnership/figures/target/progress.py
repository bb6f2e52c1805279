"""Turnover in Kazakhstan's statistics and the target of the two countries."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import target as analysis
from partnership.charts import lines, marks
from partnership.charts.forms import Chart, Columns, Point, Series, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.target import stated as target_stated
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_HEIGHT = 360


@register("trade.target", sectors=("trade", "diplomacy"), uses=("from_year", "to_year", "currency"))
def target(state: State) -> Figure:
    """Turnover by Kazakhstan's statistics, year by year, against the target."""
    t = texts.in_language(state.lang)
    needed.some(tables.load("trade"), "trade", "value_usd")
    trade, prices, seen = (tables.load(n) for n in ("trade", "prices", "observations"))
    span = (state.from_year, state.to_year)
    rows = analysis.turnover(trade, prices, state.currency, *span)
    target_row = stated_target()
    dollars = float(target_row["value"])
    target_words = amounts.in_billions(dollars, "USD", t, 0)
    if rows.empty:
        why = shared.before_euro(state, t) or t(
            "Turnover is not available in both directions for this selection."
        )
        return shared.nothing(
            "trade.target",
            t("Turnover compared with the target of {target}", target=target_words),
            why,
        )
    stated = analysis.stated(seen, "turnover_usd", prices, state.currency, span)
    rates = analysis.by_year(rows["year"], dollars, prices, state.currency)
    table = pd.concat([rows.assign(metric_id="turnover"), stated], ignore_index=True)
    keep = ["reporter", "metric_id", "year", "period", "value", "source_id", "status", "note"]
    return Figure(
        id="trade.target",
        title=t(
            "Turnover with Italy in Kazakhstan's statistics and the target of {target}, {years}, "
            "{unit}",
            target=target_words,
            years=lines.years(rows["year"]),
            unit=lines.billions(t, state.currency),
        ),
        drawn=Chart(_columns(rows, stated, rates, target_words, t, state.currency), _HEIGHT),
        table=table[keep],
        source_ids=sources.ids(table, target_row.to_frame().T),
        finding=_finding(rows, rates, analysis.called_reached(stated, dollars), t, state.currency),
        note=_note(target_words, stated, t, state.currency),
        badges=shared.badges(table, *(("disagree",) if len(stated) else ())),
        height=_HEIGHT,
    )


def stated_target() -> pd.Series:
    """The newest target on file, with its source."""
    return analysis.newest(tables.load("observations"))


def _note(target_words: str, stated: pd.DataFrame, t: Texts, currency: str) -> str:
    parts = [
        t(
            "Exports and imports together as reported by {country}, since the target was set in "
            "its statistics; Italy's are not compared with it.",
            country=t.name(analysis.SET_IN),
        ),
        *target_stated.words(stated, t),
        t("No year is named for the target of {target}.", target=target_words),
    ]
    if currency == "eur":
        parts.append(
            t(
                "The target is set in dollars; the line is {target} at each year's rate.",
                target=target_words,
            )
        )
    return " ".join(parts)


def _finding(
    rows: pd.DataFrame, targets: pd.DataFrame, called: pd.DataFrame, t: Texts, currency: str
) -> str:
    """The year in which officials called the target reached, or the peak; then the latest year."""
    year = rows.set_index("year")["value"]
    called = called[called["year"].isin(year.index)]
    if len(called):
        row = called.iloc[0]
        top = int(row["year"])
        parts = [
            t(
                "According to officials turnover reached the target in {year}, {stated} "
                "({publisher}); the statistics have {value}, {share} of it.",
                year=top,
                stated=amounts.in_billions(row["value_usd"], "USD", t, 0),
                publisher=sources.publisher(row["source_id"], t),
                value=amounts.in_billions(year[top], currency, t),
                share=t.percent(year[top] / targets.set_index("year").loc[top, "value"] * 100),
            )
        ]
    else:
        top = int(year.idxmax())
        parts = [
            t(
                "The highest was {value} in {year}, {share} of the target.",
                year=top,
                value=amounts.in_billions(year[top], currency, t),
                share=t.percent(year[top] / targets.set_index("year").loc[top, "value"] * 100),
            )
        ]
    last = int(year.index.max())
    if last > top:
        change = (year[last] / year[top] - 1) * 100
        words = {"year": last, "value": amounts.in_billions(year[last], currency, t)}
        parts.append(
            t("In {year} it fell to {value}, {less} less.", less=t.percent(-change), **words)
            if change < 0
            else t("In {year} it was {value}, {more} more.", more=t.percent(change), **words)
        )
    return " ".join(parts)


def _columns(
    rows: pd.DataFrame,
    stated: pd.DataFrame,
    targets: pd.DataFrame,
    target_words: str,
    t: Texts,
    currency: str,
) -> Columns:
    """Turnover by year, the target in the currency of each year, and what others state."""
    bars = tuple(
        Point(int(y), float(v), amounts.in_billions(v, currency, t))
        for y, v in zip(rows["year"], rows["value"], strict=True)
    )
    label = t("Target: {target}", target=target_words)
    line = tuple(
        Point(int(y), float(v), amounts.in_billions(v, currency, t), "" if n else label)
        for n, (y, v) in enumerate(zip(targets["year"], targets["value"], strict=True))
    )
    who = analysis.SET_IN
    return Columns(
        (
            Series(t("Turnover"), marks.REPORTER_COLOUR[who], bars, "bar", entity=who),
            Series(label, marks.INK, line, "steps"),
            *target_stated.series(stated, t, currency),
        ),
        t("Year"),
        Unit(lines.billions(t, currency), 9),
        named=False,
    )
