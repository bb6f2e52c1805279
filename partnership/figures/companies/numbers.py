"""How many Italian firms there are and how much they invested: counts that are not alike."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import companies as analysis
from partnership.analysis.periods import OF_THE_PAGE
from partnership.charts.forms import Bars, Chart, Heading, Unit
from partnership.figures import grouped, shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.provenance.sources import publisher
from partnership.state import State
from partnership.tables import needed

_SLATE = palette.SECTOR["companies"].light


@register("companies.firms", sectors=("companies",))
def firms(state: State) -> Figure:
    """Every source's count of Italian firms and joint ventures, under what it counts."""
    t = texts.in_language(state.lang)
    rows = analysis.counts(
        needed.rows(tables.load("observations"), "observations", metric_id=analysis.FIRMS)
    )
    return Figure(
        id="companies.firms",
        title=t(
            "Italian firms and joint ventures in Kazakhstan by counting method, {years}, number",
            years=grouped.years(rows),
        ),
        drawn=Chart(_bars(rows, Unit(), t)),
        table=rows,
        source_ids=sources.ids(rows),
        headline=_how_many(rows, t),
        finding=t(
            "{sources} statements count in {ways} ways; across all years the range is {span}.",
            sources=len(rows),
            ways=rows["metric_id"].nunique(),
            span=_between(rows["value"], t),
        ),
        note=_bars_note(t),
        badges=shared.badges(rows, "disagree"),
    )


def _how_many(rows: pd.DataFrame, t: Texts) -> str:
    """What the latest year's statements give for all Italian firms, however they count."""
    plain = rows[rows["metric_id"].eq(analysis.FIRMS[0])]
    if plain.empty:
        return ""
    years = plain["period"].str[:4]
    latest = plain[years.eq(years.max())]
    return t(
        "Italian firms in Kazakhstan: {values}, as {count} sources of {year} say",
        values=_between(latest["value"], t),
        count=latest["source_id"].nunique(),
        year=years.max(),
    )


def _between(values: pd.Series, t: Texts) -> str:
    low, high = t.number(values.min()), t.number(values.max())
    return low if low == high else t("{low} to {high}", low=low, high=high)


def _bars_note(t: Texts) -> str:
    return t(
        "Full bars: as given by the source; with an outline: approximate, or a lower bound. The "
        "groups count different things, so no line joins them."
    )


def _groups(rows: pd.DataFrame, t: Texts) -> list[grouped.Group]:
    return [
        grouped.Group(Heading(t.name(str(metric)), grouped.years(observed)), _SLATE, observed)
        for metric, observed in rows.groupby("metric_id", sort=False, observed=True)
    ]


def _bars(rows: pd.DataFrame, unit: Unit, t: Texts) -> Bars:
    return grouped.bars(_groups(rows, t), lambda row: t.day(row.period), unit, t, sourced=True)


@register("companies.investment", sectors=("companies",))
def investment(state: State) -> Figure:
    """Italian investment added up: as many sums as ways of counting."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows = analysis.investment(needed.rows(seen, "observations", metric_id=analysis.INVESTMENT))
    more = seen[seen["metric_id"].isin(_BESIDE)]
    whole = rows[rows["entity_id"].ne("eni")]
    low, high = whole["value"].min(), whole["value"].max()
    return Figure(
        id="companies.investment",
        title=t(
            "Cumulative Italian investment in Kazakhstan by counting method, {years}, billion USD",
            years=grouped.years(rows),
        ),
        drawn=Chart(_bars(rows, Unit(power=9), t)),
        table=pd.concat([rows, more], ignore_index=True),
        source_ids=sources.ids(rows, more),
        headline=t(
            "Italian investment: {low} to {high}, by how it is counted",
            low=amounts.amount(low, "USD", t),
            high=amounts.amount(high, "USD", t),
        ),
        finding=t("The largest total is {times} times the smallest.", times=t.number(high / low, 1))
        if low > 0
        else "",
        note=" ".join([_bars_note(t), *_beside(more, t)]),
        badges=shared.badges(rows, "disagree"),
    )


_BESIDE = (
    "fdi_inflow_usd",
    "investment_stock_eur",
    "investment_projects_count",
    "investment_projects_usd",
    "loan_agreement_eur",
)


def _when(row: Any, t: Texts) -> str:
    """The period of a value, or the page's date and that it names no other."""
    when = t.day(row.period)
    if str(row.note).startswith(OF_THE_PAGE):
        return t("page of {day}, year not stated", day=when)
    return when


def _beside(more: pd.DataFrame, t: Texts) -> list[str]:
    """Other sums that no group above can hold, each with its period and source."""
    money = more[more["unit"].isin(analysis.CURRENCIES)]
    listed = [
        t(
            "{what}: {value}, {period} ({who})",
            what=t.name(str(row.metric_id)),
            value=amounts.in_millions(row.value, str(row.unit), t, 0),
            period=_when(row, t),
            who=publisher(row.source_id, t),
        )
        for row in money.itertuples()
    ]
    return [t("For comparison: {list}.", list="; ".join(listed))] if listed else []
