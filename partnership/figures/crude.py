"""Crude oil: where Italy buys it, and Kazakhstan's share of it."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import sources, tables, texts
from partnership.analysis import crude as analysis
from partnership.analysis import crude_press
from partnership.figures import lines, marks
from partnership.figures.figure import Figure, register
from partnership.state import State
from partnership.texts import Texts

FIRST, LAST = analysis.FIRST_ORIGIN_YEAR, analysis.LAST_ORIGIN_YEAR
_SHOWN_ORIGINS = 10
_THOUSAND = 1000.0
_ROW = 27


def span(state: State) -> tuple[int, int]:
    """The years chosen, as far as the registers of crude oil go."""
    return max(state.from_year, FIRST), min(state.to_year, LAST)


def outside(figure_id: str, title: str, t: Texts) -> Figure:
    """A figure for years that the registers do not cover."""
    why = t(
        "The registers of crude oil by origin were read for {first} to {last}; none of these "
        "years is chosen.",
        first=FIRST,
        last=LAST,
    )
    return lines.nothing(figure_id, title, why)


@register("trade.crude_origins", sectors=("oil_gas", "trade"), uses=("from_year", "to_year"))
def crude_origins(state: State) -> Figure:
    """Italy's crude oil by origin in the latest year chosen."""
    t = texts.of(state.lang)
    first, last = span(state)
    if first > last:
        return outside("trade.crude_origins", t("Italy's crude oil by origin"), t)
    rows = analysis.origins(tables.load("trade"), last, last)
    mine = rows[rows["partner"].eq("KAZ")].iloc[0]
    height = _ROW * min(len(rows), _SHOWN_ORIGINS) + 24
    return Figure(
        id="trade.crude_origins",
        title=t("Italy's crude oil by origin, {year}, percent of volume", year=last),
        drawn=marks.finish(_origins(rows, t), height),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Horizontal bars of the ten largest origins, Kazakhstan in colour."),
        finding=t(
            "In {year} Kazakhstan was number {rank} of Italy's origins of crude oil with {share} "
            "of the volume, {volume} million barrels.",
            year=last,
            rank=int(mine["rank"]),
            share=t.percent(mine["share"]),
            volume=t.number(mine["quantity_kbbl"] / _THOUSAND, 1),
        ),
        note=" ".join(
            [
                t(
                    "By origin of the oil, as Italy declares it. The {count} largest of {all} "
                    "origins are drawn.",
                    count=min(len(rows), _SHOWN_ORIGINS),
                    all=len(rows),
                ),
                *doubts(rows, t),
            ]
        ),
        badges=marks.badges(rows),
        height=height,
    )


def doubts(rows: pd.DataFrame, t: Texts) -> list[str]:
    """A sentence on the years whose register calls itself incomplete for an origin."""
    doubtful = rows[rows["note"].notna()]
    if doubtful.empty:
        return []
    listed = lines.listed([f"{t.name(r.partner)} {r.year}" for r in doubtful.itertuples()], t)
    return [t("The register looks incomplete: {list}.", list=listed)]


def _origins(rows: pd.DataFrame, t: Texts) -> Any:
    top = rows.head(_SHOWN_ORIGINS)
    data = pd.DataFrame(
        {
            "who": [t.short(p) for p in top["partner"]],
            "share": top["share"],
            "said": [t.percent(s) for s in top["share"]],
            "volume": [t.number(q / _THOUSAND, 1) for q in top["quantity_kbbl"]],
            "colour": [marks.KAZAKHSTAN if p == "KAZ" else marks.MUTED for p in top["partner"]],
        }
    )
    base = alt.Chart(marks.rows(data)).encode(
        y=alt.Y(
            "who:N",
            sort=None,
            title=None,
            axis=alt.Axis(domain=False, ticks=False, labelLimit=150, labelFontSize=12),
        ),
        x=alt.X(
            "share:Q", axis=None, scale=alt.Scale(domain=[0, float(top["share"].max()) * 1.18])
        ),
        tooltip=[
            alt.Tooltip("who:N", title=t("Origin")),
            alt.Tooltip("said:N", title=t("Share")),
            alt.Tooltip("volume:N", title=t("million barrels")),
        ],
    )
    bars = base.mark_bar(height={"band": 0.72}).encode(color=alt.Color("colour:N", scale=None))
    return alt.layer(bars, base.mark_text(**marks.text(align="left", dx=5)).encode(text="said:N"))


@register("trade.crude_share", sectors=("oil_gas", "trade"), uses=("from_year", "to_year"))
def crude_share(state: State) -> Figure:
    """Kazakhstan's share of Italy's crude oil, with what others say of later years."""
    t = texts.of(state.lang)
    seen = crude_press.stated(tables.load("observations"), state.from_year, state.to_year)
    rows = analysis.origins(tables.load("trade"), *span(state))
    rows = rows[rows["partner"].eq("KAZ")]
    table = pd.concat([rows, seen.drop(columns=["start", "end"])], ignore_index=True)
    if table.empty:
        return outside("trade.crude_share", t("Kazakhstan's share of Italy's crude oil"), t)
    note = [t("Line: volumes as Italy declares them by origin.")]
    if rows["note"].notna().any():
        note.append(t("Small rings: years for which the register looks incomplete."))
    if len(seen):
        note.append(
            t(
                "Hollow points with a bar: shares printed in the press, most of them by Unem, the "
                "Italian union of energy companies, and the months that they are of; the diamond "
                "is the article's. They are no part of the line."
            )
        )
    return Figure(
        id="trade.crude_share",
        title=t(
            "Kazakhstan's share of Italy's crude oil, {years}, percent of volume",
            years=lines.years(table["year"]),
        ),
        drawn=marks.finish(_share(rows, seen, t), _ROW * _SHOWN_ORIGINS + 24),
        table=table,
        source_ids=sources.ids(table),
        alt=t("A line of yearly shares, with points for what the press and the article say."),
        finding=_finding(rows, t),
        note=" ".join(note),
        badges=marks.badges(table, *(("disagree",) if len(seen) else ())),
        height=_ROW * _SHOWN_ORIGINS + 24,
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    sure = rows[rows["note"].isna()]
    if sure.empty:
        return ""
    low, last = sure.loc[sure["share"].idxmin()], sure.iloc[-1]
    return t(
        "{share} of Italy's crude oil came from Kazakhstan in {year}; the lowest share of the "
        "years that look complete was {low} in {low_year}.",
        share=t.percent(last["share"]),
        year=int(last["year"]),
        low=t.percent(low["share"]),
        low_year=int(low["year"]),
    )


def _share(rows: pd.DataFrame, seen: pd.DataFrame, t: Texts) -> Any:
    known = pd.concat([rows["year"], seen["year"]])
    x = lines.year_x("year", int(known.min()), int(known.max()), room=34, edge=0.4)
    y = alt.Y("share:Q", axis=marks.value_axis(t("percent")), scale=alt.Scale(zero=True))
    data = rows[["year", "share"]].assign(
        said=[t.percent(s) for s in rows["share"]],
        rank=[t.number(r) for r in rows["rank"]],
        fill=rows["note"].isna().map({True: marks.KAZAKHSTAN, False: marks.PAPER}),
    )
    base = alt.Chart(marks.rows(data)).encode(x=x, y=y)
    tooltip = [
        alt.Tooltip("year:Q", title=t("Year"), format="d"),
        alt.Tooltip("said:N", title=t("Share")),
        alt.Tooltip("rank:N", title=t("Place among origins")),
    ]
    line = base.mark_line(color=marks.KAZAKHSTAN, strokeWidth=2.5)
    dots = base.mark_point(size=40, stroke=marks.KAZAKHSTAN, opacity=1).encode(
        fill=alt.Fill("fill:N", scale=None), tooltip=tooltip
    )
    doubtful = rows.loc[rows["note"].notna(), ["year", "share"]].assign(words=t("incomplete"))
    words = alt.Chart(marks.rows(doubtful)).mark_text(**marks.text(dy=14, fontSize=11))
    words = words.encode(x=x, y=y, text="words:N")
    return alt.layer(line, dots, words, *_points(seen, t, x, y))


def _points(seen: pd.DataFrame, t: Texts, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    if seen.empty:
        return []
    titles = {s.source_id: f"{s.publisher}, {s.title}" for s in sources.of(seen["source_id"])}
    claimed = seen["status"].eq("claimed")
    data = pd.DataFrame(
        {
            "year": (seen["start"] + seen["end"]) / 2,
            "start": seen["start"],
            "end": seen["end"],
            "share": seen["share"],
            "said": [t.percent(s) for s in seen["share"]],
            "when": [t.day(str(p)) for p in seen["period"]],
            "source": [t.quote(titles[s]) for s in seen["source_id"]],
            "shape": claimed.map({True: "diamond", False: "circle"}),
            "fill": claimed.map({True: marks.INK, False: marks.PAPER}),
            "edge": claimed.map({True: marks.PAPER, False: marks.KAZAKHSTAN}),
        }
    )
    base = alt.Chart(marks.rows(data)).encode(x=x, y=y)
    points = base.mark_point(size=75, opacity=1).encode(
        shape=alt.Shape("shape:N", scale=None),
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("edge:N", scale=None),
        tooltip=[
            alt.Tooltip("when:N", title=t("Period")),
            alt.Tooltip("said:N", title=t("Share, as stated")),
            alt.Tooltip("source:N", title=t("Source")),
        ],
    )
    beside = base.transform_filter(alt.datum.shape == "diamond")
    below = base.transform_filter(alt.datum.shape != "diamond")
    months = alt.Chart(marks.rows(data[["start", "end", "share", "shape"]]))
    bars = months.mark_rule(color=marks.KAZAKHSTAN, strokeWidth=1.5).encode(
        x=_of(x, "start"), x2="end:Q", y=y
    )
    return [
        bars.transform_filter(
            (alt.datum.shape != "diamond") & (alt.datum.end - alt.datum.start < 1)
        ),
        points,
        beside.mark_text(**marks.text(align="left", dx=8, fontSize=11)).encode(text="said:N"),
        below.mark_text(**marks.text(dy=14, fontSize=11)).encode(text="said:N"),
    ]


def _of(x: alt.X, field: str) -> alt.X:
    """The same axis for another field."""
    other = x.copy(deep=False)
    other["shorthand"] = f"{field}:Q"
    return other
