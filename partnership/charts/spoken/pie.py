"""A pie in words: every slice with its share."""

from __future__ import annotations

from partnership.charts.forms import Pie
from partnership.language.texts import Texts


def words(pie: Pie, t: Texts) -> str:
    """Written as `Pie: Eni 16.81 %; Shell 16.81 %.`."""
    named = "; ".join(f"{one.name} {one.words}" for one in pie.slices)
    return t("Pie: {slices}.", slices=named)
