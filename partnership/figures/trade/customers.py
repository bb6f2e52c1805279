"""Italy among Kazakhstan's customers: its share of exports."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from partnership import tables
from partnership.analysis import partner_years
from partnership.analysis import trade as analysis
from partnership.analysis.periods import of_the_page
from partnership.charts import lines, marks
from partnership.charts.forms import Lines, Series, Unit
from partnership.charts.points import Words, points
from partnership.charts.press_points import stated
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.provenance.sources import publisher
from partnership.state import State
from partnership.tables import needed
from partnership.wording import markets
from partnership.wording.sentences import joined, listing

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
    rows = analysis.destinations(tables.load("trade"), max(state.from_year, begins), state.to_year)
    if rows.empty:
        why = t("No data on Kazakhstan's exports by destination for this selection.")
        return shared.nothing("trade.share", t("Shares of Kazakhstan's exports, percent"), why)
    shown = rows[rows["partner"].isin(_rivals(rows))]
    seen, undated = _stated(state)
    without = analysis.left_out(rows)
    return shared.drawn(
        "trade.share",
        _lines(shown, seen, t),
        shown,
        table=pd.concat([shown, seen], ignore_index=True),
        title=t(
            "Shares of Kazakhstan's exports, percent, {years}", years=lines.years(rows["year"])
        ),
        headline=markets.first(rows, t),
        finding=_finding(rows, t),
        note=joined(
            t("Shares by value as reported by Kazakhstan."),
            _left_out(state, begins, t),
            t("Diamonds: the article; hollow points: the press.") if len(seen) else "",
            _undated(undated, t),
            listing(
                message(
                    "Shares are of all exports; the part for which the source names no partner: "
                    "{list}."
                ),
                (
                    t("{year} ({share})", year=year, share=t.percent(part))
                    for year, part in without[without.ge(_NAMED_FROM)].items()
                ),
                t,
            ),
        ),
        height=380,
        cited=[undated],
        disagree=len(seen) > 0,
        incomplete=bool(without.ge(_WHOLE_FROM).any()),
    )


def _left_out(state: State, begins: int, t: Texts) -> str:
    if state.from_year >= begins:
        return ""
    return t(
        "Years before {first} are left out: exports to {partner} are not in the source.",
        first=begins,
        partner=t.name(partner_years.RUSSIA),
    )


def _undated(rows: pd.DataFrame, t: Texts) -> str:
    """Shares that cannot be placed, since their page names no year."""
    each = (
        t(
            "{share} ({who}, {day})",
            share=t.percent(row.share, 0),
            who=publisher(row.source_id, t),
            day=t.day(row.period),
        )
        for row in rows.itertuples()
    )
    return listing(message("Not drawn, since the page names no year: {list}."), each, t)


def _stated(state: State) -> tuple[pd.DataFrame, pd.DataFrame]:
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


def _rivals(rows: pd.DataFrame) -> list[str]:
    """Italy and the largest other customers over the period that are known in the latest year."""
    latest = set(rows.loc[rows["year"].eq(rows["year"].max()), "partner"])
    total = rows[rows["partner"].isin(latest - {"ITA"})].groupby("partner")["value_usd"].sum()
    return ["ITA", *total.nlargest(_RIVALS).index]


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    italy = rows[rows["partner"].eq("ITA") & rows["share"].notna()]
    if italy.empty:
        return ""
    most = italy.loc[italy["share"].idxmax()]
    return t(
        "These are shares of {year}; Italy's was highest in {peak}, at {most}.",
        year=int(rows["year"].max()),
        most=t.percent(most["share"]),
        peak=int(most["year"]),
    )


def partner_series(rows: pd.DataFrame, value: str, words: Words, t: Texts) -> list[Series]:
    """A line for each partner, all but those of Italy and its first rival muted.

    `rows` has `partner`, `year`, `rank` and the column `value`, which `words` puts in words.
    """
    shown = ("ITA", analysis.first_rival(rows))
    by_partner = {str(partner): own for partner, own in rows.groupby("partner", sort=False)}
    return [
        Series(
            t.short(partner),
            "" if partner in shown else marks.MUTED,
            points(by_partner[partner], value, words),
            entity=partner,
            muted=partner not in shown,
        )
        for partner in sorted(by_partner, key=lambda one: one != "ITA")
    ]


def _lines(rows: pd.DataFrame, seen: pd.DataFrame, t: Texts) -> Lines:
    last = rows["year"].max()
    named = [
        replace(one, ends=f"{one.name} {one.points[-1].words}")
        for one in partner_series(rows, "share", t.percent, t)
        if one.points[-1].at == last
    ]
    claimed = seen[seen["status"].eq("claimed")]
    each = [
        t("{share} ({year})", share=t.percent(r.share), year=r.year) for r in claimed.itertuples()
    ]
    # One label for all of the article's: beside each it would lie on the lines.
    label = {claimed["year"].max(): t("Article: {list}", list=", ".join(each))} if each else {}
    marked = stated(
        seen,
        "share",
        t.percent,
        (t("{name}, in the press", name=t.short("ITA")), t("Article")),
        t,
        details=lambda row: ((t("Italy's share, as stated"), t.percent(row.share)),),
        entity="ITA",
        colour=marks.ITALY,
        label=lambda row: label.get(row.year, "") if row.status == "claimed" else "",
    )
    return Lines(
        (*named, *marked),
        Unit(t("percent of exports")),
        t("Year"),
        what=t("Destination"),
        measure=t("Share"),
        hover="point",
    )
