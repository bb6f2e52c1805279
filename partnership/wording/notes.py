"""Notes of figures: what a reader must know of what is drawn, as rows with sources.

A row of table `notes` is one source of one note on one figure. Its words are in `texts`, field
`note`; it is shown where its span, half-open, meets what is drawn, and where the thing that it is
about, if it names one, is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from partnership import tables
from partnership.analysis import coverage
from partnership.language.texts import Texts
from partnership.tables.contract import first_day


@dataclass(frozen=True)
class Shown:
    """The notes on what is drawn: in words, one after the other, and the sources they rest on."""

    words: str
    source_ids: tuple[str, ...]


def shown(figure_id: str, drawn: pd.DataFrame, t: Texts) -> Shown:
    """The notes on the figure `figure_id` that concern the tidy rows `drawn`."""
    rows = concerning(tables.load("notes"), figure_id, drawn)
    words = [t.note(note) for note in dict.fromkeys(rows["note_id"].astype(str))]
    return Shown(" ".join(words), tuple(dict.fromkeys(rows["source_id"].astype(str))))


def concerning(notes: pd.DataFrame, figure_id: str, drawn: pd.DataFrame) -> pd.DataFrame:
    """The rows of `notes` on a figure that concern the tidy rows `drawn`; none where it has none.

    Rows that do not tell when (`analysis.coverage.extent`) are of every time.
    """
    rows = notes[notes["figure_id"].eq(figure_id)]
    if rows.empty or drawn.empty:
        return rows.head(0)
    span = coverage.extent(drawn)
    kept = [_meets(row, span) and _names(row, drawn) for row in rows.to_dict("records")]
    return rows[kept]


def _meets(row: dict[str, object], span: tuple[date, date] | None) -> bool:
    """Whether the span of a note and that of what is drawn have a day in common."""
    if span is None:
        return True
    start, end = row["from"], row["to"]
    begun = pd.isna(start) or date.fromisoformat(first_day(str(start))) < span[1]
    return begun and (pd.isna(end) or date.fromisoformat(first_day(str(end))) > span[0])


def _names(row: dict[str, object], drawn: pd.DataFrame) -> bool:
    """Whether what a note is about is drawn."""
    about = row["entity_id"]
    words = drawn.select_dtypes(exclude="number")
    return bool(pd.isna(about) or any(words[c].astype(str).eq(str(about)).any() for c in words))
