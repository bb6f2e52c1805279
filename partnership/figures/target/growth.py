"""The annual growth that would lead back to the target of the two countries."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import target as targets
from partnership.analysis import target_growth as analysis
from partnership.charts import marks
from partnership.charts.forms import Chart, Lines, Point, Rule, Series, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.target.progress import stated_target
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State, first_year
from partnership.tables import needed

_HEIGHT = 360


@register("trade.target_growth", sectors=("trade", "diplomacy"), uses=("to_year",))
def target_growth(state: State) -> Figure:
    """The annual growth that would bring turnover in Kazakhstan's statistics to the target."""
    t = texts.in_language(state.lang)
    needed.some(tables.load("trade"), "trade", "value_usd")
    target = stated_target()
    dollars, target_words = (
        float(target["value"]),
        amounts.in_billions(float(target["value"]), "USD", t, 0),
    )
    span = (first_year(), state.to_year)
    known = targets.turnover(tables.load("trade"), tables.load("prices"), "usd", *span)
    found = analysis.needed(known.set_index("year")["value"], dollars)
    if found is None:
        why = t("Turnover is not available in both directions for this selection.")
        return shared.nothing(
            "trade.target_growth",
            t("Growth required to reach the target of {target}", target=target_words),
            why,
        )
    drawn = known[known["year"].ge(found.year - analysis.PAST)]
    return Figure(
        id="trade.target_growth",
        title=t(
            "Growth of turnover required to reach {target} in {horizon}, Kazakhstan's statistics, "
            "{years}, billion USD",
            target=target_words,
            horizon=analysis.HORIZON,
            years=f"{int(drawn['year'].min())}–{analysis.HORIZON}",
        ),
        drawn=Chart(_paths(drawn, found, dollars, target_words, t), _HEIGHT),
        table=_table(drawn, found),
        source_ids=sources.ids(drawn, target.to_frame().T),
        finding=_finding(found, drawn, dollars, t),
        note=t(
            "The article names no year for the target; {horizon} is assumed here. The target was "
            "set in the statistics of {country}, so only they are compared with it. Dollars at "
            "current prices; the choice of currency changes nothing here.",
            horizon=analysis.HORIZON,
            country=t.name(targets.SET_IN),
        ),
        badges=shared.badges(drawn, "computed"),
        height=_HEIGHT,
    )


def _table(drawn: pd.DataFrame, found: analysis.Needed) -> pd.DataFrame:
    """The years drawn, with the rates worked out in the row of the base."""
    base = drawn["year"].eq(found.year)
    return drawn.assign(
        needed_pct_a_year=base.map({True: found.rate, False: float("nan")}),
        past_pct_a_year=base.map({True: found.past, False: float("nan")}).astype(float),
    )


def _finding(found: analysis.Needed, drawn: pd.DataFrame, target: float, t: Texts) -> str:
    peak = drawn.loc[drawn["value"].idxmax()]
    named = {
        "base": amounts.in_billions(found.base, "USD", t),
        "year": found.year,
        "needed": t.percent(found.rate),
    }
    if found.past is None:
        parts = [t("From {base} in {year} it requires {needed} a year.", **named)]
    else:
        parts = [
            t(
                "From {base} in {year} it requires {needed} a year; over the {count} years before "
                "it was {past}.",
                **named,
                count=analysis.PAST,
                past=t.percent(found.past),
            )
        ]
    if peak["year"] != found.year:
        parts.insert(
            0,
            t(
                "In {peak} turnover was {most}, {share} of the target.",
                peak=int(peak["year"]),
                most=amounts.in_billions(peak["value"], "USD", t),
                share=t.percent(peak["value"] / target * 100),
            ),
        )
    return " ".join(parts)


def _paths(
    drawn: pd.DataFrame, found: analysis.Needed, target: float, target_words: str, t: Texts
) -> Lines:
    country = t.name(targets.SET_IN)
    colour = marks.REPORTER_COLOUR[targets.SET_IN]
    past = tuple(
        Point(int(year), float(value), amounts.in_billions(value, "USD", t))
        for year, value in drawn[["year", "value"]].itertuples(index=False)
    )
    rate = t("+{needed} a year", needed=t.percent(found.rate))
    return Lines(
        (
            Series(country, colour, past, entity=targets.SET_IN),
            Series(rate, colour, _ahead(found, rate, t), line="dashed"),
        ),
        Unit(t("billion USD"), 9),
        t("Year"),
        what=t("as reported by"),
        measure=t("Turnover"),
        hover="point",
        named="nowhere",
        dots=True,
        rules=(Rule(target, t("Target: {target}", target=target_words), written=True),),
    )


def _ahead(found: analysis.Needed, rate: str, t: Texts) -> tuple[Point, ...]:
    """The way from the latest year to the target, its middle labelled with the rate."""
    values = [found.base * (1 + found.rate / 100) ** n for n in range(found.years + 1)]
    return tuple(
        Point(
            found.year + n,
            value,
            amounts.in_billions(value, "USD", t),
            label=rate if n == (len(values) - 1) // 2 else "",
            status="planned",
        )
        for n, value in enumerate(values)
    )
