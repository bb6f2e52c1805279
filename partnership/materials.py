"""Rules of table `materials`: a share is of an output that a table lists, and a zero has a row."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from partnership.contract import Problem, line

MINE_OUTPUT, METAL_OUTPUT = "mine_output", "metal_output"
_SHARE = "kazakhstan_world_share_pct"
_CLOSE = 1e-9
"""Relative difference below which two shares are the same number, printed with 12 digits."""


def at_load(frame: pd.DataFrame) -> Iterator[Problem]:
    """A share stands where an output is listed and nowhere else; what is strategic is critical."""
    listed = frame["kazakhstan_basis"].isin([MINE_OUTPUT, METAL_OUTPUT])
    for i, row in frame[listed & frame[_SHARE].isna()].iterrows():
        rule = f"{row['kazakhstan_basis']} must have a share"
        yield Problem("materials", line(i), _SHARE, rule)
    for i, row in frame[~listed & frame[_SHARE].notna()].iterrows():
        rule = f"{row['kazakhstan_basis']} must have no share, not even zero"
        yield Problem("materials", line(i), _SHARE, rule, str(row[_SHARE]))
    for column in ("kazakhstan_period", "kazakhstan_source_id"):
        for i in frame.index[listed & frame[column].isna()]:
            yield Problem("materials", line(i), column, "a share must say its year and source")
    strategic = frame["strategic_entry"].notna() & frame["eu_critical"].ne(True)
    for i, value in frame.loc[strategic, "strategic_entry"].items():
        rule = "what is strategic must be critical"
        yield Problem("materials", line(i), "strategic_entry", rule, str(value))


def across(rows: pd.DataFrame, observations: pd.DataFrame) -> Iterator[Problem]:
    """A share of mine output is the one that `observations` has for that commodity and year."""
    seen = observations[observations["entity_id"].eq("KAZ")]
    keys = (seen["metric_id"].astype(str), seen["period"].astype(str), seen["source_id"])
    known = dict(zip(zip(*keys, strict=True), seen["value"].astype(float), strict=True))
    for i, row in rows[rows["kazakhstan_basis"].eq(MINE_OUTPUT)].iterrows():
        metric = f"world_share_{row['commodity']}_pct"
        value = known.get((metric, str(row["kazakhstan_period"]), row["kazakhstan_source_id"]))
        if value is None or abs(value - row[_SHARE]) > _CLOSE * max(1.0, value):
            rule = f"this must be the value of {metric} in observations, {value}"
            yield Problem("materials", line(i), _SHARE, rule, str(row[_SHARE]))
