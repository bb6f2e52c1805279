"""What a map shows as a table that is read: one row a thing, the largest of each unit first."""

from __future__ import annotations

from partnership.language import amounts
from partnership.language.readable import Cell, Column, Row, Table
from partnership.language.readable import table as readable
from partnership.language.texts import Texts, message
from partnership.maps.alt import sign
from partnership.maps.model import Line, Map, Point
from partnership.maps.shown import counted

_COLUMNS = (
    Column("name", message("Name")),
    Column("kind", message("Kind")),
    Column("size", message("Size"), "right"),
    Column("form", message("Drawn as")),
    Column("words", message("Details")),
)


def table(drawn: Map, t: Texts) -> Table:
    """The things that the filters let pass; columns that are empty in every row are left out."""
    kinds = {group.id: group.words for group in drawn.groups}
    marks = sorted(counted(drawn), key=_order)
    whole = readable(_COLUMNS, (_row(mark, kinds.get(mark.group, ""), t) for mark in marks), t)
    kept = (c.key for c in whole.columns if c.key == "name" or any(whole.cells(c.key)))
    return whole.only(kept)


def _order(mark: Point | Line) -> tuple[bool, str, float, str]:
    amount = mark.amount
    if amount is None:
        return (True, "", 0.0, mark.name)
    return (False, amount.unit, -amount.value, mark.name)


def _row(mark: Point | Line, kind: str, t: Texts) -> Row:
    amount = mark.amount
    words = sign(mark)
    return {
        "name": mark.name,
        "kind": kind,
        "size": Cell(amounts.amount(amount.value, amount.unit, t), amount.value, amount.unit)
        if amount
        else "",
        "form": t(words) if words else "",
        "words": " · ".join(mark.words),
    }
