"""Italian companies in Kazakhstan: their projects, contracts, places, and how many there are."""

from __future__ import annotations

import pandas as pd

JOINT = ("byelkamit",)
"""Joint ventures that a list of Italian firms names, though they belong to no one country."""

ARTICLE = ("eni", "saipem", "bonatti", "rosetti_marino", "webuild", "renco", "italcementi")
"""The companies of the article in its order; Salini-Impregilo is `webuild` today."""

MOMENTS = ("agreement", "memorandum", "bidder")
"""Roles that are an event on a day and not work over years."""

PASSING = ("contractor", "supplier")
"""Roles that are temporary: where no end is stated, they do not continue to today."""

CURRENCIES = ("USD", "EUR")
FIRMS = (
    "italian_firms_count",
    "italian_firms_without_eni_count",
    "italian_capital_entities_count",
    "italian_firms_ventures_offices_count",
    "italian_firms_listed_count",
    "italian_joint_ventures_count",
)
"""Metrics of numbers of Italian firms: each has a definition of its own."""
INVESTMENT = (
    "investment_since_2005_usd",
    "investment_twenty_years_usd",
    "investment_25_years_usd",
    "investment_thirty_years_usd",
    "investment_since_independence_usd",
    "investment_no_start_usd",
    "investment_by_eni_usd",
)
"""Metrics of sums of Italian investment: each has a definition of its own."""


def italian(
    projects: pd.DataFrame, companies: pd.DataFrame, sectors: tuple[str, ...] = ()
) -> pd.DataFrame:
    """Rows of `projects` of companies of Italy (and `JOINT`) in `sectors` (empty: all).

    Added: `first` and `last` year as numbers (missing where the source gives none), `moment`
    (an agreement, memorandum or offer), `currency` (`USD` or `EUR` where the value is money).
    """
    ours = {*companies.loc[companies["country"].eq("ITA"), "company_id"].astype(str), *JOINT}
    rows = projects[projects["company_id"].isin(ours)]
    if sectors:
        rows = rows[rows["sector"].isin(sectors)]
    return dated(rows)


def dated(projects: pd.DataFrame) -> pd.DataFrame:
    """`projects` with the columns that `italian` adds."""
    return projects.assign(
        first=_year(projects["start"]),
        last=_year(projects["end"]),
        moment=projects["role"].isin(MOMENTS),
        currency=projects["unit"].where(projects["unit"].isin(CURRENCIES)),
    )


def _year(column: pd.Series) -> pd.Series:
    return pd.to_numeric(column.astype(object).str[:4]).astype("Float64")


def contracts(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of `italian` whose value is a sum of money, dollars first, the largest first.

    Sums are not converted: of some contracts the year is unknown, and so is the rate.
    """
    money = rows[rows["currency"].notna() & rows["value"].notna()]
    return money.sort_values(["currency", "value"], ascending=[False, False])


def by_region(rows: pd.DataFrame) -> pd.DataFrame:
    """Projects and companies a region: `region_id`, `projects`, `companies`, most first."""
    placed = rows[rows["region_id"].notna()]
    counted = placed.groupby(placed["region_id"].astype(str)).agg(
        projects=("project_id", "nunique"), companies=("company_id", "nunique")
    )
    counted = counted.rename_axis("region_id").reset_index()
    return counted.sort_values(["projects", "region_id"], ascending=[False, True])


def counts(observations: pd.DataFrame) -> pd.DataFrame:
    """Every source's number of Italian firms and joint ventures, by definition.

    Rows of `observations` in the order of `FIRMS`, the latest first.
    """
    return _by_definition(observations, FIRMS)


def investment(observations: pd.DataFrame) -> pd.DataFrame:
    """Italian investment in Kazakhstan added up, as each source gives it in US dollars.

    Rows of `observations` in the order of `INVESTMENT`, the latest first. They begin in different
    years and do not say how they count; none is a stock in the sense of the IMF's manual (BPM6).
    """
    return _by_definition(observations, INVESTMENT)


def _by_definition(observations: pd.DataFrame, metrics: tuple[str, ...]) -> pd.DataFrame:
    rows = observations[observations["metric_id"].isin(metrics)]
    rows = rows.assign(
        order=rows["metric_id"].map(metrics.index),
        end=rows["period"].str.split("/").str[-1],
    )
    ordered = rows.sort_values(["order", "end", "value"], ascending=[True, False, False])
    return ordered.drop(columns=["order", "end"]).reset_index(drop=True)
