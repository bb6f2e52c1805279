"""Ids that changed: what was saved or linked under an old one still opens.

Whoever takes an id from outside (a saved deck, a link, the command line) asks `current` first.
An id that changes gets a line here and keeps it for good; where it changes again, a line is added
for the newer id, and the old one is followed through both.
"""

from __future__ import annotations

from collections.abc import Mapping

NEW_IDS: Mapping[str, str] = {
    "claims.differences": "claims.deviations",
    "climate.aims": "climate.national_targets",
    "climate.beside_1990": "climate.indexed",
    "climate.slope": "climate.required_reduction",
    "corridor.italians": "corridor.italian_companies",
    "corridor.ways": "corridor.routes",
    "minerals.codes": "minerals.code_coverage",
    "minerals.goods": "minerals.eu_imports",
    "renewables.hands": "renewables.italian_owned",
    "renewables.ladder": "renewables.milestones",
    "renewables.output": "renewables.generation_wind_solar",
    "stakes.barrels": "stakes.entitlement",
    "stakes.beside_imports": "stakes.imports_compared",
    "trade.mirror": "trade.mirror_ratio",
    "trade.mirror_explained": "trade.gap_explained",
    "trade.target_alone": "trade.target_single_factor",
    "trade.target_needs": "trade.target_growth",
}
"""The id of a figure that took the place of an old one."""

NEW_DECKS: Mapping[str, str] = {"two-truths-in-8": "trade-in-8"}
"""The same for the names of ready decks."""


def current(figure_id: str, new_ids: Mapping[str, str] = NEW_IDS) -> str:
    """The id that is used today; one that never changed comes back as it is.

    Raises `ValueError` where the table leads in a circle.
    """
    followed = {figure_id}
    while figure_id in new_ids:
        figure_id = new_ids[figure_id]
        if figure_id in followed:
            raise ValueError(f"the new ids lead back to {figure_id!r}")
        followed.add(figure_id)
    return figure_id
