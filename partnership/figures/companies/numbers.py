"""How many Italian firms there are and how much they invested: counts that are not alike."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import companies as analysis
from partnership.analysis.bounds import LOWER_BOUND
from partnership.analysis.periods import OF_THE_PAGE
from partnership.charts.forms import Chart, Heading, Unit
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
    unit = Unit(t("number"))
    plain = rows[rows["metric_id"].eq(analysis.FIRMS[0])]
    latest = plain[plain["period"].str[:4].eq(plain["period"].str[:4].max())]
    return Figure(
        id="companies.firms",
        title=t(
            "Italian firms and joint ventures in Kazakhstan by counting method, {years}, number",
            years=grouped.years(rows),
        ),
        drawn=Chart(grouped.bars(_groups(rows, t), lambda row: _named(row, t), unit, t)),
        table=rows,
        source_ids=sources.ids(rows),
        finding=_firms_finding(latest, rows, t),
        note=_bars_note(t),
        badges=shared.badges(rows, "disagree"),
    )


def _firms_finding(latest: pd.DataFrame, rows: pd.DataFrame, t: Texts) -> str:
    """What the latest year's statements give, those with a lower bound apart, and the span."""
    if latest.empty:
        return ""
    year = latest["period"].str[:4].iloc[0]
    bound = latest["note"].fillna("").str.startswith(LOWER_BOUND)
    counts = latest.loc[~bound, "value"]
    sentences = []
    if len(counts):
        sentences.append(
            t.plural(
                "In {year} {count} statement gives {values} firms.",
                "In {year} {count} statements give {values} firms.",
                len(counts),
                year=year,
                values=_between(counts, t),
            )
        )
    if bound.any():
        sentences.append(
            t.plural(
                "{count} of {year} gives only a lower bound, {values}.",
                "{count} of {year} give only a lower bound, {values}.",
                int(bound.sum()),
                year=year,
                values=_between(latest.loc[bound, "value"], t),
            )
        )
    sentences.append(
        t(
            "Across all years and counting methods the range is {span}.",
            span=_between(rows["value"], t),
        )
    )
    return " ".join(sentences)


def _between(values: pd.Series, t: Texts) -> str:
    low, high = t.number(values.min()), t.number(values.max())
    return low if low == high else t("{low} to {high}", low=low, high=high)


def _bars_note(t: Texts) -> str:
    return t(
        "Full bars: as given by the source; dashed: approximate, or a lower bound. The groups "
        "count different things, so no line joins them."
    )


def _groups(rows: pd.DataFrame, t: Texts) -> list[grouped.Group]:
    return [
        grouped.Group(Heading(t.name(str(metric)), grouped.years(observed)), _SLATE, observed)
        for metric, observed in rows.groupby("metric_id", sort=False, observed=True)
    ]


def _named(row: Any, t: Texts) -> str:
    return t("{period}, {who}", period=t.day(row.period), who=publisher(row.source_id, t))


@register("companies.investment", sectors=("companies",))
def investment(state: State) -> Figure:
    """Italian investment added up: as many sums as ways of counting."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows = analysis.investment(needed.rows(seen, "observations", metric_id=analysis.INVESTMENT))
    more = seen[seen["metric_id"].isin(_BESIDE)]
    unit = Unit(t("billion USD"), power=9)
    whole = rows[rows["entity_id"].ne("eni")]
    low, high = whole["value"].min(), whole["value"].max()
    return Figure(
        id="companies.investment",
        title=t(
            "Cumulative Italian investment in Kazakhstan by counting method, {years}, billion USD",
            years=grouped.years(rows),
        ),
        drawn=Chart(grouped.bars(_groups(rows, t), lambda row: _named(row, t), unit, t)),
        table=pd.concat([rows, more], ignore_index=True),
        source_ids=sources.ids(rows, more),
        finding=t(
            "Between {low} and {high}: the largest total is {times} times the smallest.",
            low=amounts.amount(low, "USD", t),
            high=amounts.amount(high, "USD", t),
            times=t.number(high / low, 1),
        )
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
