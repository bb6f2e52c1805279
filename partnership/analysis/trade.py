"""Trade between the two countries, as each of them declares it.

Reporters are never mixed in one series and never divided by each other: a Kazakh-declared export
is valued FOB by known destination, an Italian-declared import CIF by origin and only what is
cleared in Italy. Where a reporter has several sources for one year, the one that stands first in
`PREFERRED` is used for the series; the others stay in the table.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import pandas as pd
from pandas.api.typing import DataFrameGroupBy

from partnership.analysis.once import once

PREFERRED: dict[str, tuple[str, ...]] = {
    "KAZ": (
        "bns_by_partner_2018_2023",
        "bns_by_partner_2020_2025",
        "imf_dots_2022",
    ),
    "ITA": ("imf_dots_2022", "comext_exports_2024_11", "comext_2023_01"),
}
"""Order of sources by reporter. What is not named (press points) comes last."""

DIRECTIONS = {
    ("KAZ", "ITA", "export"): "kaz_to_ita",
    ("ITA", "KAZ", "import"): "kaz_to_ita",
    ("KAZ", "ITA", "import"): "ita_to_kaz",
    ("ITA", "KAZ", "export"): "ita_to_kaz",
}
_KEYS = ["reporter", "partner", "flow", "product_id"]
_SUMMED = ["value_usd", "quantity_t", "quantity_kbbl", "declared_value"]
MONTHS = 12
"""Months of a whole year."""


def whole_sums(grouped: DataFrameGroupBy, columns: list[str]) -> pd.DataFrame:
    """Sums of each group whose values are all known; missing where one is not."""
    known = grouped[columns].count().eq(grouped.size(), axis=0)
    return grouped[columns].sum().where(known)


def yearly(rows: pd.DataFrame) -> pd.DataFrame:
    """Years as declared, and sums of months where all twelve are there, each with the value.

    Same columns as `trade`; sums have status `derived` and say so in `note`.
    """
    period = rows["period"].astype(str)
    years = rows[period.str.len() == 4]
    months = rows[period.str.fullmatch(r"\d{4}-\d{2}")]
    if months.empty:
        return years
    keys = [*_KEYS, "source_id"]
    grouped = months.assign(year=months["period"].str[:4]).groupby([*keys, "year"], sort=False)
    sums = grouped.agg(
        months=("period", "nunique"),
        declared_currency=("declared_currency", "first"),
        valuation=("valuation", "first"),
    )
    sums = sums.join(whole_sums(grouped, _SUMMED)).reset_index()
    sums = sums[sums["months"] == MONTHS].drop(columns="months").rename(columns={"year": "period"})
    sums = sums.assign(status="derived", inputs=sums["source_id"], note="sum of twelve months")
    return pd.concat([years, sums[list(years.columns)]], ignore_index=True)


def preferred(rows: pd.DataFrame, keys: Iterable[str] = (*_KEYS, "period")) -> pd.DataFrame:
    """One row a key: the one from the source that stands first in `PREFERRED`."""
    order = [
        PREFERRED.get(r, ()).index(s) if s in PREFERRED.get(r, ()) else len(PREFERRED.get(r, ()))
        for r, s in zip(rows["reporter"], rows["source_id"], strict=True)
    ]
    ordered = rows.assign(_order=order).sort_values("_order", kind="stable")
    return ordered.drop_duplicates(list(keys)).drop(columns="_order").sort_index()


def bilateral(trade: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Totals of both directions by both reporters, years `first` to `last`.

    Rows of `trade` with `direction` (`kaz_to_ita`, `ita_to_kaz`) and `year` (int) added, one a
    year, direction and reporter.
    """
    rows = _preferred_totals(trade)
    return rows[rows["year"].between(first, last)].reset_index(drop=True)


@once
def _preferred_totals(trade: pd.DataFrame) -> pd.DataFrame:
    """`bilateral` of all years."""
    rows = preferred(_totals(trade))
    keys = zip(rows["reporter"], rows["partner"], rows["flow"], strict=True)
    rows = rows.assign(direction=[DIRECTIONS[k] for k in keys], year=rows["period"].astype(int))
    return rows.sort_values(["direction", "reporter", "year"], ignore_index=True)


@once
def _totals(trade: pd.DataFrame) -> pd.DataFrame:
    """Totals of all goods as both reporters declare them, as from `yearly`."""
    pair = {"KAZ", "ITA"}
    rows = trade[trade["reporter"].isin(pair) & trade["partner"].isin(pair)]
    return yearly(rows[rows["product_id"].eq("total")])


def turnover(trade: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """`added_up` of all reporters, in `value_usd`."""
    return added_up(bilateral(trade, first, last), "value_usd")


def added_up(rows: pd.DataFrame, value: str) -> pd.DataFrame:
    """Both directions of `bilateral` added up by reporter and year: `reporter`, `year`, `value`,
    `source_id` (of the larger direction), `other_source_id` (of the other, where it is another),
    `status`. Only years for which a reporter has both directions.
    """
    grouped = rows.sort_values(value, ascending=False).groupby(["reporter", "year"])
    sums = grouped.agg(
        directions=("direction", "nunique"),
        **{value: (value, "sum")},
        source_id=("source_id", "first"),
        other_source_id=("source_id", "last"),
        status=("status", lambda s: "reported" if (s == "reported").all() else "derived"),
    ).reset_index()
    sums = sums[sums["directions"] == 2].drop(columns="directions").reset_index(drop=True)
    other = sums["other_source_id"]
    return sums.assign(other_source_id=other.where(other.ne(sums["source_id"])))


def balance(trade: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Goods from Kazakhstan to Italy less goods from Italy, as each reporter declares both.

    `reporter`, `year`, `to_italy_usd`, `from_italy_usd`, `value_usd` (the difference; above zero
    Kazakhstan has the surplus), `source_id` (of the first), `other_source_id`, `status`. Only
    years for which a reporter has both directions. CIF and FOB are left as declared.
    """
    rows = bilateral(trade, first, last)[
        ["reporter", "year", "direction", "value_usd", "source_id"]
    ]
    out = rows[rows["direction"].eq("kaz_to_ita")].drop(columns="direction")
    back = rows[rows["direction"].eq("ita_to_kaz")].drop(columns="direction")
    both = out.rename(columns={"value_usd": "to_italy_usd"}).merge(
        back.rename(columns={"value_usd": "from_italy_usd", "source_id": "other_source_id"}),
        on=["reporter", "year"],
    )
    both = both.assign(value_usd=both["to_italy_usd"] - both["from_italy_usd"], status="derived")
    return both.sort_values(["reporter", "year"], ignore_index=True)


def declared(
    trade: pd.DataFrame, press: Collection[str], direction: str, first: int, last: int
) -> pd.DataFrame:
    """Everything known of one direction (`kaz_to_ita`, `ita_to_kaz`) by year and reporter.

    Rows of `trade` with `year` and `role` added: `line` is the row of the preferred source of
    statistics, `point` the first press value where no statistics are known for the year, `other`
    a further value of the same reporter and year. `press` holds the ids of press sources. What was
    worked out from a press value (`derived`) is left out where there is anything better.
    """
    rows = _totals(trade)
    rows = rows[rows["period"].astype(str).str.fullmatch(r"\d{4}")]
    keys = zip(rows["reporter"], rows["partner"], rows["flow"], strict=True)
    ours = pd.Series([DIRECTIONS[k] == direction for k in keys], rows.index, dtype=bool)
    rows = rows[ours].reset_index(drop=True)
    rows = rows.assign(year=rows["period"].astype(int))
    rows = rows[rows["year"].between(first, last)]
    best = preferred(rows).index
    printed = rows["source_id"].isin(press)
    rows = rows.assign(role="other")
    rows.loc[rows.index.isin(best), "role"] = "line"
    rows.loc[printed & rows["role"].eq("line"), "role"] = "point"
    rows = rows[~(printed & rows["status"].eq("derived") & rows["role"].eq("other"))]
    return rows.sort_values(["reporter", "year", "role"], ignore_index=True)


def partners(trade: pd.DataFrame, flow: str, first: int, last: int) -> pd.DataFrame:
    """Kazakhstan's `flow` (`export`, `import`) by partner: `year`, `partner`, `value_usd`, `share`
    (percent of the world total that Kazakhstan declares), `rank` (1 is the largest), `certain` (all
    that the source gives to no partner is less than this value, so that no partner left out can
    stand before it), `source_id`, `status`, `note`.

    A year is of one source, the first of `PREFERRED` with a total of the year: editions that differ
    are never mixed.
    """
    rows = _all_partners(trade, flow)
    return rows[rows["year"].between(first, last)].reset_index(drop=True)


@once
def _all_partners(trade: pd.DataFrame, flow: str) -> pd.DataFrame:
    """`partners` of all years."""
    matching = (
        trade["reporter"].eq("KAZ") & trade["flow"].eq(flow) & trade["product_id"].eq("total")
    )
    rows = trade[matching & trade["period"].astype(str).str.fullmatch(r"\d{4}")]
    rows = rows.assign(year=lambda f: f["period"].astype(int))
    totals = preferred(rows[rows["partner"].eq("WLD")]).set_index("year")
    rows = rows[rows["source_id"].eq(rows["year"].map(totals["source_id"]))]
    rows = rows[~rows["partner"].isin(["WLD", "XXX"])]
    world = rows["year"].map(totals["value_usd"])
    known = rows.groupby("year")["value_usd"].transform("sum")
    rows = rows.assign(
        share=rows["value_usd"] / world * 100,
        rank=rows.groupby("year")["value_usd"].rank(ascending=False, method="min").astype(int),
        certain=rows["value_usd"].gt(world - known),
    )
    columns = ["year", "partner", "value_usd", "share", "rank", "certain"]
    columns += ["source_id", "status", "note"]
    return rows[columns].sort_values(["year", "rank"], ignore_index=True)


def left_out(rows: pd.DataFrame) -> pd.Series:
    """Percent of the total by year that the source gives to no partner of `rows` (`partners`)."""
    return (100 - rows.groupby("year")["share"].sum()).clip(lower=0)


def destinations(trade: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Kazakhstan's exports by destination; columns as of `partners`."""
    return partners(trade, "export", first, last)


def first_rival(rows: pd.DataFrame) -> str:
    """The largest partner but Italy in the latest year of `rows` (`partners`); empty for none."""
    now = rows[rows["year"].eq(rows["year"].max()) & rows["partner"].ne("ITA")]
    return "" if now.empty else str(now.loc[now["rank"].idxmin(), "partner"])


INCOMPLETE = "The register looks incomplete"
"""How the note on a row of a register begins that cannot be all of what arrived."""


def caveats(notes: pd.Series) -> pd.Series:
    """Of notes on rows of a register only those that call it incomplete."""
    return notes.where(notes.fillna("").str.startswith(INCOMPLETE))


@dataclass(frozen=True)
class Change:
    """The year in which the importers' register became another one, and what that did."""

    year: int
    gone: tuple[str, ...]
    short: tuple[str, ...]
    new: tuple[str, ...]


def changes(rows: pd.DataFrame) -> Change | None:
    """What the latest change of source did to the countries in `rows` (as from `importers`).

    `gone` were in the year before and never after; `short` had all twelve months then and in no
    year after; `new` were never in before. None where all years are of one source.
    """
    source = rows.groupby("year")["source_id"].first()
    later = source.index[source.ne(source.shift()) & source.shift().notna()]
    if later.empty:
        return None
    year = int(later[-1])
    before, after = rows[rows["year"].lt(year)], rows[rows["year"].ge(year)]
    eve = before[before["year"].eq(year - 1)].set_index("reporter")["months"]
    most = after.groupby("reporter")["months"].max()
    return Change(
        year,
        gone=tuple(sorted(set(eve.index) - set(most.index))),
        short=tuple(sorted(r for r in eve[eve.eq(MONTHS)].index if most.get(r, MONTHS) < MONTHS)),
        new=tuple(sorted(set(most.index) - set(before["reporter"]))),
    )


def importers(trade: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Crude of Kazakh origin as European countries themselves declare it (CIF), by year.

    `reporter`, `year`, `period` (the year as text), `value_usd` (missing where a month has none),
    `quantity_kbbl`, `months` (how many were declared), `until` (the last of them), `source_id`,
    `status`, `note` (a caveat on the register). The register has no row for some months; those
    count as missing.
    """
    rows = _all_importers(trade)
    return rows[rows["year"].between(first, last)].reset_index(drop=True)


@once
def _all_importers(trade: pd.DataFrame) -> pd.DataFrame:
    """`importers` of all years."""
    matching = (
        trade["partner"].eq("KAZ") & trade["flow"].eq("import") & trade["product_id"].eq("hs2709")
    )
    rows = trade[matching & ~trade["reporter"].isin(["EUU"])]
    rows = rows.assign(year=rows["period"].str[:4].astype(int), note=caveats(rows["note"]))
    grouped = rows.groupby(["reporter", "year"])
    sums = grouped.agg(
        months=("period", "nunique"),
        until=("period", "max"),
        source_id=("source_id", "first"),
        note=("note", "first"),
    )
    sums = whole_sums(grouped, ["value_usd", "quantity_kbbl"]).join(sums).reset_index()
    return sums.assign(status="derived", period=sums["year"].astype(str))
