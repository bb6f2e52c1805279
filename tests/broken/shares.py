"""Shares that do not add up, and spans that do not fit together."""

from __future__ import annotations

import csv
from pathlib import Path

from partnership import tables
from tests.broken.case import Case, Damage
from tests.broken.cells import cell


def _lines(asset: str, start: str) -> list[int]:
    """Lines of the file that hold one reported split."""
    with (tables.DATA / "stakes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wanted = (asset, start, "split", "reported")
    keys = ("asset_id", "valid_from", "basis", "status")
    return [i for i, row in enumerate(rows, start=2) if tuple(row[k] for k in keys) == wanted]


_FIRST, _SECOND, *_ = _lines("karachaganak", "2016-02-15")
_EARLIER = _lines("karachaganak", "2012-06-28")
_UNDATED = _lines("badamsha_1", "")
_EXPECTED = _lines("kashagan", "2013-10-01")
_OVERLAPS = "overlaps an earlier one"


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
        cell(f"stakes:{_EXPECTED[0]}:start_basis", "closing"),
    ),
    Case(
        "a split listed after its page was written",
        f"stakes:{_FIRST}:attested",
        "after its source was written",
        cell(f"stakes:{_FIRST}:attested", "2026-11"),
    ),
)
"""Damage that only shows when tables are held against each other."""
