"""Notes against the other tables: their words, what they are about, and their sources together.

That the figures exist is held by `tests/figures/test_notes.py`: figures are built above the tables.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from partnership.tables import Package
from partnership.tables.contract import Problem, line

_SHARED = ("entity_id", "from", "to", "status")
"""What all sources of one note on one figure have in common."""


def problems(package: Package) -> Iterator[Problem]:
    """Notes without English words, about nothing known, or whose rows do not agree."""
    notes, texts = package.table("notes"), package.table("texts")
    of_notes = texts["field"].eq("note")
    worded = set(texts.loc[of_notes & texts["lang"].eq("en"), "id"].astype(str))
    for i, value in notes.loc[~notes["note_id"].isin(worded), "note_id"].items():
        rule = "this note has no English words in texts, field note"
        yield Problem("notes", line(i), "note_id", rule, str(value))
    astray = of_notes != texts["id"].isin(notes["note_id"])
    for i, value in texts.loc[astray, "id"].items():
        rule = "a note, and nothing else, has its words in field note"
        yield Problem("texts", line(i), "field", rule, str(value))
    named = set(texts.loc[texts["field"].eq("name"), "id"].astype(str))
    about = notes["entity_id"].dropna()
    for i, value in about[~about.isin(named)].items():
        rule = "this must be the key of a thing that texts names"
        yield Problem("notes", line(i), "entity_id", rule, str(value))
    yield from _at_odds(notes)


def _at_odds(notes: pd.DataFrame) -> Iterator[Problem]:
    """Rows of one note on one figure that differ in more than their source."""
    keys = ["note_id", "figure_id"]
    filled = notes.fillna("")
    for column in _SHARED:
        first = filled.groupby(keys, observed=True)[column].transform("first")
        for i, value in filled.loc[filled[column].ne(first), column].items():
            rule = "this must be as in the first row of the note on this figure"
            yield Problem("notes", line(i), column, rule, str(value))
