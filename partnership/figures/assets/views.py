"""Where the map of all assets may look: what a reader chooses as `State.view`."""

from __future__ import annotations

from partnership.maps.frame import View

VIEWS = {
    "italy_china": View(57.0, 44.6, 2.2, False),
    "caspian": View(51.6, 44.6, 5.1, True),
    "kazakhstan": View(66.5, 48.2, 4.0, True),
    "oil_to_trieste": View(32.5, 43.6, 3.8, True),
}
