"""The card of one asset: each fact that is known, with its source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import preferred, stakes
from partnership.analysis.diplomacy import without_duplicates
from partnership.analysis.spans import attested_on
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.figures.shared import unchosen
from partnership.language import amounts, codes, texts
from partnership.language.texts import Texts
from partnership.maps.assets import seen_on
from partnership.state import SECTORS, State
from partnership.tables import needed
from partnership.wording import assets, diplomacy
from partnership.wording import stakes as stakes_words

_LATEST = 3
"""Periods shown of one metric."""

Fact = tuple[str, str, str, str]
"""Label, value, id of the source, id of the further page that lists a share last (or nothing)."""
_COLUMNS = ("fact", "value", "source_id", "attested_source_id")


@register("map.card", sectors=SECTORS, uses=("asset",))
def card(state: State) -> Figure:
    """All that the tables know about the asset chosen."""
    t = texts.in_language(state.lang)
    if state.asset is None:
        why = t("Click a mark on the map, or choose an asset by name.")
        return unchosen("map.card", t("No asset chosen"), why, _COLUMNS)
    seen = seen_on(date.today())
    row = next(needed.rows(seen, "assets", asset_id=state.asset).itertuples())
    observed = _observed(state.asset)
    facts = [
        *_plain(row, t),
        *_holders(state.asset, t),
        *_values(observed, t),
        *_projects(state.asset, t),
    ]
    rows = tuple(
        {"label": a, "value": b, "detail": stakes_words.cited(s, last, t)}
        for a, b, s, last in facts
    )
    ids = tuple(dict.fromkeys(one for *_, s, last in facts for one in (s, last) if one))
    table = pd.DataFrame(facts, columns=list(_COLUMNS))
    note = "" if pd.isna(row.note) else t.remark(row.note)
    return Figure(
        id="map.card",
        title=t.name(state.asset),
        drawn=Listing("facts", rows),
        table=table,
        source_ids=ids,
        alt=t("Facts on {name}.", name=t.name(state.asset)),
        finding=_events(state.asset, t),
        note=note,
        badges=shared.badges(observed, *(("schematic",) if row.approximate else ())),
    )


def _plain(row: Any, t: Texts) -> Iterator[Fact]:
    source = str(row.source_id)
    position = source if pd.isna(row.position_source_id) else str(row.position_source_id)
    yield t("Kind"), assets.kind(row, t), source, ""
    yield t("Location"), assets.place(row, t), source, ""
    yield t("Position"), assets.precision(row, t), position, ""
    yield t("Status"), t(codes.ASSET_STATUS[row.asset_status]), source, ""
    if words := assets.commodities(row, t):
        yield t("Commodities"), words, source, ""
    if words := assets.capacity(row, t):
        yield t("Capacity"), words, source, ""
    if pd.notna(row.start_year):
        yield t("Since"), str(int(row.start_year)), source, ""
    if pd.notna(row.operator_id):
        yield t("Operator"), t.name(row.operator_id), source, ""


def _holders(asset: str, t: Texts) -> Iterator[Fact]:
    known = tables.load("stakes")
    if stakes.splits(known, asset).empty:
        return
    split = stakes.split_on(known, asset, date.today())
    when = stakes_words.when(attested_on(known, asset, date.today()), t)
    for row in split.rows.itertuples():
        yield (
            t("Holder {when}", when=when),
            f"{t.short(row.holder_id)} {t.percent(row.percent, 2)}",
            str(row.source_id),
            stakes_words.newest(row),
        )


def _observed(asset: str) -> pd.DataFrame:
    seen = tables.load("observations")
    matching = seen[seen["entity_id"].eq(asset)]
    matching = preferred.mark(matching, tables.load("sources"), ("metric_id", "period"))
    matching = matching.sort_values(["metric_id", "period", "used"], ascending=[True, False, False])
    return matching.groupby("metric_id").head(_LATEST)


def _values(observed: pd.DataFrame, t: Texts) -> Iterator[Fact]:
    for row in observed.itertuples():
        value = amounts.amount(row.value, str(row.unit), t)
        remark = codes.VALUE_STATUS_REMARK[row.status]
        label = f"{t.name(row.metric_id)} {t.day(row.period)}"
        yield label, f"{value} ({t(remark)})" if remark else value, str(row.source_id), ""


def _projects(asset: str, t: Texts) -> Iterator[Fact]:
    projects = tables.load("projects")
    for row in projects[projects["asset_id"].eq(asset)].sort_values("start").itertuples():
        when = f" ({t.day(row.start)})" if pd.notna(row.start) else ""
        yield t.short(row.company_id), f"{t(codes.ROLE[row.role])}{when}", str(row.source_id), ""


def _events(asset: str, t: Texts) -> str:
    """The latest events of the asset in one paragraph."""
    events = tables.load("events")
    matching = without_duplicates(events[events["asset_id"].eq(asset)])
    matching = matching.sort_values("date", ascending=False).head(3)
    return " · ".join(
        f"{diplomacy.day(row, t)}{' ≠' if row.others else ''}: {diplomacy.label(row, t)}"
        for row in matching.itertuples()
    )
