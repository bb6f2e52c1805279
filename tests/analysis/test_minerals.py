"""Minerals, against numbers worked out by hand from the sources."""

from __future__ import annotations

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import metals, minerals, minerals_trade, uranium
from partnership.analysis.minerals import RESERVE_BASE, RESERVES

EVER = (0, 9999)


def _ranks(metal: str) -> pd.DataFrame:
    rows = minerals.editions(tables.load("observations"), metal, *EVER)
    return minerals.ranks(rows).set_index("edition")


def test_chromium_was_first_from_2004_to_2024_and_is_second_since() -> None:
    rank = _ranks("chromium")["rank"]
    assert list(rank.loc[2004:2024]) == [1.0] * 21
    assert list(rank.loc[2025:2026]) == [2.0, 2.0]
    # 1996: South Africa 5500, Zimbabwe 930, Russia 460, Kazakhstan 320 Mt of reserve base.
    assert list(rank.loc[1996:2001]) == [4.0] * 6
    # 2002 and 2003: Zimbabwe and Russia are no longer listed, South Africa still is first.
    assert list(rank.loc[2002:2003]) == [2.0, 2.0]


def test_what_is_counted_changes_in_2010() -> None:
    basis = _ranks("chromium")["basis"]
    assert set(basis.loc[:2009]) == {RESERVE_BASE}
    assert set(basis.loc[2010:]) == {RESERVES}


def test_manganese_is_never_third() -> None:
    rows = _ranks("manganese")
    known = rows["rank"].dropna()
    assert list(known.index) == list(range(2013, 2025))
    # 2013 to 2015: seven of nine have more; from 2016 Ghana is listed too, with 13 Mt.
    assert list(known) == [8.0] * 3 + [9.0] * 9
    # Kazakhstan and Mexico have 5 Mt each.
    assert set(rows.loc[known.index, "peers"]) == {2}
    assert rows["rank"].eq(3).sum() == 0


def test_ranks_equal_those_that_stand_in_the_table() -> None:
    seen = tables.load("observations")
    for metal, metric in (
        ("chromium", "chromium_reserves_rank"),
        ("chromium", "chromium_reserve_base_rank"),
        ("manganese", "manganese_reserves_rank"),
    ):
        stored = seen[seen["metric_id"].eq(metric) & seen["status"].eq("derived")]
        computed = _ranks(metal)["rank"]
        assert len(stored)
        for row in stored.itertuples():
            assert computed[int(row.period)] == row.value


def test_a_tie_shares_the_place_and_an_absent_country_has_none() -> None:
    rows = pd.DataFrame(
        {
            "edition": [2020, 2020, 2020, 2021],
            "entity_id": ["ZAF", "KAZ", "MEX", "ZAF"],
            "basis": RESERVES,
            "value": [9.0, 5.0, 5.0, 9.0],
            "source_id": "usgs_mcs_editions",
        }
    )
    computed = minerals.ranks(rows).set_index("edition")
    assert computed.loc[2020, ["rank", "listed", "peers"]].to_list() == [2.0, 3, 2]
    assert pd.isna(computed.loc[2021, "rank"])


def test_another_reserve_changes_the_rank() -> None:
    seen = tables.load("observations")
    matching = (
        seen["metric_id"].eq("chromium_reserves_kt")
        & seen["entity_id"].eq("KAZ")
        & seen["period"].eq("2026")
    )
    changed = seen.assign(value=seen["value"].where(~matching, 400_000))
    rank = minerals.ranks(minerals.editions(changed, "chromium", 2026, 2026))["rank"]
    assert list(rank) == [1.0]


def test_output_of_the_latest_year() -> None:
    observations, materials = tables.load("observations"), tables.load("materials")
    rows = minerals.output(observations, materials, *EVER).set_index("commodity")
    assert set(rows["year"]) == {2024}
    assert rows.index[:3].to_list() == ["uranium", "asbestos", "chromium"]
    # 27 440 of 71 437 t of U3O8, 1 995 300 of 16 757 863 t of Cr2O3.
    assert rows.loc["uranium", "share"] == pytest.approx(38.4115, abs=1e-4)
    assert rows.loc["chromium", "share"] == pytest.approx(11.9066, abs=1e-4)
    assert rows.loc["chromium", "rank"] == 2
    assert not rows.loc["chromium", "critical"]
    assert rows.loc["barite", "estimated"]
    # Titanium minerals are none: the EU lists the metal. Boron's row of 2024 says 0.
    assert int(rows["critical"].sum()) == 8
    assert not rows.loc["titanium", "critical"]
    assert "boron" not in rows.index


def test_output_of_an_earlier_year_and_of_none() -> None:
    observations, materials = tables.load("observations"), tables.load("materials")
    rows = minerals.output(observations, materials, 2015, 2020).set_index("commodity")
    # 22 967 of 55 718 t of U3O8 in 2020.
    assert rows.loc["uranium", "share"] == pytest.approx(41.2201, abs=1e-4)
    assert minerals.output(observations, materials, 1992, 1992).empty


def test_shares_of_reserves() -> None:
    rows = minerals.shares_of_reserves(tables.load("observations")).set_index("commodity")
    # The edition of 2025 has 320 of 1200 Mt; that of 2026 has no world total.
    assert rows.loc["chromium", ["period", "share", "rank"]].to_list() == [
        "2025",
        pytest.approx(26.6667, abs=1e-4),
        2.0,
    ]
    # 6.7 of 220 Mt of zinc in the edition of 2024.
    assert rows.loc["zinc", "share"] == pytest.approx(3.0455, abs=1e-4)
    assert pd.isna(rows.loc["barite", "share"])
    assert rows.loc["manganese", ["period", "rank"]].to_list() == ["2024", 9.0]
    assert rows.loc["uranium", "rank"] == 2


def test_the_list_of_the_union() -> None:
    rows = minerals.eu_list(tables.load("materials"), tables.load("observations"))
    assert len(rows) == 34
    assert rows["material_id"].iloc[0] == "barite"
    by_id = rows.set_index("material_id")
    # China's 6000 of 7349 t of bismuth would be 81.64 %.
    assert by_id.loc["bismuth", "china_world_share_pct"] == pytest.approx(81.6438, abs=1e-4)
    # 830 of 940 kt of magnesium and 220 000 of 330 000 t of titanium sponge, not of minerals.
    assert by_id.loc["magnesium", "china_world_share_pct"] == pytest.approx(88.2979, abs=1e-4)
    assert by_id.loc["titanium_metal", "china_world_share_pct"] == pytest.approx(66.6667, abs=1e-4)
    assert pd.isna(by_id.loc["helium", "china_world_share_pct"])


def test_no_output_listed_is_no_zero() -> None:
    rows = tables.load("materials").set_index("material_id")
    share = rows["kazakhstan_world_share_pct"]
    assert rows.loc[["beryllium", "tantalum"], "kazakhstan_basis"].to_list() == ["processed"] * 2
    assert share[["beryllium", "tantalum", "lithium", "tungsten", "helium"]].isna().all()
    # The one zero that a table prints.
    assert share.index[share.eq(0)].to_list() == ["boron"]


def test_titanium_is_measured_by_sponge() -> None:
    rows = metals.makers(tables.load("observations"), "titanium_metal")
    kazakh = rows[rows["entity_id"].eq("KAZ")].set_index("year")
    # 14 000 of 330 000, 15 000 of 270 000, 15 000 of 240 000 t.
    assert list(kazakh["share"]) == pytest.approx([4.2424, 5.5556, 6.25], abs=1e-4)
    # China 220, Japan 60 and Russia 20 kt come before.
    assert kazakh.loc[2023, "rank"] == 4
    assert list(rows["entity_id"][:5]) == ["CHN", "JPN", "RUS", "KAZ", "SAU"]


def test_shares_of_metals_equal_those_that_stand_in_the_table() -> None:
    rows = tables.load("materials").set_index("material_id")
    shares = metals.shares(tables.load("observations"), "KAZ")
    stored = rows.loc[shares.index, "kazakhstan_world_share_pct"].astype(float)
    assert list(stored) == pytest.approx(list(shares), rel=1e-9)
    # 25 of 940 kt of magnesium, 5 of 3800 kt of silicon.
    assert shares["magnesium"] == pytest.approx(2.6596, abs=1e-4)
    assert shares["silicon_metal"] == pytest.approx(0.1316, abs=1e-4)


def test_uranium_by_who_counts_it() -> None:
    rows = uranium.yearly(tables.load("observations"))
    mining = rows[rows["source_id"].eq("world_mining_data_2026")].set_index("year")["value"]
    # 27 440 t of U3O8 in 2024 and 24 895 in 2023, times 0.848.
    assert mining[2024] == pytest.approx(23269.12)
    assert mining[2023] == pytest.approx(21110.96)
    of_2023 = rows[rows["year"].eq(2023)].set_index("source_id")["value"]
    assert of_2023["trend_2024_02_03_kazatomprom"] == 21_112
    assert of_2023["baimedia_uranium_reserves"] == 20_900
    assert not rows["year"].gt(2024).any()
    plans = uranium.announced(tables.load("observations"), "uranium_nominal_output_tu")
    assert list(plans["value"]) == [29_697, 32_777]
    assert set(plans["status"]) == {"target"}


def test_imports_of_single_goods() -> None:
    rows = minerals_trade.import_shares(tables.load("observations"), *EVER)
    assert set(rows["year"]) == {2024}
    assert rows["good"].nunique() == 12
    share = rows.set_index(["good", "buyer"])["value"]
    assert share["sulphur", "eu"] == 42.53
    # From outside the EU: 64 627 of 667 033 kUSD of coal, 64 429 of 1 568 965 of aluminium.
    assert share["bituminous_coal", "ita"] == pytest.approx(9.6887, abs=1e-4)
    assert share["aluminium", "ita"] == pytest.approx(4.1065, abs=1e-4)
    assert set(rows.loc[rows["buyer"].eq("ita") & rows["value"].gt(0), "good"]) == {
        "aluminium",
        "bituminous_coal",
    }


def test_goods_and_what_is_sold_of_a_material() -> None:
    trade = tables.load("trade")
    rows = minerals_trade.goods(trade, tables.load("materials"), *EVER)
    titanium = rows[rows["product_id"].eq("cn8_81082000")].set_index("reporter")["declared_value"]
    assert titanium["EUU"] == 20_277_965
    assert titanium["ITA"] == 3_802_658
    sold = minerals_trade.sold(trade, "eur").set_index("material_id")
    # 1 071 263 of sinters and 496 235 of unwrought nickel in 2024; hafnium was bought in 2022 only.
    assert sold.loc["nickel"].to_dict() == {"eu_value": 1_567_498.0, "eu_year": 2024}
    assert set(sold["eu_year"]) == {2024}
    assert "hafnium" not in sold.index


def test_molybdenum_and_potash_are_not_critical() -> None:
    trade, materials = tables.load("trade"), tables.load("materials")
    rows = minerals_trade.goods(trade, materials, *EVER)
    eu = rows[rows["reporter"].eq("EUU")]
    assert eu["critical"].is_monotonic_decreasing
    assert eu.loc[~eu["critical"], "product_id"].to_list() == ["cn8_26139000"]
    # Without molybdenum: titanium 20 277 965, silicon 2 551 958.327, nickel 1 567 498, vanadium
    # 756 308, manganese 118 503.487, phosphates 3 244 EUR.
    assert eu.loc[eu["critical"], "declared_value"].sum() == pytest.approx(25_275_476.814)
    assert "cn8_31042090" not in minerals_trade.critical_codes(materials)


def test_every_code_read_has_a_material() -> None:
    products = tables.load("products")["product_id"].astype(str)
    named = {code for codes in minerals_trade.CODES.values() for code in codes}
    assert named == {p for p in products if p.startswith("cn8_")}
    known = set(tables.load("materials")["material_id"]) | {"potash"}
    assert set(minerals_trade.CODES) <= known
    goods = minerals_trade.import_shares(tables.load("observations"), *EVER)["good"]
    assert {minerals_trade.MATERIAL_OF.get(g, g) for g in goods} - known == set()


def test_italys_titanium_from_outside_the_union() -> None:
    rows = minerals_trade.share_of_outside(tables.load("trade"), "ITA", "cn8_81082000")
    # 3 802 658 of 22 589 262 EUR in 2024, 5 105 365 of 16 965 136 in 2023.
    share = rows.set_index("year")["share"]
    assert share[2024] == pytest.approx(16.8339, abs=1e-4)
    assert share[2023] == pytest.approx(30.0933, abs=1e-4)


def test_deposits_and_needs() -> None:
    materials = tables.load("materials")
    rows = minerals.deposits(tables.load("assets"), materials)
    assert len(rows) == 110
    bauxite = rows[rows["main"].eq("aluminium")]
    assert len(bauxite) == 9
    assert bauxite["critical"].all()
    assert not rows.loc[rows["main"].eq("chromium"), "critical"].any()
    uses = minerals.needed(materials)
    assert set(uses.loc[uses["material_id"].eq("manganese"), "use"]) == {"batteries", "vehicles"}
