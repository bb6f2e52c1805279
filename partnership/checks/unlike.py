"""Unlike statistics are never divided by each other to decide a claim.

Customs, the energy register, a company's report and a statement to the press count different
things, so that a quotient of two of them measures nothing. Table `statistics` says which family a
source belongs to. A page that quotes an office (table `quotes`) belongs to the office's family;
any other source that is not named belongs to the family of its kind. Customs statistics of two
reporters are unlike too, FOB on one side and CIF on the other, unless their ratio is what is
measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from partnership.tables import Package
from partnership.tables.contract import Problem, line

_OF_KIND = {"company": "company_report"}
_OTHERWISE = "statement"
_MEASURED = ("statistics", "dataset")
"""Kinds of source whose family must be named once they are combined with another source."""
_OFFICES = {
    "Istat": "customs",
    "ICE": "customs",
    "Unem": "energy_register",
    "Unione Petrolifera": "energy_register",
    "US Geological Survey": "mineral_yearbook",
    "World Nuclear Association": "mineral_yearbook",
    "IRENA": "power_statistics",
}
"""Family of the offices that pages quote."""
_MIRROR = re.compile(r"\bmirror", re.IGNORECASE)
"""Word of a metric or note whose subject is the ratio of two reporters."""
_CONVERTS = "exchange_rate"
"""The family that changes the unit of a value and nothing else; it may go with any other."""


def families(
    sources: pd.DataFrame, statistics: pd.DataFrame, quotes: pd.DataFrame
) -> dict[str, str]:
    """The family of statistics of each source; missing where it must be named and is not."""
    quoted = zip(quotes["source_id"], quotes["quoted"], strict=True)
    named = {str(s): f for s, who in quoted if (f := _of_office(str(who)))}
    named |= dict(zip(statistics["source_id"], statistics["family"], strict=True))
    known = {}
    for source, kind in zip(sources["source_id"], sources["kind"], strict=True):
        if source in named:
            known[str(source)] = str(named[source])
        elif kind not in _MEASURED:
            known[str(source)] = _OF_KIND.get(str(kind), _OTHERWISE)
    return known


def _of_office(quoted: str) -> str:
    """The family of the offices that a page quotes; empty where it has none of its own."""
    found = {f for office, f in _OFFICES.items() if re.search(rf"\b{office}\b", quoted)}
    return found.pop() if len(found) == 1 else ""


def problems(package: Package) -> Iterator[Problem]:
    """Derived values that do not name their inputs, or whose inputs are of two families.

    Holds in every table that has a column `inputs`.
    """
    sources = package.table("sources")
    known = families(sources, package.table("statistics"), package.table("quotes"))
    trade = package.table("trade")
    by_source = trade.groupby("source_id", observed=True)["reporter"].agg(set)
    reporters = {str(s): {str(r) for r in found} for s, found in by_source.items()}
    ids = set(sources["source_id"].astype(str))
    for name in package.names:
        frame = package.table(name)
        if "inputs" not in frame:
            continue
        asked = frame[frame["inputs"].notna() | frame["status"].eq("derived")]
        for i, row in zip(asked.index, asked.to_dict("records"), strict=True):
            rule = _broken(row, ids, known) or _reporters(row, known, reporters)
            if rule:
                found = "" if pd.isna(row["inputs"]) else str(row["inputs"])
                yield Problem(name, line(i), "inputs", rule, found)


def _broken(row: Mapping[Any, Any], ids: set[str], known: Mapping[str, str]) -> str:
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


def _reporters(
    row: Mapping[Any, Any], known: Mapping[str, str], reporters: Mapping[str, set[str]]
) -> str:
    """Two customs offices count one flow at two borders."""
    words = [str(row[c]) for c in ("metric_id", "note") if c in row and pd.notna(row[c])]
    if pd.isna(row["inputs"]) or _MIRROR.search(" ".join(words)):
        return ""
    counted = [
        reporters[s]
        for s in str(row["inputs"]).split(";")
        if known.get(s) == "customs" and s in reporters
    ]
    if not counted or set.intersection(*counted):
        return ""
    both = ", ".join(sorted(set.union(*counted))[:4])
    return f"customs statistics of two reporters must not be combined: {both}"
