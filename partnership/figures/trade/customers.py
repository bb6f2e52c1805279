"""Italy among Kazakhstan's customers: its share of exports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from partnership import tables
from partnership.analysis import partner_years
from partnership.analysis import trade as analysis
from partnership.charts import lines, marks
from partnership.charts.forms import Chart, Lines, Point, Series, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.trade import stated as customers_stated
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

Words = Callable[[float], str]
_HEIGHT = 380
_RIVALS = 6
_NAMED_FROM = 0.5
"""Percent of a year's exports without a partner from which the note names it."""
_WHOLE_FROM = 5.0
"""Percent without a partner from which shares count as incomplete."""


@register("trade.share", sectors=("trade",), uses=("from_year", "to_year"))
def share(state: State) -> Figure:
    """Italy's share of Kazakhstan's exports beside its main rivals."""
    t = texts.in_language(state.lang)
    needed.some(tables.load("trade"), "trade", "value_usd")
    begins = partner_years.named_from(tables.load("trade"))
    first = max(state.from_year, begins)
    rows = analysis.destinations(tables.load("trade"), first, state.to_year)
    if rows.empty:
        why = t("No data on Kazakhstan's exports by destination for this selection.")
        return shared.nothing("trade.share", t("Shares of Kazakhstan's exports, percent"), why)
    shown = rows[rows["partner"].isin(_rivals(rows))]
    seen, undated = customers_stated.stated(state)
    table = pd.concat([shown, seen], ignore_index=True)
    without = analysis.left_out(rows)
    note = [t("Shares by value as reported by Kazakhstan.")]
    if state.from_year < begins:
        note.append(
            t(
                "Years before {first} are left out: exports to {partner} are not in the source.",
                first=begins,
                partner=t.name(partner_years.RUSSIA),
            )
        )
    if len(seen):
        note.append(t("Diamonds: shares stated by the article; hollow points: by the press."))
    note += customers_stated.undated(undated, t)
    return Figure(
        id="trade.share",
        title=t(
            "Shares of Kazakhstan's exports, {years}, percent", years=lines.years(rows["year"])
        ),
        drawn=Chart(_shares(shown, seen, t), _HEIGHT),
        table=table,
        source_ids=sources.ids(table, undated),
        finding=_share_finding(rows, t),
        note=" ".join([*note, *_without(without, t)]),
        badges=shared.badges(
            shown,
            *(("disagree",) if len(seen) else ()),
            *(("incomplete",) if without.ge(_WHOLE_FROM).any() else ()),
        ),
        height=_HEIGHT,
    )


def _without(without: pd.Series, t: Texts) -> list[str]:
    """Years of which the source gives a part to no partner, with that part."""
    named = without[without.ge(_NAMED_FROM)]
    if named.empty:
        return []
    years = [
        t("{year} ({share})", year=year, share=t.percent(part)) for year, part in named.items()
    ]
    return [
        t(
            "Shares are of all exports; the part for which the source names no partner: {list}.",
            list=lines.listed(years, t),
        )
    ]


def _rivals(rows: pd.DataFrame) -> list[str]:
    """Italy and the largest other customers over the period that are known in the latest year."""
    latest = set(rows.loc[rows["year"].eq(rows["year"].max()), "partner"])
    total = rows[rows["partner"].isin(latest - {"ITA"})].groupby("partner")["value_usd"].sum()
    return ["ITA", *total.nlargest(_RIVALS).index]


def _share_finding(rows: pd.DataFrame, t: Texts) -> str:
    italy = rows[rows["partner"].eq("ITA") & rows["share"].notna()]
    if italy.empty:
        return ""
    last = italy.iloc[-1]
    most = italy.loc[italy["share"].idxmax()]
    return t(
        "In {year} {share} of Kazakhstan's exports went to Italy, rank {rank} among its export "
        "markets; the highest share was {most} in {peak}.",
        year=int(last["year"]),
        share=t.percent(last["share"]),
        rank=int(last["rank"]),
        most=t.percent(most["share"]),
        peak=int(most["year"]),
    )


def partner_series(rows: pd.DataFrame, value: str, words: Words, t: Texts) -> list[Series]:
    """A line for each partner, all but Italy's muted, in the order of `rows`.

    `rows` has `partner`, `year` and the column `value`, which `words` puts in words.
    """
    return [
        Series(
            t.short(partner),
            marks.ITALY if partner == "ITA" else marks.MUTED,
            tuple(
                Point(int(year), None, "")
                if pd.isna(number)
                else Point(int(year), float(number), words(number))
                for year, number in own[["year", value]].itertuples(index=False)
            ),
            entity=str(partner),
            muted=partner != "ITA",
        )
        for partner, own in rows.groupby("partner", sort=False)
    ]


def _shares(rows: pd.DataFrame, seen: pd.DataFrame, t: Texts) -> Lines:
    last = rows["year"].max()
    named = [
        replace(one, ends=f"{one.name} {one.points[-1].words}")
        for one in partner_series(rows, "share", t.percent, t)
        if one.points[-1].at == last
    ]
    return Lines(
        (*named, *customers_stated.points(seen, t)),
        Unit(t("percent of exports")),
        t("Year"),
        what=t("Destination"),
        measure=t("Share"),
        hover="point",
    )
