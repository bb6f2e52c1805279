"""Origins of crude oil, price and quantity, and products, against sums computed by hand."""

import math

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import crude, products
from partnership.tables.contract import TableError


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    return tables.load("trade")


def test_kazakhstan_was_fifth_of_italys_origins_in_2023(rows: pd.DataFrame) -> None:
    matching = rows[
        rows["reporter"].eq("ITA")
        & rows["product_id"].eq("hs2709")
        & rows["period"].str.startswith("2023")
        & rows["partner"].ne("WLD")
    ]
    volume: dict[str, float] = {}
    for partner, barrels in zip(matching["partner"], matching["quantity_kbbl"], strict=True):
        volume[partner] = volume.get(partner, 0) + (0 if pd.isna(barrels) else barrels)
    found = crude.origins(rows, 2023, 2023).set_index("partner").loc["KAZ"]
    assert found["quantity_kbbl"] == volume["KAZ"] == 48_704
    assert found["share"] == pytest.approx(volume["KAZ"] / sum(volume.values()) * 100)
    assert round(found["share"], 1) == 10.8
    assert found["rank"] == 1 + sum(v > volume["KAZ"] for v in volume.values()) == 5


def _months(*values: tuple[str, float, float]) -> pd.DataFrame:
    frame = pd.DataFrame(values, columns=["period", "value_usd", "quantity_t"])
    return frame.assign(unit_value=frame["value_usd"] / frame["quantity_t"], source_id="s")


def test_the_register_ends_with_its_last_whole_year(rows: pd.DataFrame) -> None:
    first, last = crude.register_years(rows)
    newest = rows[rows["product_id"].eq("hs2709") & rows["period"].str.startswith(str(last))]
    later = newest.assign(period=newest["period"].str.replace(str(last), str(last + 1)))
    assert crude.register_years(pd.concat([rows, later])) == (first, last + 1)
    begun = pd.concat([rows, later[later["period"].str[5:] < "07"]])
    assert crude.register_years(begun) == (first, last)
    assert set(crude.origins(rows, 0, 9999)["year"]) == set(range(first, last + 1))


def test_without_a_register_that_is_named(rows: pd.DataFrame) -> None:
    with pytest.raises(TableError, match="hs2709"):
        crude.register_years(rows[rows["product_id"].ne("hs2709")])


def test_a_change_of_price_alone_is_all_price() -> None:
    found = crude.price_quantity(_months(("2023-01", 100, 10), ("2024-01", 150, 10))).iloc[0]
    assert (found["price"], found["quantity"]) == pytest.approx((50, 0))


def test_a_change_of_quantity_alone_is_all_quantity() -> None:
    found = crude.price_quantity(_months(("2023-01", 100, 10), ("2024-01", 50, 5))).iloc[0]
    assert (found["price"], found["quantity"]) == pytest.approx((0, -50))


def test_both_parts_follow_the_logarithmic_mean() -> None:
    found = crude.price_quantity(_months(("2023-01", 100, 10), ("2024-01", 240, 12))).iloc[0]
    mean = (240 - 100) / math.log(240 / 100)
    assert found["price"] == pytest.approx(mean * math.log(20 / 10))
    assert found["quantity"] == pytest.approx(mean * math.log(12 / 10))
    assert found["price"] + found["quantity"] == pytest.approx(found["change"]) == 140


def test_price_up_and_quantity_down_may_leave_the_value_as_it_was() -> None:
    found = crude.price_quantity(_months(("2023-01", 100, 10), ("2024-01", 100, 5))).iloc[0]
    assert found["price"] == pytest.approx(100 * math.log(2))
    assert found["quantity"] == pytest.approx(-100 * math.log(2))


def test_a_month_without_a_year_before_is_left_out() -> None:
    found = crude.price_quantity(
        _months(("2023-01", 100, 10), ("2024-01", 150, 10), ("2024-02", 900, 10))
    )
    assert found["months"].tolist() == [1]
    assert found["change"].tolist() == [50]


def test_the_real_months_leave_no_residual_and_know_their_gap(rows: pd.DataFrame) -> None:
    months = crude.monthly(rows)
    assert "2022-09" not in set(months["period"])
    found = crude.price_quantity(months).set_index("year")
    assert (found["price"] + found["quantity"]).to_numpy() == pytest.approx(
        found["change"].to_numpy(), abs=1
    )
    assert found.loc[[2021, 2022, 2023, 2024], "months"].tolist() == [12, 11, 11, 12]
    value = months.set_index("period")["value_usd"]
    by_hand = sum(value[f"2025-{m:02}"] - value[f"2024-{m:02}"] for m in range(1, 13))
    assert found.loc[2025, "change"] == pytest.approx(by_hand)


def test_fuels_use_only_months_that_print_both(rows: pd.DataFrame) -> None:
    months = products.months_of_fuels(rows, 2021, 2021)
    months = months.assign(value=months["declared_value"])
    found = products.fuels(months).set_index("product_id")
    value = months.set_index(["product_id", "period"])["value"]
    known = [f"2021-{m:02}" for m in range(1, 13) if m not in (1, 9)]
    fuel, total = (sum(value[p, m] for m in known) for p in ("hs27", "total"))
    assert found.loc["hs27", "value"] == pytest.approx(fuel) == 792_890_615
    assert found.loc["hs27", "share"] == pytest.approx(fuel / total * 100)
    assert found.loc["rest", "value"] == pytest.approx(total - fuel)
    assert found.loc["hs27", "months"] == 10
    in_dollars = products.fuels(months.assign(value=months["value_usd"])).set_index("product_id")
    assert in_dollars.loc["hs27", "share"] == pytest.approx(70.2947, abs=5e-5)
    assert in_dollars.loc["rest", "share"] == pytest.approx(100 - 70.2947, abs=5e-5)
    whole = sum(value["total", f"2021-{m:02}"] for m in range(1, 13))
    assert found.loc["hs27", "share_blank_none"] == pytest.approx(792_890_615 / whole * 100)
    assert round(found.loc["hs27", "share_blank_none"], 1) == 67.0
    assert found.loc["rest", "share_blank_none"] == pytest.approx(33.0, abs=0.05)
    assert found.loc["hs27", "missing"] == "2021-01;2021-09"


def test_shares_of_fuels_are_of_the_euros_declared(rows: pd.DataFrame) -> None:
    """Months have rates of their own, so that dollars would give 82.49, 70.12 and 76.61."""
    months = products.months_of_fuels(rows, 2020, 2022)
    found = products.fuels(months.assign(value=months["value_usd"]))
    shares = found[found["product_id"].eq("hs27")].set_index("year")["share"]
    assert shares.round(2).to_dict() == {2020: 82.73, 2021: 70.29, 2022: 76.63}


def test_groups_of_exports_add_up_to_the_total(rows: pd.DataFrame) -> None:
    groups = products.exports_by_group(rows, 2020, 2021)
    assert set(groups["period"]) == {"2021"}
    assert groups["product_id"].iloc[-1] == products.NOT_LISTED
    total = rows[
        rows["reporter"].eq("ITA")
        & rows["partner"].eq("KAZ")
        & rows["flow"].eq("export")
        & rows["product_id"].eq("total")
        & rows["source_id"].eq("comext_2023_01")
        & rows["period"].str.startswith("2021-")
    ]["declared_value"]
    assert len(total) == 12
    assert groups["declared_value"].sum() == pytest.approx(total.sum())


def test_titanium_from_kazakhstan_of_2024(rows: pd.DataFrame) -> None:
    found = products.one_product(rows, "ITA", "import", "cn8_81082000", (2024, 2024))
    euros = found.set_index("partner")["declared_value"]
    assert euros["KAZ"] == 3_802_658
    assert euros["KAZ"] / euros["WLD"] * 100 == pytest.approx(16.83, abs=0.005)
