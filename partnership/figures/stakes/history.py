"""The consortia over time: bands of holders, and the changes between them."""

from __future__ import annotations

from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import spans
from partnership.analysis import stakes as analysis
from partnership.charts import lines, marks
from partnership.figures.figure import Figure, register
from partnership.figures.shared import badges, nothing
from partnership.figures.stakes import deals as listed
from partnership.figures.stakes.history_names import names
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import CONSORTIA, State
from partnership.tables.contract import first_day
from partnership.wording import stakes as words

_NAMED_FROM = {"small": 11.0, "tall": 4.5}
"""Percent from which a band is thick enough for a name."""


def named(state: State) -> tuple[str, ...]:
    """The consortia that the reader chose."""
    return CONSORTIA if state.consortium == "all" else (state.consortium,)


def _start(known: pd.DataFrame) -> date:
    """First day drawn: where the first split begins, or else is first listed."""
    first = known["valid_from"].fillna(known["attested"].map(first_day))
    return date.fromisoformat(str(first.min()))


@register("stakes.history", sectors=("oil_gas", "transport"), uses=("consortium",))
def history(state: State) -> Figure:
    """Holders over time as a stacked area in steps, with the changes numbered."""
    t = texts.in_language(state.lang)
    assets = named(state)
    stakes = tables.load("stakes")
    today = date.today()
    parts: dict[str, pd.DataFrame] = {}
    pages = []
    for asset in assets:
        known = analysis.splits(stakes, asset)
        rows = spans.history(stakes, asset, _start(known), today) if len(known) else known
        if len(rows):
            pages += words.pages(known)
            parts[asset] = rows.assign(asset_id=asset)
    if not parts:
        why = t(
            "No ownership split of {where} is available for any day up to {day}.",
            **_when(assets, today, t),
        )
        return nothing("stakes.history", t("Ownership over time"), why)
    assets = tuple(parts)
    rows = pd.concat(parts.values(), ignore_index=True)
    deals = listed.deals_of(assets)
    deals = deals[deals["day"].le(today.isoformat())]
    charts = [
        _bands(rows[rows["asset_id"] == a], deals[deals["asset_id"] == a], t, len(assets) > 1)
        for a in assets
    ]
    chart = (
        charts[0]
        if len(charts) == 1
        else alt.vconcat(*charts, spacing=14).resolve_scale(color="independent", x="shared")
    )
    undated = not rows["documented"].all()
    newest = max(str(spans.attested_on(stakes, a, today).day) for a in assets)
    return Figure(
        id="stakes.history",
        title=t(
            "Ownership of {where} over time, as reported up to {day}, percent",
            where=_where(assets, t),
            day=t.day(newest),
        ),
        drawn=marks.finish(chart, 320 if len(assets) == 1 else None),
        table=rows,
        source_ids=sources.ids(rows, deals, *pages),
        alt=t("Stacked bands in steps: one band a holder, numbered lines at ownership changes."),
        finding=t("Numbers mark ownership changes.") if len(deals) else "",
        note=_note(deals, undated, _worked_out(assets, t) if len(assets) == 1 else "", t),
        badges=badges(rows, *(("incomplete",) if undated else ())),
        height=320 if len(assets) == 1 else 112 * len(assets),
    )


def _where(assets: tuple[str, ...], t: Texts) -> str:
    """The consortia that are drawn, in words."""
    whole = len(assets) == len(CONSORTIA)
    return t("the five consortia") if whole else lines.listed([t.name(a) for a in assets], t)


def _when(assets: tuple[str, ...], day: date, t: Texts) -> dict[str, str]:
    return {"where": _where(assets, t), "day": t.day(day)}


def _worked_out(assets: tuple[str, ...], t: Texts) -> str:
    """Periods whose split no page of the time lists, and the day of the list it is derived from."""
    periods = []
    for asset in assets:
        rows = spans.spans(tables.load("stakes"), asset)
        for row in rows[rows["worked_out"]].itertuples():
            where = f"{t.short(asset)}, " if len(assets) > 1 else ""
            period = f"{t.day(str(row.valid_from)[:4])}–{t.day(str(row.valid_to)[:4])}"
            periods.append(f"{where}{period} ({t.day(str(row.attested))})")
    return "; ".join(periods)


def _note(deals: pd.DataFrame, undated: bool, worked_out: str, t: Texts) -> str:
    parts = []
    if not deals["firm"].all():
        parts.append(
            t(
                "Full lines and numbers: the change is reported as completed. Broken lines and "
                "hollow numbers: it is known only from an agreement, an announcement, an "
                "expectation or the first list that shows it."
            )
        )
    if undated:
        parts.append(
            t(
                "Paler bands: no page lists the split for those days, and no dated change bounds "
                "them; the nearest known split is extended."
            )
        )
    if worked_out:
        parts.append(t("Derived from a list of another date: {list}.", list=worked_out))
    return " ".join(parts)


def _bands(rows: pd.DataFrame, deals: pd.DataFrame, t: Texts, small: bool) -> Any:
    asset = str(rows["asset_id"].iloc[0])
    data = _stacked(rows, t)
    x = marks.days("day", title=None, axis=alt.Axis(grid=False, format="%Y", tickCount=8))
    # Charts in a column are as wide as the page, and an axis would make them wider.
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
                alt.Tooltip("label:N", title=t("Share")),
                alt.Tooltip("span:N", title=t("Drawn for")),
                alt.Tooltip("known:N", title=t("Documented")),
            ],
        )
    )
    layers = [
        areas,
        *names(data, _NAMED_FROM["small" if small else "tall"]),
        *_deal_lines(deals, t),
    ]
    title = alt.TitleParams(t.name(asset) if small else "", anchor="start", fontSize=13, offset=6)
    return alt.layer(*layers).properties(
        height=62 if small else 330, title=title, width="container"
    )


def _stacked(rows: pd.DataFrame, t: Texts) -> pd.DataFrame:
    """Bands with their lower and upper edge: Eni and Kazakhstan at the foot, then by size."""
    most = rows.groupby("band")["percent"].max().sort_values(ascending=False, kind="stable")
    first = [h for h in ("eni", "kazmunaygas", "kazakh_state") if h in most.index]
    order = [*first, *[h for h in most.index if h not in (*first, analysis.OTHER)], analysis.OTHER]
    data = rows.groupby(["start", "end", "documented", "band"], as_index=False)["percent"].sum()
    colours = marks.holder_colours(order)
    data = data.assign(place=data["band"].map(order.index)).sort_values(["start", "place"])
    upper = data.groupby("start")["percent"].cumsum()
    data = data.assign(
        lower=upper - data["percent"],
        upper=upper,
        name=[t("Others") if b == analysis.OTHER else t.short(b) for b in data["band"]],
    )
    data["label"] = [t.percent(p, 2) for p in data["percent"]]
    return data.assign(
        span=[f"{t.day(a)} – {t.day(b)}" for a, b in zip(data["start"], data["end"], strict=True)],
        known=data["documented"].map({True: t("yes"), False: t("no")}),
        colour=data["band"].map(colours),
        shade=data["documented"].map({True: 0.92, False: 0.5}),
    )


def _deal_lines(deals: pd.DataFrame, t: Texts) -> list[alt.Chart]:
    if deals.empty:
        return []
    data = deals.assign(
        words=[listed.label(r, t) for r in deals.itertuples()],
        rests=[listed.rests(r, t) for r in deals.itertuples()],
    )
    data["label"] = [t.day(d) for d in deals["begun"]]
    base = alt.Chart(marks.rows(data[["day", "number", "words", "label", "rests", "firm"]])).encode(
        x=marks.days("day"),
        tooltip=[
            alt.Tooltip("label:N", title=t("Date")),
            alt.Tooltip("words:N", title=t("Change")),
            alt.Tooltip("rests:N", title=t("Basis")),
        ],
    )
    firm, loose = "datum.firm", "!datum.firm"
    dot: dict[str, Any] = {"size": 190, "opacity": 1, "y": -11}
    number: dict[str, Any] = {"fontSize": 10, "fontWeight": "bold", "y": -11}
    return [
        base.transform_filter(firm).mark_rule(color=marks.INK),
        base.transform_filter(loose).mark_rule(color=marks.INK, strokeDash=[3, 3]),
        base.transform_filter(firm).mark_point(filled=True, color=marks.INK, **dot),
        base.transform_filter(loose).mark_point(
            filled=True,
            fill=marks.PAPER,
            stroke=marks.INK,
            strokeWidth=1.2,
            strokeDash=[2, 2],
            **dot,
        ),
        base.transform_filter(firm).mark_text(color=marks.PAPER, **number).encode(text="number:Q"),
        base.transform_filter(loose).mark_text(color=marks.INK, **number).encode(text="number:Q"),
    ]
