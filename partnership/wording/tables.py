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
from partnership.language.texts import LANGUAGES, Texts
from partnership.provenance import sources
from partnership.wording import heads, keys

_CODES: Mapping[str, Mapping[str, str]] = {
    "date_basis": codes.DATE_BASIS,
    "sector": codes.SECTOR,
    "asset_status": codes.ASSET_STATUS,
    "kind": {**codes.SOURCE_KIND, **codes.ASSET_KIND, **codes.EVENT_KIND},
    "source_kind": codes.SOURCE_KIND,
    "decided_kind": codes.SOURCE_KIND,
    "licence": codes.LICENCE,
    "commodities": codes.COMMODITY,
    "commodity": codes.COMMODITY,
    "verdict": codes.VERDICT,
    "basis": codes.VERDICT_BASIS,
    "role": codes.ROLE,
    "flow": codes.FLOW,
    "mode": codes.MODE,
    "status": codes.VALUE_STATUS,
    "method": codes.METHOD,
    "outcome": codes.PLAN_OUTCOME,
    "redistribute": codes.PASSED_ON,
    "stance": codes.STANCE | codes.VERDICT,
    "start_basis": codes.STAKE_START,
    "start_precision": codes.DATE_PRECISION,
    "date_precision": codes.DATE_PRECISION,
    "step": codes.STEP,
    "undated": codes.UNDATED,
    "said_by": codes.VALUE_STATUS,
    "output_status": codes.VALUE_STATUS,
    "use": codes.MATERIAL_USE,
    "main": codes.COMMODITY,
    "good": codes.COMMODITY,
    "kazakhstan_basis": codes.MATERIAL_BASIS,
    "used_in": codes.MATERIAL_USE,
}
_KEY = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+")
_PERIOD = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_SEVERAL = re.compile(r";\s*")
_FREE = {"partners", "place", "printed", *LANGUAGES}
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
        sources.named(s.publisher, t) for s in sources.by_ids(i for i in str(ids).split(";") if i)
    )


def column(name: str, cells: pd.Series, t: Texts) -> Column:
    """The column `name` of a tidy table in words; its numbers stand to the right."""
    align: Align = "right" if is_number(cells) and name not in TIMES else "left"
    if name in heads.HEADS:
        unit = t(heads.UNITS[name]) if name in heads.UNITS else ""
        return Column(name, t(heads.HEADS[name]), align, unit)
    return Column(name, t.quote(name.replace("_", " ")), align)


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
    if column == "note":
        return t.remark(words)
    if column == "publisher":
        return sources.named(words, t)
    if column in _FREE:
        return t.quote(_SEVERAL.sub(", ", words))
    if ";" in words:
        return ", ".join(_key(column, one, t) for one in words.split(";"))
    return _key(column, words, t)


def _key(column: str, words: str, t: Texts) -> str:
    if _is_period(words):
        return _day(words, t)
    if column.endswith("unit") and words not in keys.KEYS:
        return amounts.heading(words, t)
    label = _CODES.get(column, {}).get(words, "")
    if label and "{" not in label:
        return t(label)
    if words in keys.KEYS:
        return t(keys.KEYS[words])
    if t.knows(words):
        return t.name(words)
    if words in sources.known():
        return _publishers(column, words, t)
    return t.quote(words.replace("_", " ") if _KEY.fullmatch(words) else words)


def _is_period(words: str) -> bool:
    return all(_PERIOD.fullmatch(part) for part in words.split("/", 1))


def _day(words: str, t: Texts) -> str:
    try:
        return t.day(words)
    except ValueError:
        return t.quote(words)
