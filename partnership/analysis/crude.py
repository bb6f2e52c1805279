"""Crude oil: where Italy buys it, and how much of a change in value is price, how much quantity."""

from __future__ import annotations

import numpy as np
import pandas as pd

FIRST_ORIGIN_YEAR, LAST_ORIGIN_YEAR = 2013, 2023


def origins(trade: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Italy's crude imports by origin and year, from the monthly registers of the Commission.

    `year`, `partner`, `quantity_kbbl`, `value_usd`, `share` (percent of volume), `rank`,
    `source_id`, `status`. Volumes are thousand barrels, values CIF.
    """
    mine = trade["reporter"].eq("ITA") & trade["product_id"].eq("hs2709") & trade["flow"].eq("import")
    rows = trade[mine & trade["partner"].ne("WLD")]
    rows = rows.assign(year=rows["period"].str[:4].astype(int))
    rows = rows[rows["year"].between(first, last)]
    sums = rows.groupby(["year", "partner"], as_index=False).agg(
        quantity_kbbl=("quantity_kbbl", "sum"),
        value_usd=("value_usd", "sum"),
        source_id=("source_id", "first"),
    )
    total = sums.groupby("year")["quantity_kbbl"].transform("sum")
    rank = sums.groupby("year")["quantity_kbbl"].rank(ascending=False, method="min").astype(int)
    sums = sums.assign(share=sums["quantity_kbbl"] / total * 100, rank=rank, status="derived")
    return sums.sort_values(["year", "rank"], ignore_index=True)


def monthly(trade: pd.DataFrame) -> pd.DataFrame:
    """Kazakhstan's crude exports to the world by month: `period`, `value_usd`, `quantity_t`,
    `unit_value` (USD per tonne), `source_id`, `status`, `note`.
    """
    mine = trade["reporter"].eq("KAZ") & trade["product_id"].eq("hs2709") & trade["partner"].eq("WLD")
    rows = trade[mine & trade["flow"].eq("export") & trade["quantity_t"].gt(0)]
    rows = rows[["period", "value_usd", "quantity_t", "source_id", "status", "note"]]
    rows = rows.sort_values("period", ignore_index=True)
    return rows.assign(unit_value=rows["value_usd"] / rows["quantity_t"])


def price_quantity(months: pd.DataFrame) -> pd.DataFrame:
    """Change of export value against the same month a year before, split into price and quantity.

    Additive logarithmic mean Divisia index (LMDI-I; Ang, B. W., "The LMDI approach to
    decomposition analysis: a practical guide", Energy Policy 33, 2005): with V = P·Q and the
    logarithmic mean L(a, b) = (a − b) / ln(a / b),

        price effect    = L(V₁, V₀) · ln(P₁ / P₀)
        quantity effect = L(V₁, V₀) · ln(Q₁ / Q₀)

    which add up to V₁ − V₀ without a residual. P is the unit value (USD per tonne). Months
    without both values are left out of both years.

    `months` as from `monthly`. Returns `year`, `months`, `change_usd`, `price_usd`,
    `quantity_usd`, `source_id`, `status`.
    """
    now = months.set_index("period")
    before = now.set_axis([f"{int(p[:4]) + 1}{p[4:]}" for p in now.index])
    both = now.join(before, rsuffix="_0", how="inner")
    v1, v0 = both["value_usd"], both["value_usd_0"]
    ratio = np.log(v1 / v0)
    mean = np.where(np.isclose(ratio, 0), v1, (v1 - v0) / ratio.where(~np.isclose(ratio, 0), 1))
    parts = pd.DataFrame(
        {
            "year": both.index.str[:4].astype(int),
            "change_usd": v1 - v0,
            "price_usd": mean * np.log(both["unit_value"] / both["unit_value_0"]),
            "quantity_usd": mean * np.log(both["quantity_t"] / both["quantity_t_0"]),
            "source_id": both["source_id"],
        }
    )
    sums = parts.groupby("year", as_index=False).agg(
        months=("change_usd", "size"),
        change_usd=("change_usd", "sum"),
        price_usd=("price_usd", "sum"),
        quantity_usd=("quantity_usd", "sum"),
        source_id=("source_id", "first"),
    )
    return sums.assign(status="derived")
