"""The pictures on the cards of ready decks: drawn once for a language and a theme, and kept."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from partnership import tables
from partnership.decks import ready
from partnership.decks.deck import Deck
from partnership.export import handout as handouts
from partnership.export.pictures import cover
from partnership.language import texts


def png(key: str, lang: str, theme: str) -> bytes:
    """The first slide of the ready deck `key`."""
    return _png(key, lang, theme, tables.package(), date.today())


@lru_cache(maxsize=32)
def _png(key: str, lang: str, theme: str, _package: tables.Package, _day: date) -> bytes:
    deck = ready.deck(key, lang)
    (view,) = handouts.of_deck(Deck(deck.title, deck.slides[:1]), lang).views
    return cover.png(view, theme, texts.in_language(lang))
