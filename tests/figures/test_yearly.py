"""Figures over years: titles with their span, points with holes, and what no year is known of."""

from __future__ import annotations

import pandas as pd
import pytest

from partnership.figures import figure as figures
from partnership.figures import yearly
from partnership.language import texts
from partnership.state import State

T = texts.in_language("en")
ROWS = pd.DataFrame({"year": [2021, 2020, 2022], "value": [2.5, 1.0, None]})
EMPTY = State(from_year=1991, to_year=1991)
OF_YEARS = (
    "climate.intensity",
    "renewables.capacity",
    "renewables.generation_ita",
    "renewables.generation_kaz",
    "renewables.generation_wind_solar",
    "renewables.italian_owned",
    "stakes.national_output",
    "stakes.output_by_field",
)


def test_a_title_ends_with_its_span() -> None:
    assert yearly.titled("Output, Mt", ROWS["year"], T) == "Output, Mt, 2020–2022"
    assert yearly.titled("Output, Mt", "", T) == "Output, Mt"


def test_points_stand_in_order_and_what_is_not_known_is_a_hole() -> None:
    points = yearly.points(ROWS, yearly.reader("MW", T, 1))
    assert [(p.at, p.value, p.words) for p in points] == [
        (2020, 1.0, "1.0 MW"),
        (2021, 2.5, "2.5 MW"),
        (2022, None, ""),
    ]


@pytest.mark.parametrize("figure_id", OF_YEARS)
def test_no_year_in_common_is_said_with_the_years_that_are_known(figure_id: str) -> None:
    empty, whole = figures.build(figure_id, EMPTY), figures.build(figure_id, State())
    assert empty.table.empty
    assert empty.headline == ""
    assert empty.finding.startswith("Available for ")
    assert whole.title.startswith(f"{empty.title}, ") or figure_id == "renewables.italian_owned"
