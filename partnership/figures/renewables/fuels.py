"""Sources of electricity: their order, names and ids."""

from __future__ import annotations

from partnership.language import codes
from partnership.language.texts import Texts

ENTITY = {
    "coal": "coal",
    "oil": "oil",
    "gas": "gas",
    "nuclear": "nuclear",
    "hydro": "hydro",
    "wind": "wind",
    "solar": "solar",
    "other": "other_fuels",
}
"""Parts from the foot of a stack to its top, and what each is in the registry of colours."""
GROUP = {"bioenergy": "other", "other_renewables": "other"}
"""Parts of the data that are drawn as one."""
WIND_SOLAR = ("wind", "solar")


def name(part: str, t: Texts) -> str:
    """The name of a part of the data, of its group where it is drawn in one."""
    return t(codes.ENERGY_SOURCE[GROUP.get(part, part)])
