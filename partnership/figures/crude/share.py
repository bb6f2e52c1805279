"""Kazakhstan's share of Italy's crude oil: the register, the press, the article."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import crude as analysis
from partnership.analysis import crude_press
from partnership.charts import lines, marks
from partnership.charts.forms import Lines, Series, Unit
from partnership.charts.points import points
from partnership.charts.press_points import stated
from partnership.figures import shared
from partnership.figures.crude import origins as crude
from partnership.figures.crude.press import by_unem
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.state import State
from partnership.wording.sentences import joined


@register("trade.crude_share", sectors=("oil_gas", "trade"), uses=("from_year", "to_year"))
def crude_share(state: State) -> Figure:
    """Kazakhstan's share of Italy's crude oil, with shares that others state for later years."""
    t = texts.in_language(state.lang)
    seen = crude_press.stated(tables.load("observations"), state.from_year, state.to_year)
    rows = analysis.origins(tables.load("trade"), *crude.span(state))
    rows = rows[rows["partner"].eq("KAZ")]
    table = pd.concat([rows, seen.drop(columns=["start", "end"])], ignore_index=True)
    if table.empty:
        title = t("Kazakhstan's share of Italy's crude oil imports")
        return crude.outside("trade.crude_share", title, t)
    headline, finding = _words(rows[rows["note"].isna()], t)
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


def _words(sure: pd.DataFrame, t: Texts) -> tuple[str, str]:
    """The latest share in a year that looks complete, and the lowest."""
    if sure.empty:
        return "", ""
    low, last = sure.loc[sure["share"].idxmin()], sure.iloc[-1]
    headline = t(
        "Kazakhstan supplied {share} of Italy's crude oil in {year}",
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
