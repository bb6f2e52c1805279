"""Uranium that Kazakhstan mines: what each publisher counts, in tonnes of uranium."""

from __future__ import annotations

import pandas as pd

FROM_OXIDE = 0.848
"""Tonnes of uranium in a tonne of U3O8, as the definition of `mine_output_uranium` has it."""

WORLD_MINING, ASSOCIATION = "world_mining_data_2026", "wna_2023_08_uranium"
_YEARLY = "uranium_mine_production_tu"


def yearly(observations: pd.DataFrame) -> pd.DataFrame:
    """Kazakhstan's output by year and source, never joined.

    Method: rows in tonnes of uranium as they stand; those of World Mining Data, which counts
    U3O8, times `FROM_OXIDE`. Returns `year`, `value` (t U), `unit`, `metric_id`, `source_id`,
    `status` (`derived` where converted), `note`, by source and year.
    """
    seen = observations[observations["entity_id"].eq("KAZ")]
    metal = seen[seen["metric_id"].eq(_YEARLY)]
    oxide = seen[seen["metric_id"].eq("mine_output_uranium")]
    oxide = oxide.assign(value=oxide["value"].astype(float) * FROM_OXIDE, status="derived")
    rows = pd.concat([metal, oxide], ignore_index=True)
    rows = rows.assign(year=rows["period"].astype(int), unit="t U")
    columns = ["entity_id", "metric_id", "year", "value", "unit", "source_id", "status", "note"]
    return rows.sort_values(["source_id", "year"], ignore_index=True)[columns]


def announced(observations: pd.DataFrame, metric: str) -> pd.DataFrame:
    """Rows of Kazakhstan's metric as they stand, with `year` (the last of a span), by value."""
    rows = observations[observations["metric_id"].eq(metric) & observations["entity_id"].eq("KAZ")]
    year = rows["period"].astype(str).str.split("/").str[-1].str[:4].astype(int)
    return rows.assign(year=year).sort_values("value", ignore_index=True)
