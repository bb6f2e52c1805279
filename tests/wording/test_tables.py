"""Tidy tables in words: one heading a column, whoever shows it."""

from __future__ import annotations

import pandas as pd

from partnership.export.tables import reading
from partnership.language import texts
from partnership.language.readable import Cell
from partnership.wording import tables

_TABLE = pd.DataFrame(
    {
        "period": ["2024-05", "2002-08-01", None],
        "value": [3658.8500000000004, 0.00012, None],
        "note": ["2024", "of the year before", None],
    }
)


def test_the_table_of_a_menu_knows_numbers_and_periods() -> None:
    read = tables.readable(_TABLE, texts.in_language("en"))
    assert [column.key for column in read.columns] == ["period", "value", "note"]
    period, value, note = (read.cells(column.key) for column in read.columns)
    assert period == ("May 2024", "1 Aug 2002", "")
    assert [c.value for c in period if isinstance(c, Cell)] == ["2024-05", "2002-08-01", None]
    assert value == ("3658.85", "0.00012", "")
    assert not any(isinstance(c, Cell) for c in note)


def test_screen_and_files_have_one_heading_and_one_side_for_a_column() -> None:
    table = pd.DataFrame(
        {
            "year": [2023, 2024],
            "value_usd": [1.5, 2.5],
            "china_world_share_pct": [12.0, 13.0],
            "kind": ["oil_field", "gas_field"],
            "schematic": [True, False],
        }
    )
    t = texts.in_language("en")
    screen, paper = tables.readable(table, t), reading.whole(table, {}, t)
    assert screen.columns == paper.columns
    assert [(c.heading, c.align) for c in screen.columns[:4]] == [
        ("Year", "left"),
        ("Value, USD", "right"),
        ("Share of China in world output, percent", "right"),
        ("Kind", "left"),
    ]


def test_columns_of_one_heading_are_distinguished() -> None:
    table = pd.DataFrame({"route": ["a"], "way": ["b"]})
    columns = tables.columns(table, texts.in_language("en"))
    assert [column.heading for column in columns] == ["Route", "Route (way)"]
    assert [column.key for column in columns] == ["route", "way"]
