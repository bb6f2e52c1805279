"""Crude oil: where Italy buys it, and how much of a change in value is price, how much quantity."""

from __future__ import annotations

import numpy as np
import pandas as pd

from partnership.analysis.coverage import coverage
from partnership.analysis.once import once
from partnership.analysis.trade import caveats, whole_sums
from partnership.tables import needed

METHOD = "Ang, Energy Policy 33, 2005"
"""Where the split into price and quantity is described; see `price_quantity`."""


def register_years(trade: pd.DataFrame) -> tuple[int, int]:
    """First and last year for which the registers have Italy's crude imports by origin, whole.

    Raises `TableError` where there is none.
    """
    known = coverage(trade[_by_origin(trade)])
    if known is None or not known.whole:
        raise needed.missing("trade", reporter="ITA", product_id="hs2709", flow="import")
    return known.whole[0], known.whole[-1]


def _by_origin(trade: pd.DataFrame) -> pd.Series:
    """Which rows are Italy's imports of crude oil from one origin."""
    crude = trade["product_id"].eq("hs2709") & trade["flow"].eq("import")
    return trade["reporter"].eq("ITA") & crude & trade["partner"].ne("WLD")


def origins(trade: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Italy's crude imports by origin and year, from the monthly registers of the Commission.

    `year`, `period`, `partner`, `quantity_kbbl`, `value_usd`, `share` (percent of volume),
    `rank`, `source_id`, `status`, `note` (a caveat on the register). Volumes are thousand
    barrels, values CIF.
    """
    rows = _all_origins(trade)
    return rows[rows["year"].between(first, last)].reset_index(drop=True)


@once
def _all_origins(trade: pd.DataFrame) -> pd.DataFrame:
    """`origins` of all years."""
    rows = trade[_by_origin(trade)]
    rows = rows.assign(year=rows["period"].str[:4].astype(int), note=caveats(rows["note"]))
    grouped = rows.groupby(["year", "partner"])
    sums = grouped.agg(source_id=("source_id", "first"), note=("note", "first"))
    sums = whole_sums(grouped, ["quantity_kbbl", "value_usd"]).join(sums).reset_index()
    sums["period"] = sums["year"].astype(str)
    total = sums.groupby("year")["quantity_kbbl"].transform("sum")
    rank = sums.groupby("year")["quantity_kbbl"].rank(ascending=False, method="min").astype(int)
    sums = sums.assign(share=sums["quantity_kbbl"] / total * 100, rank=rank, status="derived")
    return sums.sort_values(["year", "rank"], ignore_index=True)


@once
def monthly(trade: pd.DataFrame) -> pd.DataFrame:
    """Kazakhstan's crude exports to the world by month: `period`, `value_usd`, `quantity_t`,
    `unit_value` (USD per tonne), `source_id`, `status`, `note`.
    """
    matching = (
        trade["reporter"].eq("KAZ") & trade["product_id"].eq("hs2709") & trade["partner"].eq("WLD")
    )
    rows = trade[matching & trade["flow"].eq("export") & trade["quantity_t"].gt(0)]
    rows = rows[["period", "value_usd", "quantity_t", "source_id", "status", "note"]]
    rows = rows.sort_values("period", ignore_index=True)
    return rows.assign(unit_value=rows["value_usd"] / rows["quantity_t"])


def unpublished(months: pd.DataFrame) -> list[str]:
    """Months between the first and the last of `months` (as from `monthly`) that it lacks."""
    known = months["period"].astype(str)
    if known.empty:
        return []
    every = pd.period_range(known.min(), known.max(), freq="M").astype(str)
    return sorted(set(every) - set(known))


def price_quantity(months: pd.DataFrame, value: str = "value_usd") -> pd.DataFrame:
    """Change of export value against the same month a year before, split into price and quantity.

    Additive logarithmic mean Divisia index (LMDI-I; Ang, B. W., "The LMDI approach to
    decomposition analysis: a practical guide", Energy Policy 33, 2005): with V = P·Q and the
    logarithmic mean L(a, b) = (a − b) / ln(a / b),

        price effect    = L(V₁, V₀) · ln(P₁ / P₀)
        quantity effect = L(V₁, V₀) · ln(Q₁ / Q₀)

    which add up to V₁ − V₀ without a residual. P is the unit value (`value` per tonne; in euros it
    carries the exchange rate). Months without both values are left out of both years.

    `months` as from `monthly`; `value` names its column of values. Returns `year`, `months`,
    `change`, `price`, `quantity` (in the unit of `value`), `source_id`, `status`.
    """
    now = months.set_index("period")
    before = now.set_axis([f"{int(p[:4]) + 1}{p[4:]}" for p in now.index])
    both = now.merge(before, left_index=True, right_index=True, suffixes=("", "_0"))
    v1, v0 = both[value], both[f"{value}_0"]
    grown = np.log(both["quantity_t"] / both["quantity_t_0"])
    mean = _logarithmic_mean(v1, v0)
    parts = pd.DataFrame(
        {
            "year": both.index.str[:4].astype(int),
            "change": v1 - v0,
            "price": mean * (np.log(v1 / v0) - grown),
            "quantity": mean * grown,
            "source_id": both["source_id"],
        }
    )
    sums = parts.groupby("year", as_index=False).agg(
        months=("change", "size"),
        change=("change", "sum"),
        price=("price", "sum"),
        quantity=("quantity", "sum"),
        source_id=("source_id", "first"),
    )
    return sums.assign(status="derived")


def _logarithmic_mean(a: pd.Series, b: pd.Series) -> pd.Series:
    """(a − b) / ln(a / b), which goes to a where both are equal."""
    ratio = np.log(a / b)
    same = np.isclose(ratio, 0)
    return ((a - b) / ratio.where(~same, 1)).where(~same, a)
