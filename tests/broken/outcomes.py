"""Plans, expectations and bounds that pose as outcomes."""

from __future__ import annotations

import csv

from partnership import tables
from tests.broken.case import Case
from tests.broken.cells import cell

_EARLY = "ends after the day of its source"
_UNSURE = "a bound, an expectation or a plan"


def _case(name: str, rule: str, **wanted: str) -> Case:
    """Damage that turns the status of the one row that is wanted into `reported`."""
    with (tables.DATA / "observations.csv").open(encoding="utf-8", newline="") as file:
        lines = [
            line
            for line, row in enumerate(csv.DictReader(file), start=2)
            if all(row[column] == value for column, value in wanted.items())
        ]
    if len(lines) != 1:
        raise AssertionError(f"{len(lines)} rows of observations have {wanted}")
    place = f"observations:{lines[0]}:status"
    return Case(name, place, rule, cell(place, "reported"))


OUTCOMES = (
    _case(
        "a plan of a year told as its outcome",
        _UNSURE,
        metric_id="oil_production_mt",
        period="2025",
        source_id="reuters_2025_kazakh_output",
    ),
    _case(
        "a projection told as an outcome",
        _EARLY,
        metric_id="corridor_cargo_projected_kt",
        period="2030",
    ),
    _case(
        "a capacity of a later year told as an outcome",
        _EARLY,
        metric_id="corridor_capacity_mt_y",
        source_id="report_az_2025_10_20_middle_corridor",
    ),
    _case(
        "the plan of a field told as its outcome",
        _EARLY,
        entity_id="karachaganak",
        metric_id="oil_production_mt",
        period="2025",
    ),
    _case(
        "a lower bound told as a value",
        _UNSURE,
        metric_id="port_capacity_mt_y",
        period="2024",
    ),
    _case(
        "an upper bound told as a value",
        _UNSURE,
        entity_id="shaulder_solar",
        metric_id="electricity_output_gwh_y",
        source_id="adnkronos_2023_09_27_shaulder",
    ),
    _case(
        "an expectation told as an outcome",
        _UNSURE,
        entity_id="cpc",
        metric_id="kazakh_oil_throughput_mt",
        source_id="report_az_2025_12_11_cpc",
    ),
    _case(
        "a round number told as a value",
        _UNSURE,
        metric_id="exports_from_lombardy_eur",
        period="2016",
    ),
)
