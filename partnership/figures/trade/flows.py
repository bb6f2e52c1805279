"""Totals of both directions of trade, as each country declares them."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import breaks
from partnership.analysis import trade as analysis
from partnership.charts import lines
from partnership.charts.press_points import hollow, press_ids
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.trade.reporters import lines_of
from partnership.language import texts
from partnership.language.texts import message, nonzero
from partnership.state import State
from partnership.wording.sentences import joined

_USES = ("from_year", "to_year", "reporter", "currency")
_TO_ITALY, _TO_KAZAKHSTAN = "kaz_to_ita", "ita_to_kaz"
_WORDS = {
    _TO_ITALY: {
        "title": message("Goods from Kazakhstan to Italy as reported by each, {unit}, {years}"),
        "KAZ": message("Kazakhstan reports {value} of exports to Italy for {year}"),
        "ITA": message("Italy reports {value} of imports from Kazakhstan for {year}"),
        "export": message("That is {share} of all exports of Kazakhstan."),
    },
    _TO_KAZAKHSTAN: {
        "title": message("Goods from Italy to Kazakhstan as reported by each, {unit}, {years}"),
        "KAZ": message("Kazakhstan reports {value} of imports from Italy for {year}"),
        "ITA": message("Italy reports {value} of exports to Kazakhstan for {year}"),
        "import": message("That is {share} of all imports of Kazakhstan."),
    },
}


@register("trade.to_italy", sectors=("trade",), uses=_USES)
def to_italy(state: State) -> Figure:
    """Kazakhstan to Italy, by both reporters."""
    return _flow("trade.to_italy", _TO_ITALY, state)


@register("trade.to_kazakhstan", sectors=("trade",), uses=_USES)
def to_kazakhstan(state: State) -> Figure:
    """Italy to Kazakhstan, by both reporters."""
    return _flow("trade.to_kazakhstan", _TO_KAZAKHSTAN, state)


def _flow(figure_id: str, direction: str, state: State) -> Figure:
    money = shared.Billions(state.currency, texts.in_language(state.lang))
    t, press, span = money.t, press_ids(), (state.from_year, state.to_year)
    rows = analysis.declared(tables.load("trade"), press, direction, *span)
    rows = shared.reported_by(money.converted(rows), state)
    rows = rows.assign(press=rows["source_id"].isin(press))
    words = _WORDS[direction]
    titled = words["title"]
    if rows.empty:
        why = shared.before_euro(state, t) or t("Neither side has data for this selection.")
        title = t(titled, years="–".join(map(str, span)), unit=money.name)
        return shared.nothing(figure_id, title, why)
    best = rows[rows["role"].ne("other")]
    wide = best.pivot(index="year", columns="reporter", values="value")
    explained = breaks.explained(tables.load("events"), int(wide.index[0]), int(wide.index[-1]))
    if direction == _TO_KAZAKHSTAN:
        # What befell a field or a pipeline explains nothing of what Italy sells.
        explained = explained[explained["asset_id"].isna()]
    return shared.drawn(
        figure_id,
        lines_of(rows, money, explained=explained, between=True),
        best,
        table=rows.drop(columns="press"),
        title=t(titled, years=lines.years(best["year"]), unit=money.name),
        headline=_headline(wide, words, money),
        finding=_finding(wide, direction, money),
        note=hollow(rows, t),
        height=360,
        cited=[explained],
        disagree=len(wide.columns) > 1,
    )


def _headline(wide: pd.DataFrame, words: dict[str, str], money: shared.Billions) -> str:
    """The newest value of Kazakhstan, or of Italy where it is alone, and its change in a year."""
    who = "KAZ" if "KAZ" in wide else "ITA"
    value = wide[who].dropna()
    year = int(value.index[-1])
    sentence = money.t(words[who], value=money(value[year]), year=year)
    if not value.get(year - 1):
        return sentence
    change = shared.change(value[year], value[year - 1], money.t)
    if not nonzero(change):
        change = money.t("unchanged")
    return money.t("{sentence} ({change})", sentence=sentence, change=change)


def _finding(wide: pd.DataFrame, direction: str, money: shared.Billions) -> str:
    """Its part of all trade, what both report for the same year, and the other direction."""
    t, sentences = money.t, []
    if "KAZ" in wide:
        year = int(wide["KAZ"].dropna().index[-1])
        flow, words = list(_WORDS[direction].items())[-1]
        partners = analysis.partners(tables.load("trade"), flow, year, year)
        share = partners.set_index("partner")["share"].dropna()
        if "ITA" in share:
            sentences.append(t(words, share=t.percent(share["ITA"])))
    if len(wide.columns) > 1 and len(both := wide.dropna()):
        last = both.iloc[-1]
        named = {"kazakh": money(last["KAZ"]), "italian": money(last["ITA"]), "year": last.name}
        sentences.append(t("For {year} Kazakhstan reports {kazakh}, Italy {italian}.", **named))
    if direction == _TO_KAZAKHSTAN:
        sentences.append(t("Goods to Italy are shown on another scale."))
    return joined(*sentences)
