"""Cells of tables that are read: a column sorts by what it holds, and says the same words."""

from __future__ import annotations

import json
import pickle

import pandas as pd
import pytest

from partnership.figures import figure as figures
from partnership.figures.figure import Listing
from partnership.language import texts
from partnership.state import State
from partnership.wording import table_words
from partnership.wording.cells import Cell

_WORDS = {
    "Address",
    "Agreement and parties",
    "Claim",
    "Description",
    "Event",
    "Key",
    "Licence",
    "Name",
    "Note",
    "Project",
    "Publisher",
    "Source",
    "Subject",
    "Title",
}
"""Columns of words that may hold digits: a title, a name, an address."""


def _listings() -> list[str]:
    drawn = ((i, figures.build(i, State()).drawn) for i in figures.registry())
    return [i for i, d in drawn if isinstance(d, Listing) and d.kind == "table"]


LISTED = _listings()


@pytest.mark.parametrize("figure_id", LISTED)
def test_every_column_with_numbers_or_days_knows_their_values(figure_id: str) -> None:
    drawn = figures.build(figure_id, State()).drawn
    assert isinstance(drawn, Listing)
    for head in drawn.rows[0]:
        column = [row[head] for row in drawn.rows]
        if head not in _WORDS and any(sign.isdigit() for cell in column for sign in cell):
            assert all(isinstance(cell, Cell) for cell in column), head
            assert any(isinstance(cell, Cell) and cell.value is not None for cell in column), head


def test_a_cell_is_its_words_to_whoever_writes_it() -> None:
    cell = Cell("1,093 km", 1093.2, "km")
    assert json.dumps({"said": cell}) == '{"said": "1,093 km"}'
    copied = pickle.loads(pickle.dumps(cell))  # noqa: S301
    assert (copied, copied.value, copied.unit) == ("1,093 km", 1093.2, "km")


@pytest.mark.parametrize("missing", [None, pd.NA, pd.NaT, float("nan"), float("inf"), ""])
def test_what_is_not_known_has_no_value(missing: object) -> None:
    assert Cell("not known", missing).value is None


def test_the_table_of_a_menu_knows_numbers_and_periods() -> None:
    table = pd.DataFrame(
        {
            "period": ["2024-05", "2002-08-01", None],
            "value": [3658.8500000000004, 0.00012, None],
            "note": ["2024", "of the year before", None],
        }
    )
    rows = table_words.readable(table, texts.of("en"))
    period, value, note = (list(column) for column in zip(*(r.values() for r in rows), strict=True))
    assert period == ["May 2024", "1 Aug 2002", ""]
    assert [c.value for c in period if isinstance(c, Cell)] == ["2024-05", "2002-08-01", None]
    assert value == ["3658.85", "0.00012", ""]
    assert not any(isinstance(c, Cell) for c in note)
