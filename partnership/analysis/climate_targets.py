"""Targets for greenhouse gases on their two bases, which are never joined."""

from __future__ import annotations

import pandas as pd

from partnership.analysis import climate

EDGAR, INVENTORY = "edgar", "inventory"
BASE_YEAR, UNCONDITIONAL, CONDITIONAL = "base_year", "unconditional", "conditional"
EDGAR_TARGET = "ghg_target_mtco2e"
"""Metric of the unconditional target on the base of EDGAR."""
_METRICS = {
    EDGAR_TARGET: (EDGAR, UNCONDITIONAL),
    "ghg_target_conditional_mtco2e": (EDGAR, CONDITIONAL),
    "ghg_target_inventory_mtco2e": (INVENTORY, UNCONDITIONAL),
    "ghg_target_conditional_inventory_mtco2e": (INVENTORY, CONDITIONAL),
    "ghg_base_inventory_mtco2e": (INVENTORY, BASE_YEAR),
}
TARGETS = tuple(m for m, (_, what) in _METRICS.items() if what != BASE_YEAR)
"""Metrics of the targets as levels, on either base."""
WITHOUT_LAND_USE = {
    UNCONDITIONAL: "ghg_change_excl_land_use_vs_1990_pct",
    CONDITIONAL: "ghg_change_conditional_excl_land_use_vs_1990_pct",
}
"""Metrics of the percentages that belong to levels without land use, as all levels here are."""
WITH_LAND_USE = {
    UNCONDITIONAL: "ghg_change_vs_1990_pct",
    CONDITIONAL: "ghg_change_conditional_vs_1990_pct",
}
"""Metrics of the percentages as they were set; no level on file belongs to them."""
_NEWEST = "cat_kazakhstan_targets"
"""The tracker's page after the inventory of 2023; what an older page has was replaced."""


def targets(observations: pd.DataFrame, base: str, what: str) -> pd.DataFrame:
    """Kazakhstan's targets on one base, conditional or not, in order of years.

    Rows of `observations` with `year`; Mt of CO2 equivalent without land use.
    """
    rows = by_base(observations)
    rows = rows[rows["base"].eq(base) & rows["what"].eq(what) & ~rows["replaced"]]
    return rows.sort_values("year", ignore_index=True)


def percentages(observations: pd.DataFrame) -> pd.DataFrame:
    """The targets as changes against the base year, percent, with and without land use.

    Rows of `observations` with `year`, `what` (`unconditional`, `conditional`) and `land_use`.
    """
    known = {
        metric: (what, counted)
        for counted, names in ((False, WITHOUT_LAND_USE), (True, WITH_LAND_USE))
        for what, metric in names.items()
    }
    rows = climate.yearly(observations, known, ("KAZ",))
    pairs = [known[str(m)] for m in rows["metric_id"]]
    land_use = pd.Series([c for _, c in pairs], index=rows.index, dtype=bool)
    return rows.assign(what=[w for w, _ in pairs], land_use=land_use)


def by_base(observations: pd.DataFrame) -> pd.DataFrame:
    """Levels of the base year and targets on both bases, those that were replaced too.

    Method: EDGAR's base year is its total, and its targets are the percentages without land use
    of it; the inventory's base year is worked out from a target and its rounded percentage.
    Rows of `observations` with `year`, `base` (`edgar`, `inventory`), `what` (`base_year`,
    `unconditional`, `conditional`) and `replaced`.
    """
    rows = climate.yearly(observations, _METRICS, ("KAZ",))
    known = [_METRICS[str(m)] for m in rows["metric_id"]]
    rows = rows.assign(base=[b for b, _ in known], what=[w for _, w in known])
    rows = rows.assign(replaced=rows["base"].eq(INVENTORY) & rows["source_id"].ne(_NEWEST))
    total = climate.yearly(observations, ("ghg_total_mtco2e",), ("KAZ",))
    first = total[total["year"].eq(total["year"].min())]
    first = first.assign(base=EDGAR, what=BASE_YEAR, replaced=False)
    return pd.concat([first, rows], ignore_index=True)
