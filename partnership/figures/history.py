"""The consortia over time and side by side: history, what each holder owns, look-through."""

from __future__ import annotations

from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from partnership import sources, tables, texts
from partnership.analysis import stakes as analysis
from partnership.figures import marks
from partnership.figures.figure import Figure, Listing, register
from partnership.state import CONSORTIA, State
from partnership.texts import Texts

FIELDS = ("tengiz", "kashagan", "karachaganak")
_SHOWN_HOLDERS = 7
_NAMED_FROM = {"small": 11.0, "tall": 4.5}
"""Percent from which a band is thick enough for a name."""


def _named(state: State) -> tuple[str, ...]:
    return CONSORTIA if state.consortium == "all" else (state.consortium,)


def _deals(assets: tuple[str, ...]) -> pd.DataFrame:
    """Dated changes of ownership of some consortia, earliest first, numbered per consortium."""
    events = tables.load("events")
    deals = events[events["asset_id"].isin(assets) & events["kind"].eq("ownership_change")]
    deals = deals.sort_values(["asset_id", "date"])
    day = [d if len(d) == 10 else f"{d}-01" if len(d) == 7 else f"{d}-07-01" for d in deals["date"]]
    return deals.assign(day=day, number=deals.groupby("asset_id").cumcount() + 1)


def _start(asset_id: str, known: pd.DataFrame) -> date:
    """First day drawn: the agreement's own date where the first split is undated."""
    first = known["valid_from"].dropna()
    if known["valid_from"].notna().all():
        return date.fromisoformat(str(first.min()))
    events = tables.load("events")
    signed = events[events["asset_id"].eq(asset_id) & events["kind"].eq("agreement")]["date"]
    begun = signed.astype(str).min() if len(signed) else str(known["attested"].astype(str).min())
    return date.fromisoformat((begun + "-01-01")[:10])


@register("stakes.history", sectors=("oil_gas", "transport"), uses=("consortium",))
def history(state: State) -> Figure:
    """Holders over time as a stacked area in steps, with the deals that changed it."""
    t = texts.of(state.lang)
    named = _named(state)
    stakes = tables.load("stakes")
    today = date.today()
    parts = []
    for asset in named:
        known = analysis.splits(stakes, asset)
        parts.append(
            analysis.history(stakes, asset, _start(asset, known), today).assign(asset_id=asset)
        )
    rows = pd.concat(parts, ignore_index=True)
    deals = _deals(named)
    charts = [
        _bands(rows[rows["asset_id"] == a], deals[deals["asset_id"] == a], t, len(named) > 1)
        for a in named
    ]
    chart = (
        charts[0]
        if len(charts) == 1
        else alt.vconcat(*charts, spacing=26).resolve_scale(color="independent", x="shared")
    )
    where = t.name(named[0]) if len(named) == 1 else t("the five consortia")
    undated = not rows["documented"].all()
    return Figure(
        id="stakes.history",
        title=t("Holders of {where} over time, percent", where=where),
        drawn=marks.finish(chart, 320 if len(named) == 1 else None),
        table=rows,
        source_ids=sources.ids(rows, deals),
        alt=t(
            "Stacked bands in steps: one band a holder, numbered lines where a deal changed the"
            " shares."
        ),
        finding=t("Numbers mark the deals that are listed with it.") if len(deals) else "",
        note=(
            t(
                "Paler bands: when that split began is not documented; it is drawn from the"
                " signature of the agreement, or from the date of the oldest list."
            )
            if undated
            else ""
        ),
        badges=marks.badges(rows, *(("incomplete",) if undated else ())),
        height=320 if len(named) == 1 else 170 * len(named),
    )


def _bands(rows: pd.DataFrame, deals: pd.DataFrame, t: Texts, small: bool) -> Any:
    asset = str(rows["asset_id"].iloc[0])
    data = _stacked(rows, t)
    x = alt.X("day:T", title=None, axis=alt.Axis(grid=False, format="%Y", tickCount=8))
    # Charts put one above the other are as wide as the page, and an axis would come on top.
    y_axis = None if small else marks.value_axis("", values=[0, 25, 50, 75, 100])
    corners = data.melt(
        [c for c in data.columns if c not in ("start", "end")], ["start", "end"], value_name="day"
    )
    areas = (
        alt.Chart(marks.rows(corners))
        .mark_area(stroke=marks.PAPER, strokeWidth=0.8)
        .encode(
            x=x,
            y=alt.Y(
                "lower:Q", title=None, scale=alt.Scale(domain=[0, 100], clamp=True), axis=y_axis
            ),
            y2="upper:Q",
            color=alt.Color("colour:N", scale=None),
            opacity=alt.Opacity("shade:Q", scale=None),
            detail=["name:N", "span:N"],
            tooltip=[
                alt.Tooltip("name:N", title=t("Holder")),
                alt.Tooltip("said:N", title=t("Share")),
                alt.Tooltip("span:N", title=t("Valid")),
            ],
        )
    )
    layers = [
        areas,
        _band_labels(data, _NAMED_FROM["small" if small else "tall"]),
        *_deal_lines(deals, t),
    ]
    title = alt.TitleParams(t.name(asset) if small else "", anchor="start", fontSize=13, offset=16)
    return alt.layer(*layers).properties(
        height=120 if small else 330, title=title, width="container"
    )


def _stacked(rows: pd.DataFrame, t: Texts) -> pd.DataFrame:
    """Bands with their lower and upper edge: Eni and Kazakhstan at the foot, then by size."""
    most = rows.groupby("holder_id")["percent"].max().sort_values(ascending=False)
    first = [h for h in ("eni", "kazmunaygas", "kazakh_state") if h in most.index]
    shown = [*first, *[h for h in most.index if h not in first]][: len(first) + _SHOWN_HOLDERS]
    data = rows.assign(band=rows["holder_id"].where(rows["holder_id"].isin(shown), "other"))
    keys = ["start", "end", "documented", "band"]
    data = data.groupby(keys, as_index=False)["percent"].sum()
    order = [*shown, "other"]
    colours = marks.holder_colours(order)
    data = data.assign(place=data["band"].map(order.index)).sort_values(["start", "place"])
    upper = data.groupby("start")["percent"].cumsum()
    return data.assign(
        lower=upper - data["percent"],
        upper=upper,
        name=[t("Others") if b == "other" else t.short(b) for b in data["band"]],
        said=[t.percent(p, 2) for p in data["percent"]],
        span=[f"{t.day(a)} – {t.day(b)}" for a, b in zip(data["start"], data["end"], strict=True)],
        colour=data["band"].map(colours),
        shade=data["documented"].map({True: 0.92, False: 0.5}),
    )


def _band_labels(data: pd.DataFrame, least: float) -> marks.Drawing:
    """The holders of today, named at the right end of their bands where there is room."""
    last = data[(data["end"] == data["end"].max()) & (data["percent"] >= least)]
    last = last.assign(
        middle=(last["lower"] + last["upper"]) / 2, words=last["name"] + " " + last["said"]
    )
    last = last.assign(ink=last["documented"].map({True: marks.PAPER, False: marks.INK}))
    return (
        alt.Chart(marks.rows(last))
        .mark_text(align="right", dx=-6, fontSize=11, fontWeight="bold")
        .encode(x="end:T", y="middle:Q", text="words:N", color=alt.Color("ink:N", scale=None))
    )


def _deal_lines(deals: pd.DataFrame, t: Texts) -> list[alt.Chart]:
    if deals.empty:
        return []
    told = deals.assign(
        words=[t.name(e, "title") for e in deals["event_id"]],
        said=[t.day(d) for d in deals["date"]],
    )
    base = alt.Chart(marks.rows(told[["day", "number", "words", "said"]])).encode(
        x="day:T",
        tooltip=[alt.Tooltip("said:N", title=t("Date")), alt.Tooltip("words:N", title=t("Deal"))],
    )
    rule = base.mark_rule(color=marks.INK, strokeDash=[3, 2])
    dot = base.mark_point(filled=True, size=190, color=marks.INK, opacity=1, y=-2)
    number = base.mark_text(color=marks.PAPER, fontSize=10, fontWeight="bold", y=-2).encode(
        text="number:Q"
    )
    return [rule, dot, number]


def _label(deal: Any, t: Texts, several: bool) -> str:
    where = f"{t.short(deal.asset_id)} " if several else ""
    return f"{where}{deal.number} · {t.day(deal.date)}"


@register("stakes.deals", sectors=("oil_gas", "transport"), uses=("consortium",))
def deals(state: State) -> Figure:
    """The deals that changed the shares, numbered as in the history."""
    t = texts.of(state.lang)
    found = _deals(_named(state))
    rows = tuple(
        {
            "label": _label(r, t, several=state.consortium == "all"),
            "value": t.name(r.event_id, "title"),
            "detail": t.description(r.event_id),
        }
        for r in found.itertuples()
    )
    return Figure(
        id="stakes.deals",
        title=t("Deals that changed the shares"),
        drawn=Listing("events", rows),
        table=found.drop(columns=["number", "day"]),
        source_ids=sources.ids(found),
        alt=t("List of {count} deals.", count=len(found)),
        finding="" if len(found) else t("No change of holders is recorded in the sources read."),
        badges=marks.badges(found),
    )
