"""The annual growth that would lead back to the target of the two countries."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import target as targets
from partnership.analysis import target_growth as analysis
from partnership.charts import marks
from partnership.charts.forms import Lines, Rule, Series
from partnership.charts.points import points
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.target.progress import stated_target, target_words
from partnership.language import texts
from partnership.state import State, first_year
from partnership.tables import needed
from partnership.wording.sentences import joined


@register("trade.target_growth", sectors=("trade", "diplomacy"), uses=("to_year",))
def target_growth(state: State) -> Figure:
    """The annual growth that would bring trade in Kazakhstan's statistics to the target."""
    t = texts.in_language(state.lang)
    dollars = shared.Billions("usd", t)
    needed.some(tables.load("trade"), "trade", "value_usd")
    set_to = stated_target()
    named, value = target_words(set_to, t), float(set_to["value"])
    span = (first_year(), state.to_year)
    known = targets.turnover(tables.load("trade"), tables.load("prices"), "usd", *span)
    found = analysis.needed(known.set_index("year")["value"], value)
    if found is None:
        why = t("Trade is not available in both directions for this selection.")
        title = t("Growth required to reach the target of {target}", target=named)
        return shared.nothing("trade.target_growth", title, why)
    drawn = known[known["year"].ge(found.year - analysis.PAST)]
    country = t.name(targets.SET_IN)
    return shared.drawn(
        "trade.target_growth",
        _lines(drawn, found, value, named, dollars),
        _table(drawn, found),
        title=t(
            "Trade with Italy in Kazakhstan's statistics and growth required, {unit}, {years}",
            unit=dollars.name,
            years=f"{int(drawn['year'].min())}–{analysis.HORIZON}",
        ),
        headline=t(
            "{rate} a year would bring trade to {target} in {horizon}",
            rate=_signed(found.rate, dollars),
            target=named,
            horizon=analysis.HORIZON,
        ),
        finding=_finding(found, drawn, value, dollars),
        note=t(
            "The article names no year for the target; {horizon} is assumed here. The target was "
            "set in the statistics of {country}, so only they are compared with it. Dollars at "
            "current prices; the choice of currency changes nothing here.",
            horizon=analysis.HORIZON,
            country=country,
        ),
        height=360,
        cited=[set_to.to_frame().T],
        computed=True,
    )


def _signed(rate: float, dollars: shared.Billions) -> str:
    return shared.change(1 + rate / 100, 1, dollars.t)


def _table(drawn: pd.DataFrame, found: analysis.Needed) -> pd.DataFrame:
    """The years drawn, with the rates worked out in the row of the base."""
    base = drawn["year"].eq(found.year)
    return drawn.assign(
        needed_pct_a_year=base.map({True: found.rate, False: float("nan")}),
        past_pct_a_year=base.map({True: found.past, False: float("nan")}).astype(float),
    )


def _finding(
    found: analysis.Needed, drawn: pd.DataFrame, target: float, dollars: shared.Billions
) -> str:
    """From where, how fast it grew before, and the peak where that is another year."""
    t = dollars.t
    peak = drawn.loc[drawn["value"].idxmax()]
    most = {
        "peak": int(peak["year"]),
        "most": dollars(peak["value"]),
        "share": t.percent(peak["value"] / target * 100),
    }
    return joined(
        t("In {peak} trade was {most}, {share} of the target.", **most)
        if peak["year"] != found.year
        else "",
        t("In {year} it is {base}.", base=dollars(found.base), year=found.year),
        ""
        if found.past is None
        else t(
            "Over the {count} years before that it was {past} a year.",
            count=analysis.PAST,
            past=_signed(found.past, dollars),
        ),
    )


def _lines(
    drawn: pd.DataFrame,
    found: analysis.Needed,
    target: float,
    named: str,
    dollars: shared.Billions,
) -> Lines:
    t = dollars.t
    colour = marks.REPORTER_COLOUR[targets.SET_IN]
    rate = t("{needed} a year", needed=_signed(found.rate, dollars))
    ahead = pd.DataFrame({"year": range(found.year, found.year + found.years + 1)})
    ahead = ahead.assign(value=found.base * (1 + found.rate / 100) ** (ahead["year"] - found.year))

    def label(row: Any) -> str:
        """The rate, in the middle of the way."""
        return rate if row.year == found.year + found.years // 2 else ""

    way = points(ahead, "value", dollars, label=label, status=lambda _: "planned")
    past = points(drawn, "value", dollars)
    return Lines(
        (
            Series(t.name(targets.SET_IN), colour, past, entity=targets.SET_IN),
            Series(rate, colour, way, line="dashed"),
        ),
        dollars.unit,
        t("Year"),
        what=t("as reported by"),
        measure=t("Trade"),
        hover="point",
        named="nowhere",
        dots=True,
        rules=(Rule(target, t("Target: {target}", target=named), written=True),),
    )
