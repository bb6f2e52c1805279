"""What the press prints of Italy's crude oil after the register by origin ends."""

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import crude_press


def _rows(*values: tuple[str, str, str, float, str]) -> pd.DataFrame:
    frame = pd.DataFrame(values, columns=["entity_id", "metric_id", "period", "value", "status"])
    return frame.assign(source_id="s", note=None)


def test_two_origins_that_are_printed_together_are_not_kazakhstan() -> None:
    found = crude_press.points(
        _rows(
            ("ITA", "azerbaijani_kazakh_crude_imports_kt", "2025-01/2025-10", 14444, "reported"),
            ("KAZ", "italian_crude_imports_kt", "2025-01/2025-10", 7000, "reported"),
        ),
        2013,
        2026,
        2023,
    )
    assert found["origin"].tolist() == ["KAZ", crude_press.TOGETHER]
    assert found["quantity_kt"].tolist() == [7000, 14444]


def test_what_a_source_prints_of_one_span_is_one_row() -> None:
    found = crude_press.points(tables.load("observations"), 2024, 2024, 2023)
    row = found[found["origin"].eq("KAZ") & found["period"].eq("2024-01/2024-08")].iloc[0]
    assert (row["quantity_kt"], row["share"], row["change"]) == (5726, 15.1, 30.2)


def test_january_2025_is_thousand_tonnes() -> None:
    found = crude_press.points(tables.load("observations"), 2025, 2025, 2023)
    row = found[found["origin"].eq("KAZ") & found["period"].eq("2025-01")].iloc[0]
    assert row["quantity_kt"] == 598
    assert "thousand tonnes are meant" in row["note"]
    # 598 kt are 13.1 % of all: 4.6 Mt a month, as 51.2 Mt in eleven months.
    assert row["quantity_kt"] / row["share"] * 100 / 1000 == pytest.approx(51.2 / 11, rel=0.03)


def test_nothing_of_the_registers_years_and_nothing_claimed() -> None:
    found = crude_press.points(tables.load("observations"), 2013, 2026, 2023)
    assert found["period"].min() >= "2024"
    assert "claimed" not in set(found["status"])


def test_a_span_stands_where_its_months_are() -> None:
    found = crude_press.stated(
        _rows(("ITA", crude_press.SHARE, "2023-01/2023-06", 15.0, "reported")), 2013, 2026
    ).iloc[0]
    # On an axis where the whole of 2023 stands at 2023: from 2022.5, for 181 of 365 days.
    assert (found["start"], found["end"]) == pytest.approx((2022.5, 2022.5 + 181 / 365))
