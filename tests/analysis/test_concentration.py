"""Herfindahl index and share of the three largest against numbers worked out by hand."""

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import concentration, crude, trade


def test_one_partner_has_everything() -> None:
    found = concentration.measure([100])
    assert (found.index_low, found.index_high, found.top_low, found.top_high) == (
        10_000,
        10_000,
        100,
        100,
    )


def test_four_equal_partners_are_a_quarter_of_ten_thousand() -> None:
    found = concentration.measure([25, 25, 25, 25])
    assert (found.index_low, found.index_high) == (2_500, 2_500)
    assert (found.top_low, found.top_high) == (75, 75)


def test_the_order_of_shares_does_not_matter() -> None:
    # 50² + 30² + 15² + 5² = 2 500 + 900 + 225 + 25
    found = concentration.measure([5, 30, 50, 15])
    assert found.index_low == found.index_high == 3_650
    assert found.top_low == 95


def test_what_is_missing_makes_bounds() -> None:
    # Known 50 and 20, missing 30: spread over many 2 900, as one partner 2 900 + 900.
    found = concentration.measure([50, 20])
    assert (found.index_low, found.index_high) == (2_900, 3_800)
    assert (found.top_low, found.top_high) == (70, 100)
    assert found.known == 70


def test_more_than_a_whole_by_rounding_leaves_no_rest() -> None:
    assert concentration.measure([60, 40.04]).known == 100


def test_by_year_names_the_three_largest() -> None:
    rows = pd.DataFrame(
        {
            "year": [2020] * 4,
            "partner": ["d", "a", "b", "c"],
            "share": [10.0, 40.0, 30.0, 20.0],
            "source_id": "s",
        }
    )
    found = concentration.by_year(rows, "partner", "x").iloc[0]
    assert found["largest"] == "a;b;c"
    # 1 600 + 900 + 400 + 100 = 3 000; as concentrated as 3.33 equal partners
    assert found["index_low"] == 3_000
    assert found["equal"] == pytest.approx(10 / 3)
    assert (found["count"], found["top_low"]) == (4, 90)


def test_kazakhstans_customers_of_2025_by_hand() -> None:
    rows = tables.load("trade")
    quantities = rows[
        rows["source_id"].eq("bns_by_partner_2020_2025")
        & rows["reporter"].eq("KAZ")
        & rows["flow"].eq("export")
        & rows["product_id"].eq("total")
        & rows["period"].eq("2025")
    ].set_index("partner")["value_usd"]
    world = quantities.pop("WLD")
    squares = sum((v / world * 100) ** 2 for v in quantities)
    rest = 100 - sum(quantities) / world * 100
    found = concentration.by_year(trade.destinations(rows, 2025, 2025), "partner", "d").iloc[0]
    assert found["index_low"] == pytest.approx(squares)
    assert found["index_high"] == pytest.approx(squares + rest**2)
    assert found["top_low"] == pytest.approx(sum(quantities.nlargest(3)) / world * 100)
    assert round(found["index_low"]) == 1_029


def test_italys_suppliers_of_2023_are_known_in_full() -> None:
    rows = crude.origins(tables.load("trade"), 2023, 2023)
    found = concentration.by_year(rows, "partner", "s").iloc[0]
    volume = rows["quantity_kbbl"]
    assert found["index_low"] == pytest.approx(sum((volume / sum(volume) * 100) ** 2))
    assert found["index_high"] == pytest.approx(found["index_low"])
    assert found["largest"] == "AZE;LBY;USA"
    assert round(found["index_low"]) == 1_145


def _routes() -> pd.DataFrame:
    return concentration.routes(tables.load("observations"), tables.load("sources"))


def test_ways_out_of_2024_by_hand() -> None:
    found = _routes()
    used = found[found["used"] & found["year"].eq(2024)].set_index("route")
    # CPC 55.4, Atyrau–Samara 8.6, BTC 1.4, China 1.2 of 68.8 Mt exported; 2.2 Mt by no known way.
    assert used["mt"].to_dict() == {
        "cpc": 55.4,
        "atyrau_samara": 8.6,
        "btc": 1.4,
        "kazakhstan_china_oil": 1.2,
    }
    assert used.loc["cpc", "share"] == pytest.approx(55.4 / 68.8 * 100)
    measured = concentration.by_year(used.reset_index(), "route", "routes").iloc[0]
    low = (55.4**2 + 8.6**2 + 1.4**2 + 1.2**2) / 68.8**2 * 10_000
    assert measured["index_low"] == pytest.approx(low)
    assert measured["index_high"] == pytest.approx(low + (2.2 / 68.8 * 100) ** 2)
    assert measured["top_low"] == pytest.approx(65.4 / 68.8 * 100)
    assert measured["top_high"] == pytest.approx(66.2 / 68.8 * 100)


def test_ways_out_of_2013_fill_the_exports() -> None:
    found = _routes()
    used = found[found["used"] & found["year"].eq(2013)].set_index("route")["mt"]
    # The minister's list, but for 0.856 Mt of condensate to Orenburg.
    assert used.to_dict() == {
        "cpc": 28.7,
        "atyrau_samara": 15.4,
        "sea": 6.3,
        "kazakhstan_china_oil": 11.8,
        "rail": 9,
    }
    assert used.sum() == pytest.approx(72.056 - 0.856)


def test_ships_towards_btc_are_not_counted_beside_all_ships() -> None:
    columns = ["entity_id", "metric_id", "value"]
    rows = [
        ("KAZ", "oil_exports_mt", 50),
        ("btc", "kazakh_oil_throughput_mt", 2),
        ("aktau_oil_port", "oil_to_makhachkala_mt", 3),
        ("aktau_oil_port", "oil_exports_by_sea_mt", 6),
    ]
    seen = pd.DataFrame(rows, columns=columns).assign(
        period="2010", source_id="s", status="reported", note=""
    )
    found = concentration.routes(seen, pd.DataFrame({"source_id": ["s"], "kind": ["press"]}))
    assert found[["route", "share"]].to_numpy().tolist() == [["sea", 12.0]]


def test_a_second_source_stays_but_is_not_counted() -> None:
    found = _routes()
    cpc = found[found["route"].eq("cpc") & found["year"].eq(2025)]
    # What was only expected in December (68) is gone.
    # An agency weighs more than a newspaper.
    assert cpc["mt"].tolist() == [63.8, 64.8]
    assert cpc["used"].tolist() == [False, True]
