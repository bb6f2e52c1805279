"""Italy's imports of crude oil by origin."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import crude as analysis
from partnership.charts import marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.wording.doubts import doubts

_SHOWN_ORIGINS = 10
_THOUSAND = 1000.0
_ROW = 27


def span(state: State) -> tuple[int, int]:
    """The years chosen, as far as the registers of crude oil go."""
    first, last = analysis.register_years(tables.load("trade"))
    return max(state.from_year, first), min(state.to_year, last)


def outside(figure_id: str, title: str, t: Texts) -> Figure:
    """A figure for years that the registers do not cover."""
    first, last = analysis.register_years(tables.load("trade"))
    why = t(
        "Registers of crude oil by origin cover {first} to {last}; none of these years is "
        "selected.",
        first=first,
        last=last,
    )
    return shared.nothing(figure_id, title, why)


@register("trade.crude_origins", sectors=("oil_gas", "trade"), uses=("from_year", "to_year"))
def crude_origins(state: State) -> Figure:
    """Italy's crude oil by origin in the latest year chosen."""
    t = texts.in_language(state.lang)
    first, last = span(state)
    if first > last:
        return outside("trade.crude_origins", t("Italy's crude oil imports by origin"), t)
    rows = analysis.origins(tables.load("trade"), last, last)
    if rows.empty:
        why = t("No data on Italy's crude oil imports by origin for {year}.", year=last)
        return shared.nothing("trade.crude_origins", t("Italy's crude oil imports by origin"), why)
    height = _ROW * min(len(rows), _SHOWN_ORIGINS) + 24
    return Figure(
        id="trade.crude_origins",
        title=t("Italy's crude oil imports by origin, {year}, percent of volume", year=last),
        drawn=marks.finish(_origins(rows, t), height),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Horizontal bars of the ten largest origins, Kazakhstan in colour."),
        finding=_finding(rows, last, t),
        note=" ".join(
            [
                t(
                    "By origin of the oil, as reported by Italy. The {count} largest of {all} "
                    "origins are drawn.",
                    count=min(len(rows), _SHOWN_ORIGINS),
                    all=len(rows),
                ),
                *doubts(rows, t),
            ]
        ),
        badges=shared.badges(rows),
        height=height,
    )


def _finding(rows: pd.DataFrame, year: int, t: Texts) -> str:
    kazakh = rows[rows["partner"].eq("KAZ") & rows["share"].notna()]
    if kazakh.empty:
        return t("No crude oil imports from Kazakhstan are recorded for {year}.", year=year)
    row = kazakh.iloc[0]
    return t(
        "In {year} Kazakhstan ranked {rank} among the origins of Italy's crude oil imports with "
        "{share} of the volume, {volume} million barrels.",
        year=year,
        rank=int(row["rank"]),
        share=t.percent(row["share"]),
        volume=t.number(row["quantity_kbbl"] / _THOUSAND, 1),
    )


def _origins(rows: pd.DataFrame, t: Texts) -> Any:
    top = rows.head(_SHOWN_ORIGINS)
    data = pd.DataFrame(
        {
            "who": [t.short(p) for p in top["partner"]],
            "share": top["share"],
            "label": [
                t.percent(s) if pd.isna(n) else t("{share}, incomplete", share=t.percent(s))
                for s, n in zip(top["share"], top["note"], strict=True)
            ],
            "shade": top["note"].isna().map({True: 1, False: 0.4}),
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
            "share:Q",
            axis=None,
            scale=marks.room_for(data["label"], float(top["share"].max())),
        ),
        tooltip=[
            alt.Tooltip("who:N", title=t("Origin")),
            alt.Tooltip("label:N", title=t("Share")),
            alt.Tooltip("volume:N", title=t("million barrels")),
        ],
    )
    bars = base.mark_bar(height={"band": 0.72}).encode(
        color=alt.Color("colour:N", scale=None), opacity=alt.Opacity("shade:Q", scale=None)
    )
    return alt.layer(bars, base.mark_text(**marks.text(align="left", dx=5)).encode(text="label:N"))
