"""The article's claims and their verdicts, the figures that show them, and a search in them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields, replace
from functools import lru_cache

import pandas as pd

from partnership import tables
from partnership.analysis import found, verdicts
from partnership.analysis.verdicts import VERDICTS
from partnership.figures.claims.shown import SHOWN
from partnership.figures.figure import registry
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import SECTORS, State

CARDS = {"map.card": "asset", "companies.card": "company"}
"""Figures about one asset or company, and the field of `State` that chooses it."""


def rows() -> pd.DataFrame:
    """All claims with their verdicts (`analysis.verdicts.judged`)."""
    return _rows(tables.package())


@lru_cache(maxsize=2)
def _rows(package: tables.Package) -> pd.DataFrame:
    against = found.Tables(**{f.name: package.table(f.name) for f in fields(found.Tables)})
    return verdicts.judged(package.table("claims"), against)


def disputed_by_figure() -> dict[str, tuple[str, ...]]:
    """Ids of the claims that each figure touches and that are disputed or outdated, by figure."""
    return _touching(tables.package())


@lru_cache(maxsize=2)
def _touching(package: tables.Package) -> dict[str, tuple[str, ...]]:
    touching: dict[str, tuple[str, ...]] = {}
    for claim in _contested(package):
        for figure_id in SHOWN.get(claim, ()):
            touching[figure_id] = (*touching.get(figure_id, ()), claim)
    return touching


def touched(figure_id: str) -> bool:
    """Whether any claim of the article is about what the figure shows."""
    return figure_id in CARDS or any(figure_id in drawn for drawn in SHOWN.values())


def disputed(figure_id: str, state: State) -> tuple[str, ...]:
    """Ids of the disputed or outdated claims that a figure touches in the view of `state`.

    The card of an asset or company touches the claims about it; where one consortium is chosen,
    claims about another are not in view.
    """
    contested = _contested(tables.package())
    if figure_id in CARDS:
        about = str(getattr(state, CARDS[figure_id]))
        return tuple(c for c, thing in contested.items() if thing == about)
    touching = disputed_by_figure().get(figure_id, ())
    if state.consortium == "all" or "consortium" not in registry()[figure_id].uses:
        return touching
    return tuple(c for c in touching if contested[c] == state.consortium)


def shown(claim_id: str, state: State) -> tuple[tuple[str, State], ...]:
    """Figures that show what a claim is about, each with the view of `state` in which it does."""
    about = rows().set_index("claim_id").loc[claim_id, "entity_id"]
    plain = state.shared()
    return tuple(
        (f, replace(plain, **{CARDS[f]: about}) if f in CARDS else plain) for f in SHOWN[claim_id]
    )


@lru_cache(maxsize=2)
def _contested(package: tables.Package) -> dict[str, str]:
    """What each disputed or outdated claim is about. Every frame of every run asks."""
    judged = _rows(package)
    found = judged[judged["verdict"].isin(verdicts.CONTESTED)]
    return dict(zip(found["claim_id"].astype(str), found["entity_id"].astype(str), strict=True))


def chosen(state: State) -> pd.DataFrame:
    """The claims that pass the filters: sectors, verdicts and every word searched for."""
    kept = rows()
    kept = kept[kept["sector"].isin(state.sector or SECTORS)]
    kept = kept[kept["verdict"].isin(state.verdict or VERDICTS)]
    searched, wanted = _searched(tables.package(), state.lang), _plain(state.find).split()
    # A plain list would select columns where no claim is left.
    fits = [all(word in searched[c] for word in wanted) for c in kept["claim_id"]]
    return kept[pd.Series(fits, index=kept.index, dtype=bool)]


@lru_cache(maxsize=4)
def _searched(package: tables.Package, lang: str) -> dict[str, str]:
    """What a search looks at, by claim: its title and note, what evidence says of it, and the
    names of whom and what it is about or mentions, such as BG Group for British Gas.
    """
    t, judged = texts.in_language(lang), _rows(package)
    evidence = package.table("evidence").fillna({"note": ""}).groupby("claim_id", observed=True)
    written = {
        str(c): " ".join(own["value"].astype(str) + " " + own["note"]) for c, own in evidence
    }
    found, known = {}, _also(package, t)
    for claim in judged.itertuples():
        about = {claim.entity_id, *re.findall(r"=(\w+)", str(claim.arguments))}
        names = (f"{t.name(str(i))} {t.short(str(i))}" for i in about if isinstance(i, str))
        title = t.name(claim.claim_id, "title")
        mentioned = (name for alias, name in known if re.search(rf"\b{re.escape(alias)}\b", title))
        own = (claim.claim_id, title, str(claim.note), *names, *mentioned)
        found[claim.claim_id] = _plain(" ".join([*own, written.get(claim.claim_id, "")]))
    return found


def _also(package: tables.Package, t: Texts) -> list[tuple[str, str]]:
    """Other names that things have, each with the name that the dashboard gives it."""
    known = package.table("texts")
    things = known.loc[known["field"].eq("alias"), "id"].astype(str).unique()
    return [(alias, t.name(thing)) for thing in things for alias in t.aliases(thing)]


def _plain(text: str) -> str:
    """Lower case without accents, so that a search ignores both."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def of_sectors(state: State) -> pd.DataFrame:
    """The claims of the sectors chosen."""
    return rows()[rows()["sector"].isin(state.sector or SECTORS)]


def cited(claims: pd.DataFrame) -> tuple[str, ...]:
    """The article first, then the sources that carry the verdicts."""
    used = [s for s in claims["decided_by"] if s]
    return tuple(dict.fromkeys(["article", *used]))


def source(source_id: str, t: Texts) -> str:
    """The publisher behind a value."""
    return sources.publisher(source_id, t)
