"""Notes are shown where what they concern is drawn, and nowhere else."""

from __future__ import annotations

import pandas as pd
import pytest

from partnership import tables
from partnership.language import texts
from partnership.wording import notes

_COLUMNS = ["note_id", "figure_id", "entity_id", "from", "to", "source_id"]


def _notes(*rows: tuple[str | None, ...]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=_COLUMNS)


def _shown(drawn: pd.DataFrame, entity: str | None, start: str | None, end: str | None) -> bool:
    table = _notes(("n", "room.figure", entity, start, end, "s"))
    return len(notes.concerning(table, "room.figure", drawn)) == 1


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (None, None, True),
        ("2010", None, True),
        ("2015", "2016", True),
        ("2020-12-31", None, True),
        ("2021", None, False),
        (None, "2010-01-02", True),
        (None, "2010", False),
        ("2001", "2010-01", False),
    ],
)
def test_a_half_open_span_meets_what_is_drawn(
    start: str | None, end: str | None, shown: bool
) -> None:
    drawn = pd.DataFrame({"year": [2010, 2020]})
    assert _shown(drawn, None, start, end) is shown


def test_rows_without_a_time_are_of_every_time() -> None:
    assert _shown(pd.DataFrame({"share": [1.0]}), None, "1900", "1901")


def test_a_note_about_a_thing_needs_the_thing() -> None:
    drawn = pd.DataFrame({"asset_id": ["tengiz", "btc"], "year": [2010, 2011]})
    assert _shown(drawn, "btc", None, None)
    assert not _shown(drawn, "cpc", None, None)


def test_nothing_drawn_needs_no_note() -> None:
    assert not _shown(pd.DataFrame({"year": []}), None, None, None)


def test_a_note_is_of_its_figure() -> None:
    table = _notes(("n", "room.other", None, None, None, "s"))
    assert notes.concerning(table, "room.figure", pd.DataFrame({"year": [2010]})).empty


def test_words_stand_once_and_each_source_is_named() -> None:
    rows = tables.load("notes")
    note, several = next((n, r) for n, r in rows.groupby("note_id") if len(r) > 1)
    figure = str(several["figure_id"].iloc[0])
    drawn = pd.DataFrame({"entity_id": several["entity_id"].dropna().unique()})
    found = notes.shown(figure, drawn, texts.in_language("en"))
    assert found.words.count(texts.in_language("en").note(str(note))) == 1
    assert set(several["source_id"]) <= set(found.source_ids)
