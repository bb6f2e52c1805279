"""Events that explain a break."""

from __future__ import annotations

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import breaks


def test_only_events_that_say_so_explain_a_break() -> None:
    rows = pd.DataFrame(
        {
            "event_id": ["late", "no", "empty", "early", "before"],
            "date": ["2016-10", "2015", "2015", "2014-06-01", "2009"],
            "explains_break": pd.array([True, False, None, True, True], dtype="boolean"),
            "asset_id": ["field", None, None, "line", None],
            "source_id": ["a", "b", "c", "d", "e"],
        }
    )
    found = breaks.explained(rows, 2010, 2016)
    assert found.to_dict("split")["data"] == [
        [2014, "early", "line", "d"],
        [2016, "late", "field", "a"],
    ]


@pytest.mark.parametrize(
    ("event_id", "before", "after"),
    [("2014_oil_price_fall", "2014-06", "2014-12"), ("2022_oil_price_rise", "2021", "2022")],
)
def test_a_change_of_the_oil_price_is_that_of_the_table_of_prices(
    event_id: str, before: str, after: str
) -> None:
    events, prices = tables.load("events"), tables.load("prices")
    event = events.set_index("event_id").loc[event_id]
    brent = prices[prices["series_id"].eq("price_brent")]
    brent = brent[brent["source_id"].eq(event["source_id"])].set_index("period")["value"]
    assert abs(event["value"] - (brent[after] / brent[before] - 1) * 100) < 1e-9
