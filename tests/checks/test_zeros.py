"""No figure's table holds a 0 that no row of the data says."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest

from partnership import tables
from partnership.figures import figure as figures
from tests import site

TRUE_ZEROS = {
    "claims": "a count of claims",
    "rows": "a count of rows",
    "rows_fed": "a count of rows",
    "peers": "a count of countries of the same rank",
    "tolerance": "a setting: nothing but the value itself confirms",
    "found": "a holder that a complete split does not list has no share",
    "schematic_km": "kilometres placed by hand, measured on the geometry",
    "from_km": "the distance at which a way begins",
    "held_mw": "a sum over the plants in the tables",
    "lag_months": "Brent of the same month",
    "coverage_share": "table products says so of what was not extracted",
}
"""Columns that hold counts, settings and measures of our own, with what a 0 means in them."""
SUMS_OF_PLANTS = {("renewables.italian_owned", "share"), ("renewables.capacity", "value")}
"""Columns with sums over the plants in the tables, which are 0 before the first one."""
_SEEN = [(i, c) for i, c in site.distinct() if c in ("default", "years_2015_2020")]


def _numbers(frame: pd.DataFrame) -> list[str]:
    kinds = pd.api.types
    return [
        str(c)
        for c in frame.columns
        if kinds.is_numeric_dtype(frame[c]) and not kinds.is_bool_dtype(frame[c])
    ]


def _zero_rows() -> Iterator[tuple[str, str, str]]:
    """Source, thing and year of every row of the data that has a 0 in it."""
    for name in tables.package().names:
        frame = tables.load(name)
        if "source_id" not in frame:
            continue
        zero = frame[frame[_numbers(frame)].eq(0).any(axis=1)]
        for row in zero.to_dict("records"):
            thing = row.get("entity_id", row.get("material_id", ""))
            yield str(row["source_id"]), str(thing), str(row.get("period", ""))[:4]


@pytest.fixture(scope="module")
def stated() -> set[tuple[str, str, str]]:
    """What is looked up: source, thing and year, and the same with less known."""
    rows = set(_zero_rows())
    return {
        (s, e if thing else "", y if year else "")
        for s, e, y in rows
        for thing in (0, 1)
        for year in (0, 1)
    }


def _unstated(figure_id: str, frame: pd.DataFrame, stated: set[tuple[str, str, str]]) -> list[str]:
    found = []
    for column in _numbers(frame):
        if column in TRUE_ZEROS or (figure_id, column) in SUMS_OF_PLANTS:
            continue
        for row in frame[frame[column].eq(0)].to_dict("records"):
            thing = str(row.get("entity_id", row.get("material_id", "")))
            year = str(row.get("period", row.get("year", "")))[:4]
            if (str(row.get("source_id")), thing, year) not in stated:
                found.append(f"{column}: {row}")
    return found


@pytest.mark.parametrize(("figure_id", "choice"), _SEEN)
def test_a_zero_stands_in_a_row(
    figure_id: str, choice: str, stated: set[tuple[str, str, str]]
) -> None:
    table = figures.build(figure_id, site.STATES[choice]).table
    assert _unstated(figure_id, table, stated) == []


def test_a_sum_of_nothing_is_caught(stated: set[tuple[str, str, str]]) -> None:
    frame = pd.DataFrame(
        {"reporter": ["TUR"], "year": [2020], "value_usd": [0.0], "source_id": ["ec_coir"]}
    )
    assert _unstated("trade.crude_importers", frame, stated)
