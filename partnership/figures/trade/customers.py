"""Italy among Kazakhstan's customers: its share of exports."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import partner_years
from partnership.analysis import trade as analysis
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.trade import stated as customers_stated
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

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
        drawn=marks.finish(_shares(shown, seen, t), _HEIGHT),
        table=table,
        source_ids=sources.ids(table, undated),
        alt=t("Lines of yearly shares: Italy in colour, other large export markets muted."),
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


def partner_lines(
    data: pd.DataFrame, x: alt.X, y: alt.Y, tooltip: list[alt.Tooltip], dots: bool = False
) -> list[Any]:
    """Lines of partners; the one under the pointer comes to the front, in the browser alone.

    `data` has `year`, `at`, `partner`, `who` and `formatted`, the value in words. With `dots` each
    year is marked, so that a year without neighbours is seen.
    """
    # Not `nearest`: Vega-Lite then looks for the words of the tooltip in the wrong place.
    over = alt.selection_point(
        on="pointerover", clear="pointerout", fields=["partner"], empty=False
    )
    rivals = data[data["partner"].ne("ITA")]
    italy = data[data["partner"].eq("ITA")]
    one = dots or len(italy) == 1
    base = alt.Chart(marks.rows(rivals[["year", "at", "partner"]])).encode(x=x, y=y)
    muted = base.mark_line(color=marks.MUTED, point=_dot(marks.MUTED) if dots else False).encode(
        detail="partner:N",
        opacity=alt.condition(over, alt.value(1), alt.value(0.55)),
        strokeWidth=alt.condition(over, alt.value(3), alt.value(1.4)),
    )
    own = (
        alt.Chart(marks.rows(italy[["year", "at"]]))
        .mark_line(color=marks.ITALY, strokeWidth=3, point=_dot(marks.ITALY) if one else False)
        .encode(x=x, y=y)
    )
    hits = (
        alt.Chart(marks.rows(data[["year", "at", "partner", "who", "formatted"]]))
        .mark_point(filled=True, color=marks.INK)
        .encode(
            x=x,
            y=y,
            size=alt.condition(over, alt.value(60), alt.value(_REACH)),
            opacity=alt.condition(over, alt.value(0.9), alt.value(0)),
            tooltip=tooltip,
        )
        .add_params(over)
    )
    return [muted, own, hits]


_REACH = 260
"""Area in which a year of a partner answers the pointer, in square pixels."""


def _dot(colour: str) -> dict[str, Any]:
    return {"color": colour, "filled": True, "size": 22, "opacity": 1}


def partner_colour(partner: object) -> str:
    """Italy in its colour, everyone else muted."""
    return marks.ITALY if partner == "ITA" else marks.SOFT


def _shares(rows: pd.DataFrame, seen: pd.DataFrame, t: Texts) -> Any:
    span = (int(rows["year"].min()), int(rows["year"].max()))
    x = lines.year_x("year", *span, room=92)
    end = max(float(rows["share"].max()), float(seen["share"].max() if len(seen) else 0)) * 1.06
    y = alt.Y(
        "at:Q",
        scale=alt.Scale(domain=[0, end], nice=False),
        axis=marks.value_axis(t("percent of exports")),
    )
    data = rows.assign(
        at=rows["share"],
        who=[t.short(p) for p in rows["partner"]],
        formatted=[t.percent(s) for s in rows["share"]],
    )
    tooltip = [
        alt.Tooltip("who:N", title=t("Destination")),
        alt.Tooltip("year:Q", title=t("Year"), format="d"),
        alt.Tooltip("formatted:N", title=t("Share")),
    ]
    last = data[data["year"].eq(span[1])]
    names = last.assign(
        words=[f"{w} {s}" for w, s in zip(last["who"], last["formatted"], strict=True)],
        colour=last["partner"].map(partner_colour),
        at=lines.spread(last["at"].tolist(), 1.05 * lines.LABEL_LINE * end / lines.plot(_HEIGHT)),
    )
    layers = [*partner_lines(data, x, y, tooltip), lines.words_at_end(names, x, y, fontSize=11)]
    return alt.layer(*layers, *customers_stated.points(seen, t, x, y))
