"""What stands on a page above its sections and is more than a list of figures, by name."""

from collections.abc import Callable

from partnership.language.texts import Texts
from partnership.state import State
from partnership.ui.deck import panel as deck
from partnership.ui.panels import claims, sources
from partnership.ui.panels.atlas import panel as atlas

PANELS: dict[str, Callable[[State, Texts], State]] = {
    "assets": atlas.panel,
    "claims": claims.panel,
    "deck": deck.panel,
    "sources": sources.panel,
}
"""Each draws itself and returns the state, which it may narrow."""
