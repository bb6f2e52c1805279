"""Copies of `data/` as of a year later or a year earlier: what a refresh from the sources changes.

A series is what a table knows of one thing over time; of `trade` all partners belong to one. Only
what was measured goes on or ends earlier: claims, targets and single facts stay as they are.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

from tests.sealing import sealed

Row = dict[str, str]
_SERIES = {
    "trade": ("reporter", "flow", "product_id"),
    "observations": ("entity_id", "metric_id"),
    "prices": ("series_id",),
}
_MEASURED = ("reported", "estimated", "derived")
_PERIOD = re.compile(r"(\d{4})(-\d{2})?")
_YEARS = 3
"""A series has this many years at least; what has fewer are facts."""
_MONTHS = 12


def appended(folder: Path) -> None:
    """Append a year to each series: its newest year, or its last twelve months, once more."""
    for table in _SERIES:
        _change(folder, table, lambda row: [row, {**row, "period": _later(row["period"])}])
    _change_stakes(folder, _attested_yesterday)
    sealed(folder)


def shortened(folder: Path) -> None:
    """Take the newest year of each series out, or its last twelve months."""
    for table in _SERIES:
        _change(folder, table, lambda _row: [])
    _change_stakes(folder, _attested_before)
    sealed(folder)


def _change(folder: Path, table: str, change: Callable[[Row], list[Row]]) -> None:
    """Put what `change` makes of it in the place of each row of the newest year of a series."""
    path = folder / f"{table}.csv"
    rows = _read(path)
    known = defaultdict(set)
    for row in filter(_measured, rows):
        known[_series(table, row)].add(row["period"])
    newest = {
        key: max(map(_month, periods))
        for key, periods in known.items()
        if len({p[:4] for p in periods}) >= _YEARS
    }
    changed: list[Row] = []
    for row in rows:
        last = newest.get(_series(table, row)) if _measured(row) else None
        of_newest = last is not None and _month(row["period"]) > last - _MONTHS
        changed += change(row) if of_newest else [row]
    _write(path, changed)


def _series(table: str, row: Row) -> tuple[object, ...]:
    """Years and months of one thing are two series."""
    return (*(row[column] for column in _SERIES[table]), len(row["period"]))


def _measured(row: Row) -> bool:
    return row["status"] in _MEASURED and _PERIOD.fullmatch(row["period"]) is not None


def _month(period: str) -> int:
    """Number of a month, or of the last month of a year."""
    return int(period[:4]) * _MONTHS + int(period[5:] or _MONTHS)


def _later(period: str) -> str:
    return f"{int(period[:4]) + 1}{period[4:]}"


def _change_stakes(folder: Path, attested: Callable[[str], str]) -> None:
    """Move the day for which the newest splits are documented."""
    path = folder / "stakes.csv"
    rows = _read(path)
    last: dict[str, str] = {}
    for row in filter(_listed, rows):
        last[row["asset_id"]] = max(last.get(row["asset_id"], ""), row["attested"])
    for row in rows:
        if _listed(row) and row["attested"] == last[row["asset_id"]]:
            day = attested(row["attested"])
            row["attested"] = day if day >= row["valid_from"] else row["attested"]
    _write(path, rows)


def _listed(row: Row) -> bool:
    """A row of a whole split that is not known to have ended."""
    return row["status"] != "claimed" and bool(row["attested"]) and not row["valid_to"]


def _attested_yesterday(_day: str) -> str:
    return (date.today() - timedelta(days=1)).isoformat()


def _attested_before(day: str) -> str:
    return f"{int(day[:4]) - 1}{day[4:]}"


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: Iterable[Row]) -> None:
    written = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, list(written[0]), lineterminator="\n")
        out.writeheader()
        out.writerows(written)
