"""Price and quantity month by month, by the method of `crude.price_quantity`."""

from __future__ import annotations

import pandas as pd

from partnership.analysis import crude


def by_month(months: pd.DataFrame, value: str = "value_usd") -> pd.DataFrame:
    """Change of each month on the same month a year before, split into price and quantity.

    The additive LMDI-I of `crude.price_quantity` (Ang, Energy Policy 33, 2005), applied to the
    Januaries, the Februaries and so on by themselves, so that each sum holds one month. `months`
    as from `crude.monthly`; `value` names its column of values. Returns `period`, `change`,
    `price`, `quantity` (in the unit of `value`), `source_id`, `status`, earliest first. The parts
    of a year's months add up to what `crude.price_quantity` gives for the year.
    """
    parts = []
    for month, group in months.groupby(months["period"].astype(str).str[5:7]):
        split = crude.price_quantity(group, value)
        period = [f"{year}-{month}" for year in split["year"]]
        parts.append(split.assign(period=period))
    columns = ["period", "change", "price", "quantity", "source_id", "status"]
    if not parts:
        return pd.DataFrame(columns=columns)
    return pd.concat(parts, ignore_index=True)[columns].sort_values("period", ignore_index=True)
