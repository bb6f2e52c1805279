"""Italy among Kazakhstan's customers: its rank by year."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import partner_years
from partnership.analysis import trade as analysis
from partnership.charts import lines
from partnership.charts.forms import Chart, Lines, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.trade.customers import partner_series
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 380
_DEEP = 9
_KNOWN_TO = 3.0
"""Percent of a year's exports without a partner from which the years before are not ranked."""
_NAMED = 3
"""Rank down to which the note names partners that are not drawn."""


@register("trade.rank", sectors=("trade",), uses=("from_year", "to_year"))
def rank(state: State) -> Figure:
    """Ranks of the largest destinations by year."""
    t = texts.in_language(state.lang)
    begins = partner_years.ranked_from(tables.load("trade"), _KNOWN_TO)
    first = max(state.from_year, begins)
    rows = analysis.destinations(tables.load("trade"), first, state.to_year)
    if rows.empty:
        why = t("Ranks are available from {year}; none of these years is selected.", year=begins)
        return shared.nothing("trade.rank", t("Kazakhstan's export markets by rank"), why)
    rows = rows[rows["rank"] <= _DEEP]
    italy = rows[rows["partner"].eq("ITA")]
    led = int(italy["rank"].eq(1).sum())
    unsure = sorted(set(rows.loc[~rows["certain"], "year"]))
    return Figure(
        id="trade.rank",
        title=t(
            "Kazakhstan's largest export markets by rank, {years}", years=lines.years(rows["year"])
        ),
        drawn=Chart(_bumps(rows, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        finding=t.plural(
            "Italy was the largest export market in {led} of {count} year.",
            "Italy was the largest export market in {led} of {count} years.",
            rows["year"].nunique(),
            led=led,
        ),
        note=" ".join(
            [
                t(
                    "By the value of exports as reported by Kazakhstan; ranks {first} to {last}.",
                    first=1,
                    last=_DEEP,
                ),
                *_empty(rows, t),
                _certainty(unsure, t),
            ]
        ),
        badges=shared.badges(rows, *(("incomplete",) if unsure else ())),
        height=_HEIGHT,
    )


def _empty(rows: pd.DataFrame, t: Texts) -> list[str]:
    """Partners at ranks that are empty in the drawing, the highest of them named."""
    now = set(rows.loc[rows["year"].eq(rows["year"].max()), "partner"])
    others = rows[~rows["partner"].isin(now)]
    if others.empty:
        return []
    sentence = t(
        "Only countries ranked among the first {last} in the latest year are drawn; ranks "
        "of others are blank.",
        last=_DEEP,
    )
    top = others[others["rank"].le(_NAMED)].sort_values("year")
    if top.empty:
        return [sentence]
    listed = [
        t("{country} {years}", country=t.name(str(partner)), years=_with_ranks(own_rows, t))
        for partner, own_rows in top.groupby("partner", sort=False)
    ]
    words = "Not drawn among the first {count}: {list}."
    return [sentence, t(words, count=_NAMED, list="; ".join(listed))]


def _with_ranks(rows: pd.DataFrame, t: Texts) -> str:
    each = zip(rows["year"], rows["rank"], strict=True)
    return ", ".join(t("{year} (rank {rank})", year=y, rank=r) for y, r in each)


def _certainty(unsure: list[int], t: Texts) -> str:
    """Whether a partner that the source leaves out could rank among those that are drawn."""
    if not unsure:
        return t("No partner missing from the source can rank above any of these.")
    return t(
        "The part of exports without a partner in the source is so large in {years} that lower "
        "ranks may belong to others.",
        years=lines.listed([str(y) for y in unsure], t),
    )


def _bumps(rows: pd.DataFrame, t: Texts) -> Lines:
    last = rows[rows["year"].eq(rows["year"].max())]
    data = _whole(rows[rows["partner"].isin(last["partner"])])
    return Lines(
        tuple(partner_series(data, "rank", t.number, t)),
        Unit(t("rank")),
        t("Year"),
        what=t("Destination"),
        measure=t("Rank"),
        hover="point",
        dots=True,
        ranks=_DEEP,
    )


def _whole(rows: pd.DataFrame) -> pd.DataFrame:
    """Every partner in every year, empty where it was not among the first: lines break there."""
    every = pd.MultiIndex.from_product(
        [rows["partner"].unique(), rows["year"].unique()], names=["partner", "year"]
    )
    return rows.set_index(["partner", "year"])[["rank"]].reindex(every).reset_index()
