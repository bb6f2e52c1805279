"""Points of a series from the rows of a table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd

from partnership.charts.forms import Point

Words = Callable[[float], str]
"""How a value is written."""


def points(
    rows: pd.DataFrame, value: str, words: Words, *, at: str = "year", **more: Callable[[Any], Any]
) -> tuple[Point, ...]:
    """A point for each row: its column `value` at its column `at`, a hole where it is missing.

    `more` works out further fields of a `Point` (`label`, `status`, `details`) from a row.
    """
    found = []
    for row in rows.itertuples():
        place, number = getattr(row, at), getattr(row, value)
        place = place if isinstance(place, str | date) else int(place)
        if pd.isna(number):
            found.append(Point(place, None))
        else:
            own = {field: work(row) for field, work in more.items()}
            found.append(Point(place, float(number), words(number), **own))
    return tuple(found)
