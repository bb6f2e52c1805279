"""Italy's imports of crude oil by origin."""

from __future__ import annotations

import pandas as pd

from partnership import palette, tables
from partnership.analysis import crude as analysis
from partnership.charts.forms import Bars, Category, Chart, Point, Unit
from partnership.charts.forms.bars import single
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.wording.doubts import doubts

_SHOWN_ORIGINS = 10
_THOUSAND = 1000.0


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
    return Figure(
        id="trade.crude_origins",
        title=t("Italy's crude oil imports by origin, {year}, percent of volume", year=last),
        drawn=Chart(_origins(rows, t)),
        table=rows,
        source_ids=sources.ids(rows),
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


def _origins(rows: pd.DataFrame, t: Texts) -> Bars:
    top = rows.head(_SHOWN_ORIGINS)
    points = []
    for row in top.itertuples():
        whole = pd.isna(row.note)
        share = t.percent(row.share)
        words = share if whole else t("{share}, incomplete", share=share)
        volume = t("million barrels"), t.number(float(str(row.quantity_kbbl)) / _THOUSAND, 1)
        points.append(
            Point(
                str(row.partner),
                float(str(row.share)),
                words,
                words,
                status="measured" if whole else "estimated",
                colour=palette.KAZAKHSTAN.light if row.partner == "KAZ" else "",
                details=(volume,),
            )
        )
    return Bars(
        tuple(Category(str(p), t.short(str(p))) for p in top["partner"]),
        single(tuple(points), palette.MUTED.light),
        what=t("Origin"),
        measure=t("Share"),
        unit=Unit(suffix=PERCENT_SIGN),
    )
