"""Methods of claims about trade, each on the declarations of one reporter."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from partnership.analysis import crude, methods_facts
from partnership.analysis import trade as flows
from partnership.analysis.found import Found, Tables, Value
from partnership.analysis.methods_facts import independent, values

_MONTH = r"\d{4}-\d{2}"
_LISTED = "itgrp_"
"""How the ids of groups of goods begin."""
_REST = "itgrp_not_in_list"
"""Total less the listed groups: no group of goods."""
_LAST_YEAR = 9999


def _to_italy(tables: Tables, year: str, column: str) -> Found:
    declared = tables.totals.get(year, tables.trade.iloc[:0])
    rows = flows.destinations(declared, int(year), int(year))
    italy = rows[rows["partner"].eq("ITA")].assign(status="derived")
    return Found(values(italy, column, "year"))


def export_share(tables: Tables, year: str) -> Found:
    """Italy's percent of all that Kazakhstan declares as exported in a year (USD, FOB)."""
    return _to_italy(tables, year, "share")


def export_rank(tables: Tables, year: str) -> Found:
    """Italy's rank among the destinations of Kazakhstan's exports by value; 1 buys most."""
    return _to_italy(tables, year, "rank")


def _turnovers(tables: Tables, reporter: str, first: int, last: int) -> tuple[Value, ...]:
    parts = [p for y, p in tables.totals.items() if first <= int(y) <= last]
    if not parts:
        return ()
    rows = flows.turnover(pd.concat(parts), first, last)
    rows = rows[rows["reporter"].eq(reporter)].assign(status="derived")
    return values(rows, "value_usd", "year")


def turnover(tables: Tables, reporter: str, year: str) -> Found:
    """Trade of both directions in USD as one country (`reporter`, ISO code) declares it."""
    return Found(_turnovers(tables, reporter, int(year), int(year)))


def aim_of_turnover(tables: Tables, event_id: str, reporter: str) -> Found:
    """A target for trade in USD, and the trade of each year since as `reporter` declares it."""
    found = methods_facts.aim(tables, event_id)
    if not found.known:
        return found
    since = int(found.known[0].period[:4])
    return Found(found.known, met=_turnovers(tables, reporter, since, _LAST_YEAR))


def crude_share(tables: Tables, year: str) -> Found:
    """Kazakhstan's percent of the volume of crude that Italy imports in a year."""
    rows = crude.origins(independent(tables.trade), int(year), int(year))
    return Found(values(rows[rows["partner"].eq("KAZ")], "share", "period"))


def _italian_imports(tables: Tables, until: str) -> pd.DataFrame:
    """Months by source in which Italy declares both its imports from Kazakhstan and the fuels of
    chapter 27 among them: `source_id`, `period`, `year`, `total`, `hs27` in the currency declared.
    """
    rows = independent(tables.trade)
    rows = rows[rows["reporter"].eq("ITA") & rows["partner"].eq("KAZ") & rows["flow"].eq("import")]
    rows = rows[rows["product_id"].isin(["total", "hs27"]) & rows["period"].le(until)]
    rows = rows[rows["period"].str.fullmatch(_MONTH)]
    both = rows.pivot_table(
        index=["source_id", "period"], columns="product_id", values="declared_value"
    )
    if not {"total", "hs27"} <= set(both.columns):
        return pd.DataFrame(columns=["source_id", "period", "year", "total", "hs27"])
    both = both.dropna().reset_index()
    return both.assign(year=both["period"].str[:4])


def _years_of_fuels(tables: Tables, until: str) -> pd.DataFrame:
    """Those months added up by source and `year`: `total`, `hs27`, `period`, `months`."""
    months = _italian_imports(tables, until)
    sums = months.groupby(["source_id", "year"], as_index=False).agg(
        total=("total", "sum"),
        hs27=("hs27", "sum"),
        first=("period", "min"),
        last=("period", "max"),
        months=("period", "size"),
    )
    sums = sums[sums["total"].gt(0)]
    return sums.assign(period=sums["first"] + "/" + sums["last"], status="derived")


def fuel_share(tables: Tables, until: str) -> Found:
    """Mineral fuels (chapter 27) in percent of what Italy declares as imported from Kazakhstan.

    The newest year with months on file by `until` (a month), in the currency declared; months that
    lack either of the two values are left out of both. Shares of earlier years with as many months
    are the earlier values. All fuels are an upper bound for crude oil alone.
    """
    sums = _years_of_fuels(tables, until)
    sums = sums.assign(share=sums["hs27"] / sums["total"] * 100)
    newest = sums["year"].eq(sums["year"].max())
    alike = sums["months"].isin(sums[newest]["months"])
    earlier = tuple(float(v) for v in sums[~newest & alike]["share"])
    return Found(values(sums[newest], "share", "period"), earlier)


def imports_without_fuels(tables: Tables, year: str) -> Found:
    """Italy's imports from Kazakhstan other than fuels in the months of a year that have both
    values, in the currency declared. Wider than any group of goods, so the value is indirect.
    """
    sums = _years_of_fuels(tables, f"{year}-12")
    sums = sums[sums["year"].eq(year)].assign(rest=lambda f: f["total"] - f["hs27"])
    return Found(tuple(replace(v, indirect=True) for v in values(sums, "rest", "period")))


def _groups(tables: Tables) -> pd.DataFrame:
    """Italy's exports to Kazakhstan by group of goods, with `year`."""
    rows = independent(tables.trade)
    rows = rows[rows["reporter"].eq("ITA") & rows["partner"].eq("KAZ") & rows["flow"].eq("export")]
    rows = rows[rows["product_id"].str.startswith(_LISTED) & rows["product_id"].ne(_REST)]
    return rows.assign(year=rows["period"].str[:4])


def exports_growth(tables: Tables, products: str, first: str, last: str) -> Found:
    """Change in percent of what Italy declares as exported of `products` (ids, commas between).

    From year `first` to the newest year up to `last`; where that lacks months the change is a
    lower bound. The value is indirect: the groups hold a part of the goods, not all.
    """
    rows = _groups(tables)
    rows = rows[rows["product_id"].isin(products.split(",")) & rows["year"].between(first, last)]
    found = []
    for source, part in rows.groupby("source_id"):
        sums = part.groupby("year")["declared_value"].sum()
        newest = str(sums.index.max())
        if first in sums.index and newest > first:
            change = (sums[newest] / sums[first] - 1) * 100
            end = str(part[part["year"].eq(newest)]["period"].max()).split("/")[-1]
            found.append(_change(float(change), f"{first}/{end}", str(source), indirect=True))
    return Found(tuple(found))


def _change(value: float, period: str, source: str, *, indirect: bool) -> Value:
    return Value(value, period, source, "derived", indirect=indirect)
