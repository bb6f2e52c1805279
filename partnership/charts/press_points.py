"""Values that the press prints or the article claims: which they are, their marks, the note."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from partnership import tables
from partnership.charts import lines, marks
from partnership.charts.forms import Detail, Series, Status
from partnership.charts.points import Words, points
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


def hollow(rows: pd.DataFrame, t: Texts) -> str:
    """The note on hollow points, if there are any."""
    printed = rows[rows["press"]]
    derived = sorted(set(printed.loc[printed["status"].eq("derived"), "year"].astype(str)))
    if derived:
        return t(_WORKED_OUT, years=lines.listed(derived, t))
    return t(_HOLLOW) if len(printed) else ""


def stated(
    rows: pd.DataFrame,
    value: str,
    words: Words,
    names: tuple[str, str],
    t: Texts,
    *,
    details: Callable[[Any], tuple[Detail, ...]],
    entity: str = "",
    colour: str = marks.KAZAKHSTAN,
    **more: Callable[[Any], Any],
) -> tuple[Series, ...]:
    """What the press prints and what the article claims, as hollow points and as diamonds.

    `rows` have `year`, `source_id` and `status`; `names` are those of the two series. What is
    claimed is of no `entity`: it is drawn in ink. The source follows `details` in what hovering
    shows; `more` as of `points`.
    """
    cited = {s.source_id: f"{s.publisher}, {s.title}" for s in sources.by_ids(rows["source_id"])}

    def sourced(row: Any) -> tuple[Detail, ...]:
        return *details(row), (t("Source"), t.quote(cited[row.source_id]))

    def status(row: Any) -> Status:
        return "claimed" if row.status == "claimed" else "press"

    claimed = rows["status"].eq("claimed")
    kinds = ((rows[~claimed], colour, entity), (rows[claimed], marks.INK, ""))
    return tuple(
        Series(
            name,
            shade,
            points(own, value, words, at="year", status=status, details=sourced, **more),
            "points",
            entity=who,
        )
        for name, (own, shade, who) in zip(names, kinds, strict=True)
        if len(own)
    )
