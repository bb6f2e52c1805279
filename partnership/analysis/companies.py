"""Italian companies in Kazakhstan: their projects, contracts, places, and how many there are."""

from __future__ import annotations

import pandas as pd

JOINT = ("byelkamit",)
"""Joint ventures that a list of Italian firms names, though they belong to no one country."""

ARTICLE = ("eni", "saipem", "bonatti", "rosetti_marino", "webuild", "renco", "italcementi")
"""The companies of the article in its order; Salini-Impregilo is `webuild` today."""

MOMENTS = ("agreement", "memorandum", "bidder")
"""Roles that are an act on a day and not work over years."""

PASSING = ("contractor", "supplier")
"""Roles that end one day: where no end is stated, they do not run on to today."""

CURRENCIES = ("USD", "EUR")
FIRMS, VENTURES = "italian_firms_count", "italian_joint_ventures_count"
_MONTHS = 12


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
    """Every source's number of Italian firms and of joint ventures, the earliest first.

    Added: `at` (the period as a number of years: the middle of the month, or of the year) and
    `bound` (the source says "more than" or "at least").
    """
    rows = observations[observations["metric_id"].isin((FIRMS, VENTURES))]
    return rows.assign(
        at=[_middle(str(p)) for p in rows["period"]],
        bound=rows["note"].fillna("").str.startswith("Lower bound"),
    ).sort_values(["at", "metric_id", "value"])


def _middle(period: str) -> float:
    year, _, month = period.partition("-")
    return int(year) + ((int(month) - 0.5) / _MONTHS if month else 0.5)


def investment(observations: pd.DataFrame) -> pd.DataFrame:
    """Italian investment in Kazakhstan added up, as each source gives it in US dollars.

    `observations` with `from_period`, `to_period` and `bound`, the largest first. Sources add up
    different years and do not say how; none is a stock in the sense of the IMF's manual (BPM6).
    """
    rows = observations[observations["metric_id"].eq("fdi_cumulative_usd")]
    spans = rows["period"].astype(str).str.split("/", n=1, expand=True)
    return rows.assign(
        from_period=spans[0],
        to_period=spans[1],
        bound=rows["note"].fillna("").str.startswith("Lower bound"),
    ).sort_values("value", ascending=False)
