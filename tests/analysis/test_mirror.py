"""The mirror gap against numbers worked out by hand."""

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import mirror, trade
from partnership.figures import figure
from partnership.state import State


def _both(*values: tuple[str, str, int, float]) -> pd.DataFrame:
    frame = pd.DataFrame(values, columns=["direction", "reporter", "year", "value_usd"])
    return frame.assign(source_id=frame["reporter"].map({"KAZ": "k", "ITA": "i"}))


def _importers(*values: tuple[str, int, float, float]) -> pd.DataFrame:
    frame = pd.DataFrame(values, columns=["reporter", "year", "value_usd", "quantity_kbbl"])
    return frame.assign(months=12, source_id="r")


NO_DRUZHBA = pd.DataFrame({"year": [], "value_usd": [], "source_id": []})


def test_the_ratio_is_the_kazakh_value_over_the_italian_one() -> None:
    found = mirror.ratios(
        _both(("kaz_to_ita", "KAZ", 2020, 90), ("kaz_to_ita", "ITA", 2020, 30))
    ).iloc[0]
    assert (found["ratio"], found["gap"]) == (3, 60)
    assert (found["source_id"], found["italian_source_id"]) == ("k", "i")


def test_a_year_that_one_side_lacks_has_no_ratio() -> None:
    found = mirror.ratios(
        _both(
            ("kaz_to_ita", "KAZ", 2020, 90),
            ("kaz_to_ita", "ITA", 2021, 30),
            ("ita_to_kaz", "KAZ", 2021, 10),
            ("ita_to_kaz", "ITA", 2021, 20),
        )
    )
    assert found[["direction", "year", "ratio"]].to_numpy().tolist() == [["ita_to_kaz", 2021, 0.5]]


def test_bounds_are_austria_alone_and_all_three() -> None:
    gaps = mirror.ratios(_both(("kaz_to_ita", "KAZ", 2020, 100), ("kaz_to_ita", "ITA", 2020, 20)))
    crude = _importers(
        ("AUT", 2020, 8, 1), ("DEU", 2020, 28, 1), ("CZE", 2020, 4, 1), ("FRA", 2020, 99, 1)
    )
    found = mirror.explained(gaps, crude, NO_DRUZHBA).iloc[0]
    assert (found["lower"], found["upper"]) == pytest.approx((8 / 80 * 100, 40 / 80 * 100))
    assert found["ratio_with"] == pytest.approx(100 / (20 + 40))


def test_what_druzhba_carried_leaves_the_upper_bound() -> None:
    gaps = mirror.ratios(_both(("kaz_to_ita", "KAZ", 2020, 100), ("kaz_to_ita", "ITA", 2020, 20)))
    crude = _importers(("AUT", 2020, 8, 1), ("DEU", 2020, 32, 16))
    seen = pd.DataFrame(
        {
            "entity_id": ["druzhba"],
            "metric_id": ["kazakh_oil_throughput_mt"],
            "period": ["2020"],
            "value": [0.001],
            "source_id": ["d"],
        }
    )
    # 0.001 Mt are 1 kt; at 8 barrels a tonne 8 thousand barrels; at 32 / 16 = 2 each: 16.
    druzhba = mirror.druzhba_value(crude, seen, 8)
    assert druzhba["value_usd"].tolist() == [16]
    found = mirror.explained(gaps, crude, druzhba).iloc[0]
    assert found["upper"] == pytest.approx((8 + 32 - 16) / 80 * 100)


def test_no_more_than_the_whole_gap_is_explained() -> None:
    gaps = mirror.ratios(_both(("kaz_to_ita", "KAZ", 2020, 30), ("kaz_to_ita", "ITA", 2020, 20)))
    found = mirror.explained(gaps, _importers(("AUT", 2020, 50, 1)), NO_DRUZHBA).iloc[0]
    assert (found["lower"], found["upper"]) == (100, 100)
    assert found["upper_usd"] == 50


def test_the_gap_of_2023_by_hand() -> None:
    rows, seen = tables.load("trade"), tables.load("observations")
    ratios = mirror.ratios(trade.bilateral(rows, 2023, 2023))
    to_italy = ratios[ratios["direction"].eq("kaz_to_ita")]
    (ratio, gap) = to_italy[["ratio", "gap"]].iloc[0]
    # 14 833.29 m USD declared by Kazakhstan; Italy's twelve months add up to 5 204.15 m.
    assert ratio == pytest.approx(14_833.29 / 5_204.15, rel=1e-4)
    crude = trade.importers(rows, 2023, 2023)
    declared = rows[
        rows["partner"].eq("KAZ")
        & rows["product_id"].eq("hs2709")
        & rows["flow"].eq("import")
        & rows["period"].str.startswith("2023-")
    ]
    value = declared.groupby("reporter")["value_usd"].sum()
    barrels = declared.groupby("reporter")["quantity_kbbl"].sum()
    druzhba = 0.993 * 1000 * 7.67258367335485 * value["DEU"] / barrels["DEU"]
    found = mirror.explained(to_italy, crude, mirror.druzhba_value(crude, seen, 7.67258367335485))
    by_hand = (value["AUT"] + value["DEU"] - druzhba) / gap * 100
    assert found["upper"].iloc[0] == pytest.approx(by_hand)
    assert found["lower"].iloc[0] == pytest.approx(value["AUT"] / gap * 100)
    assert (round(found["lower"].iloc[0]), round(found["upper"].iloc[0])) == (20, 55)


def test_three_figures_have_one_upper_bound_of_2023() -> None:
    """By hand, bn USD: 14.83 less 5.20 less 5.33; 0.63 of Germany's 4.08 came by Druzhba."""
    rows, seen = tables.load("trade"), tables.load("observations")
    crude = trade.importers(rows, 2023, 2023)
    bounds = mirror.by_trieste(crude, mirror.by_druzhba(crude, seen)).iloc[0]
    value = crude.set_index("reporter")["value_usd"]
    assert bounds["lower_usd"] == value["AUT"]
    assert bounds["upper_usd"] + bounds["druzhba_usd"] == pytest.approx(value["AUT"] + value["DEU"])
    assert round(bounds["upper_usd"] / 1e9, 2) == 5.33
    built = {
        i: figure.build(f"trade.{i}", State()) for i in ("gap", "mirror_ratio", "gap_explained")
    }
    assert "5.33" in built["gap"].finding
    assert "4.30" in built["gap"].finding
    found = built["gap_explained"].table.set_index("year").loc[2023]
    assert found["upper_usd"] == bounds["upper_usd"]
    assert found["gap"] - found["upper_usd"] == pytest.approx(4.30e9, abs=5e6)
    ratio = built["mirror_ratio"].table.query("year == 2023 and direction == 'with_trieste'")[
        "ratio"
    ]
    assert ratio.iloc[0] == found["ratio_with"]


def test_austria_has_no_line_but_the_branch_of_tal() -> None:
    """The ground of the lower bound: another oil line to Austria in the table would break it."""
    assets = tables.load("assets")
    lines = assets[assets["kind"].eq("oil_pipeline") & assets["country"].eq("AUT")]
    assert lines["asset_id"].tolist() == ["adria_wien"]
    assert "Branch of TAL" in lines["note"].iloc[0]


def test_who_is_absent_is_named_and_each_year_cites_its_register() -> None:
    rows, seen = tables.load("trade"), tables.load("observations")
    ratios = mirror.ratios(trade.bilateral(rows, 2014, 2020))
    crude = trade.importers(rows, 2014, 2020)
    to_italy = ratios[ratios["direction"].eq("kaz_to_ita")]
    found = mirror.explained(to_italy, crude, mirror.druzhba_value(crude, seen, 7.67))
    found = found.set_index("year")
    assert found["absent"].to_dict() == {
        2014: "",
        2015: "",
        **dict.fromkeys(range(2016, 2021), "CZE"),
    }
    assert found.loc[[2015, 2019, 2020], "months"].tolist() == [4, 12, 12]
    assert found.loc[[2019, 2020], "source_id"].tolist() == ["ec_coir", "eurostat_crude_imports"]


def test_a_bound_of_an_unknown_value_is_unknown() -> None:
    gaps = mirror.ratios(_both(("kaz_to_ita", "KAZ", 2020, 100), ("kaz_to_ita", "ITA", 2020, 20)))
    crude = _importers(("DEU", 2020, float("nan"), 1), ("CZE", 2020, 4, 1))
    found = mirror.explained(gaps, crude, NO_DRUZHBA).iloc[0]
    assert pd.isna(found["lower"])
    assert pd.isna(found["upper"])
    assert found["absent"] == "AUT"
