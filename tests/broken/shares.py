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


_FIRST, _SECOND, *_ = _lines("karachaganak", "2016-02-01")
_EARLIER = _lines("karachaganak", "2012-06-28")
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
)
