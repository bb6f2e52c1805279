"""Events that explain a break."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import breaks


def test_only_events_that_say_so_explain_a_break() -> None:
    rows = pd.DataFrame(
        {
            "event_id": ["late", "no", "empty", "early", "before"],
            "date": ["2016-10", "2015", "2015", "2014-06-01", "2009"],
            "explains_break": pd.array([True, False, None, True, True], dtype="boolean"),
            "source_id": ["a", "b", "c", "d", "e"],
        }
    )
    found = breaks.explained(rows, 2010, 2016)
    assert found.to_dict("split")["data"] == [[2014, "early", "d"], [2016, "late", "a"]]


def test_the_fall_of_the_oil_price_is_that_of_the_table_of_prices() -> None:
    events, prices = tables.load("events"), tables.load("prices")
    event = events.set_index("event_id").loc["2014_oil_price_fall"]
    brent = prices[prices["series_id"].eq("price_brent")]
    brent = brent[brent["source_id"].eq(event["source_id"])].set_index("period")["value"]
    assert abs(event["value"] - (brent["2014-12"] / brent["2014-06"] - 1) * 100) < 1e-9
