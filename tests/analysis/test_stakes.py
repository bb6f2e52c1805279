"""Splits, history and look-through of stakes against numbers worked out by hand."""

from datetime import date

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import stakes

_COLUMNS = ["holder_id", "percent", "valid_from", "valid_to", "status"]


def _stakes(*rows: tuple[str, float, str | None, str | None, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=_COLUMNS)
    return frame.assign(asset_id="field", basis="split", source_id="s", attested="2010", note="")


TWO_SPANS = _stakes(
    ("a", 60, None, "2010-01-01", "reported"),
    ("b", 40, None, "2010-01-01", "reported"),
    ("a", 50, "2010-01-01", None, "reported"),
    ("c", 50, "2010-01-01", None, "reported"),
    ("a", 70, None, None, "claimed"),
    ("d", 20, None, None, "claimed"),
)


def _held(split: stakes.Split) -> dict[str, float]:
    return dict(zip(split.rows["holder_id"], split.rows["percent"], strict=True))


def test_a_span_ends_the_day_before_its_end() -> None:
    assert _held(stakes.split_on(TWO_SPANS, "field", date(2009, 12, 31))) == {"a": 60, "b": 40}
    assert _held(stakes.split_on(TWO_SPANS, "field", date(2010, 1, 1))) == {"a": 50, "c": 50}


def test_what_is_undated_is_said() -> None:
    assert stakes.split_on(TWO_SPANS, "field", date(2005, 1, 1)).undated
    assert not stakes.split_on(TWO_SPANS, "field", date(2015, 1, 1)).undated


def test_before_the_first_dated_split_that_one_is_shown_as_early() -> None:
    dated = TWO_SPANS[TWO_SPANS["valid_from"].notna()]
    split = stakes.split_on(dated, "field", date(1999, 1, 1))
    assert split.early
    assert _held(split) == {"a": 50, "c": 50}
    assert split.total == 100


def test_a_consortium_without_a_split_is_an_error() -> None:
    with pytest.raises(KeyError, match="elsewhere"):
        stakes.split_on(TWO_SPANS, "elsewhere", date(2020, 1, 1))


def test_karachaganak_before_and_after_kazmunaygas() -> None:
    rows = tables.load("stakes")
    before = _held(stakes.split_on(rows, "karachaganak", date(2012, 6, 27)))
    after = _held(stakes.split_on(rows, "karachaganak", date(2012, 6, 28)))
    assert before == {"eni": 32.5, "bg_group": 32.5, "chevron": 20, "lukoil": 15}
    # Each gave up a tenth: 32.5 → 29.25, 20 → 18, 15 → 13.5; KazMunayGas has the 10 given up.
    assert after == {h: p * 0.9 for h, p in before.items()} | {"kazmunaygas": 10}


def test_differences_keep_holders_that_one_side_lacks() -> None:
    split = stakes.split_on(TWO_SPANS, "field", date(2020, 1, 1))
    found = stakes.differences(split.rows, stakes.claimed(TWO_SPANS, "field"))
    found = found.set_index("holder_id")
    assert found.loc["a"].tolist() == [50, 70]
    assert pd.isna(found.loc["c", "claimed"])
    assert pd.isna(found.loc["d", "reported"])


def test_the_articles_karachaganak_lacks_the_tenth_of_kazmunaygas() -> None:
    rows = tables.load("stakes")
    split = stakes.split_on(rows, "karachaganak", date(2025, 5, 30))
    said = stakes.claimed(rows, "karachaganak")
    found = stakes.differences(split.rows, said).set_index("holder_id")
    assert said["percent"].sum() == 29.25 + 29.25 + 18 + 13.5 == 90
    assert pd.isna(found.loc["kazmunaygas", "claimed"])
    assert found.loc["kazmunaygas", "reported"] == 10
    assert found.loc["eni"].tolist() == [29.25, 29.25]


def test_history_runs_from_the_start_to_the_end_asked_for() -> None:
    found = stakes.history(TWO_SPANS, "field", date(2000, 1, 1), date(2020, 1, 1))
    a = found[found["holder_id"].eq("a")]
    assert a[["start", "end", "percent", "documented"]].to_numpy().tolist() == [
        ["2000-01-01", "2010-01-01", 60, False],
        ["2010-01-01", "2020-01-01", 50, True],
    ]


def test_history_leaves_out_what_ended_before() -> None:
    found = stakes.history(TWO_SPANS, "field", date(2012, 1, 1), date(2020, 1, 1))
    assert set(found["holder_id"]) == {"a", "c"}
    assert set(found["start"]) == {"2012-01-01"}


def _output(*rows: tuple[str, str, float, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["entity_id", "period", "value", "status"])
    return frame.assign(source_id="o", note="")


def test_look_through_takes_the_split_of_the_first_of_july() -> None:
    output = _output(("field", "2009", 10, "reported"), ("field", "2010", 20, "reported"))
    found = stakes.look_through(TWO_SPANS, output, 7.305).set_index(["year", "holder_id"])
    assert found.loc[(2009, "a"), "mt"] == 6
    assert found.loc[(2010, "a"), "mt"] == 10
    # 10 Mt · 7.305 bbl/t = 73 050 thousand barrels over 365.25 days: 200 a day.
    assert found.loc[(2010, "a"), "kbd"] == pytest.approx(200)


def test_eni_in_2023_by_hand() -> None:
    output = _output(
        ("kashagan", "2023", 18.8, "reported"), ("karachaganak", "2023", 12, "derived")
    )
    found = stakes.look_through(tables.load("stakes"), output, 7.67258367335485)
    eni = found[found["holder_id"].eq("eni")]
    # 16.807 % of 18.8 Mt are 3.1597 Mt, 29.25 % of 12 Mt are 3.51: 6.6697 Mt, 140.1 kb/d.
    assert eni["mt"].sum() == pytest.approx(3.159716 + 3.51)
    assert eni["kbd"].sum() == pytest.approx(6.669716 * 1000 * 7.67258367335485 / 365.25)
    assert round(eni["kbd"].sum(), 1) == 140.1


def test_only_missing_years_are_filled_from_barrels() -> None:
    barrels = _output(("field", "2009", 999, "reported"), ("field", "2011", 80, "reported"))
    found = stakes.filled(_output(("field", "2009", 10, "reported")), barrels, 8)
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
    found = stakes.by_holder(LOOK, ("x", "y")).set_index(["year", "holder_id"])
    assert found.loc[(2020, "a"), "kbd"] == 90
    assert found.loc[(2020, "a"), "share"] == pytest.approx(90)
    assert found.loc[(2020, "a"), "source_id"] == "y"
    assert found.loc[(2020, "b"), "status"] == "derived"
    assert 2021 not in found.index.get_level_values("year")
    assert found.loc[(2022, "a"), "status"] == "estimated"
