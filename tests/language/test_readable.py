"""Tables that are read, as values: what a cell is worth, and what a table refuses."""

from __future__ import annotations

import json
import pickle

import pandas as pd
import pytest

from partnership.language import readable, texts
from partnership.language.readable import Cell, Column, Table
from partnership.language.texts import message

_COLUMNS = (
    Column("leg", message("Leg")),
    Column("length", message("Length"), "right", message("km")),
)
_ROWS = ({"leg": "Aktau–Baku", "length": Cell("470", 470.2)}, {"leg": "Poti", "length": ""})


def test_a_cell_is_its_words_to_whoever_writes_it() -> None:
    cell = Cell("1,093 km", 1093.2, "km")
    assert json.dumps({"length": cell}) == '{"length": "1,093 km"}'
    copied = pickle.loads(pickle.dumps(cell))  # noqa: S301
    assert (copied, copied.value, copied.unit) == ("1,093 km", 1093.2, "km")


@pytest.mark.parametrize("missing", [None, pd.NA, pd.NaT, float("nan"), float("inf"), ""])
def test_what_is_not_known_has_no_value(missing: object) -> None:
    assert Cell("not known", missing).value is None


def test_a_table_says_its_columns_in_the_language_of_its_reader() -> None:
    english, pseudo = (
        readable.table(_COLUMNS, _ROWS, texts.in_language(lang)) for lang in ("en", "qps")
    )
    assert [column.heading for column in english.columns] == ["Leg", "Length, km"]
    assert [column.heading for column in pseudo.columns] == ["⟦Leg⟧", "⟦Length⟧, ⟦km⟧"]
    assert [c.key for c in english.columns] == [c.key for c in pseudo.columns] == ["leg", "length"]
    assert english.columns[1].align == pseudo.columns[1].align == "right"


def test_cells_are_found_by_the_key_of_their_column() -> None:
    table = Table(_COLUMNS, _ROWS)
    assert table.cells("leg") == ("Aktau–Baku", "Poti")
    length = table.cells("length")[0]
    assert isinstance(length, Cell)
    assert length.value == 470.2


def test_a_part_of_a_table_keeps_its_order_and_its_values() -> None:
    table = Table((*_COLUMNS, Column("note", "Note")), tuple({**r, "note": "x"} for r in _ROWS))
    part = table.only(["length", "leg"])
    assert part == Table(_COLUMNS, _ROWS)
    assert part.cells("length")[0] is table.cells("length")[0]


@pytest.mark.parametrize("row", [{"leg": "Poti"}, {**_ROWS[0], "Leg": "Poti"}, {}])
def test_a_row_has_the_keys_of_the_columns(row: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="keys of a row and of no column"):
        Table(_COLUMNS, (_ROWS[0], row))


def test_no_two_columns_have_one_key() -> None:
    with pytest.raises(ValueError, match="two columns have one key"):
        Table((_COLUMNS[0], _COLUMNS[0]), ())
