"""Shares of output that are exported, against numbers worked out by hand."""

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import resources


def _seen(*rows: tuple[str, str, float, str]) -> pd.DataFrame:
    columns = ["metric_id", "period", "value", "source_id"]
    return pd.DataFrame(rows, columns=columns).assign(entity_id="KAZ", status="reported", note="")


def test_output_and_exports_are_of_one_source_and_one_period() -> None:
    found = resources.exported(
        _seen(
            ("zinc_output_t", "2025", 200, "office"),
            ("zinc_exports_t", "2025", 150, "office"),
            ("zinc_exports_t", "2024", 150, "office"),
            ("lead_output_t", "2025", 200, "office"),
            ("lead_exports_t", "2025", 150, "paper"),
        )
    )
    assert found[["good", "period", "share"]].to_numpy().tolist() == [["zinc", "2025", 75.0]]


def test_kilotonnes_become_tonnes() -> None:
    found = resources.exported(
        _seen(("coal_output_kt", "2025", 4, "s"), ("coal_exports_kt", "2025", 1, "s"))
    )
    assert found.loc[0, ["output", "exports", "share"]].tolist() == [4000, 1000, 25]


def test_copper_and_coal_of_seven_months_by_hand() -> None:
    found = resources.exported(tables.load("observations"))
    now = found[found["period"].eq("2026-01/2026-07")].set_index("good")["share"]
    assert now["refined_copper"] == pytest.approx(278839.423 / 284894 * 100)
    assert now["coal"] == pytest.approx(17833.073 / 63029.033 * 100)
    assert len(now) == len(resources.GOODS)
    assert found["period"].iloc[0] == "2026-01/2026-07"
