"""Italy's imports of crude oil by origin, and the share of Kazakhstan by year."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import crude as analysis
from partnership.analysis import crude_press
from partnership.charts import lines, marks
from partnership.charts.forms import Bars, Category, Lines, Series, Unit
from partnership.charts.forms.bars import single
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.charts.points import points
from partnership.charts.press_points import stated
from partnership.figures import shared
from partnership.figures.crude.press import by_unem
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


def _quantity(row: Any, t: Texts) -> str:
    return t("{volume} million barrels", volume=millions(row.quantity_kbbl, t))


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
        colour=lambda row: marks.KAZAKHSTAN if row.partner == "KAZ" else "",
        details=lambda row: ((t("Quantity"), _quantity(row, t)),),
    )
    return Bars(
        tuple(Category(str(p), t.short(str(p))) for p in top["partner"]),
        single(marked, marks.MUTED),
        what=t("Origin"),
        measure=t("Share"),
        unit=Unit(suffix=PERCENT_SIGN),
    )


@register("trade.crude_share", sectors=("oil_gas", "trade"), uses=("from_year", "to_year"))
def crude_share(state: State) -> Figure:
    """Kazakhstan's share of Italy's crude oil, with shares that others state for later years."""
    t = texts.in_language(state.lang)
    seen = crude_press.stated(tables.load("observations"), state.from_year, state.to_year)
    rows = analysis.origins(tables.load("trade"), *span(state))
    rows = rows[rows["partner"].eq("KAZ")]
    table = pd.concat([rows, seen.drop(columns=["start", "end"])], ignore_index=True)
    if table.empty:
        title = t("Kazakhstan's share of Italy's crude oil imports")
        return outside("trade.crude_share", title, t)
    headline, finding = _shares(rows[rows["note"].isna()], t)
    printed = t(
        "Hollow points: shares published in the press, with a bar over the months they cover; "
        "diamonds: the article. They are not part of the line."
    )
    return shared.drawn(
        "trade.crude_share",
        _lines(rows, seen, t),
        table,
        title=t(
            "Kazakhstan's share of Italy's crude oil imports, percent of volume, {years}",
            years=lines.years(table["year"]),
        ),
        headline=headline,
        finding=finding,
        note=joined(
            t("Line: volumes by origin as reported by Italy."),
            t("Small rings: years for which the register looks incomplete.")
            if rows["note"].notna().any()
            else "",
            printed if len(seen) else "",
            by_unem(seen[seen["status"].ne("claimed")], t),
        ),
        height=294,
        disagree=len(seen) > 0,
    )


def _shares(sure: pd.DataFrame, t: Texts) -> tuple[str, str]:
    """The latest share in a year that looks complete, and the lowest."""
    if sure.empty:
        return "", ""
    low, last = sure.loc[sure["share"].idxmin()], sure.iloc[-1]
    headline = t(
        "Kazakhstan supplied {share} of Italy's crude oil imports in {year}",
        share=t.percent(last["share"]),
        year=int(last["year"]),
    )
    finding = t(
        "The lowest share in years that look complete was {low}, in {year}.",
        low=t.percent(low["share"]),
        year=int(low["year"]),
    )
    return headline, finding


def _lines(rows: pd.DataFrame, seen: pd.DataFrame, t: Texts) -> Lines:
    reported = points(
        rows,
        "share",
        t.percent,
        label=lambda row: "" if pd.isna(row.note) else t("incomplete"),
        status=lambda row: "measured" if pd.isna(row.note) else "estimated",
        details=lambda row: ((t("Rank among origins"), t.number(row.rank)),),
    )
    line = Series(t("Kazakhstan"), marks.KAZAKHSTAN, reported, entity="KAZ")
    others = stated(
        seen,
        "share",
        t.percent,
        (t("{name}, in the press", name=t.short("KAZ")), t("Article")),
        t,
        details=lambda row: (
            (t("Period"), t.day(str(row.period))),
            (t("Share, as stated"), t.percent(row.share)),
        ),
        entity="KAZ",
        label=lambda row: _label(row, t),
        covers=_covers,
    )
    return Lines(
        (*((line,) if reported else ()), *others),
        Unit(t("percent of volume")),
        t("Year"),
        what=t("As reported by"),
        measure=t("Share"),
        hover="point",
        named="nowhere",
    )


def _label(row: Any, t: Texts) -> str:
    share = t.percent(row.share)
    return t("Article: {value}", value=share) if row.status == "claimed" else share


def _covers(row: Any) -> tuple[float, float] | None:
    """The part of a year that a share is of; none where it is of a whole one."""
    return (row.start, row.end) if row.end - row.start < 1 else None
