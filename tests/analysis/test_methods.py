"""What each method of a claim computes, against values worked out by hand from `data/*.csv`."""

from __future__ import annotations

import csv
from dataclasses import fields

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import methods, verdicts
from partnership.analysis.found import Tables


def _tables(**changed: pd.DataFrame) -> Tables:
    names = [f.name for f in fields(Tables)]
    return Tables(**{n: changed[n] if n in changed else tables.load(n) for n in names})


def _judged() -> pd.DataFrame:
    return verdicts.judged(tables.load("claims"), _tables()).set_index("claim_id")


# Worked out by hand from the tables; amounts in the unit of the claim.
BY_HAND = {
    "c04": (233 / (365.25 / 12), "approximately"),  # 1 January to 21 August 1992; a claimed start
    "c08": (15.1, "approximately"),  # 15.1 is not 14.9 to one decimal
    "c18": (29.25, "confirmed"),
    "c19": (0, "outdated"),  # Shell took BG over
    "c23": (2038, "approximately"),  # three pages of the press against one
    "c30": (8.33, "approximately"),  # as announced in 2013; 0.07 of 8.4 is less than 1 %
    "c36": (13e9, "approximately"),  # the upper end of 9 to 13 bn is not above 13
    "c37": (9e9, "approximately"),  # the lower end of it is no estimate of its own
    "c49": (2021, "approximately"),  # one year off
    "c52": (48 + 48, "confirmed"),
    "c55": (120 + 77 + 50, "approximately"),
    "c70": (2, "outdated"),
    "c71": (9, "disputed"),
    "c76": (16, "confirmed"),  # two agencies against one
    "c82": (1, "confirmed"),
    "c66": (14.5e9, "approximately"),  # eleven months of 2023
    "c84": (6, "approximately"),  # footwear alone, in the first half of 2024
}


@pytest.mark.parametrize("claim", BY_HAND)
def test_by_hand(claim: str) -> None:
    row = _judged().loc[claim]
    value, verdict = BY_HAND[claim]
    assert row["found"] == pytest.approx(value)
    assert (row["verdict"], row["basis"]) == (verdict, "computed")


def _declared(source: str, flow: str, year: str, partner: str) -> float:
    """USD of one row of `trade.csv`, read without the code under test."""
    with (tables.DATA / "trade.csv").open(encoding="utf-8") as file:
        (row,) = (
            r
            for r in csv.DictReader(file)
            if (r["reporter"], r["flow"], r["period"]) == ("KAZ", flow, year)
            and (r["partner"], r["product_id"], r["source_id"]) == (partner, "total", source)
        )
    return float(row["value_usd"])


@pytest.mark.parametrize(
    ("claim", "source", "year", "percent"),
    [
        ("c80", "bns_by_partner_2018_2023", "2023", 18.74),
        ("c81", "bns_by_partner_2020_2025", "2024", 22.85),
    ],
)
def test_italys_share_of_exports(claim: str, source: str, year: str, percent: float) -> None:
    italy, world = (_declared(source, "export", year, p) for p in ("ITA", "WLD"))
    assert italy / world * 100 == pytest.approx(percent, abs=0.005)
    assert _judged().loc[claim, "found"] == pytest.approx(italy / world * 100)


def test_turnover() -> None:
    both = [_declared("bns_by_partner_2018_2023", f, "2023", "ITA") for f in ("export", "import")]
    assert sum(both) == pytest.approx(16.08e9, abs=5e6)
    (value,) = methods.compute("turnover", "reporter=KAZ;year=2023", _tables()).known
    assert value.value == pytest.approx(sum(both))


def test_growth_of_exports_by_customs() -> None:
    """94.615 + 25.158 + 12.940 M EUR in 2022 over 47.164 + 15.751 + 5.916 in 2020."""
    words = "products=itgrp_clothing,itgrp_footwear,itgrp_leather_furs;first=2020;last=2025"
    (value,) = methods.compute("exports_growth", words, _tables()).known
    assert value.value == pytest.approx(92.8, abs=0.05)
    assert (value.period, value.indirect) == ("2020/2022-11", True)


def _imports(*months: tuple[str, str, float]) -> pd.DataFrame:
    """Rows of Italy's imports from Kazakhstan, as `trade` has them."""
    rows = [
        {
            "reporter": "ITA",
            "partner": "KAZ",
            "flow": "import",
            "product_id": product,
            "period": period,
            "declared_value": value,
            "source_id": "comext_2023_01",
            "status": "reported",
        }
        for period, product, value in months
    ]
    return pd.DataFrame(rows)


def test_fuel_share_leaves_out_months_without_both_values() -> None:
    trade = _imports(
        ("2021-05", "total", 10.0),
        ("2021-05", "hs27", 9.0),
        ("2022-01", "total", 100.0),
        ("2022-01", "hs27", 80.0),
        ("2022-02", "total", 50.0),
        ("2026-01", "total", 50.0),
        ("2026-01", "hs27", 50.0),
    )
    found = methods.compute("fuel_share", "until=2025-05", _tables(trade=trade))
    assert [(v.value, v.period) for v in found.known] == [(80.0, "2022-01/2022-01")]
    assert found.before == (90.0,)


def test_the_fuel_share_of_a_year_with_more_months_is_no_earlier_value() -> None:
    trade = _imports(
        ("2021-05", "total", 10.0),
        ("2021-05", "hs27", 9.0),
        ("2021-06", "total", 10.0),
        ("2021-06", "hs27", 9.0),
        ("2022-01", "total", 100.0),
        ("2022-01", "hs27", 80.0),
    )
    assert methods.compute("fuel_share", "until=2025-05", _tables(trade=trade)).before == ()


def test_imports_without_fuels_leave_out_months_without_both_values() -> None:
    trade = _imports(
        ("2020-01", "total", 100.0),
        ("2020-01", "hs27", 90.0),
        ("2020-02", "total", 100.0),
        ("2020-03", "total", 100.0),
        ("2020-03", "hs27", 50.0),
        ("2022-01", "total", 100.0),
        ("2022-01", "hs27", 85.0),
    )
    (value,) = methods.compute("imports_without_fuels", "year=2020", _tables(trade=trade)).known
    assert (value.value, value.period, value.indirect) == (60.0, "2020-01/2020-03", True)


def test_only_spans_as_long_as_the_newest_are_earlier_values() -> None:
    seen = pd.DataFrame(
        [("x", "m", p, v, "article", "reported") for p, v in (("2024", 1.0), ("2023", 2.0))]
        + [("x", "m", "2022-01/2022-11", 3.0, "article", "reported")],
        columns=["entity_id", "metric_id", "period", "value", "source_id", "status"],
    )
    words = "entity_id=x;metric_id=m;until=2025-05"
    found = methods.compute("observation_latest", words, _tables(observations=seen))
    assert ([v.value for v in found.known], found.before) == ([1.0], (2.0,))


def test_crude_share_of_2023() -> None:
    (value,) = methods.compute("crude_share", "year=2023", _tables()).known
    assert value.value == pytest.approx(10.80, abs=0.005)


def test_the_newest_by_the_time_of_the_article() -> None:
    """The edition of 2026 says nothing of what could be known in May 2025."""
    words = "entity_id=KAZ;metric_id=chromium_reserves_rank;until="
    now = methods.compute("observation_latest", words + "2025-05", _tables())
    assert [v.period for v in now.known] == ["2025"]
    later = methods.compute("observation_latest", words + "2026-05", _tables())
    assert [v.period for v in later.known] == ["2026"]
    assert not methods.compute("observation_latest", words + "1980-01", _tables()).known


@pytest.mark.parametrize("claim", ["c36", "c37"])
def test_reserves_are_compared_with_reserves(claim: str) -> None:
    """Oil in place, 35 and 38 bn barrels, decides and contradicts nothing."""
    row = _judged().loc[claim]
    assert row["decided_by"] == "astana_times_2024_01_kashagan"
    assert [v.value for v in row["dissent"]] == [15.885e9]
    rows = tables.load("evidence")
    spoken = rows[rows["claim_id"].eq(claim) & rows["stance"].isin(["supports", "contradicts"])]
    assert set(spoken["value"].astype(float)) == {15.885e9}
    ranged = {"caspian_barrel_2023_04_kashagan_fine", "offshore_engineer_2016_kashagan"}
    assert ranged <= set(rows[rows["claim_id"].eq(claim)]["source_id"])


def test_the_end_of_a_range_is_indirect() -> None:
    words = "entity_id=kashagan;metric_id=oil_reserves_recoverable_low_bbl"
    ends = methods.compute("observation_range_end", words, _tables()).known
    assert {(v.value, v.indirect) for v in ends} == {(9e9, True)}
    assert {v.period for v in ends} == {"2016", "2023-04", "2024-01"}


def test_the_longest_span_within_a_year() -> None:
    seen = pd.DataFrame(
        [("x", "m", p, v, "article", "reported") for p, v in (("2024-01", 1.0), ("2024", 2.0))]
        + [("x", "m", "2023-02/2024-02", 3.0, "article", "reported")],
        columns=["entity_id", "metric_id", "period", "value", "source_id", "status"],
    )
    words = "entity_id=x;metric_id=m;year=2024"
    found = methods.compute("observation_within", words, _tables(observations=seen))
    assert [v.value for v in found.known] == [2.0]


def test_a_firm_is_at_work_by_what_is_done_not_by_what_is_planned() -> None:
    found = methods.compute("firm_at_work", "company_id=italcementi", _tables())
    assert [v.source_id for v in found.known] == ["farnesina_2015_04_italcementi"]
    assert not methods.compute("firm_at_work", "company_id=nobody", _tables()).known


def test_a_plant_stands_in_one_region() -> None:
    words = "asset_id=badamsha_1;region_id="
    assert methods.compute("asset_in_region", words + "aktobe_region", _tables()).known
    assert not methods.compute("asset_in_region", words + "abai_region", _tables()).known


def test_every_method_that_is_named_exists() -> None:
    named = set(tables.load("claims")["method"]) - {methods.EDITORIAL}
    assert named <= set(methods.METHODS)
