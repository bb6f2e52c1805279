"""Headline, finding and note of the output of the whole country."""

from __future__ import annotations

import pandas as pd

from partnership.analysis import oil
from partnership.charts import known_years, lines
from partnership.language import amounts
from partnership.language.texts import Texts, message
from partnership.wording import sentences

_PEAK = message("Kazakhstan's oil output: {value} in {year}, the most on file")
_BELOW = message("Kazakhstan's oil output: {value} in {year}, most on file {most} in {peak}")
_LESS = message(
    "In {period} output was {value} Mt, {change} less than in the same months a year earlier."
)
_MORE = message(
    "In {period} output was {value} Mt, {change} more than in the same months a year earlier."
)


def span(outcome: pd.DataFrame, begun: pd.DataFrame, t: Texts) -> str:
    """Years for which the output is known, and those for which only the first months are."""
    parts = [known_years.named(outcome["year"], t)] if len(outcome) else []
    if len(begun):
        months = lines.listed([str(y) for y in begun["year"]], t)
        parts.append(t("first months of {begun}", begun=months))
    return "; ".join(parts) or t("plans")


def headline(outcome: pd.DataFrame, t: Texts) -> str:
    """The last year with an outcome, and the highest."""
    if outcome.empty:
        return ""
    last = outcome.loc[outcome["year"].idxmax()]
    most = outcome.loc[outcome["mt"].idxmax()]
    return t(
        _PEAK if most["year"] == last["year"] else _BELOW,
        value=amounts.amount(last["mt"], "Mt", t, 1),
        year=int(last["year"]),
        most=t.number(most["mt"], 1),
        peak=int(most["year"]),
    )


def finding(beside: pd.DataFrame, compared: pd.DataFrame, t: Texts) -> str:
    """Sums of exports and refining of later years, and the latest months compared."""
    known = beside.pivot_table(index="year", columns="metric_id", values="mt", observed=True)
    sums = (
        t(
            "Exports of {exports} and refining of {refined} Mt in {year} add up to {sum} Mt.",
            exports=t.number(mt[oil.EXPORTS], 1),
            refined=t.number(mt[oil.REFINED], 1),
            year=year,
            sum=t.number(mt.sum(), 1),
        )
        for year, mt in known.iterrows()
    )
    return sentences.joined(*sums, _months(compared, t))


def _months(compared: pd.DataFrame, t: Texts) -> str:
    if len(compared) != 2:
        return ""
    before, now = compared["mt"]
    return t(
        _LESS if now < before else _MORE,
        period=t.day(str(compared["period"].iloc[-1])),
        value=t.number(now, 1),
        change=t.percent(abs(now / before - 1) * 100),
    )


def note(begun: pd.DataFrame, beside: pd.DataFrame, t: Texts) -> str:
    """How to read the bars, and which sums do not measure output."""
    periods = lines.listed([t.day(str(p)) for p in begun["period"]], t)
    return sentences.joined(
        t(
            "Where there is no bar, no source in tonnes was read. "
            "With an edge: estimated or computed. Exports are marked for whole years of output "
            "only. Where sources disagree, an outcome is drawn before an estimate, then the best "
            "kind of source; other values are in the table."
        ),
        t(
            "Exports and refining together do not equal output: oil from stocks or from abroad "
            "may be included."
        )
        if len(beside)
        else "",
        t("Dashed: the plan for the year, with {periods} within it.", periods=periods)
        if periods
        else "",
    )
