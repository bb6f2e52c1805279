"""Presentations that are ready to show.

Each slide has the headline of its figure, which is worked out from the tables each time, so that a
deck does not grow old when the data is brought up to date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from partnership.decks import renamed
from partnership.decks.deck import Deck, Slide
from partnership.language import texts
from partnership.language.texts import Texts, counted
from partnership.state import from_query


@dataclass(frozen=True)
class Ready:
    """A deck as it is written down: a title, and figures with what is chosen in each."""

    title: tuple[str, str]
    """For one slide, and for many."""
    slides: tuple[tuple[str, Mapping[str, list[str]]], ...]
    """Figures, each with what is chosen in it, as an address has it."""

    def heading(self, t: Texts) -> str:
        """The title in the reader's language, with the number of slides counted."""
        return t.plural(*self.title, len(self.slides))


def _as_first_seen(*figure_ids: str) -> tuple[tuple[str, Mapping[str, list[str]]], ...]:
    return tuple((figure_id, {}) for figure_id in figure_ids)


DECKS = {
    "partnership-in-12": Ready(
        counted("The partnership in {count} slide", "The partnership in {count} slides"),
        _as_first_seen(
            "overview.numbers",
            "overview.map",
            "trade.to_italy",
            "trade.gap",
            "trade.rank",
            "stakes.karachaganak",
            "trade.routes",
            "renewables.italian_owned",
            "minerals.chromium_rank",
            "corridor.tonnes",
            "diplomacy.visits",
            "trade.target_growth",
        ),
    ),
    "energy-in-8": Ready(
        counted("Energy in {count} slide", "Energy in {count} slides"),
        (
            ("map.assets", {"sector": ["oil_gas"], "view": ["caspian"]}),
            *_as_first_seen(
                "stakes.karachaganak",
                "stakes.kashagan",
                "stakes.entitlement",
                "stakes.imports_compared",
                "trade.crude_origins",
                "trade.routes",
                "trade.price_quantity",
            ),
        ),
    ),
    "trade-in-8": Ready(
        counted(
            "Trade as reported by each side in {count} slide",
            "Trade as reported by each side in {count} slides",
        ),
        _as_first_seen(
            "trade.to_italy",
            "trade.mirror_ratio",
            "trade.gap",
            "trade.gap_explained",
            "trade.to_kazakhstan",
            "trade.share",
            "trade.crude_share",
            "trade.target_growth",
        ),
    ),
    "beyond-oil-in-8": Ready(
        counted(
            "Beyond oil: minerals, renewables, corridor in {count} slide",
            "Beyond oil: minerals, renewables, corridor in {count} slides",
        ),
        _as_first_seen(
            "minerals.map",
            "minerals.output",
            "minerals.chromium_rank",
            "minerals.imports",
            "renewables.italian_owned",
            "renewables.milestones",
            "corridor.map",
            "corridor.tonnes",
        ),
    ),
}


def known(key: str) -> bool:
    """Whether there is a ready deck of this name, be it an old one."""
    return renamed.current(key, renamed.NEW_DECKS) in DECKS


def deck(key: str, lang: str) -> Deck:
    """The ready deck `key` in a language; an old name will do.

    Raises `KeyError` for one that does not exist.
    """
    t, ready = texts.in_language(lang), DECKS[renamed.current(key, renamed.NEW_DECKS)]
    slides = tuple(Slide(figure_id, from_query(chosen)[0]) for figure_id, chosen in ready.slides)
    return Deck(ready.heading(t), slides).in_language(lang)
