"""Italy's share of Kazakhstan's exports as the article and the press state it."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from partnership import tables
from partnership.analysis.periods import of_the_page
from partnership.charts import lines, marks
from partnership.charts.forms import Point, Series
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.provenance.sources import publisher
from partnership.state import State


def undated(rows: pd.DataFrame, t: Texts) -> list[str]:
    """Shares that cannot be placed, since their page names no year."""
    listed = [
        t(
            "{share} ({who}, {day})",
            share=t.percent(row.share, 0),
            who=publisher(row.source_id, t),
            day=t.day(row.period),
        )
        for row in rows.itertuples()
    ]
    if not listed:
        return []
    return [t("Not drawn, since the page names no year: {list}.", list=lines.listed(listed, t))]


def stated(state: State) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Shares as the article and the press state them, and those whose page names no year.

    The first in the columns of `destinations`, the second with `period`, that of the page.
    """
    seen = tables.load("observations")
    rows = seen[seen["metric_id"].eq("italy_share_of_kazakh_exports_pct")]
    rows = rows.assign(
        year=rows["period"].str[:4].astype(int), partner="ITA", share=rows["value"].astype(float)
    )
    rows = rows[rows["year"].between(state.from_year, state.to_year)]
    paged = of_the_page(rows["note"])
    columns = ["year", "partner", "share", "source_id", "status", "note"]
    return rows.loc[~paged, columns], rows[paged]


def points(seen: pd.DataFrame, t: Texts) -> list[Series]:
    """Shares of the article, the last one with its value, and those of the press."""
    titles = {s.source_id: f"{s.publisher}, {s.title}" for s in sources.by_ids(seen["source_id"])}
    press: list[Point] = []
    article: list[Point] = []
    for row in seen.itertuples():
        value = t.percent(row.share)
        claimed = row.status == "claimed"
        point = Point(
            int(row.year),
            float(row.share),
            value,
            status="claimed" if claimed else "press",
            details=(
                (t("Italy's share, as stated"), value),
                (t("Source"), t.quote(titles[row.source_id])),
            ),
        )
        (article if claimed else press).append(point)
    if article:
        label = t("Article: {value}", value=article[-1].words)
        article[-1] = replace(article[-1], label=label)
    in_press = t("{name}, in the press", name=t.short("ITA"))
    stated = [(in_press, marks.ITALY, press), (t("Article"), marks.INK, article)]
    return [
        Series(name, colour, tuple(found), "points", entity="ITA")
        for name, colour, found in stated
        if found
    ]
