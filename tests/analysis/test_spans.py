"""How far splits are documented, worked out by hand; and no day named that nothing attests."""

from datetime import date, timedelta

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import spans, stakes
from partnership.state import CONSORTIA
from partnership.tables.contract import last_day

_COLUMNS = ["holder_id", "percent", "valid_from", "valid_to", "attested", "start_basis"]


def _rows(*rows: tuple[str, float, str | None, str | None, str, str | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=_COLUMNS)
    return frame.assign(
        asset_id="field",
        basis="split",
        status="reported",
        source_id="s",
        start_precision="day",
        start_source_id="p",
    )


FOUR = _rows(
    ("a", 100, None, "2000-01-01", "1995", None),
    ("b", 100, "2000-01-01", "2005-01-01", "2001-06-01", "closing"),
    ("c", 100, "2005-01-01", "2010-01-01", "2005-01-01", "announcement"),
    ("d", 100, "2010-01-01", None, "2012-03-04", "list"),
)


@pytest.mark.parametrize(
    ("day", "known"),
    [
        # Listed at some time in 1995: documented from the end of that year to the closing.
        ("1990-01-01", ("1995", "first")),
        ("1995-07-01", ("1995", "first")),
        ("1996-01-01", ("1996-01-01", "on")),
        ("1999-12-31", ("1999-12-31", "on")),
        # What follows is only announced: documented to the day it was last listed.
        ("2001-06-01", ("2001-06-01", "on")),
        ("2001-06-02", ("2001-06-01", "last")),
        ("2006-01-01", ("2005-01-01", "announced")),
        # From the first list to the last.
        ("2010-01-01", ("2010-01-01", "on")),
        ("2012-03-04", ("2012-03-04", "on")),
        ("2026-11-26", ("2012-03-04", "last")),
    ],
)
def test_a_day_stands_only_where_it_is_documented(day: str, known: tuple[str, str]) -> None:
    found = spans.attested_on(FOUR, "field", date.fromisoformat(day))
    assert (found.day, found.how) == known


def test_one_holder_without_a_date_leaves_the_change_open() -> None:
    late = _rows(
        ("a", 60, "2000-01-01", "2005-01-01", "2001-06-01", "closing"),
        ("b", 40, "2000-01-01", "2005-01-01", "2001-06-01", "closing"),
        ("a", 60, "2005-01-01", None, "2006-05-01", "closing"),
        ("c", 40, "2005-01-01", None, "2006-05-01", "list"),
    )
    found = spans.spans(late, "field")
    assert found["dated"].tolist() == [True, False]
    assert found["sure_to"].tolist() == ["2001-06-02", "2006-05-02"]
    assert found["sure_from"].tolist() == ["2000-01-01", "2006-05-01"]


@pytest.mark.parametrize(
    ("start", "precision", "period"),
    [
        ("2005-05-03", "day", "2005-05-03"),
        ("2005-05-01", "month", "2005-05"),
        ("2013-10-01", "quarter", "2013-10/2013-12"),
        ("2005-01-01", "year", "2005"),
    ],
)
def test_a_start_is_named_as_precisely_as_it_is_known(
    start: str, precision: str, period: str
) -> None:
    assert spans.begun(start, precision) == period


def test_a_month_is_documented_from_its_end() -> None:
    month = FOUR[FOUR["holder_id"].eq("d")].assign(start_precision="month", attested="2012-03")
    found = spans.spans(month, "field").iloc[0]
    assert (found["sure_from"], found["sure_to"]) == ("2010-02-01", "2012-03-01")


def test_the_history_is_cut_where_documentation_ends() -> None:
    found = spans.history(FOUR, "field", date(1990, 1, 1), date(2020, 1, 1))
    assert found[["start", "end", "holder_id", "documented"]].to_numpy().tolist() == [
        ["1990-01-01", "1996-01-01", "a", False],
        ["1996-01-01", "2000-01-01", "a", True],
        ["2000-01-01", "2001-06-02", "b", True],
        ["2001-06-02", "2005-01-01", "b", False],
        ["2005-01-01", "2010-01-01", "c", False],
        ["2010-01-01", "2012-03-05", "d", True],
        ["2012-03-05", "2020-01-01", "d", False],
    ]


def test_changes_say_who_came_and_who_left() -> None:
    found = spans.changes(FOUR, "field")
    first = found[found["valid_from"].eq("2000-01-01")].set_index("holder_id")
    assert first.loc["a", "before"] == 100
    assert pd.isna(first.loc["a", "after"])
    assert first.loc["b", "after"] == 100


def test_rounding_is_no_change() -> None:
    two = _rows(
        ("a", 16.81, "2000-01-01", "2005-01-01", "2001", "closing"),
        ("b", 83.19, "2000-01-01", "2005-01-01", "2001", "closing"),
        ("a", 16.807, "2005-01-01", None, "2006", "closing"),
        ("c", 83.193, "2005-01-01", None, "2006", "closing"),
    )
    assert set(spans.changes(two, "field")["holder_id"]) == {"b", "c"}


def test_a_later_list_documents_only_between_dated_changes() -> None:
    rows = _rows(
        ("a", 100, "2000-01-01", "2005-01-01", "2011", "closing"),
        ("b", 100, "2005-01-01", "2010-01-01", "2011", "announcement"),
        ("c", 100, "2010-01-01", None, "2011", "takeover"),
    )
    found = spans.spans(rows, "field")
    assert found["worked_out"].tolist() == [True, True, False]
    # The second is only announced: neither it nor what it ends is documented.
    assert found["sure_from"].tolist() == ["2005-01-01", "2010-01-01", "2010-01-01"]
    firm = spans.spans(rows.assign(start_basis="takeover"), "field")
    assert firm["sure_from"].tolist() == ["2000-01-01", "2005-01-01", "2010-01-01"]
    known = spans.attested_on(rows, "field", date(2007, 1, 1))
    assert (known.day, known.how, known.listed) == ("2005-01-01", "announced", "2011")
    assert known.worked_out


def test_an_earlier_list_documents_nothing_later() -> None:
    rows = _rows(
        ("a", 100, "2000-01-01", "2005-01-01", "2000-01-01", "list"),
        ("b", 100, "2005-01-01", "2010-01-01", "2000-01-01", "takeover"),
        ("c", 100, "2010-01-01", None, "2010-01-01", "list"),
    )
    found = spans.spans(rows, "field")
    assert found["worked_out"].tolist() == [False, True, False]
    assert found["sure_to"].tolist() == ["2000-01-02", "2010-01-01", "2010-01-02"]
    assert found["sure_from"].tolist() == ["2000-01-01", "2010-01-01", "2010-01-01"]


def test_a_day_before_the_first_split_names_its_start_and_its_list() -> None:
    dated = FOUR[FOUR["valid_from"].notna()]
    known = spans.attested_on(dated, "field", date(1990, 1, 1))
    assert (known.day, known.how, known.listed) == ("2000-01-01", "before", "2001-06-01")


def test_another_name_is_no_change_of_its_own() -> None:
    rows = _rows(
        ("state", 60, "2000-01-01", "2005-01-01", "2001", "closing"),
        ("b", 40, "2000-01-01", "2005-01-01", "2001", "closing"),
        ("firm", 60, "2005-01-01", None, "2006", "naming"),
        ("c", 40, "2005-01-01", None, "2006", "announcement"),
    )
    assert spans.spans(rows, "field")["start_basis"].tolist() == ["closing", "announcement"]
    moved = spans.changes(rows, "field").set_index("holder_id")
    assert moved["named"].to_dict() == {"state": False, "firm": True, "b": False, "c": False}


DAYS = [date(1990, 1, 1) + timedelta(days=n) for n in range(0, 13_600, 229)]


@pytest.mark.parametrize("asset", CONSORTIA)
def test_no_day_is_named_that_nothing_attests(asset: str) -> None:
    """Against the table itself: the day asked for, or one that a page or a dated start gives."""
    rows = tables.load("stakes")
    for day in DAYS:
        known = spans.attested_on(rows, asset, day)
        split = stakes.split_on(rows, asset, day)
        row = split.rows.iloc[0]
        newest = last_day(str(row["attested"]))
        if known.how != "on":
            assert known.day in {str(row["attested"]), _start(row)}
            continue
        assert known.day == day.isoformat()
        ends = rows[rows["asset_id"].eq(asset) & rows["valid_from"].eq(row["valid_to"])]
        bounded = len(ends) > 0 and ends["start_basis"].isin(spans.DATED).all()
        assert day.isoformat() <= newest or bounded, (asset, day)


def _start(row: pd.Series) -> str:
    if pd.isna(row["valid_from"]):
        return ""
    return spans.begun(str(row["valid_from"]), str(row["start_precision"]))


@pytest.mark.parametrize("asset", CONSORTIA)
def test_a_day_and_the_history_group_the_same_holders(asset: str) -> None:
    rows = tables.load("stakes")
    whole = spans.history(rows, asset, date(1990, 1, 1), date(2027, 4, 1))
    for day in DAYS:
        split = stakes.split_on(rows, asset, day)
        if split.early:
            continue
        slices = dict(
            stakes.grouped(split.rows, stakes.splits(rows, asset)).itertuples(index=False)
        )
        then = whole[whole["start"].le(day.isoformat()) & whole["end"].gt(day.isoformat())]
        bands = then.groupby("band")["percent"].sum().to_dict()
        assert bands == pytest.approx(slices), (asset, day)


def test_kashagan_2013_is_no_closing() -> None:
    found = spans.spans(tables.load("stakes"), "kashagan").set_index("valid_from")
    assert "2013-09-07" not in found.index
    assert found.loc["2013-10-01", "start_basis"] == "expected"
    assert not found.loc["2013-10-01", "dated"]
