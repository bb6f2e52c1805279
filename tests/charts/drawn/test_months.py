"""Lines by month as they are drawn."""

from __future__ import annotations

from datetime import date

import pytest

from partnership.charts.drawn import months
from tests import spec
from tests.charts.monthly import MONTHS

_DRAWN = months.draw(MONTHS).to_dict(validate=False)
_VIEWS = list(spec.views(_DRAWN))


def test_values_stand_at_the_first_of_their_month_in_the_unit_of_the_axis() -> None:
    upper, lower = (v for v in _VIEWS if v.mark["type"] == "line")
    assert {(r["series"], r["day"], r["at"]) for r in upper.rows} >= {
        ("Exports", "2023-11-01", 50.0),
        ("Brent", "2024-01-01", 52.0),
    }
    assert [r["at"] for r in lower.rows] == [2.0, None, 4.0]


def test_several_lines_are_named_above_and_one_is_not() -> None:
    upper, lower = (v for v in _VIEWS if v.mark["type"] == "line")
    assert upper.encoding["color"]["scale"]["domain"] == ["Exports", "Brent"]
    assert upper.encoding["strokeDash"]["scale"]["range"] == [[1, 0], [2, 2]]
    assert lower.encoding["color"] == {"value": "#333333"}


def test_each_panel_tells_the_month_of_all() -> None:
    bands = [v for v in _VIEWS if v.mark["type"] == "rect"]
    assert len(bands) == 2
    for view in bands:
        names = {t["title"]: t["field"] for t in view.encoding["tooltip"]}
        row = view.rows[1]
        assert {title: row[field] for title, field in names.items()} == {
            "Month": "December",
            "Exports": "51 USD",
            "Brent": "51 USD",
            "Value": "not published",
        }


@pytest.mark.parametrize(
    ("month", "next_one"),
    [(date(2024, 1, 1), date(2024, 2, 1)), (date(2024, 2, 1), date(2024, 3, 1)),
     (date(2023, 12, 1), date(2024, 1, 1)), (date(2023, 4, 1), date(2023, 5, 1))],
)  # fmt: skip
def test_the_month_after(month: date, next_one: date) -> None:
    assert months.after(month) == next_one
