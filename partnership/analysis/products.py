"""What is traded: fuels among Italy's imports, groups of Italian exports, two small products."""

from __future__ import annotations

import pandas as pd

NOT_LISTED = "itgrp_not_in_list"
"""Product of what the extraction of Comext did not cover: no product group, but a rest."""


def fuels(rows: pd.DataFrame) -> pd.DataFrame:
    """Mineral fuels among Italian imports from Kazakhstan, over the months that have both values.

    `rows` are the months of `total` and `hs27` of `trade` with a column `value`. Returns `year`,
    `period`, `product_id` (`hs27`, `rest`), `value`, `share` (percent), `months` (how many were
    summed), `missing` (months of the year without a value of HS 27, joined by `;`), `source_id`,
    `status`.
    """
    wide = rows.pivot_table(index="period", columns="product_id", values="value", aggfunc="first")
    known = wide.dropna(subset=["total", "hs27"])
    without = wide.index[wide["hs27"].isna()].astype(str)
    sums = known.groupby(known.index.str[:4])[["total", "hs27"]].sum()
    months = known.groupby(known.index.str[:4]).size()
    parts = []
    for year, total, fuel in sums.itertuples():
        missing = ";".join(m for m in without if m[:4] == year)
        spans = known.index[known.index.str[:4] == year]
        for product, value in (("hs27", fuel), ("rest", total - fuel)):
            parts.append(
                {
                    "year": int(year),
                    "period": f"{spans.min()}/{spans.max()}",
                    "product_id": product,
                    "value": value,
                    "share": value / total * 100,
                    "months": int(months[year]),
                    "missing": missing,
                    "source_id": rows["source_id"].iloc[0],
                    "status": "derived",
                }
            )
    return pd.DataFrame(parts)


def months_of_fuels(trade: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Comext months of all goods and of HS 27 that Italy declares as imports from Kazakhstan."""
    mine = trade["reporter"].eq("ITA") & trade["partner"].eq("KAZ") & trade["flow"].eq("import")
    rows = trade[mine & trade["product_id"].isin(["total", "hs27"])]
    rows = rows[rows["source_id"].eq("comext_2023_01")]
    return rows[rows["period"].str[:4].astype(int).between(first, last)]


def exports_by_group(trade: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Italian exports to Kazakhstan by group of products, in the latest year or span known.

    Rows of `trade` with `year` added, largest first, the rest that is in no group at the end.
    """
    rows = trade[trade["product_id"].astype(str).str.startswith("itgrp_")]
    rows = rows.assign(year=rows["period"].str[:4].astype(int))
    rows = rows[rows["year"].between(first, last)]
    rows = rows[rows["year"] == rows["year"].max()].assign(
        rest=lambda f: f["product_id"].eq(NOT_LISTED)
    )
    ordered = rows.sort_values(["rest", "value_usd"], ascending=[True, False], ignore_index=True)
    return ordered.drop(columns="rest")


def one_product(
    trade: pd.DataFrame, reporter: str, flow: str, product: str, span: tuple[int, int]
) -> pd.DataFrame:
    """Years of one product as one reporter declares it: rows of `trade` with `year` added."""
    mine = trade["reporter"].eq(reporter) & trade["flow"].eq(flow)
    rows = trade[mine & trade["product_id"].eq(product)]
    rows = rows[rows["period"].astype(str).str.fullmatch(r"\d{4}")]
    rows = rows.assign(year=rows["period"].astype(int))
    return rows[rows["year"].between(*span)].sort_values(["partner", "year"], ignore_index=True)
