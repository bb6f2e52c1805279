"""What the two maps of the Middle Corridor show, and the positions of names on them."""

from __future__ import annotations

from dataclasses import dataclass

from partnership.maps.frame import Box, Conic
from partnership.maps.model import Anchor

_PARALLELS = (36, 50)


@dataclass(frozen=True)
class View:
    """A stretch of the world and the nodes named on it. It is about the legs of `country`,
    about all of them where that is empty.
    """

    box: Box
    frame: Conic
    names: dict[str, Anchor]
    height: int
    country: str = ""


_WHOLE, _KAZAKH = (8.0, 33.5, 109.5, 50.0), (46.5, 38.7, 83.5, 49.8)
WHOLE = View(
    _WHOLE,
    # On a telephone the picture is as high as wide: much is seen above and below the route.
    Conic(58, _PARALLELS, _WHOLE, (-58.0, -5.0, 176.0, 80.0)),
    {
        "node_xian": Anchor("right", -2, -10, True),
        "node_lanzhou": Anchor("center", 0, 14, False),
        "node_urumqi": Anchor("left", -12, -11, True),
        "node_khorgos": Anchor("left", 6, 12, True),
        "node_almaty": Anchor("center", 0, 14, True),
        "node_aktau": Anchor("left", 7, -8, True),
        "node_alat": Anchor("center", -4, 15, False),
        "node_tbilisi": Anchor("center", 0, -10, True),
        "node_poti": Anchor("right", 6, -18, True),
        "node_kars": Anchor("center", 0, 14, False),
        "node_istanbul": Anchor("center", 4, 15, True),
        "node_constanta": Anchor("left", 7, -4, False),
        "node_trieste": Anchor("center", 8, -10, True),
        "node_genoa": Anchor("center", 4, 14, True),
    },
    360,
)
KAZAKH = View(
    _KAZAKH,
    Conic(65, _PARALLELS, _KAZAKH, (0.0, 26.0, 122.0, 66.0)),
    {
        "node_dostyk": Anchor("right", -6, 12, True),
        "node_khorgos": Anchor("center", 2, 15, True),
        "node_almaty": Anchor("center", 0, 15, True),
        "node_aktogay": Anchor("center", 0, -11, False),
        "node_shu": Anchor("center", 0, 15, False),
        "node_arys": Anchor("center", 0, 15, True),
        "node_mointy": Anchor("left", 8, 4, False),
        "node_zharyk": Anchor("left", 8, 0, False),
        "node_zhezkazgan": Anchor("center", 0, -11, True),
        "node_kyzylorda": Anchor("right", -7, 6, False),
        "node_saksaulskaya": Anchor("center", 0, 15, False),
        "node_shalkar": Anchor("center", 0, -11, False),
        "node_beyneu": Anchor("center", 0, -11, True),
        "node_aktau": Anchor("left", 7, -6, True),
        "node_kuryk": Anchor("left", 7, 8, False),
        "node_alat": Anchor("center", 2, 15, False),
        "node_turkmenbashi": Anchor("left", 7, 4, False),
    },
    400,
    "KAZ",
)
