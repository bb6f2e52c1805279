"""What shares are worth in barrels, against numbers worked out by hand."""

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import barrels
from tests.analysis.test_stakes import TWO_SPANS


def _output(*rows: tuple[str, str, float, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["entity_id", "period", "value", "status"])
    return frame.assign(source_id="o", note="")


def test_look_through_takes_the_split_of_the_first_of_july() -> None:
    output = _output(("field", "2009", 10, "reported"), ("field", "2010", 20, "reported"))
    found = barrels.look_through(TWO_SPANS, output, 7.305).set_index(["year", "holder_id"])
    assert found.loc[(2009, "a"), "mt"] == 6
    assert found.loc[(2010, "a"), "mt"] == 10
    # 10 Mt · 7.305 bbl/t = 73 050 thousand barrels over 365.25 days: 200 a day.
    assert found.loc[(2010, "a"), "kbd"] == pytest.approx(200)


def test_eni_in_2023_by_hand() -> None:
    output = _output(
        ("kashagan", "2023", 18.8, "reported"), ("karachaganak", "2023", 12, "derived")
    )
    found = barrels.look_through(tables.load("stakes"), output, 7.67258367335485)
    eni = found[found["holder_id"].eq("eni")]
    # 16.807 % of 18.8 Mt are 3.1597 Mt, 29.25 % of 12 Mt are 3.51: 6.6697 Mt, 140.1 kb/d.
    assert eni["mt"].sum() == pytest.approx(3.159716 + 3.51)
    assert eni["kbd"].sum() == pytest.approx(6.669716 * 1000 * 7.67258367335485 / 365.25)
    assert round(eni["kbd"].sum(), 1) == 140.1


def test_only_missing_years_are_filled_from_barrels() -> None:
    published = _output(("field", "2009", 999, "reported"), ("field", "2011", 80, "reported"))
    found = barrels.filled(_output(("field", "2009", 10, "reported")), published, 8)
    assert found[["period", "value", "status"]].to_numpy().tolist() == [
        ["2009", 10, "reported"],
        ["2011", 10, "estimated"],
    ]


def _look(*rows: tuple[str, int, str, float, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["asset_id", "year", "holder_id", "kbd", "output_status"])
    return frame.assign(source_id=frame["asset_id"])


LOOK = _look(
    ("x", 2020, "a", 30, "reported"),
    ("x", 2020, "b", 10, "reported"),
    ("y", 2020, "a", 60, "reported"),
    ("x", 2021, "a", 99, "reported"),
    ("x", 2022, "a", 30, "reported"),
    ("y", 2022, "b", 90, "estimated"),
)


def test_holders_are_added_up_where_every_field_is_known() -> None:
    found = barrels.by_holder(LOOK, ("x", "y")).set_index(["year", "holder_id"])
    assert found.loc[(2020, "a"), "kbd"] == 90
    assert found.loc[(2020, "a"), "share"] == pytest.approx(90)
    assert found.loc[(2020, "a"), "source_id"] == "y"
    assert found.loc[(2020, "b"), "status"] == "derived"
    assert 2021 not in found.index.get_level_values("year")
    assert found.loc[(2022, "a"), "status"] == "estimated"


def test_half_a_share_in_2021_and_2022_by_hand() -> None:
    output = _output(
        ("kashagan", "2021", 15.9, "estimated"), ("kashagan", "2022", 12.7, "reported")
    )
    found = barrels.look_through(tables.load("stakes"), output, 7.67258367335485)
    kmg = found[found["holder_id"].eq("kazmunaygas")].set_index("year")["kbd"]
    # 8.4385 % of 15.9 Mt are 1.34172 Mt, 28.2 kb/d; of 12.7 Mt 1.07169 Mt, 22.5 kb/d.
    assert kmg.round(1).tolist() == [28.2, 22.5]
