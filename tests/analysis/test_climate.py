"""Electricity and climate against numbers worked out by hand from the tables."""

from __future__ import annotations

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import climate, climate_targets

PLANTS = {"badamsha_1", "badamsha_2", "shaulder_solar", "zhanaozen_hybrid"}


def _seen() -> pd.DataFrame:
    return tables.load("observations")


def test_a_straight_line_and_a_constant_factor() -> None:
    # 100 to 81 in two years: 9.5 a year; 0.81 is 0.9 twice, so 10 percent a year.
    change, percent = climate.annual_change(2020, 100.0, 2022, 81.0)
    assert change == pytest.approx(-9.5)
    assert percent == pytest.approx(-10)


def test_no_percentage_leads_to_zero() -> None:
    change, percent = climate.annual_change(2024, 330.0, 2060, 0.0)
    assert change == pytest.approx(-330 / 36)
    assert percent is None


def test_time_runs_forward() -> None:
    with pytest.raises(ValueError, match="is not after"):
        climate.annual_change(2030, 1.0, 2030, 2.0)


def test_the_slopes_of_kazakhstan() -> None:
    seen = _seen()
    targets = climate.yearly(seen, ("ghg_target_mtco2e",), ("KAZ",))
    rows = climate.annual_changes(climate.totals(seen, "KAZ"), targets).set_index(["first", "last"])
    # (280.659686 - 330.39334) / 6; ln(280.659686 / 330.39334) / 6 = -0.027191
    assert rows.loc[(2024, 2030), "change"] == pytest.approx(-8.2889, abs=1e-4)
    assert rows.loc[(2024, 2030), "percent"] == pytest.approx(-2.6825, abs=1e-3)
    # (0 - 280.659686) / 30
    assert rows.loc[(2030, 2060), "change"] == pytest.approx(-9.3553, abs=1e-4)
    assert pd.isna(rows.loc[(2030, 2060), "percent"])
    assert rows.loc[(2014, 2024), "span"] == "recent"
    assert rows["span"].tolist() == ["fall", "rise", "recent", "needed", "needed"]


def test_the_target_of_2030_without_land_use_is_82_percent_of_1990() -> None:
    seen = _seen()
    total = climate.totals(seen, "KAZ").set_index("year")
    target = climate.yearly(seen, ("ghg_target_mtco2e",), ("KAZ",)).set_index("year")["value"]
    assert target[2030] == pytest.approx(0.82 * total.loc[1990, "value"])
    assert total.loc[2024, "index"] == pytest.approx(330.39334 / 342.26791 * 100)


def test_targets_on_their_two_bases() -> None:
    seen = _seen()
    targets = {
        (base, what): climate_targets.targets(seen, base, what)["value"].to_list()
        for base in ("edgar", "inventory")
        for what in ("unconditional", "conditional")
    }
    # 0.82 and 0.73 of 342.26791, and zero in 2060; by the inventory what was 331 and 293 before.
    assert targets["edgar", "unconditional"] == pytest.approx([280.65969, 0], abs=1e-4)
    assert targets["edgar", "conditional"] == pytest.approx([249.85557], abs=1e-4)
    assert targets["inventory", "unconditional"] == [318]
    assert targets["inventory", "conditional"] == [280]
    replaced = climate_targets.by_base(seen).query("replaced")
    assert sorted(replaced["value"]) == [293, 331]


def test_each_base_has_the_percentages_of_its_kind() -> None:
    seen = _seen()
    stated = climate_targets.percentages(seen)
    clean = stated[~stated["land_use"]].set_index("what")["value"]
    assert clean.to_dict() == {"unconditional": -18, "conditional": -27}
    assert set(stated.loc[stated["land_use"], "value"]) == {-15, -25}
    known = climate_targets.by_base(seen).query("not replaced").set_index(["base", "what", "year"])
    for base in ("edgar", "inventory"):
        first = known.loc[(base, "base_year", 1990), "value"]
        for what, percent in clean.items():
            # 280 of 387.8 is -27.8 %: both the percentage and the base year are rounded.
            change = (known.loc[(base, what, 2030), "value"] / first - 1) * 100
            assert change == pytest.approx(percent, abs=1)


def test_the_slope_with_help_from_abroad() -> None:
    seen = _seen()
    targets = climate_targets.targets(seen, "edgar", "conditional")
    rows = climate.annual_changes(climate.totals(seen, "KAZ"), targets)
    # (249.85557 - 330.39334) / 6
    assert rows.loc[rows["span"].eq("needed"), "change"].to_list() == [
        pytest.approx(-13.4230, abs=1e-4)
    ]


def test_sectors_add_up_to_the_total() -> None:
    seen = _seen()
    for country in ("KAZ", "ITA"):
        sums = climate.by_sector(seen, country).groupby("year")["value"].sum()
        total = climate.totals(seen, country).set_index("year")["value"]
        assert (sums - total).abs().max() < 1e-4


def test_kazakh_electricity_of_2024_by_the_release_of_2025() -> None:
    rows = climate.generation(_seen(), "KAZ", climate.RELEASE)
    rows = rows[rows["year"].eq(2024)].set_index("part")
    assert rows["value"].sum() == pytest.approx(118.05)
    assert rows.loc["coal", "share"] == pytest.approx(65.13 / 118.05 * 100)
    # 11.28 hydro + 2.00 solar + 4.34 wind
    clean = climate.low_carbon(rows.reset_index())
    assert clean["share"].tolist() == [pytest.approx(17.62 / 118.05 * 100)]
    assert clean["variable"].tolist() == [pytest.approx(6.34 / 118.05 * 100)]


def test_releases_are_never_joined() -> None:
    newest = climate.generation(_seen(), "KAZ", climate.NEWEST)
    assert set(newest["source_id"]) == {climate.NEWEST}
    assert newest[newest["year"].eq(2025)]["value"].sum() == pytest.approx(123.69)


def test_what_is_in_italian_hands() -> None:
    rows = climate.italian_owned(_seen(), tables.load("assets"), PLANTS).set_index(["part", "year"])
    assert rows.loc[("wind", 2019), "held_mw"] == 0
    assert rows.loc[("wind", 2020), "share"] == pytest.approx(48 / 486.30002 * 100)
    assert rows.loc[("wind", 2021), "held_mw"] == 96
    # 96 of 1,440 MW of wind, 50 of 1,306.0001 of solar: 146 of 2,746
    assert rows.loc[("wind", 2023), "share"] == pytest.approx(6.6667, abs=1e-3)
    assert rows.loc[("solar", 2023), "share"] == pytest.approx(3.8285, abs=1e-3)
    assert rows.loc[("both", 2023), "share"] == pytest.approx(5.3168, abs=1e-3)
    assert ("both", 2012) not in rows.index


def test_a_plant_under_construction_is_in_nobodys_hands_yet() -> None:
    rows = climate.italian_owned(_seen(), tables.load("assets"), {"zhanaozen_hybrid"})
    assert rows["held_mw"].sum() == 0
