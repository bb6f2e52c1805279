"""The target of 20 billion, and price and quantity by month, against numbers worked out by hand."""

import math

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import crude, crude_months, target, target_growth
from partnership.tables.contract import TableError


def test_doubling_in_ten_years_takes_seven_percent() -> None:
    assert target_growth.rate(10, 20, 10) == pytest.approx((2**0.1 - 1) * 100)
    assert round(target_growth.rate(10, 20, 10), 2) == 7.18


def test_nothing_to_do_is_no_growth() -> None:
    assert target_growth.rate(20, 20, 5) == 0


@pytest.mark.parametrize("wrong", [(0, 20, 5), (10, 0, 5), (10, 20, 0)])
def test_a_rate_wants_positive_numbers(wrong: tuple[float, float, int]) -> None:
    with pytest.raises(ValueError, match=str(wrong[2])):
        target_growth.rate(*wrong)


def test_the_base_is_the_latest_year() -> None:
    """10 to 20 in two years, √2; before that 5 to 10 in ten years."""
    found = target_growth.needed(pd.Series({2018: 5, 2028: 10}), 20, 2030)
    assert found is not None
    assert (found.year, found.base, found.years) == (2028, 10, 2)
    assert found.rate == pytest.approx((math.sqrt(2) - 1) * 100)
    assert found.past == pytest.approx((2**0.1 - 1) * 100)


def test_growth_of_the_past_is_missing_where_its_first_year_is() -> None:
    found = target_growth.needed(pd.Series({2026: 5}), 20, 2030)
    assert found is not None
    assert found.rate == pytest.approx((4**0.25 - 1) * 100)
    assert found.past is None


def test_a_base_at_the_horizon_is_left_out() -> None:
    assert target_growth.needed(pd.Series({2030: 10}), 20, 2030) is None


def test_what_the_aim_needs_from_2025_on() -> None:
    """15 639.10 + 1 278.64 m USD in 2025, so 20 / 16.91774 = 1.18219; fifth root 1.03404."""
    rows = target.turnover(tables.load("trade"), tables.load("prices"), "usd", 1992, 2025)
    found = target_growth.needed(rows.set_index("year")["value"], 20e9)
    assert found is not None
    assert found.base == 16_917_740_000
    assert found.rate == pytest.approx(3.404, abs=0.001)


def test_price_and_quantity_grow_by_the_same_factor() -> None:
    # Turnover 16, of it exports 15, half of them oil: 7.5 has to become 11.5, so 1.5333 as much.
    found = target_growth.crude_alone(16e9, 15e9, 20e9, 0.5, 500, 10)
    assert found.factor == pytest.approx(11.5 / 7.5)
    assert (found.price, found.quantity) == (50, 15)
    assert found.price_needed == pytest.approx(50 * 11.5 / 7.5)
    assert found.quantity_needed == pytest.approx(23)
    # 23 Mt at 500 USD are 11.5 bn; with 15 − 7.5 of other exports and 1 of imports: 20.
    assert found.quantity_needed * 500 / 1000 + 7.5 + 1 == pytest.approx(20)


def test_the_less_oil_there_is_the_dearer_it_has_to_be() -> None:
    whole, part = (target_growth.crude_alone(16e9, 15e9, 20e9, s, 500, 10) for s in (1.0, 0.9))
    assert part.price_needed > whole.price_needed
    assert part.quantity_needed < whole.quantity_needed


def test_an_aim_that_is_reached_needs_less() -> None:
    assert target_growth.crude_alone(21e9, 15e9, 20e9, 1, 500, 10).factor < 1


def test_italian_exports_take_up_the_whole_difference() -> None:
    assert target_growth.italian_exports_alone(17e9, 1e9, 20e9) == 4e9


def _months(*values: tuple[str, float, float]) -> pd.DataFrame:
    frame = pd.DataFrame(values, columns=["period", "value_usd", "quantity_t"])
    return frame.assign(source_id="s")


def test_each_month_is_split_by_itself() -> None:
    found = crude_months.by_month(
        _months(
            ("2023-01", 100, 10), ("2023-02", 100, 10), ("2024-01", 150, 10), ("2024-02", 50, 5)
        )
    ).set_index("period")
    assert found.loc["2024-01", ["price", "quantity"]].tolist() == pytest.approx([50, 0])
    assert found.loc["2024-02", ["price", "quantity"]].tolist() == pytest.approx([0, -50])


def test_the_months_of_a_year_add_up_to_the_year() -> None:
    months = crude.monthly(tables.load("trade"))
    found = crude_months.by_month(months)
    year = found["period"].str[:4].astype(int)
    sums = found.groupby(year)[["change", "price", "quantity"]].sum()
    whole = crude.price_quantity(months).set_index("year")[["change", "price", "quantity"]]
    pd.testing.assert_frame_equal(sums, whole, check_names=False, check_index_type=False)
    # From January 2016 to June 2026 there are 126 months; September 2022 and 2023 are missing.
    assert len(found) == 126 - 2
    assert not {"2022-09", "2023-09"} & set(found["period"])


def test_july_2020_by_hand() -> None:
    months = crude.monthly(tables.load("trade")).set_index("period")
    v0, q0 = months.loc["2019-07", ["value_usd", "quantity_t"]].astype(float)
    v1, q1 = months.loc["2020-07", ["value_usd", "quantity_t"]].astype(float)
    mean = (v1 - v0) / math.log(v1 / v0)
    found = crude_months.by_month(months.reset_index()).set_index("period").loc["2020-07"]
    assert found["price"] == pytest.approx(mean * math.log((v1 / q1) / (v0 / q0)))
    assert found["quantity"] == pytest.approx(mean * math.log(q1 / q0))
    assert found["price"] + found["quantity"] == pytest.approx(v1 - v0)


def test_the_newest_aim_counts() -> None:
    rows = pd.DataFrame(
        [
            ("turnover_target_usd", "2024-03", 20e9),
            ("turnover_target_usd", "2025-11", 25e9),
            ("turnover_target_usd", "2023", 10e9),
            ("turnover_usd", "2026", 1e9),
        ],
        columns=["metric_id", "period", "value"],
    )
    assert target.newest(rows)["value"] == 25e9
    with pytest.raises(TableError, match="turnover_target_usd"):
        target.newest(rows.tail(1))
