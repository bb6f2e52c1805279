"""What Europe buys of Kazakhstan's minerals: shares of imports, values by code."""

from __future__ import annotations

import pandas as pd


def import_shares(observations: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Kazakhstan's share of EU and Italian imports of single goods, latest year of a span.

    Method: value of imports from Kazakhstan over all imports (EU: from outside the EU), from the
    reconciled flows of BACI. Returns the rows of `observations` with `good`, `buyer` (`eu`,
    `ita`) and `year`, the goods with the largest share of the EU first.
    """
    rows = observations[
        observations["metric_id"].str.startswith("import_share_")
        & observations["entity_id"].eq("KAZ")
    ]
    parts = rows["metric_id"].astype(str).str.extract(r"^import_share_(.+)_(eu|ita)_pct$")
    rows = rows.assign(good=parts[0], buyer=parts[1], year=rows["period"].astype(int))
    rows = rows[rows["year"].between(first, last)]
    rows = rows[rows["year"].eq(rows["year"].max())]
    eu = rows[rows["buyer"].eq("eu")].set_index("good")["value"]
    return rows.assign(order=rows["good"].map(eu).astype(float)).sort_values(
        ["order", "good", "buyer"], ascending=[False, True, True], ignore_index=True
    )


def goods(trade: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """EU and Italian imports of critical materials from Kazakhstan by code, latest year of a span.

    Rows of `trade` (classification CN8, values in EUR declared) with `year`, largest first.
    """
    rows = trade[
        trade["product_id"].astype(str).str.startswith("cn8_")
        & trade["partner"].eq("KAZ")
        & trade["reporter"].isin(["EUU", "ITA"])
        & trade["flow"].eq("import")
    ]
    rows = rows.assign(year=rows["period"].astype(int))
    rows = rows[rows["year"].between(first, last)]
    rows = rows[rows["year"].eq(rows["year"].max())]
    return rows.sort_values("value_usd", ascending=False, ignore_index=True)


def sold(trade: pd.DataFrame, codes: dict[str, tuple[str, ...]], currency: str) -> pd.DataFrame:
    """EU imports from Kazakhstan under the codes of each material, in its latest year.

    `codes` maps a material to products of `trade`. Values are in `currency`: as declared for
    `eur`, converted for `usd`. Returns `material_id`, `eu_value`, `eu_year`.
    """
    column = "value_usd" if currency == "usd" else "declared_value"
    mine = trade[trade["reporter"].eq("EUU") & trade["partner"].eq("KAZ")]
    found = []
    for material, products in codes.items():
        rows = mine[mine["product_id"].isin(products)]
        if len(rows):
            year = rows["period"].astype(str).max()
            value = float(rows.loc[rows["period"].eq(year), column].sum())
            found.append((material, value, int(year)))
    return pd.DataFrame(found, columns=["material_id", "eu_value", "eu_year"])
