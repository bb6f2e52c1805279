"""The assets as every map knows them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import assets as analysis


def seen_on(day: date) -> pd.DataFrame:
    """All assets with what the map needs to know of them (`analysis.assets.overview`)."""
    return _seen(tables.package(), day)


@lru_cache(maxsize=2)
def _seen(package: tables.Package, day: date) -> pd.DataFrame:
    return analysis.overview(
        package.table("assets"),
        package.table("stakes"),
        package.table("companies"),
        package.table("projects"),
        package.table("observations"),
        day,
    )


def table_of(rows: pd.DataFrame) -> pd.DataFrame:
    """What the map was drawn from, without columns that are empty in every row."""
    plain = rows.drop(columns=["approximate"])
    return plain.dropna(axis="columns", how="all") if len(plain) else plain


def colour(row: Any) -> str:
    """The sector's colour; tanker routes are muted, since others use them too."""
    if row.kind == "tanker_route":
        return palette.MUTED.light
    return palette.SECTOR[row.sector].light
