"""Projects and sums of money in words, for labels, tooltips and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from partnership.analysis.companies import ARTICLE
from partnership.language import codes, units
from partnership.language.texts import Texts, message
from partnership.provenance.sources import publisher
from partnership.wording.cells import Cell

SECTORS = ("companies", "oil_gas", "renewables", "transport")
"""Sectors of projects of Italian companies."""

SECTOR_NAMES = {
    "oil_gas": message("Oil and gas"),
    "renewables": message("Renewables"),
    "transport": message("Transport"),
    "companies": message("Other business"),
}


def value(row: Any, t: Texts) -> str:
    """The value of a project with its unit, or nothing."""
    if pd.isna(row.value) or pd.isna(row.unit):
        return ""
    amount = units.amount(float(row.value), str(row.unit), t, 2)
    if row.status == "target":
        return t("{value} (planned)", value=amount)
    return t("about {value}", value=amount) if row.status == "estimated" else amount


def years(row: Any, t: Texts) -> str:
    """From when to when, as far as stated."""
    start = t.day(str(row.start)) if pd.notna(row.start) else ""
    end = t.day(str(row.end)) if pd.notna(row.end) else ""
    if not start:
        return t("year not stated")
    if row.moment or start == end:
        return start
    return f"{start}–{end}" if end else t("since {year}", year=start)


def place(row: Any, t: Texts) -> str:
    """The region, else the asset, else that none is stated."""
    if pd.notna(row.region_id):
        return t.name(str(row.region_id))
    return t.name(str(row.asset_id)) if pd.notna(row.asset_id) else t("not stated")


def role(row: Any, t: Texts) -> str:
    """What the company is in the project."""
    return t(codes.ROLES[str(row.role)])


def label(row: Any, t: Texts) -> str:
    """Company and project in a line."""
    return f"{t.short(str(row.company_id))} · {t.name(str(row.project_id))}"


def partners(row: Any, t: Texts) -> str:
    """Partners and clients as the source names them."""
    return t.quote(str(row.partners).replace(";", ", ")) if pd.notna(row.partners) else ""


def cells(row: Any, columns: Iterable[str], t: Texts) -> dict[str, str]:
    """A project as the row of a table, by heading; `columns` are names of `_CELLS`."""
    return {t(_CELLS[name][0]): _CELLS[name][1](row, t) for name in columns}


_CELLS: dict[str, tuple[str, Callable[[Any, Texts], str]]] = {
    "company": (message("Company"), lambda row, t: t.short(str(row.company_id))),
    "article": (
        message("In the article"),
        lambda row, t: t("yes") if row.company_id in ARTICLE else "",
    ),
    "project": (message("Project"), lambda row, t: t.name(str(row.project_id))),
    "sector": (message("Sector"), lambda row, t: t(SECTOR_NAMES[str(row.sector)])),
    "role": (message("Role"), role),
    "place": (message("Location"), place),
    "years": (message("Years"), lambda row, t: Cell(years(row, t), row.start)),
    "value": (message("Value"), lambda row, t: Cell(value(row, t), row.value, row.unit)),
    "partners": (message("Partners"), partners),
    "source": (message("Source"), lambda row, t: publisher(row.source_id, t)),
}


def nothing_chosen(t: Texts) -> str:
    """Why a figure of projects is empty."""
    return t("No project of an Italian company is documented in the selected sectors.")
