"""Italy's imports of crude oil by origin."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import crude as analysis
from partnership.charts.forms import Bars, Category, Unit
from partnership.charts.forms.bars import single
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.charts.points import points
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.state import State
from partnership.wording.doubts import doubts
from partnership.wording.sentences import joined

_SHOWN_ORIGINS = 10


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
    headline, finding = _words(rows, last, t)
    return shared.drawn(
        "trade.crude_origins",
        _bars(rows, t),
        rows,
        title=t("Italy's crude oil imports by origin, percent of volume, {year}", year=last),
        headline=headline,
        finding=finding,
        note=joined(
            t(
                "By origin of the oil, as reported by Italy. The {count} largest of {all} origins "
                "are drawn.",
                count=min(len(rows), _SHOWN_ORIGINS),
                all=len(rows),
            ),
            *doubts(rows, t),
        ),
    )


def _words(rows: pd.DataFrame, year: int, t: Texts) -> tuple[str, str]:
    """Headline and finding: Kazakhstan's rank and share, its volume and who is first."""
    kazakh = rows[rows["partner"].eq("KAZ") & rows["share"].notna()]
    if kazakh.empty:
        return "", t("No crude oil imports from Kazakhstan are recorded for {year}.", year=year)
    row, first = kazakh.iloc[0], rows.iloc[0]
    headline = t(
        "Kazakhstan is Italy's No. {rank} crude oil supplier: {share}",
        rank=int(row["rank"]),
        share=t.percent(row["share"]),
    )
    finding = t(
        "That is {volume} million barrels in {year}. First is {country} with {share}.",
        volume=millions(row["quantity_kbbl"], t),
        year=year,
        country=t.name(str(first["partner"])),
        share=t.percent(first["share"]),
    )
    return headline, finding


def millions(kbbl: float, t: Texts) -> str:
    """Thousand barrels as a number of millions."""
    return t.number(kbbl / 1000, 1)


def _bars(rows: pd.DataFrame, t: Texts) -> Bars:
    top = rows.head(_SHOWN_ORIGINS)

    def label(row: Any) -> str:
        share = t.percent(row.share)
        return share if pd.isna(row.note) else t("{share}, incomplete", share=share)

    marked = points(
        top,
        "share",
        t.percent,
        at="partner",
        label=label,
        status=lambda row: "measured" if pd.isna(row.note) else "estimated",
        colour=lambda row: palette.KAZAKHSTAN.light if row.partner == "KAZ" else "",
        details=lambda row: ((t("million barrels"), millions(row.quantity_kbbl, t)),),
    )
    return Bars(
        tuple(Category(str(p), t.short(str(p))) for p in top["partner"]),
        single(marked, palette.MUTED.light),
        what=t("Origin"),
        measure=t("Share"),
        unit=Unit(suffix=PERCENT_SIGN),
    )
