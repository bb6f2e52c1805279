"""Italian companies and the corridor against numbers worked out by hand from the tables."""

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import companies, corridor
from partnership.analysis.bounds import LOWER_BOUND
from partnership.tables.contract import TableError

COMPANIES = pd.DataFrame(
    [("eni", "ITA"), ("byelkamit", "XXX"), ("shell", "GBR")], columns=["company_id", "country"]
)
PROJECTS = pd.DataFrame(
    [
        ("a", "eni", "oil_gas", "partner", "x", "1997", None, 16.8, "%"),
        ("b", "eni", "transport", "contractor", "x", "2014-06-12", "2016", 5e6, "USD"),
        ("c", "eni", "transport", "memorandum", "y", None, None, 7e6, "EUR"),
        ("d", "byelkamit", "companies", "presence", None, None, None, None, None),
        ("e", "shell", "oil_gas", "partner", "x", "1997", None, 9e6, "USD"),
    ],
    columns=[
        "project_id",
        "company_id",
        "sector",
        "role",
        "region_id",
        "start",
        "end",
        "value",
        "unit",
    ],
)


def _italian(*sectors: str) -> pd.DataFrame:
    return companies.italian(PROJECTS, COMPANIES, sectors)


def test_italian_projects_are_those_of_italian_companies_and_joint_ventures() -> None:
    assert _italian()["project_id"].tolist() == ["a", "b", "c", "d"]
    assert _italian("transport")["project_id"].tolist() == ["b", "c"]
    assert _italian("minerals").empty


def test_years_and_moments() -> None:
    rows = _italian().set_index("project_id")
    assert rows.loc["b", ["first", "last"]].tolist() == [2014, 2016]
    assert pd.isna(rows.loc["a", "last"])
    assert rows["moment"].tolist() == [False, False, True, False]


def test_contracts_are_sums_of_money_dollars_first_and_not_converted() -> None:
    rows = companies.contracts(_italian())
    assert rows["project_id"].tolist() == ["b", "c"]
    assert rows["value"].tolist() == [5e6, 7e6]


def test_projects_by_region() -> None:
    counted = companies.by_region(_italian())
    assert counted.to_numpy().tolist() == [["x", 2, 1], ["y", 1, 1]]


def test_contracts_in_the_package() -> None:
    """Contractors in dollars: 1800 + 500 + 500 + 240 + 120; in euros: 530 + 272 + 92 + 1.4."""
    rows = companies.contracts(companies.italian(tables.load("projects"), tables.load("companies")))
    works = rows[rows["role"].eq("contractor")].groupby("currency")["value"].sum()
    assert works["USD"] == pytest.approx(3_160e6)
    assert works["EUR"] == pytest.approx(895.4e6)


def test_every_company_of_the_article_has_a_project() -> None:
    rows = companies.italian(tables.load("projects"), tables.load("companies"))
    assert set(companies.ARTICLE) <= set(rows["company_id"])


def test_each_way_of_counting_firms_stands_by_itself() -> None:
    rows = companies.counts(tables.load("observations"))
    late = rows[rows["period"].str[:4].astype(int).ge(2022)]
    by_metric = {m: set(g["value"]) for m, g in late.groupby("metric_id")}
    assert by_metric == {
        "italian_firms_count": {250, 270, 300},
        "italian_firms_without_eni_count": {265},
        "italian_capital_entities_count": {278},
        "italian_firms_ventures_offices_count": {300},
        "italian_joint_ventures_count": {170},
    }
    bound = late[late["note"].fillna("").str.startswith(LOWER_BOUND)]
    assert sorted(zip(bound["period"], bound["value"], strict=True)) == [
        ("2024-01", 300),
        ("2025-03", 250),
        ("2025-04", 250),
        ("2025-09", 265),
    ]


def test_each_way_of_adding_investment_up_stands_by_itself() -> None:
    rows = companies.investment(tables.load("observations"))
    found = {m: g["value"].div(1e9).tolist() for m, g in rows.groupby("metric_id", sort=False)}
    assert found == {
        "investment_since_2005_usd": [7.6, 7.6, 7.3, 7.3],
        "investment_twenty_years_usd": [7.4],
        "investment_25_years_usd": [6],
        "investment_thirty_years_usd": [15, 15],
        "investment_since_independence_usd": [10, 10, 8.7],
        "investment_no_start_usd": [7.3],
        "investment_by_eni_usd": [15],
    }
    assert rows.loc[rows["metric_id"].eq("investment_by_eni_usd"), "entity_id"].tolist() == ["eni"]


def _course(*points: list[float], schematic: bool = False) -> dict[str, object]:
    return {
        "geometry": {"type": "LineString", "coordinates": list(points)},
        "properties": {"asset_id": "leg", "schematic": schematic},
    }


def test_a_leg_is_as_long_as_its_pieces() -> None:
    """A degree of a meridian is 6371.0088 * pi / 180 = 111.195 km."""
    assets = pd.DataFrame({"asset_id": ["leg"], "kind": ["corridor_leg"]})
    features = [
        _course([10.0, 0.0], [10.0, 1.0], [10.0, 2.0]),
        _course([10.0, 2.0], [10.0, 2.5], schematic=True),
    ]
    (row,) = corridor.legs(assets, features).itertuples()
    assert row.km == pytest.approx(2.5 * 111.195, abs=0.01)
    assert row.schematic_km == pytest.approx(0.5 * 111.195, abs=0.01)


def test_a_way_with_a_leg_unknown_is_left_out() -> None:
    every = sorted({leg for ids in corridor.ROUTES.values() for leg in ids})
    known = pd.DataFrame({"asset_id": every, "km": 1.0})
    without = known[known["asset_id"].ne("leg_poti_trieste")]
    assert set(corridor.routes(without)["way"]) == {"rail_to_trieste", "dostyk_to_constanta"}
    unmeasured = known.assign(km=known["km"].mask(known["asset_id"].eq("leg_aktau_alat")))
    with pytest.raises(TableError, match="asset_id = leg_aktau_alat are needed"):
        corridor.routes(unmeasured)


def test_ways_are_whole_chains_of_known_legs() -> None:
    legs = corridor.legs(tables.load("assets"), tables.geometry("routes_detail")["features"])
    rows = corridor.routes(legs)
    for way, ids in corridor.ROUTES.items():
        chain = rows[rows["way"].eq(way)]
        assert chain["asset_id"].tolist() == list(ids)
        assert chain["to_km"].iloc[-1] == pytest.approx(chain["km"].sum())
        assert chain["from_km"].iloc[0] == 0


def test_each_count_of_2024_is_a_series_of_its_own() -> None:
    rows = corridor.yearly(
        tables.load("observations"), (corridor.CARGO, *corridor.OTHER_CARGO), 1992, 2025
    )
    counted = rows[rows["role"].eq("series")].set_index(["metric_id", "year"])["value"]
    assert counted[corridor.CARGO].to_dict() == {
        2019: 759,
        2020: 783,
        2021: 586,
        2022: 1485,
        2023: 2764,
        2024: 4484,
        2025: 4119,
    }
    assert counted["corridor_cargo_railway_kt"].to_dict() == {2024: 3300}
    assert counted["corridor_sea_cargo_kt"].to_dict() == {2024: 3300}
    assert counted["corridor_rail_cargo_kt"].to_dict() == {2023: 2750}
    assert "corridor_cargo_association_kt" not in counted  # halves of years and a plan alone
    others = rows[rows["role"].eq("other")]
    assert set(others["metric_id"]) == {corridor.CARGO}
    assert set(others.loc[others["year"].eq(2022), "value"]) == {1500, 1700}
    ahead = rows[rows["role"].eq("ahead") & rows["metric_id"].eq(corridor.CARGO)]
    assert ahead.set_index("year")["value"].to_dict() == {2024: 4200, 2025: 5200}
    # Both were foretold in their year, by the ministry and by AZCON: nobody planned them.
    assert set(ahead["status"]) == {"estimated"}


def test_a_plan_is_compared_with_the_count_of_its_own_kind() -> None:
    plans = corridor.plans(tables.load("observations")).set_index(["metric_id", "period"])
    became = plans["outcome"].dropna().to_dict()
    assert became == {
        (corridor.CARGO, "2024"): 4484,
        (corridor.CARGO, "2025"): 4119,
        (corridor.CONTAINERS, "2025"): 77,
    }
    assert ("corridor_cargo_association_kt", "2025") in plans.index
    # Around 77 thousand TEU are no count as printed, the ministry's tonnes are.
    about = plans["outcome_about"]
    assert about[corridor.CONTAINERS, "2025"]
    assert not about[corridor.CARGO, "2025"]
    # The projection for 2030 does not say whose count it is.
    assert plans.loc[(corridor.PROJECTED, "2030"), "value"] == 11_000


def test_what_is_worked_out_or_about_is_known_from_a_count() -> None:
    rows = corridor.yearly(tables.load("observations"), (corridor.CONTAINERS,), 2020, 2025)
    series = rows[rows["role"].eq("series")].set_index("year")
    about = corridor.is_rounded_off(series)
    assert about[about].index.to_list() == [2020, 2023, 2025]


def test_containers_take_the_more_precise_of_two_counts() -> None:
    rows = corridor.yearly(tables.load("observations"), (corridor.CONTAINERS,), 2021, 2022)
    series = rows[rows["role"].eq("series")].set_index("year")["value"]
    assert series.to_dict() == {2021: 25.2, 2022: 33.6}
    assert rows[rows["role"].eq("ahead")]["value"].tolist() == [96, 300, 500]


def test_the_corridor_beside_the_pipelines() -> None:
    rows = corridor.beside_pipelines(tables.load("observations"), tables.load("sources"), 2025)
    mt = rows.set_index(["entity_id", "metric_id"])["mt"].to_dict()
    assert mt == {
        ("cpc", corridor.ALL_OIL): 63.01,
        ("cpc", corridor.KAZAKH_OIL): 55.4,
        ("btc", corridor.ALL_OIL): 29.4709,
        ("btc", corridor.KAZAKH_OIL): 1.4,
        ("atyrau_samara", corridor.KAZAKH_OIL): 8.6,
        ("kazakhstan_china_oil", corridor.KAZAKH_OIL): 1.2,
        ("middle_corridor", corridor.CARGO): 4.484,
    }
    assert set(rows["year"]) == {2024}
    assert corridor.beside_pipelines(
        tables.load("observations"), tables.load("sources"), 2018
    ).empty


def test_a_line_not_known_for_the_year_stands_with_the_year_before() -> None:
    seen, cited = tables.load("observations"), tables.load("sources")
    china = seen["entity_id"].eq("kazakhstan_china_oil") & seen["period"].eq("2024")
    rows = corridor.beside_pipelines(seen[~china], cited, 2025).set_index("entity_id")
    assert (rows.loc["kazakhstan_china_oil", "year"], rows.loc["kazakhstan_china_oil", "mt"]) == (
        2023,
        1.209,
    )
    # For 2023 the way by Samara is known ten years earlier only.
    assert "atyrau_samara" not in set(corridor.beside_pipelines(seen, cited, 2023)["entity_id"])
