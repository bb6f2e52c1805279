"""Words of the figures of critical materials: shares, why there is none, and their sources."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.charts import lines
from partnership.language import codes
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.wording import sentences

_AUDIT = "minex_2026_02_03_auditors"
"""Page that quotes the auditors' shares of EU supply."""
_TENTH = 0.1
_LIGHT = "crm_china_share_neodymium_praseodymium_pct"


def has(rows: pd.DataFrame, basis: str) -> pd.DataFrame:
    """Rows of which Kazakhstan has a share above zero on that basis."""
    return rows[rows["kazakhstan_basis"].eq(basis) & rows["kazakhstan_world_share_pct"].gt(0)]


def percent(value: float, t: Texts) -> str:
    """One decimal, two where it would be nothing."""
    return t.percent(value, 1 if value >= _TENTH else 2)


def uses(used_in: object, t: Texts) -> str:
    """What a material is used in: `batteries, vehicles`; empty where nothing is known."""
    if pd.isna(used_in):
        return ""
    return ", ".join(t(codes.MATERIAL_USE[use]) for use in str(used_in).split(";"))


def share(row: Any, t: Texts) -> str:
    """Kazakhstan's share in words; or why there is none, which is never a zero."""
    value = row.kazakhstan_world_share_pct
    if pd.isna(value):
        return (
            t(codes.MATERIAL_BASIS[row.kazakhstan_basis])
            if row.kazakhstan_basis in codes.MATERIAL_BASIS
            else ""
        )
    if value == 0:
        return t("none")
    if row.kazakhstan_basis == "metal_output":
        return t("{share} of the metal", share=percent(value, t))
    return percent(value, t)


def named(rows: pd.DataFrame, t: Texts) -> str:
    """Short names of materials: `a, b and c`."""
    return lines.listed([t.short(str(m)) for m in rows["material_id"]], t)


def basis(rows: pd.DataFrame, t: Texts) -> str:
    """What the shares of these rows are shares of, and why some have none."""
    mined, metals, processed = (
        rows[rows["kazakhstan_basis"].eq(b)] for b in ("mine_output", "metal_output", "processed")
    )
    return sentences.joined(
        t("World output: World Mining Data, {year}.", year=mined["kazakhstan_period"].max())
        if len(mined)
        else "",
        t(
            "{names}: the metal produced in {year} (US Geological Survey), over rounded world "
            "totals without the United States.",
            names=named(metals, t),
            year=metals["kazakhstan_period"].max(),
        )
        if len(metals)
        else "",
        t("{names}: no mine output is listed, but metal is produced.", names=named(processed, t))
        if len(processed)
        else "",
    )


def china_supply(rows: pd.DataFrame, t: Texts) -> str:
    """The publishers of China's shares of EU supply, each with its materials."""
    parts = []
    for source, own in rows.groupby("china_source_id", sort=False, observed=True):
        page = sources.by_ids([str(source)])[0]
        words = {"page": sources.named(page.publisher, t), "year": page.published[:4]}
        parts.append(t("{page} ({year}) for {names}", **words, names=named(own, t)))
    return sentences.joined(
        t("China's share of EU supply: {pages}.", pages="; ".join(parts)) if parts else "",
        t("The auditors do not state the years of their data.")
        if rows["china_source_id"].eq(_AUDIT).any()
        else "",
        _light(t),
    )


def _light(t: Texts) -> str:
    """China's share of the supply of light rare earths, or nothing where it is not known."""
    seen = tables.load("observations")
    light = seen.loc[seen["metric_id"].eq(_LIGHT), "value"]
    if light.empty:
        return ""
    return t(
        "Of neodymium and praseodymium, which are light rare earths, it is {least} to {most}.",
        least=t.percent(light.min(), 0),
        most=t.percent(light.max(), 0),
    )


def origins(rows: pd.DataFrame) -> tuple[str, ...]:
    """Sources of the list, of the shares of output, and of China's share of EU supply."""
    columns = ("source_id", "kazakhstan_source_id", "china_source_id")
    ids = [sources.ids(rows.dropna(subset=c).assign(source_id=rows[c])) for c in columns]
    seen = tables.load("observations")
    light = sources.ids(seen[seen["metric_id"].eq(_LIGHT)])
    return tuple(dict.fromkeys([i for one in (*ids, light) for i in one]))
