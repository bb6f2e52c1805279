"""A copy of the data in which one source may not be passed on, to see what is left out."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.sealing import sealed

SHUT = "edgar_2025"
"""A source with long series of its own, in charts, in tables and in listings."""


def shut(folder: Path, source_id: str = SHUT) -> None:
    """Put a source under its publisher's terms in a copy of `data/`: nothing may be passed on."""
    path = folder / "sources.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    licence, right = rows[0].index("licence"), rows[0].index("redistribute")
    for row in rows[1:]:
        if row[0] == source_id:
            row[licence], row[right] = "publisher-terms", "no"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    sealed(folder)
