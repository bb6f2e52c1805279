"""Italy among Kazakhstan's customers: its rank by year."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import partner_years
from partnership.analysis import trade as analysis
from partnership.charts import lines
from partnership.charts.forms import Lines, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.trade.customers import partner_series
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.state import State
from partnership.wording.sentences import joined, listing

_DEEP = 6
_KNOWN_TO = 3.0
"""Percent of a year's exports without a partner from which the years before are not ranked."""
_SINCE = message("Italy is Kazakhstan's No. {rank} export market since {year}")
_ONCE = message("Italy was Kazakhstan's No. {rank} export market in {year}")
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
    unsure = sorted(set(rows.loc[~rows["certain"], "year"]))
    return shared.drawn(
        "trade.rank",
        _lines(rows, t),
        rows,
        title=t("Kazakhstan's export markets by rank, {years}", years=lines.years(rows["year"])),
        headline=_headline(italy, int(rows["year"].max()), t),
        finding=t.plural(
            "Italy was the largest market in {led} of {count} year.",
            "Italy was the largest market in {led} of {count} years.",
            rows["year"].nunique(),
            led=int(italy["rank"].eq(1).sum()),
        ),
        note=joined(
            t("By the value of exports as reported by Kazakhstan."),
            _empty(rows, t),
            _certainty(unsure, t),
        ),
        height=320,
        incomplete=bool(unsure),
    )


def _headline(italy: pd.DataFrame, year: int, t: Texts) -> str:
    """Italy's rank in the latest year, and since when it has it."""
    ranks = italy.set_index("year")["rank"]
    if year not in ranks.index:
        return ""
    since = year
    while ranks.get(since - 1) == ranks[year]:
        since -= 1
    return t(_ONCE if since == year else _SINCE, rank=int(ranks[year]), year=since)


def _empty(rows: pd.DataFrame, t: Texts) -> str:
    """Partners at ranks that are empty in the drawing, the highest of them named."""
    now = set(rows.loc[rows["year"].eq(rows["year"].max()), "partner"])
    others = rows[~rows["partner"].isin(now)]
    if others.empty:
        return ""
    sentence = t(
        "Only countries ranked among the first {last} in the latest year are drawn; ranks of "
        "others are blank.",
        last=_DEEP,
    )
    top = others[others["rank"].le(_NAMED)].sort_values("year")
    each = (
        t("{country} {years}", country=t.name(str(partner)), years=_with_ranks(own, t))
        for partner, own in top.groupby("partner", sort=False)
    )
    words = message("Not drawn among the first {count}: {list}.")
    return joined(sentence, listing(words, each, t, count=_NAMED))


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


def _lines(rows: pd.DataFrame, t: Texts) -> Lines:
    """Every partner of the latest year, empty where it was not among the first: lines break."""
    last = rows[rows["year"].eq(rows["year"].max())]
    every = pd.MultiIndex.from_product(
        [last["partner"], rows["year"].unique()], names=["partner", "year"]
    )
    ranks = rows.set_index(["partner", "year"])["rank"].reindex(every).reset_index()
    return Lines(
        tuple(partner_series(ranks, "rank", t.number, t)),
        Unit(t("rank")),
        t("Year"),
        what=t("Destination"),
        measure=t("Rank"),
        hover="point",
        dots=True,
        ranks=_DEEP,
    )
