"""Presentations that are ready to show: headlines in words, numbers left to the figures.

A headline holds no number: those stand in the finding of its figure, which is worked out from the
tables each time, so that a deck does not grow old when the data is brought up to date.
"""

from __future__ import annotations

from dataclasses import dataclass

from partnership.decks import renamed
from partnership.decks.deck import Deck, Slide
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.state import State


@dataclass(frozen=True)
class Ready:
    """A deck as it is written down: a title, and figures with headlines."""

    title: str
    slides: tuple[tuple[str, str, State], ...]

    def heading(self, t: Texts) -> str:
        """The title in the reader's language, with the number of slides counted."""
        return t(self.title, count=t.number(len(self.slides)))


def _slide(figure_id: str, headline: str, **choices: object) -> tuple[str, str, State]:
    return figure_id, headline, State(**choices)  # type: ignore[arg-type]


_TO_ITALY = _slide(
    "trade.to_italy",
    message("Kazakhstan reports far higher exports to Italy than Italy reports as imports"),
)
_GAP = _slide(
    "trade.gap",
    message("Part of the gap is oil that lands at Trieste and is reported by the neighbours"),
)
_SHARE = _slide("trade.share", message("Italy is Kazakhstan's largest export market"))
_KARACHAGANAK = _slide(
    "stakes.karachaganak", message("At Karachaganak no interest is larger than Eni's")
)
_ROUTES = _slide("trade.routes", message("Most of the oil leaves through a single pipeline"))
_ITALIAN_OWNED = _slide(
    "renewables.italian_owned", message("Italian-owned wind and solar capacity is still small")
)
_CHROMIUM = _slide("minerals.chromium_rank", message("Chromium: long ranked first, now second"))
_CARGO = _slide(
    "corridor.tonnes",
    message("The Middle Corridor carries little so far, and sources differ on how much"),
)
_TARGET = _slide(
    "trade.target_growth",
    message("Close to the target by Kazakhstan's statistics, then further away"),
)

DECKS = {
    "partnership-in-12": Ready(
        message("The partnership in {count} slides"),
        (
            _slide("overview.numbers", message("The partnership in numbers, each with its source")),
            _slide(
                "overview.map", message("Where the assets are: from Italy to the Chinese border")
            ),
            _TO_ITALY,
            _GAP,
            _SHARE,
            _KARACHAGANAK,
            _ROUTES,
            _ITALIAN_OWNED,
            _CHROMIUM,
            _CARGO,
            _slide("diplomacy.visits", message("Visits and forums have become more frequent")),
            _TARGET,
        ),
    ),
    "energy-in-8": Ready(
        message("Energy in {count} slides"),
        (
            _slide(
                "map.assets",
                message("The giant fields lie around the northern Caspian"),
                sector=("oil_gas",),
                view="caspian",
            ),
            _KARACHAGANAK,
            _slide(
                "stakes.kashagan", message("At Kashagan Eni's interest equals those of the majors")
            ),
            _slide(
                "stakes.entitlement",
                message("Eni's entitlement by working interest is smaller than Chevron's"),
            ),
            _slide(
                "stakes.imports_compared",
                message(
                    "Eni's entitlement is equivalent to a notable share of Italy's crude oil "
                    "imports"
                ),
            ),
            _slide(
                "trade.crude_origins",
                message("Kazakhstan is one of several large suppliers of crude oil to Italy"),
            ),
            _ROUTES,
            _slide(
                "trade.price_quantity",
                message("Price, more than quantity, drives Kazakhstan's oil export revenue"),
            ),
        ),
    ),
    "trade-in-8": Ready(
        message("Trade as reported by each side in {count} slides"),
        (
            _TO_ITALY,
            _slide("trade.mirror_ratio", message("Two reporters, one trade flow, two figures")),
            _GAP,
            _slide(
                "trade.gap_explained",
                message("Oil via Trieste explains part of the gap, not all of it"),
            ),
            _slide(
                "trade.to_kazakhstan",
                message("In the other direction the two reporters nearly agree today"),
            ),
            _SHARE,
            _slide(
                "trade.crude_share",
                message("Kazakhstan's share of Italy's crude oil imports has varied widely"),
            ),
            _TARGET,
        ),
    ),
    "beyond-oil-in-8": Ready(
        message("Beyond oil: minerals, renewables, corridor in {count} slides"),
        (
            _slide(
                "minerals.map",
                message("Most mapped deposits hold materials on the EU's critical list"),
            ),
            _slide(
                "minerals.output",
                message("Uranium leads by far; no critical material comes close"),
            ),
            _CHROMIUM,
            _slide(
                "minerals.imports",
                message("The EU imports a few minerals in quantity, Italy fewer still"),
            ),
            _ITALIAN_OWNED,
            _slide(
                "renewables.milestones",
                message("The plants are built slowly, and the latest is delayed"),
            ),
            _slide("corridor.map", message("The corridor combines railways, ports and three seas")),
            _CARGO,
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
    slides = tuple(Slide(figure, state, t(words)) for figure, words, state in ready.slides)
    return Deck(ready.heading(t), slides).in_language(lang)
