"""Values that the press prints and the article claims, as marks beside a series."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.charts import marks
from partnership.charts.press_points import press_ids, stated
from partnership.language import texts

T = texts.in_language("en")


def _stated(rows: pd.DataFrame) -> dict[str, tuple[str, str, str, str]]:
    found = stated(
        rows,
        "share",
        T.percent,
        ("In the press", "Article"),
        T,
        details=lambda row: (("Year", str(row.year)),),
        entity="ITA",
        colour=marks.ITALY,
    )
    return {
        s.name: (s.entity, s.colour, s.points[0].status, s.points[0].details[-1][0]) for s in found
    }


def test_claims_are_set_off_from_what_the_press_prints() -> None:
    press = sorted(press_ids())[0]
    claim = tables.load("observations").query("status == 'claimed'")["source_id"].iloc[0]
    rows = pd.DataFrame(
        {
            "year": [2020, 2021],
            "share": [10.0, 20.0],
            "status": ["reported", "claimed"],
            "source_id": [press, claim],
        }
    )
    assert _stated(rows) == {
        "In the press": ("ITA", marks.ITALY, "press", "Source"),
        "Article": ("", marks.INK, "claimed", "Source"),
    }
    assert set(_stated(rows.tail(1))) == {"Article"}
