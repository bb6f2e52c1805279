"""Metals that are produced rather than mined: the producers, and each country's share."""

from __future__ import annotations

import pandas as pd

from partnership.tables.rules.materials import METALS


def makers(observations: pd.DataFrame, material: str) -> pd.DataFrame:
    """Output of one metal by country and year, each year from its newest release.

    Method: output of a country over the published world total, which is rounded and leaves the
    United States out; rank is 1 + the number of countries listed with more. Returns `entity_id`,
    `year`, `value`, `unit`, `world` (in `unit`), `share` (percent), `rank`, `source_id`, `status`,
    the latest year and the largest output first. Countries without output are left out.
    """
    rows = observations[observations["metric_id"].eq(METALS[material])]
    rows = rows.assign(year=rows["period"].astype(int), value=rows["value"].astype(float))
    newest = rows.groupby("year", observed=True)["source_id"].transform("max")
    rows = rows[rows["source_id"].eq(newest)]
    world = rows[rows["entity_id"].eq("WLD")].set_index("year")["value"]
    rows = rows[rows["entity_id"].ne("WLD") & rows["value"].gt(0)]
    rows = rows.assign(
        world=rows["year"].map(world),
        rank=rows.groupby("year")["value"].rank(ascending=False, method="min"),
    )
    rows = rows.assign(share=rows["value"] / rows["world"] * 100)
    columns = ["entity_id", "year", "value", "unit", "world", "share", "rank", "source_id"]
    rows = rows[[*columns, "status"]].sort_values(["year", "value"], ascending=False)
    return rows.reset_index(drop=True)


def shares(observations: pd.DataFrame, country: str) -> pd.Series:
    """A country's latest share of each metal, percent, indexed by material."""
    found = {}
    for material in METALS:
        rows = makers(observations, material)
        rows = rows[rows["year"].eq(rows["year"].max()) & rows["entity_id"].eq(country)]
        if len(rows):
            found[material] = float(rows["share"].iloc[0])
    return pd.Series(found, dtype=float)
