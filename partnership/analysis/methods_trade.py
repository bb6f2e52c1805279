"""Methods of claims about trade, each on the declarations of one reporter."""

from __future__ import annotations

import pandas as pd

from partnership.analysis import crude, methods_facts
from partnership.analysis import trade as flows
from partnership.analysis.found import Found, Tables, Value
from partnership.analysis.freshness import span
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
    """Italy's place among the destinations of Kazakhstan's exports by value; 1 buys most."""
    return _to_italy(tables, year, "rank")


def _turnovers(tables: Tables, reporter: str, first: int, last: int) -> tuple[Value, ...]:
    parts = [p for y, p in tables.totals.items() if first <= int(y) <= last]
    if not parts:
        return ()
    rows = flows.turnover(pd.concat(parts), first, last)
    rows = rows[rows["reporter"].eq(reporter)].assign(status="derived")
    return values(rows, "value_usd", "year")


def turnover(tables: Tables, reporter: str, year: str) -> Found:
    """Trade of both directions in USD as one country (`reporter`, ISO code) declares it.

    Earlier values are what was published of spans that ended before the year did.
    """
    rows = independent(tables.observations)
    rows = rows[rows["metric_id"].eq("turnover_usd") & rows["entity_id"].eq("italy_kazakhstan")]
    end = span(year)[1]
    before = tuple(
        float(v)
        for v, p in zip(rows["value"], rows["period"], strict=True)
        if span(str(p))[1] < end
    )
    return Found(_turnovers(tables, reporter, int(year), int(year)), before)


def aim_of_turnover(tables: Tables, event_id: str, reporter: str) -> Found:
    """An aim for trade in USD, and the trade of each year since as `reporter` declares it."""
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


def fuel_share(tables: Tables, until: str) -> Found:
    """Mineral fuels (chapter 27) in percent of what Italy declares as imported from Kazakhstan.

    The newest year with months on file by `until` (a month); months that lack either of the two
    values are left out of both. Shares of earlier years are the earlier values. All fuels are an
    upper bound for crude oil alone.
    """
    months = _italian_imports(tables, until)
    sums = months.groupby(["source_id", "year"], as_index=False).agg(
        total=("total", "sum"),
        hs27=("hs27", "sum"),
        first=("period", "min"),
        last=("period", "max"),
    )
    sums = sums[sums["total"].gt(0)]
    sums = sums.assign(
        share=sums["hs27"] / sums["total"] * 100,
        period=sums["first"] + "/" + sums["last"],
        status="derived",
    )
    newest = sums["year"].eq(sums["year"].max())
    earlier = tuple(float(v) for v in sums[~newest]["share"])
    return Found(values(sums[newest], "share", "period"), earlier)


def imports_without_fuels(tables: Tables, first: str, last: str) -> Found:
    """Change in percent of Italy's imports from Kazakhstan other than fuels, year to year.

    Months that both years have on file are compared; `last` is the newest year up to it that has
    any. Everything but fuels is wider than metals, so the value is indirect.
    """
    months = _italian_imports(tables, f"{last}-12")
    months = months.assign(rest=months["total"] - months["hs27"], month=months["period"].str[5:])
    found = []
    for source, rows in months.groupby("source_id"):
        newest = str(rows["year"].max())
        wide = rows.pivot_table(index="month", columns="year", values="rest")
        if first in wide.columns and newest > first:
            both = wide[[first, newest]].dropna()
            change = (both[newest].sum() / both[first].sum() - 1) * 100
            until = f"{newest}-{both.index.max()}"
            found.append(_change(float(change), f"{first}/{until}", str(source), indirect=True))
    return Found(tuple(found))


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


def exports_group_rank(tables: Tables, products: str, until: str) -> Found:
    """Place of `products` (ids, commas between), added up, among the groups of goods listed.

    The newest year up to `until`. The list holds a part of what Italy sells, so the value is
    indirect.
    """
    rows = _groups(tables)
    rows = rows[rows["year"].le(until)]
    rows = rows[rows["year"].eq(rows["year"].max())]
    own = rows["product_id"].isin(products.split(","))
    found = []
    for source, part in rows.groupby("source_id"):
        ours = part[own.loc[part.index]]
        if ours.empty:
            continue
        others = part[~own.loc[part.index]].groupby("product_id")["declared_value"].sum()
        place = 1.0 + float(others.gt(ours["declared_value"].sum()).sum())
        found.append(_change(place, str(ours["period"].max()), str(source), indirect=True))
    return Found(tuple(found))


def _change(value: float, period: str, source: str, *, indirect: bool) -> Value:
    return Value(value, period, source, "derived", indirect=indirect)
