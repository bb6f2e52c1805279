"""Where the map of all assets may look: what a reader chooses as `State.view`."""

from __future__ import annotations

from typing import NamedTuple

from partnership.maps.frame import Box, View, fitted


class Look(NamedTuple):
    """What a view shows whatever the size of the screen, and whether close enough for detailed
    shores.
    """

    box: Box
    detailed: bool = True


LOOKS = {
    "italy_china": Look((6.6, 35.5, 109.5, 57.5), detailed=False),
    "kazakhstan": Look((46.4, 40.5, 87.4, 55.5)),
    "caspian": Look((46.8, 40.0, 58.6, 51.7)),
    "italy": Look((6.6, 36.4, 18.8, 47.1)),
}
VIEWS: dict[str, View] = {
    name: fitted(look.box, detailed=look.detailed) for name, look in LOOKS.items()
}
"""As pictures of a desk's size show them."""
