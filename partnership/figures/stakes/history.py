"""The consortia over time: bands of holders, and the changes between them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import spans
from partnership.analysis import stakes as analysis
from partnership.charts import altair, lines
from partnership.charts.forms import Bands, Chart
from partnership.charts.forms.bands import Band, Flag, Panel, Stretch
from partnership.figures.figure import Figure, register
from partnership.figures.shared import badges, nothing
from partnership.figures.stakes import deals as listed
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import CONSORTIA, State
from partnership.tables.contract import first_day
from partnership.wording import stakes as words


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
    panels = tuple(
        _panel(a, rows[rows["asset_id"] == a], deals[deals["asset_id"] == a], t) for a in assets
    )
    undated = not rows["documented"].all()
    form = _bands(panels, t)
    height = altair.height(form)
    newest = max(str(spans.attested_on(stakes, a, today).day) for a in assets)
    return Figure(
        id="stakes.history",
        title=t(
            "Ownership of {where} over time, as reported up to {day}, percent",
            where=_where(assets, t),
            day=t.day(newest),
        ),
        drawn=Chart(form, height),
        table=rows,
        source_ids=sources.ids(rows, deals, *pages),
        headline=_answer(assets, rows, deals, t),
        finding=t("Numbers mark ownership changes, which are listed by date.")
        if len(deals)
        else "",
        note=_note(deals, undated, _worked_out(assets, t) if len(assets) == 1 else "", t),
        badges=badges(rows, *(("incomplete",) if undated else ())),
    )


def _answer(assets: tuple[str, ...], rows: pd.DataFrame, deals: pd.DataFrame, t: Texts) -> str:
    """How often holders changed, since when, and where they did last."""
    if deals.empty:
        return ""
    last = deals.sort_values("day", kind="stable").iloc[-1]
    count, since = len(deals), str(rows["start"].min())[:4]
    name, day = t.short(str(last["asset_id"])), t.day(str(last["begun"])[:7])
    if len(assets) == 1:
        return t(
            "{name}: {count} ownership changes since {year}, the latest in {day}",
            name=name,
            count=count,
            year=since,
            day=day,
        )
    return t(
        "{count} ownership changes since {year}, the latest in {name}, {day}",
        name=name,
        count=count,
        year=since,
        day=day,
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
            period = t.span(str(row.valid_from)[:4], str(row.valid_to)[:4])
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
                "Bands with a broken edge: no page lists the split for those days, and no dated "
                "change bounds them; the nearest known split is extended."
            )
        )
    if worked_out:
        parts.append(t("Derived from a list of another date: {list}.", list=worked_out))
    return " ".join(parts)


def _bands(panels: tuple[Panel, ...], t: Texts) -> Bands:
    return Bands(
        panels,
        details=(t("Holder"), t("Share"), t("Drawn for"), t("Documented")),
        flag_details=(t("Date"), t("Change"), t("Basis")),
        measure=t("Percent"),
        unsure=t("{name} (not documented)", name="{name}"),
    )


def _panel(asset: str, rows: pd.DataFrame, deals: pd.DataFrame, t: Texts) -> Panel:
    """Bands from the foot, in the order of all drawings; and the changes on their days."""
    order = analysis.ordered(tables.load("stakes"), rows["band"])
    data = rows.groupby(["start", "end", "documented", "band"], as_index=False)["percent"].sum()
    parts = dict(list(data.groupby("band")))
    return Panel(
        t.name(asset),
        tuple(_band(holder, parts[holder], t) for holder in order),
        tuple(_flag(r, t) for r in deals.itertuples()),
    )


def _band(holder: str, rows: pd.DataFrame, t: Texts) -> Band:
    name = words.holder(holder, t)
    return Band(name, "", tuple(_stretch(name, r, t) for r in rows.itertuples()), holder)


def _stretch(name: str, row: Any, t: Texts) -> Stretch:
    share = words.share(row.percent, t)
    known = t("yes") if row.documented else t("no")
    return Stretch(
        date.fromisoformat(row.start),
        date.fromisoformat(row.end),
        float(row.percent),
        share,
        bool(row.documented),
        details=(name, share, t.span(row.start, row.end), known),
    )


def _flag(row: Any, t: Texts) -> Flag:
    details = (t.day(row.begun), listed.label(row, t), listed.rests(row, t))
    return Flag(date.fromisoformat(row.day), int(row.number), bool(row.firm), details)
