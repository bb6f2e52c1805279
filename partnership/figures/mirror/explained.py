"""The part of the mirror gap that oil piped on from Trieste can explain: two bounds."""

from __future__ import annotations

import pandas as pd

from partnership import palette, tables
from partnership.analysis.crude import register_years
from partnership.analysis.mirror import BEHIND_TRIESTE
from partnership.charts import lines, marks
from partnership.charts.forms import Chart, Columns, Point, Series, Unit
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.mirror.totals import by_druzhba, declared, ended, known
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 340
_MONTHS = 12


@register("trade.gap_explained", sectors=("trade", "oil_gas"), uses=("from_year", "to_year"))
def gap_explained(state: State) -> Figure:
    """The part of the gap that oil piped on from Trieste can explain, between two bounds."""
    t = texts.in_language(state.lang)
    ratios, rows = known(state)
    rows = rows[rows["lower"].notna() & rows["upper"].notna()]
    if rows.empty:
        first, last = register_years(tables.load("trade"))
        why = t(
            "The gap and crude oil by importer, including Austria's, are not both available for "
            "any selected year; the registers cover {first}–{last}.",
            first=first,
            last=last,
        )
        return shared.nothing(
            "trade.gap_explained", t("Share of the gap explained by oil via Trieste"), why
        )
    newest = rows.iloc[-1]
    return Figure(
        id="trade.gap_explained",
        title=t(
            "Share of the mirror gap that Kazakh oil piped on from Trieste can explain, {years}, "
            "percent of the gap",
            years=lines.years(rows["year"]),
        ),
        drawn=Chart(_columns(rows, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows, by_druzhba(rows["year"]), *declared(ratios)),
        finding=_finding(newest, t),
        note=_note(rows, state, t),
        badges=shared.badges(rows, *(("incomplete",) if _partial(rows).any() else ())),
        height=_HEIGHT,
    )


def _finding(last: pd.Series, t: Texts) -> str:
    bounds = {
        "year": int(last["year"]),
        "lower": t.percent(last["lower"], 0),
        "upper": t.percent(last["upper"], 0),
        "gap": amounts.in_billions(last["gap"], "USD", t),
    }
    if last["absent"]:
        return t(
            "In {year} oil via Trieste explains between {lower} and {upper} of a gap of {gap}, "
            "excluding what {names} may have imported.",
            names=lines.listed([t.name(r) for r in str(last["absent"]).split(";")], t),
            **bounds,
        )
    return t(
        "In {year} oil via Trieste explains between {lower} and {upper} of a gap of "
        "{gap}; at least {rest} have another cause.",
        rest=amounts.in_billions(max(0.0, last["gap"] - last["upper_usd"]), "USD", t),
        **bounds,
    )


def _partial(rows: pd.DataFrame) -> pd.Series:
    """Years in which a country behind Trieste lacks months, or has declared nothing at all."""
    return rows["months"].lt(_MONTHS) | rows["absent"].ne("")


def _note(rows: pd.DataFrame, state: State, t: Texts) -> str:
    sentences = [
        t(
            "Different statistics are divided here on purpose, since the question is how far they "
            "cover each other: the gap is what Kazakhstan reports as exports to Italy minus what "
            "Italy reports, at customs; the bounds come from the register of crude oil (CIF), and "
            "the percentages are not shares of one statistic. Lower bound: Kazakh crude oil "
            "reported by Austria, for which the table of pipelines has no line but the branch "
            "from Trieste. Upper bound: all that {names} report, minus what Druzhba is known to "
            "have carried. That Kazakhstan reported this oil as exports to Italy is the "
            "hypothesis tested here.",
            names=lines.listed([t.name(r) for r in BEHIND_TRIESTE], t),
        ),
        *ended(state, t),
    ]
    if _partial(rows).any():
        sentences.append(
            t("Dashed: years in which a country lacks months or is not in the register.")
        )
    return " ".join(sentences)


def _most(absent: str, t: Texts) -> str:
    """The countries that the upper bound of a year consists of, as a label."""
    known = [t.name(r) for r in BEHIND_TRIESTE if r not in absent.split(";")]
    return t("at most:\n{names}", names=lines.listed(known, t).replace(" ", "\n", 1))


def _columns(rows: pd.DataFrame, t: Texts) -> Columns:
    """The whole gap, in front of it what is explained at most, and in front of that at least."""
    partial = _partial(rows)
    most = tuple(
        Point(
            int(r.year),
            float(r.upper),
            t.percent(r.upper, 0),
            t.percent(r.upper, 0),
            status="incomplete" if short else "estimated",
        )
        for r, short in zip(rows.itertuples(), partial, strict=True)
    )
    least = tuple(
        Point(int(r.year), float(r.lower), t.percent(r.lower, 0), t.percent(r.lower, 0))
        for r in rows.itertuples()
    )
    whole = tuple(Point(int(year), 100.0) for year in rows["year"])
    colour = palette.AMBER.light
    parts = (
        (t("not via\nTrieste"), marks.FAINT, whole),
        (_most(str(rows["absent"].iloc[-1]), t), colour, most),
        (t("at least:\nAustria alone"), colour, least),
    )
    return Columns(
        tuple(
            Series(" ".join(words.split()), shade, points, "bar", ends=words)
            for words, shade, points in parts
        ),
        t("Year"),
        Unit(t("percent"), suffix=PERCENT_SIGN),
        "overlaid",
        span=(0, 100),
    )
