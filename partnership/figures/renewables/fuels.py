"""Sources of electricity: their colours and names, from the foot of a stack to its top."""

from __future__ import annotations

from partnership import palette
from partnership.charts import marks
from partnership.language import codes
from partnership.language.texts import Texts

COLOUR: dict[str, str] = {
    "coal": marks.SOFT,
    "oil": palette.SECTOR["oil_gas"].light,
    "gas": palette.HOLDERS[4].light,
    "nuclear": palette.HOLDERS[3].light,
    "hydro": palette.HOLDERS[0].light,
    "wind": palette.SECTOR["renewables"].light,
    "solar": palette.HOLDERS[1].light,
    "other": palette.HOLDERS[5].light,
}
GROUP = {"bioenergy": "other", "other_renewables": "other"}
"""Parts of the data that are drawn as one."""
WIND_SOLAR = ("wind", "solar")


def name(part: str, t: Texts) -> str:
    """The name of a part of the data, of its group where it is drawn in one."""
    return t(codes.ENERGY_SOURCE[GROUP.get(part, part)])
