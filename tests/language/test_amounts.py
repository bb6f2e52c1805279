"""A value with its unit in words: every unit of the tables, and the rules of decimals and size."""

from __future__ import annotations

import math

import pytest

from partnership import tables
from partnership.language import amounts, texts, units

EN = texts.in_language("en")
_PERCENT = "\u202f%"
_COLUMNS = (
    ("metrics", "unit"),
    ("observations", "unit"),
    ("events", "unit"),
    ("projects", "unit"),
    ("assets", "capacity_unit"),
    ("prices", "unit"),
)
_NO_UNITS = {"date", ""}
"""What stands in the column of units of `claims` and `evidence` for a day and for a bare count."""


@pytest.mark.parametrize(("table", "column"), _COLUMNS)
def test_every_unit_of_the_tables_has_words(table: str, column: str) -> None:
    codes = set(tables.load(table)[column].dropna().astype(str))
    assert codes <= set(units.WORDS) | set(units.COUNTED), sorted(codes - set(units.WORDS))


@pytest.mark.parametrize("table", ["claims", "evidence"])
def test_every_unit_of_what_is_claimed_has_words(table: str) -> None:
    codes = set(tables.load(table)["unit"].dropna().astype(str)) - _NO_UNITS
    assert codes <= set(units.WORDS) | set(units.COUNTED), sorted(codes - set(units.WORDS))


def test_every_unit_that_has_words_stands_in_a_table() -> None:
    places = (*_COLUMNS, ("claims", "unit"), ("evidence", "unit"))
    known = {str(u) for table, column in places for u in tables.load(table)[column].dropna()}
    assert set(units.WORDS) | set(units.COUNTED) <= known
    assert set(units.SHORT) <= set(units.WORDS) | set(units.COUNTED)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        # money, from observations, events, projects, claims and trade
        (610_000_000_000.0, "USD", "$610bn"),
        (14_500_000_000.0, "USD", "$14.5bn"),
        (1_780_000_000.0, "USD", "$1.78bn"),
        (1_000_000_000.0, "USD", "$1bn"),
        (999_000_000.0, "USD", "$999m"),
        (135_759_280.0, "USD", "$135.76m"),
        (37_200_000.0, "USD", "$37.2m"),
        (850_000_000.0, "EUR", "€850m"),
        (1_400_000.0, "EUR", "€1.4m"),
        (12_000_000_000.0, "EUR", "€12bn"),
        (950_000.0, "EUR", "€950,000"),
        (-2_500_000_000.0, "USD", "−$2.5bn"),
        (0.0, "USD", "$0"),
        # prices
        (1528.25, "USD/t", "$1,528.25 a tonne"),
        (53562.79, "USD/t", "$53,562.79 a tonne"),
        (20.95, "USD/bbl", "$20.95 a barrel"),
        (32.5, "USD/dmtu", "$32.5 a dry metric tonne unit"),
        (410.11, "USD/toz", "$410.11 a troy ounce"),
        (2.82, "USD/MMBtu", "$2.82 a million British thermal units"),
        (1.16078, "USD/EUR", "$1.16 for a euro"),
        (35.5383333333333, "KZT/USD", "35.54 tenge for a dollar"),
        (502.93, "KZT/tCO2e", "502.93 tenge a tonne of CO₂ equivalent"),
        (1.12, "USD/tCO2e", "$1.12 a tonne of CO₂ equivalent"),
        # mass
        (27.5, "Mt", "27.5 Mt"),
        (70.52, "Mt", "70.52 Mt"),
        (0.127, "Mt", "0.13 Mt"),
        (190_000.0, "Mt", "190,000 Mt"),
        (0.004, "Mt", "0.004 Mt"),
        (0.0004, "Mt", "0.0004 Mt"),
        (1e-17, "Mt", "0 Mt"),
        (81.5, "Mt/y", "81.5 Mt a year"),
        (759.0, "kt", "759 thousand t"),
        (926.5, "kt", "926.5 thousand t"),
        (4484.0, "kt", "4.48 Mt"),
        (74_000_000.0, "kt", "74,000 Mt"),
        (288_300.0, "t", "288,300 t"),
        (10_836_000.0, "t", "10,836,000 t"),
        (0.0, "t", "0 t"),
        (410_000.0, "t/y", "410,000 t a year"),
        (2_378_200.0, "t Cr2O3", "2,378,200 t of chromium oxide"),
        (12_968_800.0, "t Fe", "12,968,800 t of iron"),
        (381_200.0, "t P2O5", "381,200 t of phosphorus oxide"),
        (65_000.0, "t TiO2", "65,000 t of titanium oxide"),
        (22_451.0, "t U", "22,451 t of uranium"),
        (25_595.0, "t U3O8", "25,595 t of uranium oxide"),
        (1_035_181.0, "kg", "1,035,181 kg"),
        (159.9, "MtCO2", "159.9 Mt of CO₂"),
        (41.33282, "MtCO2e", "41.33 Mt of CO₂ equivalent"),
        (9.0, "GtCO2e", "9 bn t of CO₂ equivalent"),
        (419.096, "gCO2e/kWh", "419.1 g of CO₂ equivalent per kWh"),
        # energy and volume
        (51.65, "MW", "51.65 MW"),
        (247.0, "MW", "247 MW"),
        (36_010.0, "MW", "36,010 MW"),
        (70_205.245, "GWh", "70,205.25 GWh"),  # a half goes up, as in a spreadsheet
        (200.0, "GWh/y", "200 GWh a year"),
        (6.675, "TWh", "6.68 TWh"),
        (791.7, "bcm", "791.7 bn m³"),
        (7.41, "bcm/y", "7.41 bn m³ a year"),
        (733.824154, "million m3/y", "733.82 million m³ a year"),
        (1200.0, "kb/d", "1,200 thousand barrels a day"),
        (0.08796, "million bbl/y", "0.09 million barrels a year"),
        (129.0, "million boe", "129 million barrels of oil equivalent"),
        (7.67258367335485, "bbl/t", "7.67 barrels a tonne"),
        (38_000_000_000.0, "barrels", "38 bn barrels"),
        (15_885_000_000.0, "barrels", "15.89 bn barrels"),
        # shares, ranks, years and counts
        (29.25, "%", f"29.25{_PERCENT}"),
        (81.18195956454122, "%", f"81.18{_PERCENT}"),
        (-27.0, "%", f"−27{_PERCENT}"),
        (0.0, "%", f"0{_PERCENT}"),
        (100.0, "%", f"100{_PERCENT}"),
        (3.0, "rank", "rank 3"),
        (2041.0, "year", "2041"),
        (9.0, "session", "session 9"),
        (6.0, "ratio", "6"),
        (7.66, "months", "7.7 months"),
        (40.0, "years", "40 years"),
        (3.0, "days", "3 days"),
        (20.471014492753625, "kTEU", "20.47 thousand TEU"),
        (1768.0, "km", "1,768 km"),
        (4200.0, "m", "4,200 m"),
        (93_000.0, "panels", "93,000 panels"),
        (179_446.0, "applications", "179,446 applications"),
        (30.0, "firms and associations", "30 firms and associations"),
        (2.0, "flights/week", "2 flights a week"),
        (133.0, "joint ventures", "133 joint ventures"),
        (16.0, "memoranda", "16 memoranda"),
        (12.0, "protocols", "12 protocols"),
        (20.0, "accords", "20 accords"),
        (1234.5, "", "1,234.5"),
    ],
)
def test_a_value_with_its_unit(value: float, unit: str, words: str) -> None:
    assert amounts.amount(value, unit, EN) == words


@pytest.mark.parametrize(
    ("value", "unit", "digits", "words"),
    [
        (27.5, "Mt", 2, "27.50 Mt"),
        (27.55, "Mt", 0, "28 Mt"),
        (4484.0, "kt", 1, "4.5 Mt"),
        (16.807, "%", 3, f"16.807{_PERCENT}"),
        (2.0, "%", 1, f"2.0{_PERCENT}"),
        (1_780_000_000.0, "USD", 1, "$1.8bn"),
        (0.0004, "Mt", 2, "0.00 Mt"),
        (502.93, "KZT/tCO2e", 2, "502.93 tenge a tonne of CO₂ equivalent"),
        (2041.0, "year", 2, "2041"),
    ],
)
def test_as_many_decimals_as_asked_for(value: float, unit: str, digits: int, words: str) -> None:
    assert amounts.amount(value, unit, EN, digits) == words


@pytest.mark.parametrize(
    ("value", "unit"),
    [(None, "Mt"), (math.nan, "USD"), (math.nan, "year"), (math.nan, "%"), (1.0, None)],
)
def test_nothing_is_written_of_what_is_missing(value: float | None, unit: str | None) -> None:
    assert amounts.amount(value, unit, EN) == ""


def test_an_unknown_unit_is_no_bare_number() -> None:
    with pytest.raises(KeyError):
        amounts.amount(1.0, "furlongs", EN)


@pytest.mark.parametrize(
    ("value", "currency", "billions", "millions"),
    [
        (18_663_800_000.0, "usd", "$18.7bn", "$18,664m"),
        (450_000_000.0, "EUR", "€450m", "€450m"),
        (56_900_000.0, "eur", "€56.9m", "€56.9m"),
        (0.0, "usd", "$0", "$0"),
        (-1_200_000_000.0, "usd", "−$1.20bn", "−$1,200m"),
        (math.nan, "usd", "", ""),
    ],
)
def test_sums_of_one_size(value: float, currency: str, billions: str, millions: str) -> None:
    assert amounts.in_billions(value, currency, EN) == billions
    assert amounts.in_millions(value, currency, EN) == millions


def test_a_short_name_of_a_unit_where_there_is_one() -> None:
    assert amounts.amount(2_378_200.0, "t Cr2O3", EN, 0, short=True) == "2,378,200 t of Cr₂O₃"
    assert amounts.amount(502.93, "KZT/tCO2e", EN, 2, short=True) == "502.93 tenge a tonne"
    assert amounts.amount(12_968_800.0, "t Fe", EN, 0, short=True) == "12,968,800 t of iron"


@pytest.mark.parametrize(
    ("value", "found"), [(20.0, 0), (29.25, 2), (16.807, 3), (8.3333, 4), (1 / 3, 4)]
)
def test_decimals_of_a_published_value(value: float, found: int) -> None:
    assert amounts.decimals(value) == found


def test_a_unit_alone() -> None:
    assert amounts.heading("million m3/y", EN) == "million m³ a year"
    assert amounts.heading("year", EN) == "year"
    assert amounts.heading("furlongs", EN) == "furlongs"
