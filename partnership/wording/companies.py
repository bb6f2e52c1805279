"""Projects and sums of money in words, for labels, tooltips and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from partnership.analysis.companies import ARTICLE, PASSING
from partnership.language import amounts, codes, readable, spans
from partnership.language.readable import Cell, Column, Table
from partnership.language.texts import Texts, message
from partnership.provenance.sources import publisher

SECTORS = ("companies", "oil_gas", "renewables", "transport")
"""Sectors of projects of Italian companies."""


def value(row: Any, t: Texts) -> str:
    """The value of a project with its unit, or nothing."""
    amount = amounts.amount(row.value, row.unit, t)
    if not amount:
        return ""
    if row.status == "target":
        return t("{value} (planned)", value=amount)
    return t("about {value}", value=amount) if row.status == "estimated" else amount


def years(row: Any, t: Texts) -> str:
    """From when to when, as far as stated."""
    if pd.isna(row.start):
        return t("year not stated")
    start, end = str(row.start), str(row.end) if pd.notna(row.end) else ""
    once = row.moment or (not end and row.role in PASSING)
    return t.day(start) if once else spans.span(start, end, t)


def place(row: Any, t: Texts) -> str:
    """The region, else the asset, else that none is stated."""
    if pd.notna(row.region_id):
        return t.name(str(row.region_id))
    return t.name(str(row.asset_id)) if pd.notna(row.asset_id) else t("not stated")


def role(row: Any, t: Texts) -> str:
    """What the company is in the project."""
    return t(codes.ROLE[str(row.role)])


def label(row: Any, t: Texts) -> str:
    """Company and project in a line."""
    return f"{t.short(str(row.company_id))} · {t.name(str(row.project_id))}"


def partners(row: Any, t: Texts) -> str:
    """Partners and clients as the source names them."""
    return t.quote(str(row.partners).replace(";", ", ")) if pd.notna(row.partners) else ""


COLUMNS = {
    "company": Column("company", message("Company")),
    "article": Column("article", message("In the article")),
    "project": Column("project", message("Project")),
    "sector": Column("sector", message("Sector")),
    "role": Column("role", message("Role")),
    "place": Column("place", message("Location")),
    "years": Column("years", message("Years")),
    "value": Column("value", message("Value")),
    "partners": Column("partners", message("Partners")),
    "source": Column("source", message("Source")),
}
"""Columns of tables of projects."""

_CELLS: dict[str, Callable[[Any, Texts], str]] = {
    "company": lambda row, t: t.short(str(row.company_id)),
    "article": lambda row, t: t("yes") if row.company_id in ARTICLE else "",
    "project": lambda row, t: t.name(str(row.project_id)),
    "sector": lambda row, t: t(codes.PROJECT_SECTOR[str(row.sector)]),
    "role": role,
    "place": place,
    "years": lambda row, t: Cell(years(row, t), row.start),
    "value": lambda row, t: Cell(value(row, t), row.value, row.unit),
    "partners": partners,
    "source": lambda row, t: publisher(row.source_id, t),
}


def table(rows: pd.DataFrame, keys: Iterable[str], t: Texts) -> Table:
    """Projects, one a row, as a table that is read; `keys` are those of `COLUMNS`."""
    columns = [COLUMNS[key] for key in keys]
    cells = ({c.key: _CELLS[c.key](row, t) for c in columns} for row in rows.itertuples())
    return readable.table(columns, cells, t)


def nothing_chosen(t: Texts) -> str:
    """Why a figure of projects is empty."""
    return t("No project of an Italian company is documented in the selected sectors.")
