"""Assets on the map: their kind, whether they are Italian, and their oil output."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from partnership.analysis.barrels import per_tonne_if_known

GROUPS = {
    "fields": ("oil_field", "gas_field", "oil_gas_field", "exploration_block"),
    "pipelines": ("oil_pipeline", "gas_pipeline"),
    "plants": ("refinery", "processing_plant", "oil_terminal"),
    "wind_solar": ("wind_farm", "solar_plant", "hybrid_plant"),
    "deposits": ("mineral_deposit",),
    "corridor": ("corridor", "corridor_node", "corridor_leg"),
    "tankers": ("tanker_route",),
}
"""Kinds of assets by the group under which the legend counts them."""

APPROXIMATE_KM = 3.0
"""From this uncertainty on, a point is drawn as approximate."""

_HOLDING_ROLES = (
    "operator",
    "co_operator",
    "owner",
    "partner",
    "shareholder",
    "joint_holder",
    "developer",
)
_GIANT_OUTPUT = "oil_production_mt"
_FIELD_OUTPUT = "field_oil_production_mmbbl"


def overview(
    assets: pd.DataFrame,
    stakes: pd.DataFrame,
    companies: pd.DataFrame,
    projects: pd.DataFrame,
    observations: pd.DataFrame,
    day: date,
) -> pd.DataFrame:
    """`assets` with `group`, `italian` (owned, operated or developed by an Italian company on
    `day`), `approximate`, and the latest known oil output: `output_mt`, `output_period`,
    `output_source_id`.
    """
    group = {kind: name for name, kinds in GROUPS.items() for kind in kinds}
    seen = assets.assign(
        group=assets["kind"].map(group),
        italian=assets["asset_id"].isin(italian(assets, stakes, companies, projects, day)),
        approximate=assets["precision_km"].ge(APPROXIMATE_KM) | assets["schematic"].eq(True),
    )
    return seen.merge(output(observations), how="left", on="asset_id")


def italian(
    assets: pd.DataFrame,
    stakes: pd.DataFrame,
    companies: pd.DataFrame,
    projects: pd.DataFrame,
    day: date,
) -> set[str]:
    """Ids of assets that a company of Italy holds a share of, operates, owns or develops.

    Shares count when reported and valid on `day`; projects when they have not ended.
    """
    ours = set(companies.loc[companies["country"].eq("ITA"), "company_id"])
    today = day.isoformat()
    valid = stakes["valid_from"].fillna("").le(today) & stakes["valid_to"].fillna("9").gt(today)
    holdings = stakes[stakes["holder_id"].isin(ours) & stakes["status"].eq("reported") & valid]
    going = projects["end"].fillna("9").ge(today[:4])
    own_projects = projects[
        projects["company_id"].isin(ours) & projects["role"].isin(_HOLDING_ROLES) & going
    ]
    operated = assets[assets["operator_id"].isin(ours)]
    return {*holdings["asset_id"], *own_projects["asset_id"].dropna(), *operated["asset_id"]}


def output(observations: pd.DataFrame) -> pd.DataFrame:
    """Latest known oil output of each field in Mt: `asset_id`, `output_mt`, `output_period`,
    `output_source_id`. Barrels are turned into tonnes by the factor in `observations`.
    """
    factor = per_tonne_if_known(observations)["value"]
    years = observations[observations["period"].str.fullmatch(r"\d{4}")]
    giants = years[
        years["metric_id"].eq(_GIANT_OUTPUT) & years["status"].isin(["reported", "estimated"])
    ]
    fields = years[years["metric_id"].eq(_FIELD_OUTPUT)]
    # Without a factor to divide by, values in barrels are left out.
    known = factor[factor.gt(0)]
    fields = fields.assign(value=fields["value"] / known.iloc[0]) if len(known) else fields[:0]
    rows = pd.concat([giants.assign(order=0), fields.assign(order=1)])
    rows = rows.sort_values(["order", "period"], ascending=[True, False])
    rows = rows.drop_duplicates("entity_id")
    return rows.rename(
        columns={
            "entity_id": "asset_id",
            "value": "output_mt",
            "period": "output_period",
            "source_id": "output_source_id",
        }
    )[["asset_id", "output_mt", "output_period", "output_source_id"]]


def chosen(
    seen: pd.DataFrame,
    sectors: tuple[str, ...],
    groups: tuple[str, ...],
    statuses: tuple[str, ...],
    italian_only: bool,
) -> pd.DataFrame:
    """The rows of `overview` that pass the filters; an empty filter lets all pass."""
    keep = pd.Series(data=True, index=seen.index)
    if sectors:
        keep &= seen["sector"].isin(sectors)
    if groups:
        keep &= seen["group"].isin(groups)
    if statuses:
        keep &= seen["asset_status"].isin(statuses)
    if italian_only:
        keep &= seen["italian"]
    return seen[keep]


LINES = ("oil_pipeline", "gas_pipeline", "corridor_leg", "tanker_route")
"""Kinds of assets that are lines on a map."""


@dataclass(frozen=True)
class Disagreement:
    """The lowest and the highest value that sources give for one thing; `period` is empty where
    they are estimates of a stock at different times.
    """

    metric_id: str
    period: str
    low: float
    high: float
    unit: str


_STOCKS = ("oil_reserves_recoverable_bbl", "oil_in_place_estimate_bbl")
"""What does not change from year to year but is estimated again and again."""
_SPREAD = 0.05
"""Share of the higher value from which on two sources disagree; years do if they differ."""


def disagreement(observed: pd.DataFrame) -> Disagreement | None:
    """Where the published values of one asset (rows of `observations`) are farthest apart, of the
    newest period first; none where no two sources differ.
    """
    own = observed[observed["status"].isin(["reported", "estimated"])]
    own = own.assign(when=own["period"].where(~own["metric_id"].isin(_STOCKS), ""))
    # A source that gives a lower and a higher bound does not disagree with itself.
    by_source = own.groupby(["metric_id", "when", "unit", "source_id"], as_index=False)["value"]
    single = by_source.agg(["min", "max"]).query("min == max")
    groups = single.groupby(["metric_id", "when", "unit"])["min"].agg(["min", "max"]).reset_index()
    apart = groups["max"] - groups["min"]
    share = apart / groups["max"].abs()
    large = share.gt(_SPREAD) | (groups["unit"].eq("year") & apart.gt(0))
    groups = groups.assign(stock=groups["when"].eq(""), share=share)[large]
    if groups.empty:
        return None
    top = groups.sort_values(["stock", "when", "share"], ascending=False).iloc[0]
    return Disagreement(
        str(top["metric_id"]),
        str(top["when"]),
        float(top["min"]),
        float(top["max"]),
        str(top["unit"]),
    )
