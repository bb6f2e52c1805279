"""What a map shows in words, with its main numbers: how many of each kind, the largest of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from partnership.language import amounts
from partnership.language.texts import Texts, message
from partnership.maps.model import Amount, Line, Map, Point
from partnership.maps.shown import counted

_UNITS = 3
"""Units of which the largest thing is named, those of most things first: units do not compare."""


def numbers(drawn: Map, t: Texts) -> str:
    """A sentence each on how many of each kind there are, of which signs, and the largest; empty
    for a map on which nothing is shown.
    """
    marks = list(counted(drawn))
    parts = [_kinds(drawn, marks, t), *_signs(marks, t), _largest(marks, t)]
    return " ".join(part for part in parts if part)


def _kinds(drawn: Map, marks: Iterable[Point | Line], t: Texts) -> str:
    count = Counter(mark.group for mark in marks)
    kinds = [
        t("{kind}: {count}", kind=group.words, count=t.number(count[group.id]))
        for group in drawn.groups
        if count[group.id]
    ]
    return t("{parts}.", parts="; ".join(kinds)) if kinds else ""


def _signs(marks: Iterable[Point | Line], t: Texts) -> list[str]:
    """How many are drawn in a form that says how sure they are."""
    found = Counter(form for mark in marks if (form := sign(mark)))
    return [
        t("{sign}: {count}.", sign=t(words), count=t.number(found[words]))
        for words in _SIGNS
        if found[words]
    ]


_SIGNS = _PLANNED, _ABOUT, _SCHEMATIC = (
    message("Under construction or planned"),
    message("Position approximate"),
    message("Schematic route"),
)


def sign(mark: Point | Line) -> str:
    """The form that says how sure a mark is, as a message; empty where it is sure."""
    if isinstance(mark, Point) and mark.status == "planned":
        return _PLANNED
    if not mark.approximate:
        return ""
    return _ABOUT if isinstance(mark, Point) else _SCHEMATIC


def _largest(marks: Iterable[Point | Line], t: Texts) -> str:
    sized = [(mark, mark.amount) for mark in marks if mark.amount is not None]
    units = [unit for unit, _ in Counter(amount.unit for _, amount in sized).most_common(_UNITS)]
    named = [_named(*_most(sized, unit), t) for unit in units]
    return t("Largest: {things}.", things="; ".join(named)) if named else ""


def _most(sized: list[tuple[Point | Line, Amount]], unit: str) -> tuple[Point | Line, Amount]:
    return max((one for one in sized if one[1].unit == unit), key=lambda one: one[1].value)


def _named(mark: Point | Line, amount: Amount, t: Texts) -> str:
    return t(
        "{name}, {amount}", name=mark.name, amount=amounts.amount(amount.value, amount.unit, t)
    )
