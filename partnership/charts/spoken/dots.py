"""Dots in rows in words: each row with its values."""

from __future__ import annotations

from partnership.charts.forms.dots import Dots, Lane
from partnership.language.texts import Texts

_MOST = 12
"""Rows that are read out."""


def words(dots: Dots, t: Texts) -> str:
    """Each row with the values of its dots, named by kind where there are several kinds."""
    named = "; ".join(_row(dots, row, t) for row in dots.rows[:_MOST] if row.dots)
    if len(dots.rows) > _MOST:
        return t(
            "Dots in {count} rows, the first of them: {rows}.", count=len(dots.rows), rows=named
        )
    return t("Dots in rows: {rows}.", rows=named)


def _row(dots: Dots, row: Lane, t: Texts) -> str:
    several = len(dots.kinds) > 1
    values = ", ".join(
        t("{kind} {value}", kind=dots.kinds[one.kind].name, value=one.words)
        if several
        else one.words
        for one in row.dots
        if one.words
    )
    return t("{name}: {values}", name=row.name, values=values or row.label)
