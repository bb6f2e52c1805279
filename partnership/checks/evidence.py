"""Evidence that names a statistic says what the tables say.

A derived row that rests on statistics or a data set is computed again: by the method of its claim
at the period of the row, or by a computation of `NAMED`. What statistics or a data set are quoted
with is a row of the tables, or its note says where it is printed. Asked for by `python -m
partnership check`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

import pandas as pd

from partnership.analysis import methods
from partnership.analysis.found import Tables, Value
from partnership.tables import Package
from partnership.tables.contract import Problem, line

NAMED = {
    "c08": ("crude_share", "year={year}"),
    "c66": ("turnover", "reporter=KAZ;year={year}"),
    "c79": ("export_rank", "year={year}"),
    "c83": ("imports_without_fuels", "year={year}"),
}
"""What computes evidence on a claim whose own method does not: method and arguments."""
_MEASURED = ("statistics", "dataset")
_PRINTED = re.compile(r"\bprinted (in|on)\b", re.IGNORECASE)
_COLUMNS = {
    "trade": ("value_usd", "declared_value", "quantity_t", "quantity_kbbl"),
    "observations": ("value",),
    "events": ("value",),
    "stakes": ("percent",),
}
"""Where a value that is quoted may stand."""
_PERIOD = {"events": "date", "stakes": "attested"}


def problems(package: Package) -> Iterator[Problem]:
    """Values of statistics that the tables do not hold and no computation finds."""
    known = Tables(**{f.name: package.table(f.name) for f in fields(Tables)})
    claims = {str(c["claim_id"]): c for c in package.table("claims").to_dict("records")}
    for i, row in known.evidence.astype(object).fillna("").iterrows():
        sources = {str(row["source_id"]), *str(row["inputs"]).split(";")} - {""}
        value = _number(str(row["value"]))
        kinds = {known.published[s][0] for s in sources if s in known.published}
        if value is None or not kinds & set(_MEASURED):
            continue
        if row["status"] == "derived":
            rule = _computed(row, claims.get(str(row["claim_id"]), {}), known)
        else:
            rule = _quoted(row, value, known)
        if rule:
            yield Problem("evidence", line(int(str(i))), "value", rule, str(row["value"]))


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


def _computed(row: pd.Series, claim: dict[str, object], known: Tables) -> str:
    source, period = str(row["source_id"]), str(row["period"])
    alike = [v for v in _found(claim, period, known) if (v.source_id, v.period) == (source, period)]
    if not alike:
        return f"no computation finds a value of {source} in {period or 'no period'}"
    cell = str(row["value"])
    half = 0.5 * 10.0 ** -len(cell.partition(".")[2])
    found = [v.value for v in alike if not isinstance(v.value, str)]
    if any(abs(float(cell) - v) <= half + 1e-9 * abs(v) for v in found):
        return ""
    return f"the tables give {', '.join(f'{v:.12g}' for v in found)}"


def _found(claim: dict[str, object], period: str, known: Tables) -> Iterator[Value]:
    """What the method of a claim, and the computation named for it, find in a period."""
    last = period.split("/")[-1]
    asked = []
    if claim.get("method") not in (None, methods.EDITORIAL):
        at = {"year": period[:4], "until": last, "period": period}
        try:
            arguments = methods.arguments_of(str(claim["arguments"]))
        except ValueError:
            arguments = {}
        filled = ";".join(f"{name}={at.get(name, value)}" for name, value in arguments.items())
        asked.append((str(claim["method"]), filled))
    if named := NAMED.get(str(claim.get("claim_id"))):
        asked.append((named[0], named[1].format(year=period[:4])))
    for method, filled in asked:
        try:
            found = methods.compute(method, filled, known)
        except ValueError:
            continue
        yield from (*found.known, *found.met)


def _quoted(row: pd.Series, value: float, known: Tables) -> str:
    if _PRINTED.search(str(row["note"])):
        return ""
    for table, columns in _COLUMNS.items():
        frame = getattr(known, table)
        of_time = frame[_PERIOD.get(table, "period")].eq(row["period"])
        rows = frame[frame["source_id"].eq(row["source_id"]) & of_time]
        if any(rows[c].sub(value).abs().le(1e-9 * abs(value)).any() for c in columns):
            return ""
    return "statistics are quoted with a row of the tables, or the note says where they are printed"
