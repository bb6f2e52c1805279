"""The verdict on each claim: computed from the tables wherever that is possible, never typed.

What a method finds, and what rows of evidence say in the unit of the claim, is weighed
(`analysis.weight`); the heaviest value decides, the others are the dissent. The deciding value is
tested as its kind of claim asks (`analysis.kinds`): *confirmed*, *approximately*, or *disputed*;
*outdated* where the claim was right in an earlier period; *not verifiable* where nothing is found.
The tolerance follows from the digits printed (`analysis.printed`).

Three things weigh on the verdict. Data of another time than the claim's (`analysis.periods`)
neither confirm nor dispute it: it is *not verifiable*, however near or far they are. They decide
only where nothing of the claim's time is on file. Data of a part of the time, or a value that is
indirect, make it *approximately* at best, but may dispute it. What exists by one page of the press
or of opinion alone is *approximately* right.

Where no method exists the verdict is that of an editor, and `basis` says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

import pandas as pd

from partnership.analysis import kinds, methods, periods, printed, weight
from partnership.analysis.found import Found, Tables, Value
from partnership.analysis.kinds import MEASURED, Claimed
from partnership.analysis.methods import EDITORIAL
from partnership.tables.contract import Problem, TableError

VERDICTS = ("confirmed", "approximately", "disputed", "outdated", "not_verifiable")
"""Possible verdicts on a claim, from the best."""
CONTESTED = ("disputed", "outdated")
"""Verdicts that a figure which touches the claim must tell its reader."""


@dataclass(frozen=True)
class Judged:
    """A verdict with the value that decided it (none where there was nothing to compute from).

    `fit` is how its period lies to that of the claim, `dissent` other values for the same
    time, `opposed` the sources that contradict the verdict, `met` the outcomes of a target,
    `source_id` the source of the deciding value, `stated` whether evidence and no method gives it.
    """

    verdict: str
    value: Value | None = None
    fit: str = periods.ANY
    dissent: tuple[Value, ...] = ()
    opposed: tuple[str, ...] = ()
    met: tuple[Value, ...] = ()
    source_id: str = ""
    stated: bool = False


def judge(claimed: Claimed, found: Found, stated: tuple[Value, ...], known: Tables) -> Judged:
    """The verdict on one claim from what was `found` and what evidence `stated`."""
    own = {v.source_id for v in found.known}
    values = [*found.known, *(v for v in stated if v.source_id not in own)]
    if not values:
        return Judged("not_verifiable", met=found.met)
    decides, *others = weight.heaviest(claimed, values, known)
    fit = periods.fit(claimed.period, decides.time) if claimed.kind in kinds.TIMED else periods.ANY
    verdict = kinds.against(claimed, decides)
    if verdict == "disputed" and _once_right(claimed, found.before):
        verdict = "outdated"
    if claimed.kind == "exists" and not _shown(values, known):
        verdict = "approximately"
    dissent = {
        v.source_id: v
        for v in others
        if not kinds.agree(claimed, v, decides) and weight.timely(claimed, v, decides)
    }
    return Judged(
        _capped(verdict, fit, decides.indirect),
        decides,
        fit,
        tuple(dissent.values()),
        met=found.met,
        source_id=decides.source_id,
        stated=decides not in found.known,
    )


def _once_right(claimed: Claimed, before: tuple[float, ...]) -> bool:
    return any(abs(claimed.value - b) <= claimed.tolerance + claimed.slack for b in before)


def _shown(values: list[Value], known: Tables) -> bool:
    """Whether more than one page of the press says that something exists."""
    sources = {v.source_id for v in values}
    return len(sources) > 1 or any(known.published[s][0] not in weight.ALONE for s in sources)


def _capped(verdict: str, fit: str, indirect: bool) -> str:
    if fit in (periods.EARLIER, periods.LATER):
        return "not_verifiable"
    weak = indirect or fit == periods.PART
    return "approximately" if weak and verdict == "confirmed" else verdict


def judged(claims: pd.DataFrame, known: Tables) -> pd.DataFrame:
    """All claims with their verdicts.

    Columns added to those of `claims`: `tolerance` (in the unit of the claim, from the digits
    printed); `verdict`; `basis` (`computed` or `editorial`); `found` (the value that decided, a
    number in the unit of the claim; of a date its year), `found_date` (ISO, where it is a date),
    `found_period`, `fit` (of `analysis.periods`), `found_source`, `found_status`, `listed` (false
    where a complete list lacks what was claimed), `indirect`, `stated` (true where it stands in
    evidence and no method finds it); `dissent` and `met` (tuples of `Value`),
    `opposed` (a tuple of source ids); `decided_by` and `decided_kind` (the source that carries the
    verdict and its kind; of an editorial verdict the heaviest of its evidence); `difference` (found
    less claimed in percent of claimed, for what is listed and of the kinds of `MEASURED`).

    Raises `TableError` where a row names a method that does not exist or cannot use its arguments.
    """
    evidence = {str(c): rows for c, rows in known.evidence.groupby("claim_id", observed=True)}
    none = known.evidence.iloc[:0]
    records = claims.to_dict("records")
    asked = [_claimed(n, row) for n, row in enumerate(records, start=2)]
    results = [
        _row(n, row, claimed, evidence.get(str(row["claim_id"]), none), known)
        for n, (row, claimed) in enumerate(zip(records, asked, strict=True), start=2)
    ]
    value = [r.value for r in results]
    rows = claims.assign(
        tolerance=[c.tolerance for c in asked],
        verdict=[r.verdict for r in results],
        basis=["editorial" if m == EDITORIAL else "computed" for m in claims["method"]],
        found=pd.Series([kinds.number(v) if v else None for v in value], claims.index, dtype=float),
        found_date=[v.value if v and isinstance(v.value, str) else "" for v in value],
        found_period=[v.period if v else "" for v in value],
        fit=[r.fit for r in results],
        found_source=[v.source_id if v else "" for v in value],
        found_status=[v.status if v else "" for v in value],
        listed=[v.listed if v else False for v in value],
        indirect=[v.indirect if v else False for v in value],
        stated=[r.stated for r in results],
        dissent=pd.Series([r.dissent for r in results], claims.index, dtype=object),
        opposed=pd.Series([r.opposed for r in results], claims.index, dtype=object),
        met=pd.Series([r.met for r in results], claims.index, dtype=object),
        decided_by=[r.source_id for r in results],
        decided_kind=[known.published[r.source_id][0] if r.source_id else "" for r in results],
    )
    measured = rows["kind"].isin(MEASURED) & rows["listed"] & rows["value"].ne(0)
    pairs = zip(rows["found"], rows["value"], measured, strict=True)
    change = [_change(f, v) if m and pd.notna(f) else float("nan") for f, v, m in pairs]
    return rows.assign(difference=pd.Series(change, rows.index, dtype=float))


def _change(found: float, value: float) -> float:
    """Percent by which `found` differs from `value`, as the decimals are written: no noise."""
    exact, claimed = Fraction(str(float(found))), Fraction(str(float(value)))
    return float((exact - claimed) / abs(claimed) * 100)


def _claimed(number: int, claim: dict[str, object]) -> Claimed:
    """What a row of `claims` says; a date is its period, and growth is above zero."""
    kind, period = str(claim["kind"]), _words(claim["period"])
    value = 0.0 if pd.isna(claim["value"]) else float(str(claim["value"]))
    claimed = Claimed(kind, value, period)
    if kind not in kinds.PRINTED:
        return claimed
    try:
        return replace(claimed, tolerance=printed.read(_words(claim["printed"])).tolerance)
    except ValueError as error:
        raise TableError([Problem("claims", number, "printed", str(error))]) from error


def _row(
    number: int, claim: dict[str, object], claimed: Claimed, evidence: pd.DataFrame, known: Tables
) -> Judged:
    judged = _judged(number, claim, claimed, evidence, known)
    against = weight.opposed(claimed, _words(claim["unit"]), judged.verdict, evidence)
    return replace(judged, opposed=tuple(s for s in against if s != judged.source_id))


def _judged(
    number: int, claim: dict[str, object], claimed: Claimed, evidence: pd.DataFrame, known: Tables
) -> Judged:
    method = str(claim["method"])
    if method == EDITORIAL:
        verdict = str(claim["editorial_verdict"])
        if verdict not in VERDICTS:
            rule = "a claim that is not computed needs a verdict"
            raise TableError([Problem("claims", number, "editorial_verdict", rule)])
        return Judged(verdict, source_id=weight.editorial(verdict, evidence, known))
    try:
        found = methods.compute(method, _words(claim["arguments"]), known)
    except ValueError as error:
        raise TableError([Problem("claims", number, "method", str(error))]) from error
    stated = tuple(weight.stated(claimed, _words(claim["unit"]), evidence))
    return judge(claimed, found, stated, known)


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
    """The claims with the largest relative differences, largest first.

    Confirmed ones are left out, those that data of another time cannot decide, and those whose
    number is that of a part of the time.
    """
    decided = ~rows["verdict"].isin(["confirmed", "not_verifiable"]) & rows["difference"].ne(0)
    differing = rows[rows["difference"].notna() & decided]
    order = differing["difference"].abs().sort_values(ascending=False, kind="stable").index
    return differing.loc[order].head(most)
