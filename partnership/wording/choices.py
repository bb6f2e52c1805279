"""What a reader chose, in words: for widgets, and for slides that say which filters are set."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from partnership.language.texts import Texts, message
from partnership.state import FIRST_YEAR, LAST_YEAR, State
from partnership.wording.asset_words import STATUS
from partnership.wording.claims_words import SECTOR, VERDICT

REPORTER = {
    "both": message("Both"),
    "kazakhstan": message("Kazakhstan"),
    "italy": message("Italy"),
}
CURRENCY = {"usd": message("US dollars"), "eur": message("Euros")}
VIEW = {
    "italy_china": message("Italy to China"),
    "caspian": message("Caspian"),
    "kazakhstan": message("Kazakhstan"),
    "oil_to_trieste": message("Oil route to Trieste"),
}
SIZE = {
    "capacity": message("Capacity"),
    "output": message("Output"),
    "equal": message("Equal"),
}
KIND = {
    "fields": message("Fields"),
    "pipelines": message("Pipelines"),
    "plants": message("Plants and terminals"),
    "wind_solar": message("Wind and solar"),
    "deposits": message("Deposits"),
    "corridor": message("Middle Corridor"),
    "tankers": message("Tankers"),
}


def said(state: State, fields: Iterable[str], t: Texts) -> tuple[str, ...]:
    """The choices among `fields` that are not at their defaults, one phrase each."""
    asked = set(fields)
    plain = State()
    years = (state.from_year, state.to_year)
    found = []
    if asked & {"from_year", "to_year"} and years != (FIRST_YEAR, LAST_YEAR):
        found.append(f"{years[0]}–{years[1]}" if years[0] != years[1] else str(years[0]))
    for field, say in _SAID.items():
        value = getattr(state, field)
        if field in asked and value != getattr(plain, field):
            found.append(say(value, t))
    return tuple(found)


def _one(label: str, names: dict[str, str]) -> Callable[[Any, Texts], str]:
    return lambda value, t: t(label, value=t(names[value]))


def _some(label: str, names: dict[str, str]) -> Callable[[Any, Texts], str]:
    return lambda values, t: t(label, value=", ".join(t(names[v]) or v for v in values))


_SAID: dict[str, Callable[[Any, Texts], str]] = {
    "sector": _some(message("Sectors: {value}"), SECTOR),
    "reporter": _one(message("Reported by {value}"), REPORTER),
    "currency": _one(message("In {value}"), CURRENCY),
    "consortium": lambda asset, t: t.short(asset),
    "on": lambda day, t: t("Day chosen: {day}", day=t.day(day)),
    "asset": lambda asset, t: t.name(asset),
    "kind": _some(message("Kinds: {value}"), KIND),
    "status": _some(message("Status: {value}"), STATUS),
    "italian": lambda _flag, t: t("Italian-held only"),
    "view": _one(message("View: {value}"), VIEW),
    "size": _one(message("Marks by {value}"), SIZE),
    "verdict": _some(message("Verdicts: {value}"), VERDICT),
    "claim": lambda claim, t: t.name(claim, "title"),
    "find": lambda words, t: t("Search: {value}", value=t.quote(words)),
    "company": lambda company, t: t.name(company),
}
