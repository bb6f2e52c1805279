"""How far the price of crude exports at customs lags Brent."""

import math

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import crude, crude_price

BRENT = pd.DataFrame({"period": [f"2023-{m:02}" for m in range(1, 7)], "value": [1, 5, 2, 8, 3, 9]})


def _exports(*values: tuple[str, float]) -> pd.DataFrame:
    return pd.DataFrame(values, columns=["period", "unit_value"])


def test_a_price_that_repeats_brent_two_months_later_lags_two_months() -> None:
    exports = _exports(("2023-03", 10), ("2023-04", 50), ("2023-05", 20), ("2023-06", 80))
    found = crude_price.lags(exports, BRENT, most=2).set_index("lag")
    assert found["correlation"][2] == pytest.approx(1)
    # Same month: (10, 2), (50, 8), (20, 3), (80, 9): means 40 and 5.5.
    by_hand = (-30 * -3.5 + 10 * 2.5 + -20 * -2.5 + 40 * 3.5) / math.sqrt(3000 * 37)
    assert found["correlation"][0] == pytest.approx(by_hand)
    assert found["months"].tolist() == [4, 4, 4]
    assert crude_price.best_lag(found.reset_index()) == 2


def test_lags_that_are_nearly_as_good_are_named() -> None:
    found = pd.DataFrame({"lag": [0, 1, 2], "correlation": [0.80, 0.965, 0.97], "months": 9})
    assert crude_price.near(found) == [1, 2]


def test_a_year_end_is_no_end() -> None:
    late = pd.DataFrame({"period": ["2023-11"], "value": [7.0]})
    assert crude_price.shifted(late, 3)["period"].tolist() == ["2024-02"]


def test_a_month_that_one_side_lacks_is_left_out() -> None:
    exports = _exports(("2023-01", 10), ("2023-02", 50), ("2030-01", 7))
    assert crude_price.lags(exports, BRENT, most=0)["months"].tolist() == [2]


def test_customs_follow_brent_by_two_to_three_months() -> None:
    months = crude.monthly(tables.load("trade"))
    found = crude_price.lags(months, crude_price.brent(tables.load("prices")))
    assert crude_price.near(found) == [2, 3]
    assert crude_price.best_lag(found) == 3
    correlation = found.set_index("lag")["correlation"].round(2)
    assert (correlation[3], correlation[0]) == (0.97, 0.80)
    assert found["months"].min() == 137


def test_june_2026_is_a_barrel_at_the_price_of_march() -> None:
    trade, prices = tables.load("trade"), tables.load("prices")
    rows = crude_price.series(crude.monthly(trade), prices, 7.672584, 3, "usd")
    june = rows[rows["period"].eq("2026-06")].set_index("series_id")["value"]
    assert june["crude_unit_value"] == pytest.approx(5_132_328_000 / (6_142_051 * 7.672584))
    assert june["price_brent_lagged"] == 103.13
    assert abs(june["crude_unit_value"] / june["price_brent_lagged"] - 1) < 0.06


def test_a_part_of_a_month_is_no_month() -> None:
    brent = crude_price.brent(tables.load("prices"))
    assert brent["period"].iloc[-1] == "2026-07"
    rows = tables.load("prices")
    assert "2026-08-01/2026-08-18" in set(rows["period"])


def test_the_month_that_is_not_published_is_named() -> None:
    assert crude.unpublished(crude.monthly(tables.load("trade"))) == ["2022-09"]


@pytest.mark.parametrize("table", ["trade", "prices", "sources"])
def test_no_note_calls_a_lag_an_anomaly(table: str) -> None:
    notes = tables.load(table)["note"].dropna()
    assert not notes.str.contains("abnormal|anomal", case=False).any()


def test_tenge_has_a_hole_in_2024_and_ends_in_a_part_of_october() -> None:
    rates = tables.load("prices")
    rates = rates[rates["series_id"].eq("fx_kzt_per_usd")].set_index("period")
    months = [p for p in rates.index if len(p) == 7]
    assert (months[0], months[-1], len(months)) == ("2024-08", "2026-09", 26)
    assert "2024" not in rates.index
    assert rates.loc["2025", "value"] == 521.31
    assert rates.loc["2026-10-01/2026-10-09", "status"] == "estimated"
