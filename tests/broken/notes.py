"""Notes without words, about nothing, or whose rows do not agree."""

from __future__ import annotations

from pathlib import Path

from partnership import tables
from tests.broken.case import Case, Damage, file, more
from tests.broken.cells import cell


def _span(start: str, end: str) -> Damage:
    def damage(folder: Path) -> None:
        cell("notes:2:from", start)(folder)
        cell("notes:2:to", end)(folder)

    return damage


def _row(changed: str) -> Damage:
    """One more source of the first note, one of whose other cells differs."""
    return file("notes.csv", more(changed.encode()))


_ROWS = len((tables.DATA / "notes.csv").read_text("utf-8").splitlines())
"""Lines of the table, its head among them."""
_FIRST = "note_karachaganak_term,stakes.contracts"

CASES = (
    Case("a note of no day", "notes:2:to", "must come after from", _span("2001", "2001")),
    Case("a backward note", "notes:2:to", "must not come before", _span("2001", "2000")),
    Case("a note by nobody", "notes:2:source_id", "must be a key", cell("notes:2:source_id", "x")),
    Case("a note on no figure", "notes:2:figure_id", "must match", cell("notes:2:figure_id", "x")),
    Case(
        "a note twice by one source",
        f"notes:{_ROWS + 1}:note_id+figure_id+source_id",
        "repeats the key",
        _row(f"{_FIRST},karachaganak,,,open_kg_2026_01_karachaganak,derived\n"),
    ),
)
ACROSS = (
    Case(
        "a note without words",
        "notes:2:note_id",
        "no English words",
        cell("notes:2:note_id", "note_unworded"),
    ),
    Case(
        "a name in the field of notes",
        "texts:2:field",
        "a note, and nothing else",
        cell("texts:2:field", "note"),
    ),
    Case(
        "a note about nothing",
        "notes:2:entity_id",
        "must be the key of a thing",
        cell("notes:2:entity_id", "atlantis"),
    ),
    Case(
        "sources of one note for other times",
        "notes:3:from",
        "as in the first row",
        cell("notes:3:from", "2001"),
    ),
)
