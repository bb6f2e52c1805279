"""Trade in Kazakhstan's statistics and the target of the two countries."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import target as analysis
from partnership.charts import lines, marks
from partnership.charts.forms import Columns, Series
from partnership.charts.points import points
from partnership.charts.press_points import stated as stated_points
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording.sentences import joined

_WHO = analysis.SET_IN


@register("trade.target", sectors=("trade", "diplomacy"), uses=("from_year", "to_year", "currency"))
def target(state: State) -> Figure:
    """Trade by Kazakhstan's statistics, year by year, against the target."""
    t = texts.in_language(state.lang)
    money = shared.Billions(state.currency, t)
    needed.some(tables.load("trade"), "trade", "value_usd")
    trade, prices, seen = (tables.load(n) for n in ("trade", "prices", "observations"))
    span = (state.from_year, state.to_year)
    rows = analysis.turnover(trade, prices, state.currency, *span)
    set_to = stated_target()
    named = target_words(set_to, t)
    if rows.empty:
        why = shared.before_euro(state, t) or t(
            "Trade is not available in both directions for this selection."
        )
        title = t("Trade compared with the target of {target}", target=named)
        return shared.nothing("trade.target", title, why)
    dollars = float(set_to["value"])
    stated = analysis.stated(seen, "turnover_usd", prices, state.currency, span)
    levels = analysis.by_year(rows["year"], dollars, prices, state.currency)
    value = rows.set_index("year")["value"].sort_index()
    level = levels.set_index("year")["value"]
    table = pd.concat([rows.assign(metric_id="turnover"), stated], ignore_index=True)
    keep = ["reporter", "metric_id", "year", "period", "value", "source_id", "status", "note"]
    if rows["other_source_id"].notna().any():
        keep.append("other_source_id")
    return shared.drawn(
        "trade.target",
        _columns(rows, stated, levels, named, money),
        table[keep],
        title=t(
            "Trade with Italy in Kazakhstan's statistics, exports and imports, {unit}, {years}",
            years=lines.years(rows["year"]),
            unit=money.name,
        ),
        headline=t(
            "{year}: trade of {value}, {share} of the {target} target",
            year=value.index[-1],
            value=money(value.iloc[-1]),
            share=t.percent(value.iloc[-1] / level.iloc[-1] * 100),
            target=named,
        ),
        finding=_finding(value, level, analysis.called_reached(stated, dollars), money),
        note=_note(named, stated, money),
        height=360,
        cited=[set_to.to_frame().T],
        disagree=len(stated) > 0,
    )


def stated_target() -> pd.Series:
    """The newest target on file, with its source."""
    return analysis.newest(tables.load("observations"))


def target_words(row: pd.Series, t: Texts) -> str:
    """The target in words."""
    return shared.Billions("usd", t)(float(row["value"]), 0)


def _note(named: str, stated: pd.DataFrame, money: shared.Billions) -> str:
    t = money.t
    claimed = stated["status"].eq("claimed")
    by = dict.fromkeys(
        sources.named(s.publisher, t) for s in sources.by_ids(stated.loc[~claimed, "source_id"])
    )
    return joined(
        t(
            "As reported by {country}, since the target was set in its statistics; Italy's are "
            "not compared with it.",
            country=t.name(_WHO),
        ),
        t(
            "Hollow points: trade of whole years as published by {names}.",
            names=lines.listed(list(by), t),
        )
        if by
        else "",
        *(
            t(
                "Diamond: the article's {value}, for {day}; the same amount was reported for "
                "{period}.",
                value=shared.Billions("usd", t)(row.value_usd),
                day=t.day(row.period),
                period=t.day(row.covers),
            )
            for row in stated[claimed].itertuples()
        ),
        t("No year is named for the target of {target}.", target=named),
        t("The target is set in dollars; the line is {target} at each year's rate.", target=named)
        if money.currency == "eur"
        else "",
    )


def _finding(
    value: pd.Series, level: pd.Series, called: pd.DataFrame, money: shared.Billions
) -> str:
    """The year in which officials called the target reached, or the peak; the change since."""
    t = money.t
    reached = called[called["year"].isin(value.index)].head(1)
    top = int(reached["year"].iloc[0]) if len(reached) else int(value.idxmax())
    named = {
        "year": top,
        "value": money(value[top]),
        "share": t.percent(value[top] / level[top] * 100),
    }
    first = t("The highest was {value} in {year}, {share} of the target.", **named)
    for row in reached.itertuples():
        first = t(
            "According to officials trade reached the target in {year}, {stated} ({publisher}); "
            "the statistics have {value}, {share} of it.",
            stated=shared.Billions("usd", t)(row.value_usd, 0),
            publisher=sources.publisher(row.source_id, t),
            **named,
        )
    last = int(value.index[-1])
    if last == top:
        return first if len(reached) else ""
    change = shared.change(value[last], value[top], t)
    return joined(first, t("From {year} to {last}: {change}.", year=top, last=last, change=change))


def _columns(
    rows: pd.DataFrame,
    stated: pd.DataFrame,
    levels: pd.DataFrame,
    named: str,
    money: shared.Billions,
) -> Columns:
    """Trade by year, the target in the currency of each year, and what others state."""
    t = money.t
    label, first = t("Target: {target}", target=named), levels["year"].min()

    line = points(levels, "value", money, label=lambda row: label if row.year == first else "")
    others = stated_points(
        stated,
        "value",
        money,
        (t("Trade, as published"), t("Trade, as in the article")),
        t,
        details=lambda row: (("", t.day(str(row.covers))),),
        label=lambda row: t("Article") if row.status == "claimed" else "",
    )
    bars = points(rows, "value", money)
    return Columns(
        (
            Series(t("Trade"), marks.REPORTER_COLOUR[_WHO], bars, "bar", entity=_WHO),
            Series(label, marks.INK, line, "steps"),
            *others,
        ),
        t("Year"),
        money.unit,
        named=False,
    )
