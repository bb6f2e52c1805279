"""What a reader chose, in words: for widgets, and for slides that say which filters are set."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from partnership.language import codes, spans
from partnership.language.texts import Texts, message
from partnership.state import State


def filter_phrases(state: State, fields: Iterable[str], t: Texts) -> tuple[str, ...]:
    """The choices among `fields` that are not at their defaults, one phrase each."""
    asked = set(fields)
    plain = State()
    years = (state.from_year, state.to_year)
    found = []
    if asked & {"from_year", "to_year"} and years != (plain.from_year, plain.to_year):
        found.append(spans.years(*years))
    for field, say in _WORDED.items():
        value = getattr(state, field)
        if field in asked and value != getattr(plain, field):
            found.append(say(value, t))
    return tuple(found)


def _one(label: str, names: dict[str, str]) -> Callable[[Any, Texts], str]:
    return lambda value, t: t(label, value=t(names[value]))


def _some(label: str, names: dict[str, str]) -> Callable[[Any, Texts], str]:
    return lambda values, t: t(label, value=", ".join(t(names[v]) or v for v in values))


_WORDED: dict[str, Callable[[Any, Texts], str]] = {
    "sector": _some(message("Sectors: {value}"), codes.SECTOR),
    "reporter": _one(message("Reported by {value}"), codes.REPORTER),
    "currency": _one(message("In {value}"), codes.CURRENCY),
    "consortium": lambda asset, t: t.short(asset),
    "on": lambda day, t: t("Day chosen: {day}", day=t.day(day)),
    "then": lambda day, t: t("Compared with {day}", day=t.day(day)),
    "asset": lambda asset, t: t.name(asset),
    "kind": _some(message("Kinds: {value}"), codes.ASSET_KIND_GROUP),
    "status": _some(message("Status: {value}"), codes.ASSET_STATUS),
    "italian": lambda _flag, t: t("Italian-held only"),
    "view": _one(message("View: {value}"), codes.VIEW),
    "size": _one(message("Marks by {value}"), codes.MARK_SIZE),
    "verdict": _some(message("Verdicts: {value}"), codes.VERDICT),
    "claim": lambda claim, t: t.name(claim, "title"),
    "find": lambda words, t: t("Search: {value}", value=t.quote(words)),
    "company": lambda company, t: t.name(company),
}
