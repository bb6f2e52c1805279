"""What is worked out of a whole table: once for each data, and never of another table."""

from __future__ import annotations

import gc
import weakref
from datetime import date

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import spans, stakes
from partnership.analysis.once import once

_CALLS: list[int] = []


@once
def _counted(table: pd.DataFrame, asset_id: str) -> pd.DataFrame:
    _CALLS.append(len(table))
    return table[table["asset_id"].eq(asset_id)]


@pytest.fixture(autouse=True)
def _no_calls() -> None:
    _CALLS.clear()


def test_a_loaded_table_is_worked_on_once() -> None:
    package = tables.Package(tables.DATA)
    first = _counted(package.table("stakes"), "tengiz")
    pd.testing.assert_frame_equal(_counted(package.table("stakes"), "tengiz"), first)
    assert len(_CALLS) == 1
    assert set(_counted(package.table("stakes"), "cpc")["asset_id"]) == {"cpc"}


def test_other_data_is_worked_on_anew_and_the_old_let_go() -> None:
    package = tables.Package(tables.DATA)
    _counted(package.table("stakes"), "tengiz")
    _counted(tables.Package(tables.DATA).table("stakes"), "tengiz")
    assert len(_CALLS) == 2
    seen = weakref.ref(package)
    del package
    gc.collect()
    assert seen() is None


def test_a_table_that_was_cut_is_worked_on_as_it_is() -> None:
    whole = tables.load("stakes")
    cut = whole[whole["asset_id"].ne("tengiz")]
    assert len(_counted(whole, "tengiz"))
    assert _counted(cut, "tengiz").empty
    assert _counted(whole.assign(asset_id="x"), "tengiz").empty


def test_who_writes_to_a_result_changes_nothing_for_others() -> None:
    copy = _counted(tables.load("stakes"), "tengiz")
    copy["percent"] = 0.0
    assert _counted(tables.load("stakes"), "tengiz")["percent"].sum() > 0


def test_the_stakes_of_a_day_need_no_second_look_at_all_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spans.attested_on(tables.load("stakes"), "tengiz", date(2020, 1, 1))
    looked: list[str] = []
    kept = pd.DataFrame.sort_values

    def counted(frame: pd.DataFrame, by: object, **more: object) -> object:
        looked.append(str(by))
        return kept(frame, by, **more)

    monkeypatch.setattr(pd.DataFrame, "sort_values", counted)
    spans.attested_on(tables.load("stakes"), "tengiz", date(2010, 1, 1))
    assert looked == []
    assert stakes.split_on(tables.load("stakes"), "tengiz", date(2010, 1, 1)).rows is not None
    assert looked == ["percent"]
