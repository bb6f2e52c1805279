"""A figure as it may leave the dashboard; handouts in every format contain only these.

Rows of a source that may not be passed on, and rows computed from them, are left out of the
table, and the drawing becomes a picture without its data. Each row names its licence.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from partnership.figures.figure import Figure, Listing, Pictured
from partnership.language.readable import Table
from partnership.language.texts import Texts
from partnership.provenance import rights, sources


def redistributable(figure: Figure, t: Texts) -> Figure:
    """The figure with what may be redistributed, and a sentence on what is left out."""
    if figure.of_sources:
        return figure
    shut = rights.closed_among((*figure.source_ids, *_computed_from(figure.table)))
    if not shut:
        return replace(figure, table=rights.licensed(figure.table))
    names = ", ".join(dict.fromkeys(sources.named(s.publisher, t) for s in shut))
    why = t(
        "The tables in the files leave out data from {publishers}, whose terms do not allow "
        "redistribution.",
        publishers=names,
    )
    keep = rights.may_go(figure.table)
    table = rights.licensed(figure.table[keep])
    return replace(
        figure,
        table=table,
        drawn=_drawn(figure, keep, why, t),
        finding=why if table.empty else figure.finding,
        note=" ".join(part for part in (figure.note, why) if part),
    )


def _computed_from(table: pd.DataFrame) -> list[str]:
    """Ids of closed sources from which values of the table were computed."""
    return list(rights.closed_in(table["inputs"])) if "inputs" in table else []


def _drawn(figure: Figure, keep: pd.Series, why: str, t: Texts) -> Listing | Table | Pictured:
    """A picture of the drawing; of what is read the rows that belong to rows kept."""
    drawn = figure.drawn
    if not isinstance(drawn, Listing | Table):
        return Pictured(figure)
    if len(drawn.rows) != len(keep):
        return Listing("facts", ({"label": t("Left out"), "value": why, "detail": ""},))
    rows = tuple(row for row, kept in zip(drawn.rows, keep, strict=True) if kept)
    return replace(drawn, rows=rows)
