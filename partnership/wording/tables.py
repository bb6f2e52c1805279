"""Columns of tables and the keys in their cells, in words for readers on screen and on paper."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pandas as pd

from partnership.analysis.coverage import TIMES
from partnership.language import amounts, codes
from partnership.language.readable import Align, Cell, Column, Row, Table
from partnership.language.texts import Texts, message
from partnership.provenance import sources

HEADS = {
    "asset_id": message("Asset"),
    "asset_status": message("Operating status"),
    "basis": message("Basis"),
    "capacity_unit": message("Unit of capacity"),
    "capacity_value": message("Capacity"),
    "change": message("Change"),
    "commodities": message("Yields"),
    "commodity": message("Commodity"),
    "company_id": message("Company"),
    "count": message("Number"),
    "country": message("Country"),
    "currency": message("Currency"),
    "date": message("Date"),
    "date_basis": message("Date refers to"),
    "declared_currency": message("Reported in"),
    "declared_value": message("Reported value"),
    "edition": message("Edition"),
    "end": message("End"),
    "end_year": message("Until"),
    "entity_id": message("Entity"),
    "event_id": message("Event"),
    "first": message("First"),
    "flow": message("Flow"),
    "gap": message("Gap"),
    "good": message("Good"),
    "holder_id": message("Holder"),
    "italian": message("Italian-held"),
    "kbd": message("Thousand barrels a day"),
    "kind": message("Kind"),
    "km": message("Length"),
    "largest": message("Three largest"),
    "last": message("Last"),
    "material_id": message("Material"),
    "metric_id": message("Measure"),
    "mode": message("Mode"),
    "months": message("Months"),
    "mt": message("Million tonnes"),
    "operator_id": message("Operator"),
    "part": message("Part"),
    "partner": message("Partner"),
    "partners": message("Partners"),
    "percent": message("Percent"),
    "period": message("Period"),
    "place": message("Location"),
    "price": message("Price"),
    "product_id": message("Product"),
    "project_id": message("Project"),
    "quantity": message("Quantity"),
    "quantity_kbbl": message("Thousand barrels"),
    "quantity_t": message("Tonnes"),
    "rank": message("Rank"),
    "ratio": message("Ratio"),
    "region_id": message("Region"),
    "reporter": message("Reported by"),
    "role": message("Role"),
    "same_as": message("Same event as"),
    "schematic": message("Schematic"),
    "sector": message("Sector"),
    "series_id": message("Series"),
    "share": message("Share"),
    "source_id": message("Source"),
    "start": message("Start"),
    "start_year": message("Since"),
    "status": message("Status"),
    "unit": message("Unit"),
    "valid_from": message("Valid from"),
    "valid_to": message("Valid to"),
    "valuation": message("Valuation"),
    "value": message("Value"),
    "value_usd": message("Value"),
    "verdict": message("Verdict"),
    "year": message("Year"),
}
"""Columns that many tables share; the names of others are taken apart (`column`)."""
_HEAD_UNITS = {"km": message("km"), "share": message("percent"), "value_usd": message("USD")}
"""Units of all cells of such columns."""
_CODES: Mapping[str, Mapping[str, str]] = {
    "date_basis": codes.DATE_BASIS,
    "sector": codes.SECTOR,
    "asset_status": codes.ASSET_STATUS,
    "kind": {**codes.ASSET_KIND, **codes.EVENT_KIND},
    "commodities": codes.COMMODITY,
    "commodity": codes.COMMODITY,
    "verdict": codes.VERDICT,
    "basis": codes.VERDICT_BASIS,
    "role": codes.ROLE,
    "flow": codes.FLOW,
    "mode": codes.MODE,
    "status": codes.VALUE_STATUS,
}
_UNITS = {"usd": "USD", "mw": "MW", "km": "km", "mt": "Mt", "pct": "%"}
"""Units at the end of the names of columns."""
_KEY = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+")
_PERIOD = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_FREE = {"note", "partners", "place"}
"""Columns of words as a source wrote them."""


def readable(table: pd.DataFrame, t: Texts) -> Table:
    """`table` for the eye: headings and keys in words, sources by publisher.

    Numbers and periods are cells that know their value.
    """
    cells = {str(name): _worded(str(name), table[name], t) for name in table}
    return Table(columns(table, t), rows(cells))


def rows(cells: Mapping[str, Sequence[str]]) -> tuple[Row, ...]:
    """The rows of columns of cells, each column under its key."""
    return tuple(dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True))


def columns(table: pd.DataFrame, t: Texts) -> tuple[Column, ...]:
    """The columns of `table` in words, their names as keys; no two have one heading."""
    found: dict[str, Column] = {}
    for name in map(str, table.columns):
        one = column(name, table[name], t)
        if one.heading in found:
            one = replace(one, label=f"{one.heading} ({t.quote(name)})", unit="")
        found[one.heading] = one
    return tuple(found.values())


def _worded(name: str, column: pd.Series, t: Texts) -> list[str]:
    if is_number(column):
        return [Cell("" if pd.isna(value) else _plain(value), value) for value in column]
    write = _publishers if is_source(name) else cell
    words = {value: write(name, value, t) for value in column.dropna().unique()}
    dated = all(_is_period(str(value)) for value in words) and bool(words)
    cells = ["" if pd.isna(value) else words[value] for value in column]
    return [Cell(w, v) for w, v in zip(cells, column, strict=True)] if dated else cells


def _plain(value: float) -> str:
    """A number as it stands in the table, without what binary fractions add to it."""
    return f"{Decimal(f'{value:.10g}'):f}"


def _publishers(_name: str, ids: Any, t: Texts) -> str:
    return ", ".join(
        t.quote(s.publisher) for s in sources.by_ids(i for i in str(ids).split(";") if i)
    )


def column(name: str, cells: pd.Series, t: Texts) -> Column:
    """The column `name` of a tidy table in words; its numbers stand to the right."""
    align: Align = "right" if is_number(cells) and name not in TIMES else "left"
    if name in HEADS:
        unit = t(_HEAD_UNITS[name]) if name in _HEAD_UNITS else ""
        return Column(name, t(HEADS[name]), align, unit)
    words = name.removesuffix("_id")
    unit = next((u for u in _UNITS if words.endswith(f"_{u}")), "")
    words = words.removesuffix(f"_{unit}").replace("_", " ").replace("eu ", "EU ").strip()
    label = t.quote(words[:1].upper() + words[1:])
    return Column(name, label, align, t.quote(_UNITS[unit]) if unit else "")


def is_number(column: pd.Series) -> bool:
    """Whether a column holds numbers; yes and no are none."""
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def is_source(column: str) -> bool:
    """Whether the cells of a column are keys of sources."""
    return column == "source_id" or column.endswith("_source_id")


def cell(column: str, value: Any, t: Texts) -> str:
    """A word, a key, a period or a yes or no as readers see it; nothing for an empty cell."""
    if pd.isna(value) or value == "":
        return ""
    if isinstance(value, bool | pd.api.typing.NAType) or str(value) in ("True", "False"):
        return t("yes") if str(value) == "True" else t("no")
    words = str(value)
    if column in _FREE:
        return t.quote(words.replace(";", ", "))
    if ";" in words:
        return ", ".join(_key(column, one, t) for one in words.split(";"))
    return _key(column, words, t)


def _key(column: str, words: str, t: Texts) -> str:
    if _is_period(words):
        return _day(words, t)
    if column.endswith("unit"):
        return amounts.heading(words, t)
    if words in _CODES.get(column, {}):
        return t(_CODES[column][words])
    named = t.name(words)
    if named == t.quote(words) and _KEY.fullmatch(words):
        return t.quote(words.replace("_", " "))
    return named


def _is_period(words: str) -> bool:
    return all(_PERIOD.fullmatch(part) for part in words.split("/", 1))


def _day(words: str, t: Texts) -> str:
    try:
        return t.day(words)
    except ValueError:
        return t.quote(words)
