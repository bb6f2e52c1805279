"""A table that explains itself when it travels alone, as one file of rows.

Lines of comment over a table stop pandas, R and Excel alike, and an archive of several files is one
step more in each. Columns are read by all three without a word: those here stand behind the
figure's own, and every row says what it rests on wherever it is copied to.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership.export.handout import Handout
from partnership.export.tables import meaning
from partnership.provenance import sources

COLUMNS = (
    "source",
    "source_url",
    "source_licence",
    "column_units",
    "figure_title",
    "view_url",
    "downloaded",
)
"""What is added behind the columns of a figure."""
BETWEEN = " | "
"""Between the sources of one row, and between the units of the columns."""


def table(handout: Handout) -> pd.DataFrame:
    """The rows of the first view with `COLUMNS`; those that stay empty are left out."""
    view = handout.views[0]
    frame = view.figure.table
    added = pd.DataFrame(index=frame.index)
    for name, field in (("source", "cited"), ("source_url", "url"), ("source_licence", "licence")):
        added[name] = _sources(frame, field)
    added["column_units"] = BETWEEN.join(
        f"{column}: {unit}" for column, unit in meaning.units(handout).items()
    )
    added["figure_title"] = view.figure.title
    added["view_url"] = view.address
    added["downloaded"] = handout.created.isoformat()
    kept = [name for name in added if name not in frame and added[name].ne("").any()]
    return pd.concat([frame, added[kept]], axis=1)


def _sources(frame: pd.DataFrame, field: str) -> pd.Series[Any]:
    """One field of the sources that each row names in `source_id`; several after each other."""
    if "source_id" not in frame:
        return pd.Series("", index=frame.index, dtype=object)
    cells = frame["source_id"].astype(object).fillna("")
    words = {cell: _field(str(cell), field) for cell in set(cells)}
    return cells.map(words).astype(object)


def _field(cell: str, field: str) -> str:
    rows = sources.by_ids(one for one in cell.split(";") if one)
    return BETWEEN.join(
        f"{r.publisher}, {r.title}" if field == "cited" else getattr(r, field) for r in rows
    )
