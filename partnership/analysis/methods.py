"""How the value to check a claim against is computed from the tables.

`METHODS` holds one function for each name that may stand in `claims.method`. A function takes the
tables and the words of `claims.arguments` and returns what it found: every value that counts, and
the values of earlier periods. Rows with the status `claimed` are what is being checked and never
count as evidence, with one exception that says so. Nothing found is an empty `Found`. What each
divides comes from one family of statistics. Some compute rows of `evidence` alone
(`partnership.checks.evidence`).
"""

from __future__ import annotations

from collections.abc import Callable

from partnership.analysis import methods_facts as facts
from partnership.analysis import methods_trade as trade
from partnership.analysis.found import Found, Tables

METHODS: dict[str, Callable[..., Found]] = {
    f.__name__: f
    for f in (
        facts.stake,
        facts.observation,
        facts.observation_within,
        facts.observation_latest,
        facts.observation_any,
        facts.observation_range_end,
        facts.asset_capacity,
        facts.asset_capacity_sum,
        facts.asset_start,
        facts.asset_in_region,
        facts.firm_at_work,
        facts.event,
        facts.event_date,
        facts.months_between,
        facts.aim,
        trade.aim_of_turnover,
        trade.export_share,
        trade.export_rank,
        trade.turnover,
        trade.crude_share,
        trade.fuel_share,
        trade.imports_without_fuels,
        trade.exports_growth,
    )
}
"""Every function that `claims.method` may name."""
EDITORIAL = "editorial"
"""The value of `claims.method` where nothing can be computed and a person judged."""


def arguments_of(words: str) -> dict[str, str]:
    """The words of `claims.arguments` (`name=value;name=value`) by name.

    Raises `ValueError` for words that are not of this form.
    """
    return dict(one.split("=", 1) for one in words.split(";"))


def compute(method: str, arguments: str, known: Tables) -> Found:
    """What `method` finds for `arguments` (`name=value;name=value`).

    Raises `ValueError` for a method that does not exist or arguments that it does not take.
    """
    if method not in METHODS:
        raise ValueError(f"there is no method {method!r}; there are {', '.join(METHODS)}")
    try:
        return METHODS[method](known, **arguments_of(arguments))
    except (TypeError, ValueError) as error:
        raise ValueError(f"{method} cannot work with {arguments!r}: {error}") from error
