"""Turnover in Kazakhstan's statistics compared with the target of the two countries."""

from __future__ import annotations

import pandas as pd

from partnership.analysis import money, trade
from partnership.analysis.freshness import span
from partnership.tables import needed

_YEAR = len("2024")
METRIC = "turnover_target_usd"
"""The metric of the target."""
SET_IN = "KAZ"
"""Reporter in whose statistics the target was set. No other reporter's are compared with it."""


def newest(observations: pd.DataFrame) -> pd.Series:
    """The newest row of the target in USD; where several are as new, the last of the table.

    Raises `TableError` where no target is on file.
    """
    rows = needed.rows(observations, "observations", metric_id=METRIC)
    first = pd.Series([span(str(p))[0] for p in rows["period"]], rows.index, dtype=object)
    return rows[first.eq(first.max())].iloc[-1]


def turnover(
    rows: pd.DataFrame, prices: pd.DataFrame, currency: str, first: int, last: int
) -> pd.DataFrame:
    """Both directions added up by year as `SET_IN` declares them, in `currency`.

    `rows` is the table `trade`. Returns the columns of `trade.added_up`, and `period`.
    """
    both = trade.bilateral(rows, first, last)
    both = money.in_currency(both[both["reporter"].eq(SET_IN)], currency, prices)
    sums = trade.added_up(both, "value")
    return sums.assign(period=sums["year"].astype(str))


def stated(
    seen: pd.DataFrame, metric: str, prices: pd.DataFrame, currency: str, years: tuple[int, int]
) -> pd.DataFrame:
    """Observations of a metric in dollars, in `currency`, with `covers` and `year` added.

    `covers` is the time that a value measures. What is claimed at a moment (`2024-03`) measures
    the period for which others report the same value; `year` is that in which it ends. Spans of
    months are left out otherwise, and so is what was worked out from other values (`derived`).
    """
    matching = seen[seen["metric_id"].eq(metric)]
    reported = matching[matching["status"].eq("reported")]
    of_value = dict(zip(reported["value"], reported["period"].astype(str), strict=True))
    moment = matching["status"].eq("claimed") & matching["period"].astype(str).str.len().gt(_YEAR)
    found = matching["value"].map(of_value).where(moment).fillna(matching["period"]).astype(str)
    rows = matching.assign(covers=found, year=found.str.split("/").str[-1].str[:4].astype(int))
    whole = ~rows["period"].astype(str).str.contains("/") & rows["status"].ne("derived")
    rows = rows[whole & rows["year"].between(*years)].rename(columns={"value": "value_usd"})
    money_of = money.in_currency(rows.assign(period=rows["covers"]), currency, prices)
    return money_of.assign(period=rows["period"])


def by_year(years: pd.Series, dollars: float, prices: pd.DataFrame, currency: str) -> pd.DataFrame:
    """A target in dollars at each year's rate: `year`, `value` in `currency`."""
    each = pd.DataFrame({"year": sorted(set(years))})
    each = each.assign(period=each["year"].astype(str), value_usd=dollars)
    return money.in_currency(each, currency, prices)[["year", "value"]]


def called_reached(stated: pd.DataFrame, dollars: float) -> pd.DataFrame:
    """Rows of `stated` that give a whole year and, without "about", at least the target."""
    whole = stated["period"].astype(str).str.fullmatch(r"\d{4}")
    return stated[whole & stated["status"].eq("reported") & stated["value_usd"].ge(dollars)]
