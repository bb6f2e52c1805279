"""What Europe buys of Kazakhstan's minerals: shares of imports, values by code."""

from __future__ import annotations

import pandas as pd


def _import_shares(observations: pd.DataFrame) -> pd.DataFrame:
    """Rows of Kazakhstan's shares of imports."""
    return observations[
        observations["metric_id"].str.startswith("import_share_")
        & observations["entity_id"].eq("KAZ")
    ]


def import_years(observations: pd.DataFrame) -> pd.Series:
    """The years that shares of imports were read for."""
    return _import_shares(observations)["period"].astype(int)


def import_shares(observations: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Kazakhstan's share of EU and Italian imports of single goods, latest year of a span.

    Method: value of imports from Kazakhstan over all imports (EU: from outside the EU), from the
    reconciled flows of BACI. Returns the rows of `observations` with `good`, `buyer` (`eu`,
    `ita`) and `year`, the goods with the largest share of the EU first.
    """
    rows = _import_shares(observations)
    parts = rows["metric_id"].astype(str).str.extract(r"^import_share_(.+)_(eu|ita)_pct$")
    rows = rows.assign(good=parts[0], buyer=parts[1], year=rows["period"].astype(int))
    rows = rows[rows["year"].between(first, last)]
    rows = rows[rows["year"].eq(rows["year"].max())]
    eu = rows[rows["buyer"].eq("eu")].set_index("good")["value"]
    return rows.assign(order=rows["good"].map(eu).astype(float)).sort_values(
        ["order", "good", "buyer"], ascending=[False, True, True], ignore_index=True
    )


def _coded(trade: pd.DataFrame) -> pd.DataFrame:
    """Imports from Kazakhstan by CN8 code."""
    return trade[
        trade["product_id"].astype(str).str.startswith("cn8_")
        & trade["partner"].eq("KAZ")
        & trade["reporter"].isin(["EUU", "ITA"])
        & trade["flow"].eq("import")
    ]


def goods_years(trade: pd.DataFrame) -> pd.Series:
    """The years that imports by code were read for."""
    return _coded(trade)["period"].astype(int)


def share_of_outside(trade: pd.DataFrame, reporter: str, product: str) -> pd.DataFrame:
    """Kazakhstan's share of a reporter's imports of one product from outside the EU.

    Method: declared value from Kazakhstan over that from the world, which in this extraction
    leaves members of the EU out. Returns `year`, `share` (percent), `source_id`, `status`, in
    order of years.
    """
    rows = trade[
        trade["reporter"].eq(reporter)
        & trade["flow"].eq("import")
        & trade["product_id"].eq(product)
        & trade["partner"].isin(["KAZ", "WLD"])
    ]
    wide = rows.pivot_table(
        index=["period", "source_id"], columns="partner", values="declared_value", observed=True
    )
    wide = wide.dropna().reset_index()
    share = wide["KAZ"] / wide["WLD"] * 100
    rows = pd.DataFrame({"year": wide["period"].astype(int), "share": share, "status": "derived"})
    return rows.assign(source_id=wide["source_id"]).sort_values("year", ignore_index=True)


def goods(trade: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """EU and Italian imports of critical materials from Kazakhstan by code, latest year of a span.

    Rows of `trade` (classification CN8, values in EUR declared) with `year`, largest first.
    """
    rows = _coded(trade)
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
