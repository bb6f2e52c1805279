"""Values that the press prints: which they are, and the note on them."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.charts import lines
from partnership.language.texts import Texts, message
from partnership.provenance import sources

_HOLLOW = message("Hollow points are values published in the press.")
_WORKED_OUT = message(
    "Hollow points are values published in the press, or derived from its figures ({years})."
)


def press_ids() -> set[str]:
    """Ids of the sources that are press, news agencies and opinion among them."""
    known = tables.load("sources")
    return set(known.loc[known["kind"].isin(sources.PRESS), "source_id"].astype(str))


def hollow(rows: pd.DataFrame, t: Texts) -> list[str]:
    """The note on hollow points, if there are any."""
    printed = rows[rows["press"]]
    derived = sorted(set(printed.loc[printed["status"].eq("derived"), "year"].astype(str)))
    if derived:
        return [t(_WORKED_OUT, years=lines.listed(derived, t))]
    return [t(_HOLLOW)] if len(printed) else []
