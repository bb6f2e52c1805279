"""The verdict on each claim: computed from the tables wherever that is possible, never typed.

The order of the tests: *confirmed* where claimed and computed value are within the tolerance of
the claim, *approximately* within four times that, *outdated* where the claim held in an earlier
period, *disputed* otherwise; *not verifiable* where the tables hold nothing to compute from. Where
several values exist the one farthest from the claim decides. A date is compared at the precision
of the claim; the right year alone is *approximately*. Where no method exists the verdict is that
of an editor, and `basis` says so.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from partnership.analysis import methods
from partnership.analysis.found import Found, Tables, Value
from partnership.analysis.methods import EDITORIAL
from partnership.contract import Problem, TableError
from partnership.state import VERDICTS

CONTESTED = ("disputed", "outdated")
"""Verdicts that a figure which touches the claim must tell its reader."""
MEASURED = ("stake", "sum", "share", "number", "count")
"""Kinds of claim of which a relative difference means something; years and ranks have none."""
_WIDER = 4
"""How many tolerances away a claim is still approximately right."""
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Judged:
    """A verdict with the value that decided it (none where there was nothing to compute from)."""

    verdict: str
    value: Value | None = None


def by_number(claimed: float, tolerance: float, found: Found) -> Judged:
    """Verdict on a number; of a date only its year counts."""
    if not found.known:
        return Judged("not_verifiable")
    decides = max(found.known, key=lambda v: abs(_number(v) - claimed))
    slack = _ROUNDING * max(1.0, abs(claimed))
    gap = abs(_number(decides) - claimed)
    if gap <= tolerance + slack:
        return Judged("confirmed", decides)
    if gap <= _WIDER * tolerance + slack:
        return Judged("approximately", decides)
    if any(abs(claimed - earlier) <= tolerance + slack for earlier in found.before):
        return Judged("outdated", decides)
    return Judged("disputed", decides)


def _number(value: Value) -> float:
    return float(value.value[:4]) if isinstance(value.value, str) else value.value


def by_date(claimed: str, found: Found) -> Judged:
    """Verdict on an ISO date, at the precision of the claim."""
    ranked = [_dated(claimed, value) for value in found.known]
    if not ranked:
        return Judged("not_verifiable")
    return max(ranked, key=lambda judged: VERDICTS.index(judged.verdict))


def _dated(claimed: str, value: Value) -> Judged:
    day = str(value.value)
    if day[: len(claimed)] == claimed:
        return Judged("confirmed", value)
    return Judged("approximately" if day[:4] == claimed[:4] else "disputed", value)


def judged(claims: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """All claims with their verdicts.

    Columns added to those of `claims`: `verdict`; `basis` (`computed` or `editorial`); `found` (the
    value that decided, a number in the unit of the claim; of a date its year), `found_date` (ISO,
    where it is a date), `found_period`, `found_source`, `found_status`, `listed` (false where a
    complete list lacks what was claimed); `difference` (found less claimed in percent of claimed,
    for what is listed and of the kinds of `MEASURED`).

    Raises `TableError` where a row names a method that does not exist or cannot use its arguments.
    """
    results = [_row(n, row, tables) for n, row in enumerate(claims.to_dict("records"), start=2)]
    value = [r.value for r in results]
    rows = claims.assign(
        verdict=[r.verdict for r in results],
        basis=["editorial" if m == EDITORIAL else "computed" for m in claims["method"]],
        found=pd.Series([_number(v) if v else None for v in value], claims.index, dtype=float),
        found_date=[v.value if v and isinstance(v.value, str) else "" for v in value],
        found_period=[v.period if v else "" for v in value],
        found_source=[v.source_id if v else "" for v in value],
        found_status=[v.status if v else "" for v in value],
        listed=[v.listed if v else False for v in value],
    )
    measured = rows["kind"].isin(MEASURED) & rows["listed"] & rows["value"].ne(0)
    change = (rows["found"] - rows["value"]) / rows["value"].abs() * 100
    return rows.assign(difference=change.where(measured))


def _row(number: int, claim: dict[str, object], tables: Tables) -> Judged:
    method = str(claim["method"])
    if method == EDITORIAL:
        if claim["editorial_verdict"] not in VERDICTS:
            rule = "a claim that is not computed needs a verdict"
            raise TableError([Problem("claims", number, "editorial_verdict", rule)])
        return Judged(str(claim["editorial_verdict"]))
    try:
        found = methods.compute(method, _words(claim["arguments"]), tables)
    except ValueError as error:
        raise TableError([Problem("claims", number, "method", str(error))]) from error
    if claim["kind"] == "date":
        return by_date(str(claim["period"]), found)
    value, tolerance = claim["value"], claim["tolerance"]
    if pd.isna(value) or pd.isna(tolerance):
        rule = "a claim that is computed needs a value and a tolerance"
        raise TableError([Problem("claims", number, "value", rule)])
    return by_number(float(value), float(tolerance), found)  # type: ignore[arg-type]


def _words(cell: object) -> str:
    return cell if isinstance(cell, str) else ""


def counts(rows: pd.DataFrame) -> pd.DataFrame:
    """How many claims of each verdict: `verdict`, `basis`, `claims`, every verdict in order."""
    index = pd.MultiIndex.from_product(
        [VERDICTS, ("computed", "editorial")], names=["verdict", "basis"]
    )
    sizes = rows.groupby(["verdict", "basis"]).size().reindex(index, fill_value=0)
    return sizes.rename("claims").reset_index()


def largest(rows: pd.DataFrame, most: int) -> pd.DataFrame:
    """The claims with the largest relative differences, largest first, confirmed ones left out."""
    apart = rows[rows["difference"].notna() & rows["verdict"].ne("confirmed")]
    order = apart["difference"].abs().sort_values(ascending=False, kind="stable").index
    return apart.loc[order].head(most)
