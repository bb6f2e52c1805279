"""Unlike statistics are never divided by each other to decide a claim.

Customs, the energy register, a company's report and a statement to the press count different
things, so that a quotient of two of them measures nothing. Table `statistics` says which family a
source belongs to; a source that is not in it belongs to the family of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from partnership.contract import Problem, line
from partnership.tables import Package

_OF_KIND = {"company": "company_report"}
_OTHERWISE = "statement"
_MEASURED = ("statistics", "dataset")
"""Kinds of source whose family must be named once they are combined with another source."""
_CONVERTS = "exchange_rate"
"""The family that changes the unit of a value and nothing else; it may go with any other."""


def families(sources: pd.DataFrame, statistics: pd.DataFrame) -> dict[str, str]:
    """The family of statistics of each source; missing where it must be named and is not."""
    named = dict(zip(statistics["source_id"], statistics["family"], strict=True))
    known = {}
    for source, kind in zip(sources["source_id"], sources["kind"], strict=True):
        if source in named:
            known[str(source)] = str(named[source])
        elif kind not in _MEASURED:
            known[str(source)] = _OF_KIND.get(str(kind), _OTHERWISE)
    return known


def problems(package: Package) -> Iterator[Problem]:
    """Derived values that do not name their inputs, or whose inputs are of two families.

    Holds in every table that has a column `inputs`.
    """
    sources = package.table("sources")
    known = families(sources, package.table("statistics"))
    ids = set(sources["source_id"].astype(str))
    for name in package.names:
        frame = package.table(name)
        if "inputs" not in frame:
            continue
        asked = frame[frame["inputs"].notna() | frame["status"].eq("derived")]
        for i, row in asked.iterrows():
            rule = _broken(row, ids, known)
            if rule:
                found = "" if pd.isna(row["inputs"]) else str(row["inputs"])
                yield Problem(name, line(i), "inputs", rule, found)


def _broken(row: pd.Series, ids: set[str], known: Mapping[str, str]) -> str:
    if pd.isna(row["inputs"]):
        return "a derived value must name its inputs"
    if row["status"] != "derived":
        return "only a derived value has inputs"
    inputs = str(row["inputs"]).split(";")
    if strange := [s for s in inputs if s not in ids]:
        return f"{strange[0]} must be a key of table sources"
    if len(inputs) == 1:
        return ""
    if unnamed := [s for s in inputs if s not in known]:
        return f"table statistics must say which family {unnamed[0]} belongs to"
    mixed = sorted({known[s] for s in inputs} - {_CONVERTS})
    if len(mixed) > 1:
        return f"unlike statistics must not be combined: {', '.join(mixed)}"
    return ""
