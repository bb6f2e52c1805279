"""Tables that are sound one by one and do not fit together."""

from __future__ import annotations

import csv
from pathlib import Path

from partnership import tables
from tests.broken.case import Case
from tests.broken.cells import cell


def _line(table: str, **wanted: str) -> int:
    """The first line of a table whose cells hold what is wanted."""
    with (tables.DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            if all(row[column] == value for column, value in wanted.items()):
                return line
    raise AssertionError(f"no row of {table} has {wanted}")


def _evidence(name: str, inputs: str, rule: str, status: str = "derived") -> Case:
    place = f"evidence:{_line('evidence', source_id='comext_2023_01', status='derived')}:inputs"
    if status != "derived":
        place = f"evidence:{_line('evidence', status=status)}:inputs"
    return Case(name, place, rule, cell(place, inputs))


_UNLIKE = (
    _evidence(
        "crude of the energy register by imports of customs",
        "comext_2023_01;eurostat_crude_imports",
        "unlike statistics must not be combined: customs, energy_register",
    ),
    _evidence("a derived value of nothing", "", "must name its inputs"),
    _evidence("an input that nobody published", "hearsay", "hearsay must be a key"),
    _evidence(
        "statistics of no family",
        "comext_2023_01;ember_2025_10_solar_capacity",
        "must say which family ember_2025_10_solar_capacity belongs to",
    ),
    _evidence("inputs of what was reported", "ecb_rates", "only a derived value", "reported"),
    _evidence(
        "a page that quotes customs by a statement",
        "tag43_2022_01_trade;kazinform_2024_01_tokayev_rome",
        "unlike statistics must not be combined: customs, statement",
    ),
    _evidence(
        "customs of one country by customs of the other",
        "bns_by_partner_2020_2025;comext_2023_01",
        "customs statistics of two reporters must not be combined",
    ),
)


def _damaged(name: str, rule: str, *changes: tuple[str, str], **row: str) -> Case:
    """Damage to cells of one row of evidence, named by its value."""
    line = _line("evidence", **row)

    def damage(folder: Path) -> None:
        for column, value in changes:
            cell(f"evidence:{line}:{column}", value)(folder)

    return Case(name, f"evidence:{line}:value", rule, damage)


_FUELS = {"claim_id": "c07", "source_id": "comext_2023_01", "period": "2022-01/2022-11"}
_PAGE = {"claim_id": "c07", "source_id": "tag43_2022_01_trade"}
_RANK = {"claim_id": "c79", "period": "2024"}

_NOT_OF_THE_TABLES = (
    _damaged(
        "a derived value that the tables do not give",
        "the tables give 76.6279",
        ("value", "78.23"),
        **_FUELS,
    ),
    _damaged(
        "a derived value of a page by one input of statistics",
        "no computation finds a value of tag43_2022_01_trade",
        ("value", "78.23"),
        ("inputs", "comext_2023_01"),
        **_PAGE,
    ),
    _damaged(
        "a derived value of another span",
        "no computation finds a value of comext_2023_01 in 2022",
        ("period", "2022"),
        **_FUELS,
    ),
    _damaged("a rank that a named computation does not give", "give 1", ("value", "2"), **_RANK),
    _damaged(
        "statistics quoted with what they do not say",
        "quoted with a row of the tables",
        ("value", "78.23"),
        ("status", "reported"),
        ("inputs", ""),
        **_FUELS,
    ),
)


def _claim(name: str, claim: str, column: str, value: str, rule: str) -> Case:
    place = f"claims:{_line('claims', claim_id=claim)}:{column}"
    return Case(name, place, rule, cell(place, value))


_CLAIMS = (
    _claim("a share without its print", "c80", "printed", "", "of kind share needs its number"),
    _claim("a print that is another number", "c80", "printed", "19.8%", "must be the value, 18.9"),
    _claim(
        "an aim that nobody set",
        "c67",
        "arguments",
        "event_id=2024_03_never;reporter=KAZ",
        "an aim needs the event",
    ),
    _claim(
        "an aim by the article alone",
        "c67",
        "arguments",
        "event_id=2024_03_shakkaliyev_rome;reporter=KAZ",
        "an aim needs",
    ),
    _claim(
        "a verdict that no evidence carries",
        "c05",
        "editorial_verdict",
        "confirmed",
        "needs evidence that carries it: supports",
    ),
    _claim(
        "two verdicts on one claim",
        "c80",
        "editorial_verdict",
        "confirmed",
        "a computed claim has no such verdict",
    ),
)

_ZERO = "a 0 must be printed by its source"
_TRADE = f"trade:{_line('trade', reporter='ITA', source_id='eurostat_crude_imports')}"
_SEEN = f"observations:{_line('observations', metric_id='oil_production_mt')}:value"
_PRICE = f"prices:{_line('prices', series_id='fx_kzt_per_usd')}:value"

_ZEROS = (
    Case(
        "a quantity of nothing that nobody printed",
        f"{_TRADE}:quantity_kbbl",
        _ZERO,
        cell(f"{_TRADE}:quantity_kbbl", "0"),
    ),
    Case("a measurement of nothing", _SEEN, _ZERO, cell(_SEEN, "0")),
    Case("a price of nothing", _PRICE, _ZERO, cell(_PRICE, "0")),
    _damaged("evidence of nothing", _ZERO, ("value", "0"), **_PAGE),
    _damaged("no zero in a nonzero note", _ZERO, ("value", "0"), ("note", "A nonzero"), **_PAGE),
)


def _nothing(name: str, **row: str) -> Case:
    """A 0 in both values of a row of trade."""
    places = [f"trade:{_line('trade', **row)}:{c}" for c in ("value_usd", "declared_value")]

    def damage(folder: Path) -> None:
        for place in places:
            cell(place, "0")(folder)

    return Case(name, places[0], _ZERO, damage)


_SUM = f"trade:{_line('trade', status='derived')}:inputs"

_ROWS = (
    Case("a sum that names no input", _SUM, "must name its inputs", cell(_SUM, "")),
    _nothing(
        "a zero that the bureau did not print", source_id="bns_by_partner_2018_2023", partner="ITA"
    ),
    _nothing("a zero that the Fund did not print", source_id="imf_dots_2022", partner="ITA"),
    Case(
        "zeros of a source without any",
        f"statistics:{_line('statistics', source_id='bns_monthly')}:zeros",
        "no 0 of this source is in the tables",
        cell(f"statistics:{_line('statistics', source_id='bns_monthly')}:zeros", "printed"),
    ),
)

CASES = (*_UNLIKE, *_NOT_OF_THE_TABLES, *_ZEROS, *_ROWS, *_CLAIMS)
"""Each is named by `audit.across`; every table loads."""
