"""Minerals: ranks by edition, shares of output and of reserves, the EU's list.

Every function takes whole tables of the package and returns tidy rows; none draws or rounds.
"""

from __future__ import annotations

import pandas as pd

from partnership.analysis import metals

METALS = ("chromium", "manganese")
"""Metals whose reserves were read for every country listed, edition by edition."""

RESERVES, RESERVE_BASE = "reserves", "reserve_base"
"""What the editions of the US Geological Survey count: to 2009 the larger reserve base is the
column that was read, from 2010 reserves."""

_EDITIONS = {RESERVES: "usgs_mcs_editions", RESERVE_BASE: "usgs_mcs_editions_1996_2009"}
WORLD_MINING = "world_mining_data_2026"
_ALIASES = {"bauxite": "aluminium"}
"""Commodities of `materials` that table `assets` calls by another name."""


def editions(observations: pd.DataFrame, metal: str, first: int, last: int) -> pd.DataFrame:
    """Reserves of a metal by country and edition of the Mineral Commodity Summaries.

    Method: the rows of the US Geological Survey as they stand, world totals left out. Returns
    `edition` (year), `entity_id`, `basis` (`reserves` or `reserve_base`), `value` (kt), `unit`,
    `source_id`, `status`, `note` for editions `first` to `last`, both included.
    """
    parts = []
    for basis, source in _EDITIONS.items():
        rows = observations[
            observations["metric_id"].eq(f"{metal}_{basis}_kt")
            & observations["source_id"].eq(source)
            & observations["entity_id"].ne("WLD")
        ]
        parts.append(rows.assign(basis=basis, edition=rows["period"].astype(int)))
    found = pd.concat(parts, ignore_index=True)
    found = found[found["edition"].between(first, last)]
    columns = ["edition", "entity_id", "basis", "value", "unit", "source_id", "status", "note"]
    return found.sort_values(["edition", "value"], ascending=[True, False], ignore_index=True)[
        columns
    ]


def ranks(rows: pd.DataFrame, country: str = "KAZ") -> pd.DataFrame:
    """Rank of a country in each edition, among the countries that the edition lists.

    `rows` come from `editions`. Method: 1 + the number of countries listed with more; countries
    with the same amount share a rank. Limit: countries that an edition puts under "other
    countries" have no rank, so a rank can only get worse when a list grows. Returns `edition`,
    `basis`, `rank` (missing where the country is not listed), `listed` (countries with a figure),
    `peers` (countries that share the rank, itself included), `value` (kt), `source_id`, `status`.
    """
    found = []
    for (edition, basis), listed in rows.groupby(["edition", "basis"]):
        matching = listed.loc[listed["entity_id"].eq(country), "value"]
        amount = float(matching.iloc[0]) if len(matching) else float("nan")
        found.append(
            {
                "edition": int(edition),
                "basis": basis,
                "rank": 1 + int((listed["value"] > amount).sum()) if len(matching) else None,
                "listed": len(listed),
                "peers": int((listed["value"] == amount).sum()),
                "value": amount,
                "source_id": str(listed["source_id"].iloc[0]),
                "status": "derived",
            }
        )
    columns = ["edition", "basis", "rank", "listed", "peers", "value", "source_id", "status"]
    return pd.DataFrame(found, columns=columns).astype({"rank": "Float64"})


def statements(observations: pd.DataFrame, metric: str, first: int, last: int) -> pd.DataFrame:
    """What the article and officials say of a metric: rows `claimed`, `year` added."""
    rows = observations[observations["metric_id"].eq(metric) & observations["status"].eq("claimed")]
    rows = rows.assign(year=rows["period"].str[:4].astype(int))
    return rows[rows["year"].between(first, last)].sort_values("period", ignore_index=True)


def _world_mining(observations: pd.DataFrame) -> pd.DataFrame:
    """Kazakhstan's rows of World Mining Data."""
    return observations[
        observations["source_id"].eq(WORLD_MINING) & observations["entity_id"].eq("KAZ")
    ]


def output_years(observations: pd.DataFrame) -> pd.Series:
    """The years that World Mining Data was read for."""
    return _world_mining(observations)["period"].astype(int)


def output(
    observations: pd.DataFrame, materials: pd.DataFrame, first: int, last: int
) -> pd.DataFrame:
    """Kazakhstan's mine output, share of the world and rank in the latest year of a span.

    Method: output of the country over the sum of all countries in World Mining Data 2026 (table
    6.4); rank 1 + the number of countries with more. Returns one row a commodity, largest share
    first: `commodity`, `year`, `output`, `unit`, `share` (percent), `rank`, `critical` (a material
    that the EU lists is measured by it), `estimated` (output is marked so), `source_id`, `status`.
    Commodities of which nothing was mined, or no share or rank is known, are left out.
    """
    matching = _world_mining(observations)
    pattern = r"^(?P<kind>mine_output|world_share|world_rank)_(?P<commodity>\w+?)(?:_pct)?$"
    parts = matching["metric_id"].astype(str).str.extract(pattern)
    matching = matching.assign(**parts, year=matching["period"].astype(int))
    matching = matching[matching["year"].between(first, last) & matching["kind"].notna()]
    matching = matching[matching["year"].eq(matching["year"].max())]
    wide = matching.pivot(index="commodity", columns="kind", values="value")
    wide = wide.reindex(columns=["mine_output", "world_share", "world_rank"])
    amount = matching[matching["kind"].eq("mine_output")].set_index("commodity")
    mined = materials["eu_critical"].eq(True) & materials["kazakhstan_basis"].eq("mine_output")
    listed = materials.loc[mined, "commodity"]
    rows = pd.DataFrame(
        {
            "commodity": wide.index.astype(str),
            "year": int(matching["year"].max()) if len(matching) else 0,
            "output": wide["mine_output"].to_numpy(),
            "unit": amount["unit"].reindex(wide.index).to_numpy(),
            "share": wide["world_share"].to_numpy(),
            "rank": wide["world_rank"].to_numpy(),
            "critical": wide.index.isin(listed),
            "estimated": amount["status"].reindex(wide.index).eq("estimated").to_numpy(),
            "source_id": WORLD_MINING,
            "status": "derived",
        }
    )
    rows = rows[rows["output"].gt(0)].dropna(subset=["share", "rank"])
    return rows.sort_values("share", ascending=False, ignore_index=True)


def shares_of_reserves(observations: pd.DataFrame) -> pd.DataFrame:
    """Kazakhstan's share of world reserves and its rank, commodity by commodity.

    Method: shares over the (rounded) world total as in the edition of 2024 of the Mineral
    Commodity Summaries; chromium and manganese from their latest edition with a world total and
    Kazakhstan in it, or else the latest with Kazakhstan; uranium is the share of identified
    resources. Where no world total is published the share is missing and the rank stands alone.
    Returns `metric_id` (to name the row by), `commodity`, `period`, `share`, `rank`, `source_id`,
    `status`, largest share first, then by rank.
    """
    seen = observations[observations["entity_id"].eq("KAZ") & observations["status"].ne("claimed")]
    ranked = seen[
        seen["metric_id"].str.endswith("_reserves_rank") & seen["source_id"].eq("usgs_mcs_2024")
    ]
    shared = seen[seen["metric_id"].str.endswith("_reserves_share_pct")].set_index("metric_id")
    rows: list[tuple[object, ...] | None] = []
    for row in ranked.itertuples():
        commodity = str(row.metric_id).removesuffix("_reserves_rank")
        share = shared["value"].get(f"{commodity}_reserves_share_pct", float("nan"))
        rows.append((row.metric_id, commodity, row.period, share, row.value, row.source_id))
    rows += [_metal_share(observations, metal) for metal in METALS]
    uranium = seen[seen["metric_id"].eq("uranium_resources_share_pct")]
    for row in uranium.itertuples():
        more = observations["metric_id"].eq(row.metric_id) & observations["value"].gt(row.value)
        more &= observations["period"].eq(row.period)
        rank = 1 + int(more.sum())
        rows.append((row.metric_id, "uranium", row.period, row.value, rank, row.source_id))
    columns = ["metric_id", "commodity", "period", "share", "rank", "source_id"]
    found = pd.DataFrame([r for r in rows if r], columns=columns).assign(status="derived")
    found.loc[found["commodity"].eq("uranium"), "status"] = "reported"
    return found.sort_values(["share", "rank"], ascending=[False, True], ignore_index=True)


def _metal_share(observations: pd.DataFrame, metal: str) -> tuple[object, ...] | None:
    """Share and rank in the latest edition with both, or rank alone in the latest edition."""
    known = ranks(editions(observations, metal, 2010, 9999)).dropna(subset="rank")
    if known.empty:
        return None
    world = observations[
        observations["metric_id"].eq(f"{metal}_reserves_kt") & observations["entity_id"].eq("WLD")
    ]
    total = world.set_index(world["period"].astype(int))["value"]
    with_total = known[known["edition"].isin(total.index)]
    # A total of long ago says nothing of today.
    with_total = with_total[with_total["edition"].gt(known["edition"].max() - 3)]
    row = (with_total if len(with_total) else known).iloc[-1]
    share = row["value"] / total[row["edition"]] * 100 if len(with_total) else float("nan")
    name = f"{metal}_reserves_kt"
    return (name, metal, str(row["edition"]), share, float(row["rank"]), row["source_id"])


def eu_list(materials: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """The EU's critical materials with China's and Kazakhstan's share of world output.

    `materials` whose `eu_critical` holds, with `china_world_share_pct`: of the metal where
    Kazakhstan's share is of it, else of World Mining Data's latest year; missing where neither
    has a row. Rows of which Kazakhstan has a share come first, then by China's share.
    """
    share = observations[
        observations["entity_id"].eq("CHN") & observations["source_id"].eq(WORLD_MINING)
    ]
    share = share.sort_values("period").drop_duplicates("metric_id", keep="last")
    by_metric = share.set_index(share["metric_id"].astype(str))["value"].astype(float)
    rows = materials[materials["eu_critical"].eq(True)]
    metric = "world_share_" + rows["commodity"].astype("string") + "_pct"
    of_ore = metric.map(by_metric).astype(float)
    of_metal = rows["material_id"].map(metals.shares(observations, "CHN")).astype(float)
    of_metal = of_metal.where(rows["kazakhstan_basis"].eq("metal_output"))
    rows = rows.assign(china_world_share_pct=of_metal.fillna(of_ore))
    return rows.sort_values(
        ["kazakhstan_world_share_pct", "china_world_share_pct", "china_share_of_eu_supply_pct"],
        ascending=False,
        na_position="last",
        ignore_index=True,
    )


def deposits(assets: pd.DataFrame, materials: pd.DataFrame) -> pd.DataFrame:
    """Mineral deposits with `main` (the commodity named first) and `critical` (on the EU list)."""
    placed = assets["lon"].notna() & assets["lat"].notna()
    rows = assets[assets["kind"].eq("mineral_deposit") & placed]
    main = rows["commodities"].astype(str).str.split(";").str[0]
    listed = materials.loc[materials["eu_critical"].eq(True), "commodity"].dropna()
    names = {_ALIASES.get(str(c), str(c)) for c in listed}
    return rows.assign(main=main, critical=main.isin(names))


def needed(materials: pd.DataFrame) -> pd.DataFrame:
    """One row a material and use (`batteries`, `vehicles`, `defence`, `electronics`)."""
    rows = materials[materials["used_in"].notna()]
    return rows.assign(use=rows["used_in"].astype(str).str.split(";")).explode(
        "use", ignore_index=True
    )
