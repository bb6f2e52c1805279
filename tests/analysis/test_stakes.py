"""Splits, history and look-through of stakes against numbers worked out by hand."""

from datetime import date

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import stakes
from partnership.state import CONSORTIA
from partnership.tables.contract import TableError

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


def _shares(split: stakes.Split) -> dict[str, float]:
    return dict(zip(split.rows["holder_id"], split.rows["percent"], strict=True))


def test_a_span_ends_the_day_before_its_end() -> None:
    assert _shares(stakes.split_on(TWO_SPANS, "field", date(2009, 12, 31))) == {"a": 60, "b": 40}
    assert _shares(stakes.split_on(TWO_SPANS, "field", date(2010, 1, 1))) == {"a": 50, "c": 50}


def test_before_the_first_dated_split_that_one_is_shown_as_early() -> None:
    dated = TWO_SPANS[TWO_SPANS["valid_from"].notna()]
    split = stakes.split_on(dated, "field", date(1999, 1, 1))
    assert split.early
    assert _shares(split) == {"a": 50, "c": 50}
    assert split.total == 100


def test_a_consortium_without_a_split_is_an_error() -> None:
    with pytest.raises(TableError, match="elsewhere"):
        stakes.split_on(TWO_SPANS, "elsewhere", date(2020, 1, 1))


def test_karachaganak_before_and_after_kazmunaygas() -> None:
    rows = tables.load("stakes")
    before = _shares(stakes.split_on(rows, "karachaganak", date(2012, 6, 27)))
    after = _shares(stakes.split_on(rows, "karachaganak", date(2012, 6, 28)))
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
    article = stakes.claimed(rows, "karachaganak")
    found = stakes.differences(split.rows, article).set_index("holder_id")
    assert article["percent"].sum() == 29.25 + 29.25 + 18 + 13.5 == 90
    assert pd.isna(found.loc["kazmunaygas", "claimed"])
    assert found.loc["kazmunaygas", "reported"] == 10
    assert found.loc["eni"].tolist() == [29.25, 29.25]


def _named(*shares: float) -> pd.DataFrame:
    names = ["eni", *"abcdefghijk"][: len(shares)]
    return pd.DataFrame({"holder_id": names, "percent": shares, "valid_from": "2000-01-01"})


def test_eight_holders_are_named_one_by_one() -> None:
    rows = _named(1, 40, 20, 15, 10, 7, 4, 3)
    assert stakes.bands(rows, rows).tolist() == rows["holder_id"].tolist()


def test_the_smallest_of_nine_are_grouped_but_never_eni() -> None:
    rows = _named(1, 40, 20, 15, 10, 6, 4, 3, 1)
    found = stakes.grouped(rows, rows)
    # Eight bands: Eni, the six largest of the others, and 3 + 1 of the two that are left.
    assert found["holder_id"].tolist() == ["a", "b", "c", "d", "e", "f", "eni", "other"]
    assert found["percent"].tolist() == [40, 20, 15, 10, 6, 4, 1, 4]


def test_a_holder_is_in_one_band_on_all_days() -> None:
    before = _named(1, 40, 20, 15, 10, 6, 4, 3, 1)
    # Later h has 2 and g is gone: by itself this split would name all of its eight.
    after = _named(1, 40, 20, 15, 10, 6, 6).assign(valid_from="2010-01-01")
    after.loc[after["percent"].idxmax(), "percent"] = 42
    after = pd.concat([after, after.head(1).assign(holder_id="h", percent=2)], ignore_index=True)
    known = pd.concat([before, after], ignore_index=True)
    found = stakes.grouped(after, known)
    assert found["holder_id"].tolist() == ["a", "b", "c", "d", "e", "f", "eni", "other"]
    assert found["percent"].tolist()[-1] == 2


def test_holders_stand_in_one_order_wherever_they_are_drawn() -> None:
    rows = tables.load("stakes")
    # Of the others Chevron was in three consortia, with half of Tengiz; CNPC in Kashagan alone.
    wanted = ["other", "cnpc", "chevron", "kazakh_state", "kazmunaygas", "eni"]
    order = ["eni", "kazmunaygas", "kazakh_state", "chevron", "cnpc", "other"]
    assert stakes.ordered(rows, wanted) == order
    assert stakes.ordered(rows, reversed(wanted)) == order
    assert stakes.ordered(rows, ["cnpc", "eni"]) == ["eni", "cnpc"]


def test_all_consortia_are_known_since_btc_was_founded() -> None:
    rows = tables.load("stakes")
    assert stakes.all_known_from(rows, CONSORTIA) == date(2002, 8, 1)
    assert stakes.all_known_from(rows, ()) is None
    btc = stakes.start_days(rows, ("btc",))
    assert btc[0] == date(2002, 8, 1)
    assert btc == sorted(set(btc))
    assert set(btc) < set(stakes.start_days(rows, CONSORTIA))


@pytest.mark.parametrize("asset", CONSORTIA)
def test_no_consortium_has_a_holder_in_two_bands(asset: str) -> None:
    known = stakes.splits(tables.load("stakes"), asset)
    bands = {
        start: dict(zip(rows["holder_id"], stakes.bands(rows, known), strict=True))
        for start, rows in known.groupby("valid_from")
    }
    for holder in known["holder_id"].unique():
        assert len({names[holder] for names in bands.values() if holder in names}) == 1, holder
    assert all(len(set(names.values())) <= stakes.MOST_SLICES for names in bands.values())


def test_itochu_is_never_named_in_btc() -> None:
    known = stakes.splits(tables.load("stakes"), "btc")
    assert "itochu" not in stakes.named(known)
    # 3.4 + 2.5 + 2.5 + 3.1 since 2024; 3.4 + 2.5 + 2.5 + 2.36 before.
    for day, others in (("2025-06-01", 11.5), ("2021-06-01", 10.76)):
        rows = stakes.split_on(tables.load("stakes"), "btc", date.fromisoformat(day)).rows
        found = stakes.grouped(rows, known).set_index("holder_id")["percent"]
        assert found["other"] == pytest.approx(others)


def test_a_consortium_is_in_no_matrix_before_it_is_known() -> None:
    rows = tables.load("stakes")
    found = stakes.matrix(rows, CONSORTIA, date(2001, 6, 1))
    # BTC Co. was founded in August 2002.
    assert set(found["asset_id"]) == set(CONSORTIA) - {"btc"}
    assert stakes.matrix(rows, CONSORTIA, date(1990, 1, 1)).empty


BTC_2003 = {
    "bp": 32.6,
    "socar": 25,
    "unocal": 8.9,
    "equinor": 8.71,
    "tpao": 6.53,
    "eni": 5,
    "totalenergies": 5,
    "itochu": 3.4,
    "inpex": 2.5,
    "hess": 2.36,
}
BTC_2005 = BTC_2003 | {"bp": 30.1, "conocophillips": 2.5}
BTC_2010 = {h: p for h, p in BTC_2005.items() if h != "unocal"} | {"chevron": 8.9}
CPC_2012 = {
    "transneft": 24,
    "kazmunaygas": 19,
    "chevron": 15,
    "lukoil": 12.5,
    "exxonmobil": 7.5,
    "rosneft_shell_ventures": 7.5,
    "cpc_company": 7,
    "bg_group": 2,
    "eni": 2,
    "kazakhstan_pipeline_ventures": 1.75,
    "oryx": 1.75,
}
TENGIZ_1999 = {"chevron": 45, "kazakh_state": 25, "mobil": 25, "lukarco": 5}
KARACHAGANAK_1996 = {"bg_group": 42.5, "eni": 42.5, "gazprom": 15}
KARACHAGANAK_2000 = {"bg_group": 32.5, "eni": 32.5, "texaco": 20, "lukoil": 15}
TENGIZ_1994 = {"chevron": 50, "kazakh_state": 50}
TENGIZ_1997 = {"chevron": 50, "mobil": 25, "kazakh_state": 25}
TENGIZ_2000 = {"chevron": 45, "kazakh_state": 25, "exxonmobil": 25, "lukarco": 5}
TENGIZ_2004 = {"chevron": 50, "exxonmobil": 25, "kazmunaygas": 20, "lukarco": 5}


@pytest.mark.parametrize(
    ("asset", "day", "expected"),
    [
        ("btc", "2003-01-01", BTC_2003),
        ("btc", "2005-01-01", BTC_2005),
        ("btc", "2010-01-01", BTC_2010),
        (
            "cpc",
            "2009-06-01",
            {h: p for h, p in CPC_2012.items() if h != "lukoil"} | {"lukarco": 12.5},
        ),
        ("cpc", "2012-01-01", CPC_2012),
        ("cpc", "2016-02-14", CPC_2012),
        (
            "cpc",
            "2016-02-15",
            {h: p for h, p in CPC_2012.items() if h != "bg_group"} | {"shell": 2},
        ),
        ("tengiz", "1994-01-01", TENGIZ_1994),
        ("tengiz", "1997-01-01", TENGIZ_1997),
        ("tengiz", "1999-01-01", TENGIZ_1999),
        ("tengiz", "1999-11-29", TENGIZ_1999),
        ("tengiz", "1999-11-30", TENGIZ_2000),
        ("tengiz", "2002-12-31", TENGIZ_2000),
        ("tengiz", "2004-01-01", TENGIZ_2004),
        ("karachaganak", "1996-01-01", KARACHAGANAK_1996),
        ("karachaganak", "2000-01-01", KARACHAGANAK_2000),
    ],
)
def test_splits_written_down_by_hand(asset: str, day: str, expected: dict[str, float]) -> None:
    found = stakes.split_on(tables.load("stakes"), asset, date.fromisoformat(day))
    assert _shares(found) == expected
    assert sum(expected.values()) == pytest.approx(100)


def test_bg_became_shell_on_15_february_2016() -> None:
    rows = tables.load("stakes")
    for asset, share in (("karachaganak", 29.25), ("cpc", 2)):
        before = _shares(stakes.split_on(rows, asset, date(2016, 2, 14)))
        after = _shares(stakes.split_on(rows, asset, date(2016, 2, 15)))
        assert (before["bg_group"], after["shell"]) == (share, share)
        assert "shell" not in before
        assert "bg_group" not in after


def test_kazmunaygas_had_half_of_its_kashagan_share_until_15_september_2022() -> None:
    rows = tables.load("stakes")
    half = _shares(stakes.split_on(rows, "kashagan", date(2022, 9, 14)))
    whole = _shares(stakes.split_on(rows, "kashagan", date(2022, 9, 15)))
    assert half["kazmunaygas"] == half["samruk_kazyna"] == 16.877 / 2
    assert whole["kazmunaygas"] == 16.877
    assert "samruk_kazyna" not in whole
