"""Sources of which less may be passed on than their rows would, or that do not say what may."""

from __future__ import annotations

import csv
from pathlib import Path

from partnership import tables, terms
from tests.broken.case import Case
from tests.broken.cells import cell


def _lines(table: str, **wanted: str) -> list[int]:
    """Lines of the file whose cells hold what is wanted."""
    with (tables.DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [n for n, row in enumerate(rows, start=2) if wanted.items() <= row.items()]


def _source(name: str, source_id: str, column: str, value: str, rule: str) -> Case:
    (at,) = _lines("sources", source_id=source_id)
    place = f"sources:{at}:{column}"
    return Case(name, place, rule, cell(place, value))


def _row(name: str, table: str, column: str, value: str, rule: str, **wanted: str) -> Case:
    """A source whose right is changed, and the first row of it that becomes wrong by that."""
    (at,) = _lines("sources", source_id=value)
    line = _lines(table, **{column: value}, **wanted)[0]
    return Case(name, f"{table}:{line}:{column}", rule, cell(f"sources:{at}:redistribute", "no"))


_PRESS, _FREE = "kazinform_2024_04_ncoc", "edgar_2025"
_CLOSED = "may only stand behind a derived value"

CASES = (
    _source("publisher's terms passed on", _PRESS, "redistribute", "yes", "only facts may be"),
    _source("an open licence kept back", _FREE, "redistribute", "facts", "open licence may be"),
    _source("a licence without address", _FREE, "licence_url", "", "the address of its licence"),
    _source("no date and no reason", "geonames", "undated", "", "must say why"),
    _source("a date and a reason", _FREE, "undated", "continuous", "has no reason here"),
)

_LONG = _lines("observations", source_id=_FREE, metric_id="ghg_total_mtco2e", status="reported")
(_AT,) = _lines("sources", source_id=_FREE)


def _quoted(folder: Path) -> None:
    cell(f"sources:{_AT}:licence", "publisher-terms")(folder)
    cell(f"sources:{_AT}:redistribute", "facts")(folder)


ACROSS = (
    _row(
        "a series that may not be passed on",
        "observations",
        "source_id",
        "wna_2023_08_uranium",
        _CLOSED,
        status="reported",
    ),
    _row(
        "a holder from a closed list", "stakes", "source_id", "ria_novosti_2005_03_14_cpc", _CLOSED
    ),
    Case(
        "a whole series of a source that is quoted",
        f"observations:{_LONG[terms.FACTS_MOST]}:source_id",
        f"more than {terms.FACTS_MOST} rows of one series",
        _quoted,
    ),
)
"""Each is named by `audit.across`."""
