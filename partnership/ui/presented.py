"""What is presented at an address: the figures of a page, or a deck, as the presenter's page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from partnership import deck_link, ready, tables, texts
from partnership.contract import TableError
from partnership.deck import Deck, Slide
from partnership.export import handout, web
from partnership.export.web import parts as web_parts
from partnership.export.web import slides as web_slides
from partnership.export.web.parts import Part
from partnership.figures import failing
from partnership.figures import figure as figures
from partnership.state import DECK, READY, State, Wrong, from_query
from partnership.texts import Texts
from partnership.ui import where
from partnership.ui.shell import Leaf

FOLDER = "_present"
"""Path of the files that presentations are made of."""
_DECK_PAGE = "present"
_HERE = "."
"""Addresses are relative: pages lie side by side, wherever the dashboard runs."""


@dataclass(frozen=True)
class Shown:
    """A presentation ready to be sent: its JSON text, what it needs, and what to say first."""

    about: Mapping[str, Any]
    text: str
    with_map: bool
    geometry: tuple[str, ...]
    notices: tuple[str, ...] = ()


def of(leaf: Leaf, asked: Mapping[str, list[str]]) -> Shown:
    """The presentation of a page, or on the deck page of the deck that the address names."""
    tables.refresh()
    state, wrong = from_query(asked)
    t = texts.of(state.lang)
    notices = [_said(one, t) for one in wrong]
    try:
        if leaf.path == _DECK_PAGE:
            deck, more = _deck(asked, t)
        else:
            deck, more = _page(leaf, state, t), ()
    except figures.Undrawn as error:
        return nothing(t, *notices, failing.reason(error, t), *failing.details(error, t, 3))
    shown = _shown(deck.spoken(t.lang), t.lang, tables.package(), date.today())
    return replace(shown, notices=(*notices, *more))


def nothing(t: Texts, *notices: str) -> Shown:
    """A presentation without slides, which says why."""
    shown = _shown(Deck(), t.lang, tables.package(), date.today())
    return replace(shown, notices=notices)


def _page(leaf: Leaf, state: State, t: Texts) -> Deck:
    """The figures that the page shows for what the reader chose, in its order."""
    page, entries = where.page_of(leaf), figures.registry()
    ids = [i for i in page.ids(state) if state.in_sectors(entries[i].sectors)]
    return Deck(t(page.title), tuple(Slide(i, state) for i in ids))


def _deck(asked: Mapping[str, list[str]], t: Texts) -> tuple[Deck, tuple[str, ...]]:
    """The deck in a link, or a ready one; and what of it was dropped."""
    if DECK in asked:
        deck, dropped = deck_link.read(asked[DECK][-1])
        if dropped:
            heading = t("Not everything in the link could be opened:")
            return deck, (f"{heading} {t.quote('; '.join(dropped))}",)
        return deck, ()
    key = asked.get(READY, [""])[-1]
    try:
        return ready.deck(key, t.lang), ()
    except KeyError:
        return Deck(), (t("There is no deck called {name}.", name=t.quote(repr(key[:80]))),)


@lru_cache(maxsize=16)
def _shown(deck: Deck, lang: str, _package: tables.Package, _today: date) -> Shown:
    # The package and the day are part of the key: other data, or midnight, means other slides.
    payload = web_slides.payload(handout.of_deck(deck, lang, where.address_of(_HERE)))
    about = {name: payload[name] for name in ("title", "lang", "words")}
    return Shown(
        about,
        web_slides.text(payload),
        web_slides.has_map(payload),
        tuple(web_slides.geometry(payload["slides"])),
    )


def document(shown: Shown, around: Mapping[str, str]) -> str:
    """The page of the presenter; its scripts, style, typeface and geometry are links."""
    faces = {weight: _address(web_parts.typeface(weight)) for weight in web_parts.WEIGHTS}
    scripts = [web_parts.vega(), web_parts.script()]
    if shown.with_map:
        scripts.insert(0, web_parts.deckgl())
    more = {"notices": shown.notices, "geometry": _grounds(shown.geometry)}
    return web.document(
        dict(shown.about),
        style=(
            f'<link rel="stylesheet" href="{_address(web_parts.style())}">'
            f"<style>{web.faces(faces)}</style>"
        ),
        data={"deck": shown.text, "around": web_slides.text({**around, **more})},
        scripts=[f'<script defer src="{_address(part)}"></script>' for part in scripts],
    )


def _address(part: Part) -> str:
    return f"{FOLDER}/{part.hash}/{part.name}"


def _grounds(names: tuple[str, ...]) -> dict[str, str]:
    """The address of each geometry; a damaged one is left out, the marks stay."""
    found: dict[str, str] = {}
    for name in names:
        try:
            found[name] = _address(web_parts.geometry(name))
        except TableError:
            continue
    return found


def _said(wrong: Wrong, t: Texts) -> str:
    """What a link asked for and could not get, as the page itself says it."""
    if wrong.why == "order":
        return t(
            "The link asked for years that end before they start ({value}); all years are shown.",
            value=t.quote(wrong.value),
        )
    return t(
        "The link asked for {name} = {value}, which does not exist here; the usual view is shown.",
        name=t.quote(wrong.name),
        value=t.quote(wrong.value),
    )
