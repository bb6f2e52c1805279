"""Oil output of Kazakhstan and its fields, and its export routes, in million tonnes.

Every value is that of one source for one period. All oil of a line and Kazakh oil in it, what was
loaded towards a line and what it carried, oil with and without condensate are different metrics and
never one series.
"""

from __future__ import annotations

import pandas as pd

from partnership.analysis import preferred

OUTPUT, EXPORTS = "oil_production_mt", "oil_exports_mt"
REFINED = "oil_refined_mt"
ALL_OIL, KAZAKH_OIL = "oil_throughput_mt", "kazakh_oil_throughput_mt"
RUSSIAN_OIL = "russian_oil_throughput_mt"
ROUTES = (
    ("cpc", ALL_OIL),
    ("cpc", KAZAKH_OIL),
    ("atyrau_samara", KAZAKH_OIL),
    ("druzhba", KAZAKH_OIL),
    ("kazakhstan_china_oil", KAZAKH_OIL),
    ("kazakhstan_china_oil", RUSSIAN_OIL),
    ("aktau_oil_port", "oil_exports_by_sea_mt"),
    ("aktau_oil_port", "oil_to_makhachkala_mt"),
    ("aktau_oil_port", "kaztransoil_loadings_to_btc_mt"),
    ("btc", KAZAKH_OIL),
    ("KAZ", "oil_exports_by_rail_mt"),
)
"""What is measured on the export routes: `entity_id`, `metric_id`."""
_YEAR, _MONTH, _SPAN = r"\d{4}", r"\d{4}-\d{2}", r"(\d{4})-01/\1-(\d{2})"


def by_year(
    observations: pd.DataFrame, sources: pd.DataFrame, wanted: tuple[tuple[str, str], ...]
) -> pd.DataFrame:
    """Whole years of `wanted` (`entity_id`, `metric_id`), in its order.

    Returns `entity_id`, `metric_id`, `year`, `mt`, `used` (false where another source is preferred
    for the same year), `source_id`, `status`, `note`. Claims are left out.
    """
    pairs = pd.Series(
        list(zip(observations["entity_id"], observations["metric_id"], strict=True)),
        index=observations.index,
    )
    rows = observations[
        pairs.isin(wanted)
        & observations["period"].str.fullmatch(_YEAR)
        & observations["status"].ne("claimed")
    ]
    rows = rows.assign(year=rows["period"].astype(int), mt=rows["value"].astype(float))
    rows = preferred.mark(rows, sources, ("entity_id", "metric_id", "year"))
    rows = rows.assign(order=pairs[rows.index].map(wanted.index))
    rows = rows.sort_values(["order", "year"], kind="stable", ignore_index=True)
    columns = ["entity_id", "metric_id", "year", "mt", "used", "source_id", "status", "note"]
    return rows[columns]


def as_reported(status: pd.Series) -> pd.Series:
    """Whether values are drawn full: what rests on a forecast, a bound or arithmetic is not."""
    return status.astype(str).eq("reported")


def left_or_refined(rows: pd.DataFrame) -> pd.DataFrame:
    """Exports and refining of years without an outcome of `OUTPUT`.

    `rows` are of `by_year` for `OUTPUT`, `EXPORTS` and `REFINED`. Returns those of the latter two
    that are used, of years in which both are outcomes. Their sum is no output: crude oil from
    stocks or from abroad may be in it, and what went to stocks is not.
    """
    outcome = rows[rows["used"] & rows["status"].isin(("reported", "derived"))]
    counted = outcome.loc[outcome["metric_id"].eq(OUTPUT), "year"]
    found = outcome[outcome["metric_id"].isin((EXPORTS, REFINED)) & ~outcome["year"].isin(counted)]
    return found[found.groupby("year")["metric_id"].transform("nunique").eq(2)]


def first_months(observations: pd.DataFrame, entity_id: str, metric_id: str) -> pd.DataFrame:
    """Totals of the first months of a year: `year`, `months`, `mt`, `period`, `source_id`,
    `status`, `note`, by year and number of months.
    """
    rows = observations[
        observations["entity_id"].eq(entity_id) & observations["metric_id"].eq(metric_id)
    ]
    found = rows["period"].astype(str).str.extract(f"^{_SPAN}$")
    rows = rows.assign(year=found[0], months=found[1], mt=rows["value"].astype(float))
    rows = rows[rows["year"].notna()].astype({"year": int, "months": int})
    columns = ["year", "months", "mt", "period", "source_id", "status", "note"]
    return rows[columns].sort_values(["year", "months"], kind="stable", ignore_index=True)


def against_year_before(months: pd.DataFrame) -> pd.DataFrame:
    """The newest total of `first_months` and the same months of the year before by the same
    source, earlier first; empty where no source has both.
    """
    now = months.assign(before=months["year"] - 1)
    both = now.merge(
        months[["year", "months", "source_id"]],
        left_on=["before", "months", "source_id"],
        right_on=["year", "months", "source_id"],
        suffixes=("", "_before"),
    )
    if both.empty:
        return months.head(0)
    last = both.sort_values(["year", "months"]).iloc[-1]
    same = months["months"].eq(last["months"]) & months["source_id"].eq(last["source_id"])
    return months[same & months["year"].isin([last["year"], last["before"]])]


def single_months(
    observations: pd.DataFrame, entities: tuple[str, ...], metric_id: str
) -> pd.DataFrame:
    """Values of single months: `entity_id`, `period`, `mt`, `source_id`, `status`, `note`."""
    rows = observations[
        observations["entity_id"].isin(entities)
        & observations["metric_id"].eq(metric_id)
        & observations["period"].str.fullmatch(_MONTH)
    ]
    rows = rows.assign(mt=rows["value"].astype(float))
    columns = ["entity_id", "period", "mt", "source_id", "status", "note"]
    return rows[columns].sort_values(["period", "entity_id"], ignore_index=True)


def unbroken(rows: pd.DataFrame, by: str) -> pd.Series:
    """A number for each unbroken run of years of each value of column `by`.

    `rows` holds `by` and `year`, sorted by both. Years that follow each other share a number; a
    line is drawn within a run only.
    """
    follows = rows["year"].diff().eq(1) & rows[by].eq(rows[by].shift())
    return (~follows).cumsum()
