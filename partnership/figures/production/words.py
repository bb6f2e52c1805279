"""Title, finding and note of the output of the whole country."""

from __future__ import annotations

import pandas as pd

from partnership.analysis import oil
from partnership.charts import known_years, lines
from partnership.language.texts import Texts, message

_LESS = message(
    "In {period} output was {value} Mt, {change} less than in the same months a year earlier."
)
_ABOVE = message(
    "Exports of {exports} and refining of {refined} Mt in {year} add up to more: {sum} Mt."
)
_TOGETHER = message(
    "Exports of {exports} and refining of {refined} Mt in {year} add up to {sum} Mt."
)
_MORE = message(
    "In {period} output was {value} Mt, {change} more than in the same months a year earlier."
)


def title(outcome: pd.DataFrame, begun: pd.DataFrame, t: Texts) -> str:
    """Years for which the output is known, and those for which only the first months are."""
    if outcome.empty and begun.empty:
        return t("Oil and condensate output of Kazakhstan, plans, million tonnes")
    years = "" if outcome.empty else known_years.named(outcome["year"], t)
    if begun.empty:
        return t("Oil and condensate output of Kazakhstan, {years}, million tonnes", years=years)
    months = lines.listed([str(y) for y in begun["year"]], t)
    if outcome.empty:
        return t(
            "Oil and condensate output of Kazakhstan, first months of {begun}, million tonnes",
            begun=months,
        )
    return t(
        "Oil and condensate output of Kazakhstan, {years}, and first months of {begun}, million "
        "tonnes",
        years=years,
        begun=months,
    )


def note(begun: pd.DataFrame, beside: pd.DataFrame, t: Texts) -> str:
    """How to read the bars, and which sums do not measure output."""
    sentences = [
        t(
            "Where there is no bar, no source in tonnes was read. "
            "With an edge: estimated or computed. Exports are marked for whole years of output "
            "only. Where sources disagree, an outcome is drawn before an estimate, then the best "
            "kind of source; other values are in the table."
        )
    ]
    if len(beside):
        sentences.append(
            t(
                "Exports and refining together do not equal output: oil from stocks or from "
                "abroad may be included."
            )
        )
    if len(begun):
        periods = lines.listed([t.day(str(p)) for p in begun["period"]], t)
        sentences.append(
            t("Dashed: the plan for the year, with {periods} within it.", periods=periods)
        )
    return " ".join(sentences)


def finding(outcome: pd.DataFrame, beside: pd.DataFrame, compared: pd.DataFrame, t: Texts) -> str:
    """The peak year, sums of exports and refining of later years, and the months compared."""
    sentences = []
    most = outcome.nlargest(1, "mt")
    if len(most):
        sentences.append(
            t(
                "The highest year with a full count (up to {last}): {value} Mt in {year}.",
                last=int(outcome["year"].max()),
                value=t.number(most["mt"].iloc[0], 1),
                year=int(most["year"].iloc[0]),
            )
        )
    for year, part in beside.groupby("year"):
        mt = part.set_index("metric_id")["mt"]
        more = len(most) > 0 and mt.sum() > most["mt"].iloc[0]
        sentences.append(
            t(
                _ABOVE if more else _TOGETHER,
                year=year,
                exports=t.number(mt[oil.EXPORTS], 1),
                refined=t.number(mt[oil.REFINED], 1),
                sum=t.number(mt.sum(), 1),
            )
        )
    if len(compared) == 2:
        before, now = compared["mt"]
        words = _LESS if now < before else _MORE
        sentences.append(
            t(
                words,
                period=t.day(str(compared["period"].iloc[-1])),
                value=t.number(now, 1),
                change=t.percent(abs(now / before - 1) * 100),
            )
        )
    return " ".join(sentences)
