"""Assets in words: kind, place, capacity, state, for tooltips, tables and cards."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership.language import amounts, codes, spans
from partnership.language.readable import Cell, Column, Row
from partnership.language.texts import Texts, message


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


COLUMNS = (
    Column("name", message("Name")),
    Column("output", message("Output"), "right"),
    Column("capacity", message("Capacity")),
    Column("kind", message("Kind")),
    Column("place", message("Location")),
    Column("status", message("Status")),
    Column("commodities", message("Commodities")),
    Column("start_year", message("Since"), "right"),
    Column("italian", message("Italian-held")),
    Column("precision", message("Position"), "right"),
)
"""Columns of a table of assets."""


def row(row: Any, t: Texts) -> Row:
    """An asset as a row of such a table."""
    return {
        "name": t.name(row.asset_id),
        "kind": kind(row, t),
        "place": place(row, t),
        "status": t(codes.ASSET_STATUS[row.asset_status]),
        "capacity": Cell(capacity(row, t), row.capacity_value, row.capacity_unit),
        "output": Cell(output(row, t), row.output_mt),
        "commodities": commodities(row, t),
        "start_year": Cell(
            str(int(row.start_year)) if pd.notna(row.start_year) else "", row.start_year
        ),
        "italian": t("yes") if row.italian else "",
        "precision": Cell(precision(row, t), row.precision_km),
    }
