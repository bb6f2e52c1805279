"""Electricity and climate: generation by source, Italian-owned capacity, required changes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

import pandas as pd

from partnership.tables import needed

RELEASE, NEWEST = "owid_energy_2025", "owid_energy_2026"
"""Releases of the same data set: the long one, and the newest, which revises it."""
INTENSITY = "owid_carbon_intensity_2025"
CAPACITY = "owid_irena_2024"
LOW_CARBON = ("nuclear", "hydro", "wind", "solar", "bioenergy", "other_renewables")
FOSSIL = ("coal", "oil", "gas")
_GENERATION, _GHG, _SUFFIX = "generation_", "ghg_", "_mtco2e"
_TOTAL = f"{_GHG}total{_SUFFIX}"
BASE_YEAR = 1990
"""Against this year greenhouse gases and targets are counted."""
_NO_SECTOR = re.compile(f"{_GHG}(total|target|base)_.*")
"""Metrics of greenhouse gases that are of no sector."""
CAPACITIES = {"wind_capacity_mw": "wind", "solar_capacity_mw": "solar"}
"""Metrics of a country's capacity by the part of it."""
_KIND = {"wind_farm": "wind", "solar_plant": "solar"}


def yearly(
    observations: pd.DataFrame, metrics: Iterable[str], entities: Iterable[str]
) -> pd.DataFrame:
    """Rows of some metrics of some entities for whole years, with `year`, in order of years."""
    rows = observations[
        observations["metric_id"].isin(list(metrics))
        & observations["entity_id"].isin(list(entities))
        & observations["period"].str.fullmatch(r"\d{4}")
    ]
    rows = rows.assign(year=rows["period"].astype(int), value=rows["value"].astype(float))
    return rows.sort_values(["entity_id", "metric_id", "year"], ignore_index=True)


def generation(observations: pd.DataFrame, country: str, release: str) -> pd.DataFrame:
    """Electricity by source in TWh from one release (releases revise each other and are never
    joined): `entity_id`, `part` (`coal`, `gas`, … without `total`), `year`, `value`, `unit`,
    `share` (percent of all parts of that year), `source_id`, `status`.

    Parts that a release does not print count as zero.
    """
    names = [f"{_GENERATION}{part}" for part in (*FOSSIL, *LOW_CARBON)]
    rows = yearly(observations, names, (country,))
    rows = rows[rows["source_id"].eq(release)]
    rows = rows.assign(part=rows["metric_id"].str.removeprefix(_GENERATION))
    total = rows.groupby("year")["value"].transform("sum")
    columns = ["entity_id", "part", "year", "value", "unit", "share", "source_id", "status"]
    return rows.assign(share=rows["value"] / total.where(total.gt(0)) * 100)[columns].reset_index(
        drop=True
    )


def low_carbon(rows: pd.DataFrame) -> pd.DataFrame:
    """Percent of electricity generated without coal, oil and gas, by country and year.

    `rows` as from `generation`. Returns `entity_id`, `year`, `share`, `variable` (wind and solar
    alone, percent), `source_id`, `status`. Low-carbon is hydro, wind, solar, bioenergy, other
    renewables and nuclear, as Our World in Data counts it; imports of electricity are not in.
    """
    keys = ["entity_id", "year", "source_id"]
    wide = rows.assign(
        clean=rows["share"].where(rows["part"].isin(LOW_CARBON), 0.0),
        variable=rows["share"].where(rows["part"].isin(("wind", "solar")), 0.0),
    )
    sums = wide.groupby(keys, as_index=False)[["clean", "variable"]].sum()
    return sums.rename(columns={"clean": "share"}).assign(status="derived")


def italian_owned(
    observations: pd.DataFrame, assets: pd.DataFrame, italian: Iterable[str]
) -> pd.DataFrame:
    """Italian-owned and national wind and solar capacity of Kazakhstan at the end of each year.

    National capacity is IRENA's (through Our World in Data); Italian-owned is the nameplate
    capacity of the operating wind farms and solar plants of `italian` that started in the year
    or before. Returns `part` (`wind`, `solar`, `both`), `year`, `held_mw`, `all_mw`, `share`
    (percent), `source_id`, `status`; `both` only where wind and solar are known.
    """
    rows = yearly(observations, CAPACITIES, ("KAZ",))
    rows = rows[rows["source_id"].eq(CAPACITY)]
    known = pd.DataFrame(
        {
            "part": rows["metric_id"].map(CAPACITIES),
            "year": rows["year"],
            "all_mw": rows["value"],
            "source_id": rows["source_id"],
        }
    )
    own = assets[
        assets["asset_id"].isin(list(italian))
        & assets["country"].eq("KAZ")
        & assets["asset_status"].eq("operating")
        & assets["kind"].isin(_KIND)
    ]
    plants = own.assign(part=own["kind"].map(_KIND))[["part", "start_year", "capacity_value"]]
    owned = [
        float(plants.loc[plants["part"].eq(p) & plants["start_year"].le(y), "capacity_value"].sum())
        for p, y in zip(known["part"], known["year"], strict=True)
    ]
    known["held_mw"] = owned
    sums = known.groupby("year").agg(
        {"all_mw": "sum", "held_mw": "sum", "source_id": "first", "part": "size"}
    )
    both = sums[sums["part"].eq(len(_KIND))].drop(columns="part").reset_index()
    known = pd.concat([known, both.assign(part="both")], ignore_index=True)
    known = known.assign(
        share=known["held_mw"] / known["all_mw"].where(known["all_mw"].gt(0)) * 100,
        status="derived",
    )
    return known[["part", "year", "held_mw", "all_mw", "share", "source_id", "status"]]


def by_sector(observations: pd.DataFrame, country: str) -> pd.DataFrame:
    """Greenhouse gases by sector of EDGAR in Mt CO2 equivalent (AR5, without land use):
    `entity_id`, `part`, `year`, `value`, `unit`, `source_id`, `status`; the total is left out.
    """
    names = {m for m in observations["metric_id"].unique() if m.startswith(_GHG)}
    names = {m for m in names if m.endswith(_SUFFIX)}
    names = {m for m in names if not _NO_SECTOR.fullmatch(m)}
    rows = yearly(observations, names, (country,))
    part = rows["metric_id"].str.removeprefix(_GHG).str.removesuffix(_SUFFIX)
    columns = ["entity_id", "part", "year", "value", "unit", "source_id", "status"]
    return rows.assign(part=part)[columns]


def totals(observations: pd.DataFrame, country: str) -> pd.DataFrame:
    """Greenhouse gases of all sectors by year, Mt CO2 equivalent, with `index` (1990 = 100).

    Raises `TableError` where the base year is not known.
    """
    rows = yearly(observations, (_TOTAL,), (country,))
    firm = rows[rows["value"].gt(0)]
    wanted = {"metric_id": _TOTAL, "entity_id": country, "period": str(BASE_YEAR)}
    base = needed.row(firm, "observations", **wanted)["value"]
    columns = ["entity_id", "year", "value", "unit", "index", "source_id", "status"]
    return rows.assign(index=rows["value"] / base * 100)[columns]


def annual_change(
    first_year: int, first: float, last_year: int, last: float
) -> tuple[float, float | None]:
    """Change a year that leads from one value to another: absolute, and percent compounded.

    Absolute is (last − first) / years, a straight line; percent is
    ((last / first)^(1 / years) − 1) · 100, the same factor each year, which does not exist where
    the last value is zero (no percentage leads to zero).
    """
    years = last_year - first_year
    if years <= 0:
        raise ValueError(f"{last_year} is not after {first_year}")
    percent = ((last / first) ** (1 / years) - 1) * 100 if last > 0 else None
    return (last - first) / years, percent


def annual_changes(total: pd.DataFrame, targets: pd.DataFrame, back: int = 10) -> pd.DataFrame:
    """How fast greenhouse gases changed, and how fast they must change to meet the targets.

    `total` as from `totals` of one country, `targets` with `year` and `value` in the same unit.
    One row a span: 1990 to the lowest year, the lowest year to the last, the last `back` years,
    the last year to the first target, and from each target to the next. Columns `span` (`fall`,
    `rise`, `recent`, `needed`), `first`, `last`, `from_value`, `to_value`, `change` (Mt a year),
    `percent` (a year, compounded; missing towards zero), `source_id`, `status`.
    """
    by_year = total.set_index("year")
    low, now = int(by_year["value"].idxmin()), int(by_year.index.max())
    spans = [("fall", BASE_YEAR, low), ("rise", low, now), ("recent", now - back, now)]
    points = {int(y): float(v) for y, v in by_year["value"].items()}
    ordered = targets.sort_values("year")
    stops = [now, *ordered["year"].astype(int)]
    points |= {int(y): float(v) for y, v in zip(ordered["year"], ordered["value"], strict=True)}
    spans += [("needed", a, b) for a, b in pairwise(stops)]
    cited = dict(zip(ordered["year"].astype(int), ordered["source_id"], strict=True))
    records = []
    for span, first, last in spans:
        if first >= last or first not in points or points[first] <= 0:
            continue
        change, percent = annual_change(first, points[first], last, points[last])
        source = cited.get(last, by_year["source_id"].iloc[-1])
        records.append((span, first, last, points[first], points[last], change, percent, source))
    columns = ["span", "first", "last", "from_value", "to_value", "change", "percent", "source_id"]
    return pd.DataFrame(records, columns=columns).assign(status="derived")
