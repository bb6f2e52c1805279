"""What is traded: fuels among Italy's imports, groups of Italian exports, two small products."""

from __future__ import annotations

import pandas as pd

NOT_LISTED = "itgrp_not_in_list"
"""Product of what the extraction of Comext did not cover: no product group, but a rest."""


def fuels(rows: pd.DataFrame) -> pd.DataFrame:
    """Mineral fuels among Italian imports from Kazakhstan by year, with and without blank months.

    `rows` are the months of `total` and `hs27` of `trade` with a column `value`. Shares are of the
    euros declared, in percent. Over the months that have both values: `year`, `period`,
    `product_id` (`hs27`, `rest`), `value`, `share`, `months` (how many were summed), `source_id`,
    `status`. `missing` are the months of the year without a value of HS 27, joined by `;`, and
    `share_blank_none` is the share over all months if there was no fuel in those.
    """
    wide, euros = (
        rows.pivot_table(index="period", columns="product_id", values=column, aggfunc="first")
        for column in ("value", "declared_value")
    )
    known = wide.dropna(subset=["total", "hs27"])
    without = wide.index[wide["hs27"].isna()].astype(str)
    sums = known.groupby(known.index.str[:4])[["total", "hs27"]].sum()
    months = known.groupby(known.index.str[:4]).size()
    whole = euros.groupby(euros.index.str[:4])[["total", "hs27"]].sum()
    both = euros.loc[known.index].groupby(known.index.str[:4])[["total", "hs27"]].sum()
    over_known, over_all = (f["hs27"] / f["total"] * 100 for f in (both, whole))
    parts = []
    for year, total, fuel in sums[["total", "hs27"]].itertuples():
        missing = ";".join(m for m in without if m[:4] == year)
        spans = known.index[known.index.str[:4] == year]
        for product, value in (("hs27", fuel), ("rest", total - fuel)):
            own = product == "hs27"
            parts.append(
                {
                    "year": int(year),
                    "period": f"{spans.min()}/{spans.max()}",
                    "product_id": product,
                    "value": value,
                    "share": over_known[year] if own else 100 - over_known[year],
                    "share_blank_none": over_all[year] if own else 100 - over_all[year],
                    "months": int(months[year]),
                    "missing": missing,
                    "source_id": rows["source_id"].iloc[0],
                    "status": "derived",
                }
            )
    return pd.DataFrame(parts)


def both_known(months: pd.DataFrame) -> bool:
    """Whether some month of `months_of_fuels` has both all goods and fuels."""
    known = months[months["value_usd"].notna()]
    return bool(known.groupby("period")["product_id"].nunique().eq(2).any())


def months_of_fuels(trade: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Comext months of all goods and of HS 27 that Italy declares as imports from Kazakhstan."""
    matching = trade["reporter"].eq("ITA") & trade["partner"].eq("KAZ") & trade["flow"].eq("import")
    rows = trade[matching & trade["product_id"].isin(["total", "hs27"])]
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


SECTORS = {
    "observatory": "exports_observatory_",
    "ice": "exports_ice_",
    "istat": "exports_istat_",
    "fashion": "exports_fashion_association_",
    "footwear": "exports_footwear_association_",
    "places": "exports_from_",
}
"""Beginning of the metrics of each grouping of Italy's exports. `places` are parts of Italy."""


def exports_by_sector(observations: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Sums in euros of Italian exports to Kazakhstan by group of goods or part of Italy.

    Rows of `observations` with `year` (in which the period ends) and `grouping` (a key of
    `SECTORS`), in the order of `SECTORS`, the latest and largest first. Groupings are not
    comparable: their groups overlap and are counted by different offices.
    """
    euros = observations[observations["unit"].eq("EUR")]
    parts = [
        euros[euros["metric_id"].str.startswith(start)].assign(grouping=key)
        for key, start in SECTORS.items()
    ]
    rows = pd.concat(parts)
    rows = rows.assign(year=rows["period"].str.split("/").str[-1].str[:4].astype(int))
    rows = rows[rows["year"].between(first, last)]
    order = rows["grouping"].map(list(SECTORS).index)
    ordered = rows.assign(order=order).sort_values(
        ["order", "year", "value"], ascending=[True, False, False], ignore_index=True
    )
    return ordered.drop(columns="order")


def shares_of_total(rows: pd.DataFrame, trade: pd.DataFrame) -> pd.DataFrame:
    """Groups in percent of all exports, where one source prints both for the same period.

    `rows` as of `exports_by_sector`, parts of Italy left out. Returns them with `total` (EUR) and
    `share`; a source is never divided by another. Only values as reported.
    """
    matching = trade["reporter"].eq("ITA") & trade["partner"].eq("KAZ") & trade["flow"].eq("export")
    totals = trade[
        matching & trade["product_id"].eq("total") & trade["declared_currency"].eq("EUR")
    ]
    totals = totals.rename(columns={"declared_value": "total"})[["source_id", "period", "total"]]
    whole = rows[rows["grouping"].ne("places") & rows["status"].eq("reported")]
    both = whole.merge(totals, on=["source_id", "period"])
    return both.assign(share=both["value"] / both["total"] * 100)


def one_product(
    trade: pd.DataFrame, reporter: str, flow: str, product: str, span: tuple[int, int]
) -> pd.DataFrame:
    """Years of one product as one reporter declares it: rows of `trade` with `year` added."""
    matching = trade["reporter"].eq(reporter) & trade["flow"].eq(flow)
    rows = trade[matching & trade["product_id"].eq(product)]
    rows = rows[rows["period"].astype(str).str.fullmatch(r"\d{4}")]
    rows = rows.assign(year=rows["period"].astype(int))
    return rows[rows["year"].between(*span)].sort_values(["partner", "year"], ignore_index=True)


WHEAT = (
    "kazakh_wheat_exports_to_italy_kt",
    "kazakh_durum_imports_of_italy_kt",
)
"""Metrics of wheat beside the customs table: all wheat first, then durum, which is a part of it."""


def wheat_printed(observations: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Masses of wheat and of durum that the press prints for marketing years and parts of years.

    Rows of `observations` whose period ends in `first` to `last`, in the order of `WHEAT`.
    """
    rows = observations[observations["metric_id"].isin(WHEAT)]
    ends = rows["period"].str.split("/").str[-1].str[:4].astype(int)
    rows = rows[ends.between(first, last)]
    order = rows["metric_id"].map(WHEAT.index)
    ordered = rows.assign(order=order).sort_values(["order", "period"], ignore_index=True)
    return ordered.drop(columns="order")
