"""What the two maps of the Middle Corridor show, and the positions of names on them."""

from __future__ import annotations

from dataclasses import dataclass

Place = tuple[str, int, int, bool]
"""Position of a name: its side (`left`, `right`, `center`), shift in pixels, always shown."""


@dataclass(frozen=True)
class View:
    """A stretch of the world and the nodes named on it."""

    box: tuple[float, float, float, float]
    turn: int
    names: dict[str, Place]
    height: int
    countries: tuple[str, ...] = ()


WHOLE = View(
    (8.0, 33.5, 109.5, 50.0),
    -58,
    {
        "node_xian": ("right", -2, -10, True),
        "node_lanzhou": ("center", 0, 14, False),
        "node_urumqi": ("center", 0, -10, True),
        "node_khorgos": ("left", 4, -9, False),
        "node_almaty": ("center", 0, 14, True),
        "node_aktau": ("left", 7, -8, True),
        "node_alat": ("left", 7, 8, False),
        "node_tbilisi": ("center", 0, -10, False),
        "node_poti": ("right", -4, -9, True),
        "node_kars": ("center", 0, 14, False),
        "node_istanbul": ("center", 4, 15, True),
        "node_constanta": ("left", 7, -4, False),
        "node_trieste": ("center", 8, -10, True),
        "node_genoa": ("center", 4, 14, False),
    },
    360,
)
KAZAKH = View(
    (46.5, 38.7, 83.5, 49.8),
    -65,
    {
        "node_dostyk": ("right", -6, 12, True),
        "node_khorgos": ("center", 2, 15, True),
        "node_almaty": ("center", 0, 15, True),
        "node_aktogay": ("center", 0, -11, False),
        "node_shu": ("center", 0, 15, False),
        "node_arys": ("center", 0, 15, True),
        "node_mointy": ("left", 8, 4, False),
        "node_zharyk": ("left", 8, 0, False),
        "node_zhezkazgan": ("center", 0, -11, True),
        "node_kyzylorda": ("right", -7, 6, False),
        "node_saksaulskaya": ("center", 0, 15, False),
        "node_shalkar": ("center", 0, -11, False),
        "node_beyneu": ("center", 0, -11, True),
        "node_aktau": ("left", 7, -6, True),
        "node_kuryk": ("left", 7, 8, False),
        "node_alat": ("center", 2, 15, False),
        "node_turkmenbashi": ("left", 7, 4, False),
    },
    400,
    (
        "KAZ",
        "RUS",
        "CHN",
        "KGZ",
        "UZB",
        "TKM",
        "AZE",
        "GEO",
        "AFG",
        "PAK",
        "IND",
        "TUR",
        "IRQ",
        "IRN",
        "TJK",
        "MNG",
        "ARM",
    ),
)
