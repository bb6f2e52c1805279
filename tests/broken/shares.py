"""Shares that do not add up, and spans that do not fit together."""

from __future__ import annotations

import csv
from pathlib import Path

from partnership import tables
from tests.broken.case import Case, Change, Damage, file
from tests.broken.cells import cell


def _lines(asset: str, start: str) -> list[int]:
    """Lines of the file that hold one reported split."""
    with (tables.DATA / "stakes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wanted = (asset, start, "split")
    keys = ("asset_id", "valid_from", "basis")
    ours = [i for i, r in enumerate(rows, start=2) if tuple(r[k] for k in keys) == wanted]
    return [i for i in ours if rows[i - 2]["status"] != "claimed"]


_CURRENT = _lines("karachaganak", "2016-02-15")
_FIRST, _SECOND, *_ = _CURRENT
_EARLIER = _lines("karachaganak", "2012-06-28")
_UNDATED = _lines("badamsha_1", "")
_EXPECTED = _lines("kashagan", "2013-10-01")
_MOL = _lines("btc", "2020-04-16")
_SEPTEMBER = _lines("btc", "2002-09-18")
_FIRST_LIST = _lines("tengiz", "2003-01-01")
_ACQUIRED = _lines("btc", "2013-04-01")
_OVERLAPS = "overlaps an earlier one"


def _all(lines: list[int], column: str, value: str) -> Damage:
    """Rows of a split agree, so that the whole of it is damaged."""

    def damage(folder: Path) -> None:
        for line in lines:
            cell(f"stakes:{line}:{column}", value)(folder)

    return damage


def _without(lines: list[int]) -> Change:
    def change(raw: bytes) -> bytes:
        kept = raw.split(b"\n")
        return b"\n".join(row for n, row in enumerate(kept, start=1) if n not in lines)

    return change


def _ends(lines: list[int], day: str) -> Damage:
    def damage(folder: Path) -> None:
        for line in lines:
            cell(f"stakes:{line}:valid_to", day)(folder)

    return damage


CASES = (
    Case(
        "shares that do not add up",
        f"stakes:{_FIRST}:percent",
        "must add up to 100",
        cell(f"stakes:{_SECOND}:percent", "28"),
    ),
    Case(
        "a span that overlaps",
        f"stakes:{_FIRST}:valid_from",
        _OVERLAPS,
        _ends(_EARLIER, "2017-01-01"),
    ),
    Case(
        "a span that ends before it starts",
        f"stakes:{_EARLIER[0]}:valid_to",
        "must end after it starts",
        _ends(_EARLIER, "2012-01-01"),
    ),
    Case(
        "an end of one holder alone",
        f"stakes:{_SECOND}:valid_from",
        _OVERLAPS,
        _ends([_FIRST], "2020-01-01"),
    ),
    Case(
        "a dated start that rests on nothing",
        f"stakes:{_FIRST}:start_basis",
        "must say what it rests on",
        cell(f"stakes:{_FIRST}:start_basis", ""),
    ),
    Case(
        "a dated start without a page",
        f"stakes:{_FIRST}:start_source_id",
        "must say what it rests on",
        cell(f"stakes:{_FIRST}:start_source_id", ""),
    ),
    Case(
        "a basis without a start",
        f"stakes:{_UNDATED[0]}:start_basis",
        "rests on nothing",
        cell(f"stakes:{_UNDATED[0]}:start_basis", "closing"),
    ),
    Case(
        "a day called a month",
        f"stakes:{_FIRST}:valid_from",
        "must be the first day of a month",
        cell(f"stakes:{_FIRST}:start_precision", "month"),
    ),
    Case(
        "a split listed after it ended",
        f"stakes:{_EARLIER[0]}:attested",
        "must lie in the span",
        cell(f"stakes:{_EARLIER[0]}:attested", "2017"),
    ),
    Case(
        "a span that is missing",
        f"stakes:{_lines('btc', '2005-08-10')[0]}:valid_to",
        "begins on the day on which this one ends",
        file("stakes.csv", _without(_ACQUIRED)),
    ),
    Case(
        "a holder twice in a split",
        f"stakes:{_CURRENT[2]}:holder_id",
        "is in this split already",
        cell(f"stakes:{_CURRENT[2]}:holder_id", "shell"),
    ),
    Case(
        "one row of a list called a closing",
        f"stakes:{_FIRST_LIST[0]}:start_basis",
        "must agree in this",
        cell(f"stakes:{_FIRST_LIST[0]}:start_basis", "closing"),
    ),
    Case(
        "one row that is only listed and does not say why",
        f"stakes:{_MOL[0]}:start_basis",
        "must agree in this",
        cell(f"stakes:{_MOL[0]}:start_basis", "list"),
    ),
    Case(
        "one row with another precision",
        f"stakes:{_FIRST_LIST[1]}:start_precision",
        "must agree in this",
        cell(f"stakes:{_FIRST_LIST[1]}:start_precision", "day"),
    ),
    Case(
        "one row listed at another time",
        f"stakes:{_MOL[1]}:attested",
        "must agree in this",
        cell(f"stakes:{_MOL[1]}:attested", "2020-10-06"),
    ),
    Case(
        "a split listed before it began",
        f"stakes:{_FIRST}:attested",
        "must lie in the span",
        cell(f"stakes:{_FIRST}:attested", "2015-12-31"),
    ),
)

ACROSS = (
    Case(
        "an announcement called a closing",
        f"stakes:{_EXPECTED[0]}:start_basis",
        "announces a change, it does not close it",
        _all(_EXPECTED, "start_basis", "closing"),
    ),
    Case(
        "an announcement called a closing by a page of the same month",
        f"stakes:{_SEPTEMBER[0]}:start_basis",
        "announces a change, it does not close it",
        _all(_SEPTEMBER, "start_basis", "closing"),
    ),
    Case(
        "a list of a month called a closing",
        f"stakes:{_FIRST_LIST[0]}:start_basis",
        "shows a change, it does not close it",
        _all(_FIRST_LIST, "start_basis", "closing"),
    ),
    Case(
        "a closing by a page without a date",
        f"stakes:{_FIRST}:start_basis",
        "without a date does not close",
        cell(f"stakes:{_FIRST}:start_source_id", "caravan_bg_karachaganak"),
    ),
    Case(
        "a split listed by a page without a date",
        f"stakes:{_FIRST}:attested",
        "lists a split for no day",
        cell(f"stakes:{_FIRST}:attested_source_id", "caravan_bg_karachaganak"),
    ),
    Case(
        "a split listed after its page was written",
        f"stakes:{_FIRST}:attested",
        "after its source was written",
        _all(_CURRENT, "attested", "2026-11"),
    ),
)
"""Damage that only shows when tables are held against each other."""
