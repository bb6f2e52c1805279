"""Points from the rows of a table."""

from __future__ import annotations

from datetime import date

import pandas as pd

from partnership.charts.forms import Point
from partnership.charts.points import points


def test_a_row_without_a_value_is_a_hole() -> None:
    rows = pd.DataFrame({"year": [2020, 2021], "value": [1.5, float("nan")]})
    assert points(rows, "value", "{:.1f}".format) == (Point(2020, 1.5, "1.5"), Point(2021, None))


def test_fields_are_worked_out_from_the_row() -> None:
    rows = pd.DataFrame({"year": [2020], "value": [2.0], "note": ["thin"]})
    (point,) = points(
        rows,
        "value",
        str,
        label=lambda row: row.note,
        status=lambda _: "incomplete",
        details=lambda row: (("Note", row.note),),
    )
    assert point == Point(2020, 2.0, "2.0", "thin", "incomplete", details=(("Note", "thin"),))


def test_places_are_years_days_or_keys() -> None:
    rows = pd.DataFrame({"who": ["ITA"], "day": [date(2024, 5, 1)], "year": [2024.0], "value": [1]})
    found = [points(rows, "value", str, at=at)[0].at for at in ("who", "day", "year")]
    assert found == ["ITA", date(2024, 5, 1), 2024]
    assert isinstance(found[2], int)
