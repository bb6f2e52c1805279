"""Sources of which less may be passed on than their rows would, or that do not say what may."""

from __future__ import annotations

import csv
from pathlib import Path

from partnership import tables
from partnership.tables.rules import terms
from tests.broken.case import Case
from tests.broken.cells import cell


def _read(table: str) -> list[tuple[int, dict[str, str]]]:
    """Each row of a table with its line in the file."""
    with (tables.DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(enumerate(csv.DictReader(file), start=2))


def _lines(table: str, **wanted: str) -> list[int]:
    """Lines of the file whose cells hold what is wanted."""
    return [n for n, row in _read(table) if wanted.items() <= row.items()]


def _source(name: str, source_id: str, column: str, value: str, rule: str) -> Case:
    (at,) = _lines("sources", source_id=source_id)
    place = f"sources:{at}:{column}"
    return Case(name, place, rule, cell(place, value))


def _closed(name: str, table: str) -> Case:
    """A quoted source that is closed, and the first row that becomes wrong by that."""
    quoted = {s["source_id"]: n for n, s in _read("sources") if s["redistribute"] == "facts"}
    reported = [(n, row) for n, row in _read(table) if row["status"] == "reported"]
    line, row = next((n, row) for n, row in reported if row["source_id"] in quoted)
    right = cell(f"sources:{quoted[row['source_id']]}:redistribute", "no")
    rule = "may only stand behind a derived value"
    return Case(name, f"{table}:{line}:source_id", rule, right)


_PRESS, _FREE = "kazinform_2024_04_ncoc", "edgar_2025"

CASES = (
    _source("publisher's terms passed on", _PRESS, "redistribute", "yes", "only facts may be"),
    _source("an open licence kept back", _FREE, "redistribute", "facts", "open licence may be"),
    _source("a licence without address", _FREE, "licence_url", "", "the address of its licence"),
    _source(
        "data that are their own licence",
        _FREE,
        "licence_url",
        next(s["url"] for _, s in _read("sources") if s["source_id"] == _FREE),
        "is not that of their licence",
    ),
    _source("no date and no reason", "geonames", "undated", "", "must say why"),
    _source("a date and a reason", _FREE, "undated", "continuous", "has no reason here"),
)

_LONG = _lines("observations", source_id=_FREE, metric_id="ghg_transport_mtco2e")
(_AT,) = _lines("sources", source_id=_FREE)


def _quoted(folder: Path) -> None:
    cell(f"sources:{_AT}:licence", "publisher-terms")(folder)
    cell(f"sources:{_AT}:redistribute", "facts")(folder)


ACROSS = (
    _source(
        "two publishers in one name",
        _PRESS,
        "publisher",
        "Kazinform / Trend",
        "a page has one publisher",
    ),
    _source(
        "a copy under the name of the original",
        "trend_2024_01_15_kaztransoil",
        "publisher",
        "Trend",
        "one host have one publisher",
    ),
    _source("a publisher of two kinds", _PRESS, "kind", "press", "is of one kind"),
    _source(
        "an agency quoted as press",
        "baird_maritime_2025_06_cpc",
        "kind",
        "press",
        "quotes a news agency",
    ),
    _closed("a value that may not be passed on", "observations"),
    _closed("a holder that may not be passed on", "stakes"),
    Case(
        "a whole series of a source that is quoted",
        f"observations:{_LONG[terms.FACTS_MOST]}:source_id",
        f"more than {terms.FACTS_MOST} rows of one series",
        _quoted,
    ),
)
"""Each is named by `audit.across`."""
