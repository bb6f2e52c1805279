"""Titles and headings name what is drawn: plans beside outcomes, and bars that are left out."""

from __future__ import annotations

import pandas as pd

from partnership.figures.diplomacy import timeline
from partnership.figures.minerals import output, uranium
from partnership.language import texts

T = texts.in_language("en")


def _dated(*dates: str) -> pd.DataFrame:
    return pd.DataFrame({"date": list(dates)})


def test_plans_after_the_last_event_are_named() -> None:
    happened, ahead = _dated("1991", "2025-05-30"), _dated("1991", "2025-05-30", "2027")
    assert timeline._title(happened, happened, T).endswith("agreements, 1991–2025")
    assert timeline._title(happened, ahead, T).endswith("1991–2025, and plans up to 2027")


def test_plans_of_uranium_are_named() -> None:
    rows, plans = pd.DataFrame({"year": [2013, 2024]}), pd.DataFrame({"year": [2026, 2026]})
    assert uranium._title(rows, plans, T).endswith("2013–2024, and plans for 2026, tonnes")
    assert uranium._title(rows, plans.head(0), T).endswith("by source, 2013–2024, tonnes")


def test_bars_that_are_left_out_are_counted() -> None:
    under = pd.Series([True, True, True, False])
    small = pd.Series([False, True, False, False])
    assert output._counted(under, small, T) == "3 of 4 commodities, 2 of them drawn"
    assert output._counted(~under, small, T) == "1 of 4 commodities"
