"""The part of the mirror gap that oil piped on from Trieste can explain: two bounds."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis.crude import register_years
from partnership.analysis.mirror import BEHIND_TRIESTE
from partnership.charts import lines, marks
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
        drawn=marks.finish(_bounds(rows, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows, by_druzhba(rows["year"]), *declared(ratios)),
        alt=t("A bar a year from 0 to 100 in three parts: lower bound, upper bound, unexplained."),
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


def _bounds(rows: pd.DataFrame, t: Texts) -> Any:
    span = (int(rows["year"].min()), int(rows["year"].max()))
    x = lines.year_x("start", *span, room=100, edge=0.5)
    axis = marks.value_axis(t("percent"), values=[0, 25, 50, 75, 100])
    y = alt.Y("lower:Q", axis=axis, scale=alt.Scale(domain=[0, 100]))
    whole = pd.Series(100.0, index=rows.index)
    parts = (
        (t("at least:\nAustria alone"), 0 * whole, rows["lower"], palette.HOLDERS[1].light, 1.0),
        (
            _most(str(rows["absent"].iloc[-1]), t),
            rows["lower"],
            rows["upper"],
            palette.HOLDERS[1].light,
            0.45,
        ),
        (t("not via\nTrieste"), rows["upper"], whole, marks.FAINT, 1.0),
    )
    data = pd.concat(
        pd.DataFrame(
            {
                "year": rows["year"],
                "start": rows["year"] - 0.36,
                "end": rows["year"] + 0.36,
                "lower": low,
                "upper": high,
                "part": name,
                "colour": colour,
                "shade": shade,
                "least": [t.percent(v, 0) for v in rows["lower"]],
                "most": [t.percent(v, 0) for v in rows["upper"]],
            }
        )
        for name, low, high, colour, shade in parts
    )
    bars = lines.blocks(
        data,
        x,
        y,
        t,
        [
            alt.Tooltip("least:N", title=t("at least")),
            alt.Tooltip("most:N", title=t("at most")),
        ],
        opacity=alt.Opacity("shade:Q", scale=None),
    )
    last = data[data["year"].eq(span[1])]
    names = last.assign(lower=(last["lower"] + last["upper"]) / 2)
    words = (
        alt.Chart(marks.rows(names[["end", "lower", "part"]]))
        .mark_text(**marks.text(align="left", dx=6, lineBreak="\n"))
        .encode(x="end:Q", y="lower:Q", text="part:N")
    )
    between = data[data["part"].eq(parts[1][0])]
    numbers = pd.concat(
        [
            between.assign(lower=between["upper"], label=between["most"])[
                ["year", "lower", "label"]
            ],
            between.assign(label=between["least"])[["year", "lower", "label"]],
        ]
    ).rename(columns={"year": "start"})
    values = (
        alt.Chart(marks.rows(numbers))
        .mark_text(**marks.text(baseline="bottom", dy=-2, fontSize=10))
        .encode(x=x, y="lower:Q", text="label:N")
    )
    return alt.layer(bars, *_edges(between[_partial(rows).to_numpy()], x), words, values)


def _edges(parts: pd.DataFrame, x: alt.X) -> list[alt.Chart]:
    """A dashed edge round upper bounds that lack months or countries."""
    if parts.empty:
        return []
    edge = alt.Chart(marks.rows(parts[["start", "end", "lower", "upper"]])).mark_rect(
        fill=None, stroke=marks.INK, strokeDash=[3, 3]
    )
    return [edge.encode(x=x, x2="end:Q", y="lower:Q", y2="upper:Q")]
