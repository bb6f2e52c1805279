"""The part of the mirror gap that oil piped on from Trieste can explain: two bounds."""

from __future__ import annotations

import pandas as pd

from partnership import palette, tables
from partnership.analysis.crude import register_years
from partnership.analysis.mirror import BEHIND_TRIESTE
from partnership.analysis.trade import MONTHS
from partnership.charts import lines, marks
from partnership.charts.forms import Columns, Series, Unit
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.charts.points import points
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.mirror.totals import by_druzhba, declared, ended, known, names
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.state import State
from partnership.wording.sentences import joined


@register("trade.gap_explained", sectors=("trade", "oil_gas"), uses=("from_year", "to_year"))
def gap_explained(state: State) -> Figure:
    """The part of the gap that oil piped on from Trieste can explain, between two bounds."""
    t = texts.in_language(state.lang)
    ratios, rows = known(state)
    rows = rows[rows["lower"].notna() & rows["upper"].notna()]
    if rows.empty:
        begin, end = register_years(tables.load("trade"))
        why = t(
            "The gap and crude oil by importer, including Austria's, are not both available for "
            "any selected year; the registers cover {first}–{last}.",
            first=begin,
            last=end,
        )
        return shared.nothing(
            "trade.gap_explained", t("Share of the gap explained by oil via Trieste"), why
        )
    last = rows.iloc[-1]
    return shared.drawn(
        "trade.gap_explained",
        _columns(rows, t),
        rows,
        title=t(
            "Share of the gap that Kazakh oil piped on from Trieste can explain, percent, {years}",
            years=lines.years(rows["year"]),
        ),
        headline=t(
            "Oil via Trieste explains {lower} to {upper} of the gap in {year}",
            year=int(last["year"]),
            lower=t.percent(last["lower"], 0),
            upper=t.percent(last["upper"], 0),
        ),
        finding=_finding(last, shared.Billions("usd", t)),
        note=_note(rows, state, t),
        height=340,
        cited=[by_druzhba(rows["year"]), *declared(ratios)],
        incomplete=bool(_partial(rows).any()),
    )


def _finding(last: pd.Series, dollars: shared.Billions) -> str:
    """The gap, and what is left of it where all countries behind Trieste have reported."""
    gap = dollars(last["gap"])
    if last["absent"]:
        return dollars.t(
            "The gap is {gap}; what {names} may have imported is not counted.",
            gap=gap,
            names=names(str(last["absent"]), dollars.t),
        )
    return dollars.t(
        "The gap is {gap}; at least {rest} have another cause.",
        gap=gap,
        rest=dollars(max(0.0, last["gap"] - last["upper_usd"])),
    )


def _partial(rows: pd.DataFrame) -> pd.Series:
    """Years in which a country behind Trieste lacks months, or has declared nothing at all."""
    return rows["months"].lt(MONTHS) | rows["absent"].ne("")


def _note(rows: pd.DataFrame, state: State, t: Texts) -> str:
    return joined(
        t(
            "Different statistics are divided here on purpose, since the question is how far they "
            "cover each other: the gap is what Kazakhstan reports as exports to Italy minus what "
            "Italy reports, at customs; the bounds come from the register of crude oil (CIF), and "
            "the percentages are not shares of one statistic. Lower bound: Kazakh crude oil "
            "reported by Austria, for which the table of pipelines has no line but the branch "
            "from Trieste. Upper bound: all that {names} report, minus what Druzhba is known to "
            "have carried. That Kazakhstan reported this oil as exports to Italy is the "
            "hypothesis tested here.",
            names=names(BEHIND_TRIESTE, t),
        ),
        *ended(state, t),
        t("Dashed: years in which a country lacks months or is not in the register.")
        if _partial(rows).any()
        else "",
    )


def _most(absent: str, t: Texts) -> str:
    """The countries that the upper bound of a year consists of, as a label."""
    present = [r for r in BEHIND_TRIESTE if r not in absent.split(";")]
    return t("at most:\n{names}", names=names(present, t).replace(" ", "\n", 1))


def _columns(rows: pd.DataFrame, t: Texts) -> Columns:
    """The whole gap, in front of it what is explained at most, and in front of that at least."""

    def words(value: float) -> str:
        return t.percent(value, 0)

    most = points(
        rows.assign(short=_partial(rows)),
        "upper",
        words,
        label=lambda row: words(row.upper),
        status=lambda row: "incomplete" if row.short else "estimated",
    )
    least = points(rows, "lower", words, label=lambda row: words(row.lower))
    whole = points(rows.assign(whole=100.0), "whole", lambda _: "")
    colour = palette.AMBER.light
    parts = (
        (t("not via\nTrieste"), marks.FAINT, whole),
        (_most(str(rows["absent"].iloc[-1]), t), colour, most),
        (t("at least:\nAustria alone"), colour, least),
    )
    return Columns(
        tuple(
            Series(" ".join(name.split()), shade, marked, "bar", ends=name)
            for name, shade, marked in parts
        ),
        t("Year"),
        Unit(t("percent"), suffix=PERCENT_SIGN),
        "overlaid",
        span=(0, 100),
    )
