"""What must hold of claims and their evidence, asked for by `python -m partnership check`."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from partnership.analysis import kinds, methods, printed, weight
from partnership.tables import Package
from partnership.tables.contract import Problem, line

_SLACK = 1e-9


def problems(package: Package) -> Iterator[Problem]:
    """Numbers that are not as printed, targets that were not set, verdicts without evidence."""
    events = package.table("events")
    set_in = set(events[events["status"].ne("claimed")]["event_id"].astype(str))
    stances = package.table("evidence").groupby("claim_id", observed=True)["stance"].agg(set)
    for i, claim in package.table("claims").iterrows():
        for column, rule in (
            ("printed", _print(claim)),
            ("arguments", _aim(claim, set_in)),
            ("editorial_verdict", _carried(claim, stances.get(claim["claim_id"], set()))),
        ):
            if rule:
                found = "" if pd.isna(claim[column]) else str(claim[column])
                yield Problem("claims", line(i), column, rule, found)


def _print(claim: pd.Series) -> str:
    """The digits printed say how exact a claim is, so a number needs them."""
    if claim["kind"] not in kinds.PRINTED:
        return ""
    try:
        number = printed.read("" if pd.isna(claim["printed"]) else str(claim["printed"]))
    except ValueError:
        return f"a claim of kind {claim['kind']} needs its number as it is printed"
    value = float("nan") if pd.isna(claim["value"]) else float(claim["value"])
    same = abs(number.value - value) <= _SLACK * max(1.0, abs(value))
    return "" if same else f"the number printed must be the value, {value:g}"


def _aim(claim: pd.Series, set_in: set[str]) -> str:
    if claim["kind"] != "aim":
        return ""
    try:
        named = methods.arguments_of(str(claim["arguments"])).get("event_id")
    except ValueError:
        named = None
    return "" if named in set_in else "an aim needs the event in which others say it was set"


def _carried(claim: pd.Series, stances: set[str]) -> str:
    if claim["method"] != methods.EDITORIAL:
        return "" if pd.isna(claim["editorial_verdict"]) else "a computed claim has no such verdict"
    wanted = weight.CARRIES.get(str(claim["editorial_verdict"]), ())
    if not wanted or stances & set(wanted):
        return ""
    return f"an editorial verdict needs evidence that carries it: {' or '.join(wanted)}"
