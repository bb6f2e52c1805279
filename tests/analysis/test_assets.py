"""Where sources disagree on one asset."""

from __future__ import annotations

import pandas as pd

from partnership.analysis import assets

_COLUMNS = ("metric_id", "period", "value", "unit", "status", "source_id")


def _rows(*rows: tuple[str, str, float, str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(_COLUMNS))


def test_two_sources_of_one_period_disagree() -> None:
    found = assets.disagreement(
        _rows(
            ("oil", "2024", 10.0, "Mt", "reported", "a"),
            ("oil", "2024", 12.0, "Mt", "estimated", "b"),
            ("oil", "2023", 5.0, "Mt", "reported", "a"),
            ("oil", "2023", 9.0, "Mt", "reported", "b"),
        )
    )
    assert found == assets.Disagreement("oil", "2024", 10.0, 12.0, "Mt")


def test_years_bounds_claims_and_roundings_do_not() -> None:
    assert (
        assets.disagreement(
            _rows(
                ("oil", "2024", 10.0, "Mt", "reported", "a"),
                ("oil", "2023", 20.0, "Mt", "reported", "b"),
                ("gas", "2024", 10.0, "bcm", "reported", "a"),
                ("gas", "2024", 10.3, "bcm", "reported", "b"),
                ("cost", "2024", 2.0, "USD", "estimated", "a"),
                ("cost", "2024", 4.0, "USD", "estimated", "a"),
                ("oil", "2024", 99.0, "Mt", "claimed", "article"),
                ("oil", "2024", 50.0, "Mt", "target", "c"),
            )
        )
        is None
    )


def test_stocks_compare_at_any_time_and_years_if_they_differ() -> None:
    stock = "oil_reserves_recoverable_bbl"
    rows = _rows(
        ("end_year", "2025", 2037.0, "year", "reported", "a"),
        ("end_year", "2025", 2038.0, "year", "reported", "b"),
        (stock, "2013", 10e9, "barrels", "estimated", "a"),
        (stock, "2025", 16e9, "barrels", "estimated", "b"),
    )
    assert assets.disagreement(rows) == assets.Disagreement(stock, "", 10e9, 16e9, "barrels")
    assert assets.disagreement(rows[:2]) == assets.Disagreement(
        "end_year", "2025", 2037.0, 2038.0, "year"
    )
