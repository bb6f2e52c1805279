"""What Italy sells by sector, and wheat, against the figures as printed."""

import pytest

from partnership import tables
from partnership.analysis import products


def test_each_grouping_of_exports_stands_by_itself() -> None:
    rows = products.exports_by_sector(tables.load("observations"), 1992, 2025)
    assert rows["grouping"].drop_duplicates().tolist() == list(products.SECTORS)
    assert rows.groupby("metric_id")["grouping"].nunique().eq(1).all()
    assert set(rows["unit"]) == {"EUR"}
    found = rows.set_index(["metric_id", "period"])["value"]
    assert found["exports_observatory_machinery_eur", "2019"] == 365_900_000
    assert found["exports_ice_general_machinery_eur", "2017"] == 118_067_000
    assert found["exports_footwear_association_eur", "2023"] == 40_000_000
    # 160 m EUR of 2022 are 87.1 % more than 2021 and 71.6 % more than 2019.
    fashion = found["exports_fashion_association_eur"]
    assert fashion["2021"] * 1.871 == pytest.approx(160e6, rel=1e-6)
    assert fashion["2019"] * 1.716 == pytest.approx(160e6, rel=1e-6)


def test_parts_of_italy_are_no_part_of_the_sectors() -> None:
    rows = products.exports_by_sector(tables.load("observations"), 1992, 2025)
    places = rows[rows["grouping"].eq("places")]
    assert set(places["metric_id"].str[:13]) == {"exports_from_"}
    assert "places" not in set(products.shares_of_total(rows, tables.load("trade"))["grouping"])


def test_shares_are_of_the_total_of_the_same_page() -> None:
    """2019: 391.6, 365.9, 104.6 and 64.4 of 1 088.3 m EUR, all on one page."""
    rows = products.exports_by_sector(tables.load("observations"), 1992, 2025)
    found = products.shares_of_total(rows, tables.load("trade"))
    shares = found[found["period"].eq("2019")].set_index("metric_id")["share"].round(2)
    assert shares.to_dict() == {
        "exports_observatory_appliances_eur": 35.98,
        "exports_observatory_machinery_eur": 33.62,
        "exports_observatory_metals_eur": 9.61,
        "exports_observatory_clothing_eur": 5.92,
    }
    half = found[found["period"].eq("2019-01/2019-06")].iloc[0]
    assert half["share"] == pytest.approx(314 / 674 * 100)


def test_wheat_is_not_durum() -> None:
    rows = products.wheat_printed(tables.load("observations"), 1992, 2025)
    assert rows.groupby("metric_id", sort=False)["value"].apply(list).to_dict() == {
        "kazakh_wheat_exports_to_italy_kt": [364, 232.81, 214.5],
        "kazakh_durum_imports_of_italy_kt": [128.43],
    }
