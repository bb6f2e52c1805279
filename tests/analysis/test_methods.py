"""What each method of a claim computes, against values worked out by hand from `data/*.csv`."""

from __future__ import annotations

import csv

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import methods, verdicts
from partnership.analysis.found import Tables


def _tables(**changed: pd.DataFrame) -> Tables:
    names = ("observations", "stakes", "trade", "events", "assets")
    return Tables(**{n: changed.get(n, tables.load(n)) for n in names})


def _judged() -> pd.DataFrame:
    return verdicts.judged(tables.load("claims"), _tables()).set_index("claim_id")


# Worked out by hand from the tables; amounts in the unit of the claim.
BY_HAND = {
    "c04": (233 / (365.25 / 12), "confirmed"),  # 1 January to 21 August 1992
    "c08": (15.1, "confirmed"),
    "c18": (29.25, "confirmed"),
    "c19": (0, "outdated"),  # Shell took BG over
    "c22": (29.25 + 29.25 + 18 + 13.5, "disputed"),
    "c23": (2038, "approximately"),
    "c30": (8.333, "approximately"),
    "c33": (5 * 16.81 + 8.40 + 7.56, "confirmed"),
    "c36": (35e9, "disputed"),
    "c49": (2021, "disputed"),
    "c52": (48 + 48, "confirmed"),
    "c55": (120 + 77 + 50, "approximately"),
    "c70": (2, "outdated"),
    "c71": (9, "disputed"),
    "c76": (12, "approximately"),  # of 16 and 12 the farther one
    "c82": (1, "confirmed"),
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
    row = _judged().loc["c66"]
    assert row["found"] == pytest.approx(sum(both))
    assert row["verdict"] == "approximately"
    assert row["difference"] == pytest.approx((sum(both) / 14.5e9 - 1) * 100)


def test_fuel_share_leaves_out_months_without_both_values() -> None:
    months = [("2022-01", "total", 100.0), ("2022-01", "hs27", 80.0), ("2022-02", "total", 50.0)]
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
    found = methods.fuel_share(_tables(trade=pd.DataFrame(rows)), "2022-01/2022-12")
    assert [v.value for v in found.known] == [80.0]


def test_crude_share_of_2023() -> None:
    (value,) = methods.crude_share(_tables(), "2023").known
    assert value.value == pytest.approx(10.80, abs=0.005)


def test_every_method_that_is_named_exists() -> None:
    named = set(tables.load("claims")["method"]) - {methods.EDITORIAL}
    assert named <= set(methods.METHODS)
