"""Italy's share of Kazakhstan's exports as the article and the press state it."""

from __future__ import annotations

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis.periods import of_the_page
from partnership.charts import lines, marks
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


def points(seen: pd.DataFrame, t: Texts, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Diamonds of the article with their value, hollow points of the press."""
    if seen.empty:
        return []
    titles = {s.source_id: f"{s.publisher}, {s.title}" for s in sources.by_ids(seen["source_id"])}
    data = pd.DataFrame(
        {
            "year": seen["year"],
            "at": seen["share"],
            "formatted": [t.percent(v) for v in seen["share"]],
            "source": [t.quote(titles[s]) for s in seen["source_id"]],
            "words": [t("Article: {value}", value=t.percent(v)) for v in seen["share"]],
        }
    )
    claimed = seen["status"].eq("claimed")
    tooltip = [
        alt.Tooltip("year:Q", title=t("Year"), format="d"),
        alt.Tooltip("formatted:N", title=t("Italy's share, as stated")),
        alt.Tooltip("source:N", title=t("Source")),
    ]
    layers = []
    for part, shape, fill in (
        (data[~claimed], "circle", marks.PAPER),
        (data[claimed], "diamond", marks.INK),
    ):
        if len(part):
            point = alt.Chart(marks.rows(part)).mark_point(
                shape=shape,
                size=60 if shape == "circle" else 110,
                fill=fill,
                stroke=marks.ITALY if shape == "circle" else marks.PAPER,
                opacity=1,
            )
            layers.append(point.encode(x=x, y=y, tooltip=tooltip))
    if claimed.any():
        label = alt.Chart(marks.rows(data[claimed].tail(1))).mark_text(
            align="right", dx=-8, dy=-7, fontSize=11, color=marks.INK
        )
        layers.append(label.encode(x=x, y=y, text="words:N"))
    return layers
