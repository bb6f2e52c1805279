"""An asset in a dozen lines: what it is, one number, who holds it, where sources disagree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import assets as analysis
from partnership.analysis import preferred, stakes
from partnership.analysis.spans import attested_on
from partnership.language import amounts, codes
from partnership.language.texts import Texts
from partnership.maps.assets import seen_on
from partnership.tables import needed
from partnership.wording import assets
from partnership.wording import stakes as stakes_words
from partnership.wording.sentences import begun

_METRICS = (
    "oil_production_mt",
    "oil_throughput_mt",
    "kazakh_oil_throughput_mt",
    "corridor_cargo_kt",
    "gas_production_bcm",
    "field_oil_production_mmbbl",
    "field_gas_production_mcm",
    "electricity_output_gwh_y",
    "port_cargo_mt",
)
"""What an asset is measured by, the most telling first."""
SEVERAL = "XXX"
"""The country of what lies in several (ISO 3166-1, user-assigned)."""
_ITALIAN, _STATE = "eni", "kazmunaygas"


@dataclass(frozen=True)
class Number:
    """The newest value of what an asset is measured by, and the yearly values that lead to it."""

    label: str
    words: str
    series: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Holder:
    """A holder's part of the whole, in percent; who is named has words."""

    percent: float
    colour: str
    words: str = ""


@dataclass(frozen=True)
class Brief:
    """What the card of an asset says; `company` is the one to read on about."""

    name: str
    kind: str
    number: Number | None
    holders: tuple[Holder, ...]
    when: str
    doubt: str
    company: str | None


def brief(asset: str, t: Texts) -> Brief:
    """The card of an asset. Raises `TableError` for one that is not known."""
    row = next(needed.rows(seen_on(date.today()), "assets", asset_id=asset).itertuples())
    observed = tables.load("observations")
    observed = observed[observed["entity_id"].eq(asset)]
    holders, when = _holders(asset, t)
    return Brief(
        t.name(asset),
        _kind(row, t),
        _number(row, observed, t),
        holders,
        when,
        _doubt(observed, t),
        _company(asset, row),
    )


def _kind(row: Any, t: Texts) -> str:
    parts = [assets.kind(row, t), assets.commodities(row, t)]
    if row.country != SEVERAL:
        parts.append(assets.place(row, t))
    if row.asset_status != "unknown":
        parts.append(t(codes.ASSET_STATUS[row.asset_status]))
    if pd.notna(row.start_year):
        parts.append(t("since {year}", year=int(row.start_year)))
    return begun(" · ".join(part for part in parts if part))


def _number(row: Any, observed: pd.DataFrame, t: Texts) -> Number | None:
    yearly = observed[
        observed["period"].str.fullmatch(r"\d{4}")
        & observed["status"].isin(["reported", "estimated", "derived"])
    ]
    for metric in _METRICS:
        rows = yearly[yearly["metric_id"].eq(metric)]
        if len(rows):
            return _measured(metric, rows, t)
    if words := assets.capacity(row, t):
        return Number(t("Capacity"), words)
    return None


def _measured(metric: str, rows: pd.DataFrame, t: Texts) -> Number:
    marked = preferred.mark(rows, tables.load("sources"), ("metric_id", "period"))
    used = marked[marked["used"]].sort_values("period")
    last = used.iloc[-1]
    remark = codes.VALUE_STATUS_REMARK[str(last["status"])]
    label = t("{metric}, {year}", metric=t.name(metric), year=t.day(str(last["period"])))
    if remark:
        label = t("{label} ({remark})", label=label, remark=t(remark))
    series = tuple((str(p), float(v)) for p, v in zip(used["period"], used["value"], strict=True))
    return Number(label, amounts.amount(float(last["value"]), str(last["unit"]), t), series)


def _holders(asset: str, t: Texts) -> tuple[tuple[Holder, ...], str]:
    known = tables.load("stakes")
    if stakes.splits(known, asset).empty:
        return (), ""
    rows = stakes.split_on(known, asset, date.today()).rows
    named = {_ITALIAN: palette.ITALY.light, _STATE: palette.KAZAKHSTAN.light}
    first = rows["holder_id"].map({_ITALIAN: 0, _STATE: 1}).fillna(2)
    rows = rows.assign(first=first).sort_values(["first", "percent"], ascending=[True, False])
    found = tuple(
        Holder(
            float(r.percent),
            named.get(str(r.holder_id), palette.MUTED.light),
            f"{t.short(str(r.holder_id))} {t.percent(r.percent, 2)}"
            if r.holder_id in named
            else "",
        )
        for r in rows.itertuples()
    )
    return found, stakes_words.when(attested_on(known, asset, date.today()), t)


def _doubt(observed: pd.DataFrame, t: Texts) -> str:
    found = analysis.disagreement(observed)
    if found is None:
        return ""
    what = t.name(found.metric_id)
    if found.period:
        what = t("{metric}, {year}", metric=what, year=t.day(found.period))
    return t(
        "Sources disagree: {low} or {high} ({what})",
        low=amounts.amount(found.low, found.unit, t),
        high=amounts.amount(found.high, found.unit, t),
        what=what[:1].lower() + what[1:],
    )


def _company(asset: str, row: Any) -> str | None:
    """An Italian company of the asset, or else its operator, where companies are told of."""
    projects = tables.load("projects")
    companies = tables.load("companies")
    known = set(projects["company_id"].astype(str))
    italian = set(companies.loc[companies["country"].eq("ITA"), "company_id"].astype(str))
    own = [str(c) for c in projects.loc[projects["asset_id"].eq(asset), "company_id"]]
    candidates = [c for c in own if c in italian] + own
    if pd.notna(row.operator_id):
        candidates.append(str(row.operator_id))
    return next((c for c in candidates if c in known), None)
