"""Kazakhstan's share of Italy's crude oil: the register, the press, the article."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import crude as analysis
from partnership.analysis import crude_press
from partnership.charts import lines, marks
from partnership.charts.forms import Chart, Lines, Point, Series, Unit
from partnership.figures import shared
from partnership.figures.crude import origins as crude
from partnership.figures.crude.press import by_unem
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import sentences

_HEIGHT = 294


@register("trade.crude_share", sectors=("oil_gas", "trade"), uses=("from_year", "to_year"))
def crude_share(state: State) -> Figure:
    """Kazakhstan's share of Italy's crude oil, with shares that others state for later years."""
    t = texts.in_language(state.lang)
    seen = crude_press.stated(tables.load("observations"), state.from_year, state.to_year)
    rows = analysis.origins(tables.load("trade"), *crude.span(state))
    rows = rows[rows["partner"].eq("KAZ")]
    table = pd.concat([rows, seen.drop(columns=["start", "end"])], ignore_index=True)
    if table.empty:
        return crude.outside(
            "trade.crude_share", t("Kazakhstan's share of Italy's crude oil imports"), t
        )
    note = [t("Line: volumes by origin as reported by Italy.")]
    if rows["note"].notna().any():
        note.append(t("Small rings: years for which the register looks incomplete."))
    if len(seen):
        note.append(
            t(
                "Hollow points with a bar: shares published in the press and the months they "
                "cover; the diamond is the article's. They are not part of the line."
            )
        )
        note.append(by_unem(seen[seen["status"].ne("claimed")], t))
    return Figure(
        id="trade.crude_share",
        title=t(
            "Kazakhstan's share of Italy's crude oil imports, {years}, percent of volume",
            years=lines.years(table["year"]),
        ),
        drawn=Chart(_share(rows, seen, t), _HEIGHT),
        table=table,
        source_ids=sources.ids(table),
        finding=_finding(rows, t),
        note=sentences.joined(*note),
        badges=shared.badges(table, *(("disagree",) if len(seen) else ())),
        height=_HEIGHT,
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    sure = rows[rows["note"].isna()]
    if sure.empty:
        return ""
    low, last = sure.loc[sure["share"].idxmin()], sure.iloc[-1]
    return t(
        "{share} of Italy's crude oil imports came from Kazakhstan in {year}; the lowest share in "
        "years that look complete was {low} in {low_year}.",
        share=t.percent(last["share"]),
        year=int(last["year"]),
        low=t.percent(low["share"]),
        low_year=int(low["year"]),
    )


def _share(rows: pd.DataFrame, seen: pd.DataFrame, t: Texts) -> Lines:
    name = t("Kazakhstan")
    register_points = tuple(
        Point(
            int(row.year),
            float(row.share),
            t.percent(row.share),
            "" if pd.isna(row.note) else t("incomplete"),
            "measured" if pd.isna(row.note) else "estimated",
            details=((t("Rank among origins"), t.number(row.rank)),),
        )
        for row in rows.itertuples()
    )
    line = [Series(name, marks.KAZAKHSTAN, register_points, entity="KAZ")] if len(rows) else []
    return Lines(
        (*line, *_stated(seen, t)),
        Unit(t("percent")),
        t("Year"),
        what=t("As reported by"),
        measure=t("Share"),
        hover="point",
        named="nowhere",
        dots=True,
    )


def _stated(seen: pd.DataFrame, t: Texts) -> list[Series]:
    """Shares of the press, each over the months that it is of, and the article's."""
    titles = {s.source_id: f"{s.publisher}, {s.title}" for s in sources.by_ids(seen["source_id"])}
    press: list[Point] = []
    article: list[Point] = []
    for row in seen.itertuples():
        claimed = row.status == "claimed"
        share = t.percent(row.share)
        point = Point(
            int(row.year),
            float(row.share),
            share,
            share,
            "claimed" if claimed else "press",
            details=(
                (t("Period"), t.day(str(row.period))),
                (t("Share, as stated"), share),
                (t("Source"), t.quote(titles[row.source_id])),
            ),
            covers=_months(float(row.start), float(row.end)),
        )
        (article if claimed else press).append(point)
    stated = [
        (t("{name}, in the press", name=t.short("KAZ")), marks.KAZAKHSTAN, press),
        (t("Article"), marks.INK, article),
    ]
    return [
        Series(name, colour, tuple(points), "points", entity="KAZ")
        for name, colour, points in stated
        if points
    ]


def _months(start: float, end: float) -> tuple[float, float] | None:
    """The part of a year that a share is of; none where it is of a whole one."""
    return (start, end) if end - start < 1 else None
