"""Assets in words: kind, place, capacity, state, for tooltips, tables and cards."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership.language import amounts, codes, spans
from partnership.language.texts import Texts
from partnership.wording.cells import Cell


def line(row: Any, t: Texts) -> str:
    """One line for a tooltip: kind, yield, capacity, state, first year."""
    parts = [kind(row, t)]
    parts += [p for p in (commodities(row, t), capacity(row, t), output(row, t)) if p]
    if row.asset_status != "unknown":
        parts.append(t(codes.ASSET_STATUS[row.asset_status]))
    if pd.notna(row.start_year):
        parts.append(spans.span(str(int(row.start_year)), "", t))
    return " · ".join(parts)


def kind(row: Any, t: Texts) -> str:
    """What it is, in words."""
    return t(codes.ASSET_KIND[row.kind])


def capacity(row: Any, t: Texts) -> str:
    """Nameplate capacity with its unit, or nothing where one of them is not known."""
    return amounts.amount(row.capacity_value, row.capacity_unit, t)


def output(row: Any, t: Texts) -> str:
    """Latest known oil output and its year, or nothing."""
    if pd.isna(row.output_mt):
        return ""
    return t(
        "{value} Mt of oil in {year}",
        value=t.number(row.output_mt, 2 if row.output_mt < 1 else 1),
        year=row.output_period,
    )


def commodities(row: Any, t: Texts) -> str:
    """What a deposit holds, or nothing."""
    if row.kind != "mineral_deposit" or pd.isna(row.commodities):
        return ""
    return ", ".join(commodity(c, t) for c in str(row.commodities).split(";"))


def commodity(key: str, t: Texts) -> str:
    """A commodity's name; one without a name of its own stands as it is."""
    return t(codes.COMMODITY[key]) if key in codes.COMMODITY else t.quote(key.replace("_", " "))


def place(row: Any, t: Texts) -> str:
    """Region of Kazakhstan, or the country."""
    return t.name(row.region_id) if pd.notna(row.region_id) else t.name(row.country)


def precision(row: Any, t: Texts) -> str:
    """How far the point may be off."""
    if pd.isna(row.precision_km):
        return t("no position")
    return t("± {km} km", km=t.number(row.precision_km, 0))


def row(row: Any, t: Texts) -> dict[str, str]:
    """An asset as a row of the table, its columns named in the reader's language."""
    return {
        t("Name"): t.name(row.asset_id),
        t("Kind"): kind(row, t),
        t("Place"): place(row, t),
        t("State"): t(codes.ASSET_STATUS[row.asset_status]),
        t("Capacity"): Cell(capacity(row, t), row.capacity_value, row.capacity_unit),
        t("Output"): Cell(output(row, t), row.output_mt),
        t("Holds"): commodities(row, t),
        t("Since"): Cell(
            str(int(row.start_year)) if pd.notna(row.start_year) else "", row.start_year
        ),
        t("Italian-held"): t("yes") if row.italian else "",
        t("Position"): Cell(precision(row, t), row.precision_km),
    }
