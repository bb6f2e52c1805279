"""Dollars into euros by the mean rate of the row's own period."""

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import money

PRICES = pd.DataFrame(
    [
        ("fx_usd_per_eur", "2023", 1.25),
        ("fx_usd_per_eur", "2023-01", 1.0),
        ("fx_usd_per_eur", "2023-02", 2.0),
        ("price_brent", "2023", 80.0),
    ],
    columns=["series_id", "period", "value"],
)


def _rows(*values: tuple[str, float, str, float]) -> pd.DataFrame:
    columns = ["period", "value_usd", "declared_currency", "declared_value"]
    return pd.DataFrame(values, columns=columns)


def test_dollars_stay_dollars() -> None:
    rows = _rows(("1995", 10.0, "USD", 10.0))
    assert money.in_currency(rows, "usd", PRICES)["value"].tolist() == [10.0]


def test_dollars_are_divided_by_the_rate_of_their_own_period() -> None:
    rows = _rows(("2023", 10.0, "USD", 10.0), ("2023-02", 10.0, "USD", 10.0))
    assert money.in_currency(rows, "eur", PRICES)["value"].tolist() == [8.0, 5.0]


def test_a_span_takes_the_mean_of_its_months() -> None:
    rows = _rows(("2023-01/2023-02", 15.0, "USD", 15.0))
    assert money.in_currency(rows, "eur", PRICES)["value"].tolist() == [10.0]


def test_what_was_declared_in_euros_stays_as_declared() -> None:
    rows = _rows(("2023", 13.0, "EUR", 11.0))
    assert money.in_currency(rows, "eur", PRICES)["value"].tolist() == [11.0]


def test_before_the_euro_there_is_no_row() -> None:
    rows = _rows(("1995", 10.0, "USD", 10.0), ("2023", 10.0, "USD", 10.0))
    assert money.in_currency(rows, "eur", PRICES)["period"].tolist() == ["2023"]


def test_no_rows_stay_no_rows() -> None:
    empty = _rows(("2023", 10.0, "USD", 10.0)).head(0)
    assert money.in_currency(empty, "eur", PRICES)["value"].tolist() == []


def test_kazakh_exports_to_italy_of_2024_in_euros() -> None:
    trade = tables.load("trade")
    rows = trade[
        trade["source_id"].eq("bns_by_partner_2020_2025")
        & trade["partner"].eq("ITA")
        & trade["flow"].eq("export")
        & trade["period"].eq("2024")
    ]
    (euros,) = money.in_currency(rows, "eur", tables.load("prices"))["value"]
    assert euros / 1e9 == pytest.approx(18.6638 / 1.08238, abs=0.001)
