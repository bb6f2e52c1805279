"""Rules of table `materials`: a share is of an output that a table lists.

What follows from `observations` (shares, ranks) is computed again.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from partnership.tables.contract import Problem, line

MINING_OUTPUT, METAL_OUTPUT = "mine_output", "metal_output"
METALS = {
    "titanium_metal": "titanium_sponge_production_t",
    "magnesium": "magnesium_smelter_production_kt",
    "silicon_metal": "silicon_metal_production_kt",
}
"""Material that is produced rather than mined, and the metric of its output."""
_SHARE, _RANK = "kazakhstan_world_share_pct", "kazakhstan_world_rank"
_CHINA, _CHINA_SOURCE = "china_share_of_eu_supply_pct", "china_source_id"
_CLOSE = 1e-9
"""Relative difference below which two shares are the same; under 1 %, the difference itself."""


def at_load(frame: pd.DataFrame) -> Iterator[Problem]:
    """A share stands where an output is listed and nowhere else; what is strategic is critical."""
    listed = frame["kazakhstan_basis"].isin([MINING_OUTPUT, METAL_OUTPUT])
    for i, row in frame[listed & frame[_SHARE].isna()].iterrows():
        rule = f"{row['kazakhstan_basis']} must have a share"
        yield Problem("materials", line(i), _SHARE, rule)
    for i, row in frame[~listed & frame[_SHARE].notna()].iterrows():
        rule = f"{row['kazakhstan_basis']} must have no share, not even zero"
        yield Problem("materials", line(i), _SHARE, rule, str(row[_SHARE]))
    for column in ("kazakhstan_period", "kazakhstan_source_id"):
        for i in frame.index[listed & frame[column].isna()]:
            yield Problem("materials", line(i), column, "a share must say its year and source")
    for i, row in frame[frame[_CHINA].notna() & frame[_CHINA_SOURCE].isna()].iterrows():
        rule = "China's share must have a source"
        yield Problem("materials", line(i), _CHINA_SOURCE, rule, str(row[_CHINA]))
    yield from _entries(frame)
    strategic = frame["strategic_entry"].notna() & frame["eu_critical"].ne(True)
    for i, value in frame.loc[strategic, "strategic_entry"].items():
        rule = "what is strategic must be critical"
        yield Problem("materials", line(i), "strategic_entry", rule, str(value))


def _entries(frame: pd.DataFrame) -> Iterator[Problem]:
    """One commodity has one entry of the strategic list, and no other commodity has it too."""
    rows = frame[frame["strategic_entry"].notna()]
    commodity = rows["commodity"].fillna(rows["material_id"])
    pairs = pd.DataFrame({"entry": rows["strategic_entry"], "commodity": commodity})
    for column, other in (("entry", "commodity"), ("commodity", "entry")):
        first = pairs.groupby(column)[other].transform("first")
        for i in pairs.index[pairs[other].ne(first)]:
            entry = str(pairs.loc[i, "entry"])
            rule = f"one {column} has two of strategic entry and commodity"
            yield Problem("materials", line(i), "strategic_entry", rule, entry)


def across(rows: pd.DataFrame, observations: pd.DataFrame) -> Iterator[Problem]:
    """Shares and ranks are those that follow from the rows of `observations`."""
    keys = ["entity_id", "metric_id", "period", "source_id"]
    known = observations.drop_duplicates(keys).set_index(keys)["value"].astype(float).to_dict()
    yield from _mined(rows, known)
    yield from _metal_output(rows, observations)
    yield from _chinese(rows, observations)


Known = dict[tuple[str, ...], float]
"""Values of `observations` by entity, metric, period and source."""


def _mined(rows: pd.DataFrame, known: Known) -> Iterator[Problem]:
    """Share and rank in mine output are those of the commodity and year in `observations`."""
    for i, row in rows[rows["kazakhstan_basis"].eq(MINING_OUTPUT)].iterrows():
        at = (str(row["kazakhstan_period"]), str(row["kazakhstan_source_id"]))
        for column, name in ((_SHARE, "share_{}_pct"), (_RANK, "rank_{}")):
            metric = f"world_{name.format(row['commodity'])}"
            value = known.get(("KAZ", metric, *at))
            if not _same(value, row[column]):
                rule = f"this must be the value of {metric} in observations, {value}"
                yield Problem("materials", line(i), column, rule, str(row[column]))


def _metal_output(rows: pd.DataFrame, observations: pd.DataFrame) -> Iterator[Problem]:
    """Share and rank in metal output follow from the output of each country in that year.

    A rank may be left out where countries are not named.
    """
    for i, row in rows[rows["kazakhstan_basis"].eq(METAL_OUTPUT)].iterrows():
        metric = METALS.get(row["material_id"], "")
        seen = observations[
            observations["metric_id"].eq(metric)
            & observations["period"].astype(str).eq(str(row["kazakhstan_period"]))
            & observations["source_id"].eq(row["kazakhstan_source_id"])
        ]
        output = seen.set_index("entity_id")["value"].astype(float)
        if not {"KAZ", "WLD"} <= set(output.index):
            rule = (
                f"no output of Kazakhstan and the world in observations ({metric or 'no metric'})"
            )
            yield Problem("materials", line(i), _SHARE, rule, str(row[_SHARE]))
            continue
        share = output["KAZ"] / output["WLD"] * 100
        rank = 1 + int(output.drop("WLD").gt(output["KAZ"]).sum())
        if not _same(share, row[_SHARE]):
            rule = f"this must be {metric} of Kazakhstan over the world, {share}"
            yield Problem("materials", line(i), _SHARE, rule, str(row[_SHARE]))
        if pd.notna(row[_RANK]) and row[_RANK] != rank:
            rule = f"this must be the place by {metric}, {rank}"
            yield Problem("materials", line(i), _RANK, rule, str(row[_RANK]))


def _chinese(rows: pd.DataFrame, observations: pd.DataFrame) -> Iterator[Problem]:
    """China's share of EU supply is one that its source has in `observations`."""
    for i, row in rows[rows[_CHINA].notna()].iterrows():
        names = [f"crm_china_share_{row[c]}_pct" for c in ("material_id", "commodity")]
        seen = observations[observations["metric_id"].isin(names)]
        seen = seen[seen["source_id"].eq(row[_CHINA_SOURCE])]
        if not seen["value"].astype(float).eq(float(row[_CHINA])).any():
            rule = f"this must be a value of {names[0]} in observations by the same source"
            yield Problem("materials", line(i), _CHINA, rule, str(row[_CHINA]))


def _same(expected: float | None, found: object) -> bool:
    """Whether two numbers are one, printed with twelve digits; two that are missing are one."""
    if expected is None or pd.isna(found):
        return expected is None and bool(pd.isna(found))
    return abs(expected - float(str(found))) <= _CLOSE * max(1.0, expected)
