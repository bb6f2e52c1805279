"""What Europe buys of Kazakhstan's minerals: shares of imports, values by code."""

from __future__ import annotations

import pandas as pd

CODES = {
    "cobalt": ("cn8_81052000",),
    "hafnium": ("cn8_81123100",),
    "light_rare_earths": ("cn8_28469090",),
    "manganese": ("cn8_26020000",),
    "molybdenum": ("cn8_26139000",),
    "natural_graphite": ("cn8_25049000",),
    "nickel": ("cn8_75012000", "cn8_75021000"),
    "niobium": ("cn8_81129240",),
    "phosphate_rock": ("cn8_25102000",),
    "potash": ("cn8_31042090",),
    "silicon_metal": ("cn8_28046900",),
    "titanium_metal": ("cn8_81082000",),
    "vanadium": ("cn8_28253000",),
}
"""Codes of imports under which a material's ores, metal or compounds come from Kazakhstan.

Mixed compounds of rare earths stand with the light ones. Potash is no row of `materials`: not on
the EU's list.
"""

MATERIAL_OF = {
    "aluminium": "bauxite",
    "antimony_ore": "antimony",
    "bituminous_coal": "coking_coal",
    "manganese_ore": "manganese",
    "molybdenum_ore": "molybdenum",
    "rare_earth_compounds": "light_rare_earths",
    "vanadium_oxides": "vanadium",
}
"""Material of a good whose share of imports is known, where it is called otherwise.

Bauxite, alumina and aluminium are one entry of the EU's list.
"""


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

    Method: value of imports from Kazakhstan over imports from outside the EU, of the EU and of
    Italy alike, from the reconciled flows of BACI. Returns the rows of `observations` with
    `good`, `buyer` (`eu`, `ita`) and `year`, the goods with the largest share of the EU first.
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
    wide = wide.reindex(columns=["KAZ", "WLD"]).dropna().reset_index()
    share = wide["KAZ"] / wide["WLD"] * 100
    rows = pd.DataFrame({"year": wide["period"].astype(int), "share": share, "status": "derived"})
    return rows.assign(source_id=wide["source_id"]).sort_values("year", ignore_index=True)


def critical_codes(materials: pd.DataFrame) -> frozenset[str]:
    """Products of `trade` whose material is on the EU's list of critical materials."""
    listed = set(materials.loc[materials["eu_critical"].eq(True), "material_id"].astype(str))
    return frozenset(c for material, codes in CODES.items() if material in listed for c in codes)


def goods(trade: pd.DataFrame, materials: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """EU and Italian imports of raw materials from Kazakhstan by code, latest year of a span.

    Rows of `trade` (classification CN8, values in EUR declared) with `year` and `critical` (the
    material is on the EU's list): the critical ones first, in each part the largest first.
    """
    rows = _coded(trade)
    rows = rows.assign(critical=rows["product_id"].isin(critical_codes(materials)))
    rows = rows.assign(year=rows["period"].astype(int))
    rows = rows[rows["year"].between(first, last)]
    rows = rows[rows["year"].eq(rows["year"].max())]
    return rows.sort_values(["critical", "value_usd"], ascending=False, ignore_index=True)


def sold(trade: pd.DataFrame, currency: str) -> pd.DataFrame:
    """EU imports from Kazakhstan under the codes of each material, in the latest year read.

    Values are in `currency`: as declared for `eur`, converted for `usd`. Returns `material_id`,
    `eu_value`, `eu_year` (one for all); a material without imports in that year has no row.
    """
    column = "value_usd" if currency == "usd" else "declared_value"
    rows = _coded(trade)
    rows = rows[rows["reporter"].eq("EUU")]
    rows = rows[rows["period"].eq(rows["period"].max())]
    material = {code: m for m, codes in CODES.items() for code in codes}
    rows = rows.assign(
        material_id=rows["product_id"].astype(str).map(material),
        eu_value=rows[column].astype(float),
        eu_year=rows["period"].astype(int),
    )
    return rows.groupby(["material_id", "eu_year"], as_index=False)["eu_value"].sum()
