"""Known years only: where they stand, with a wider gap for years left out, and their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

import pandas as pd

from partnership.charts import lines
from partnership.language.texts import Texts

_GAP = 1.7
"""Distance of two neighbours with years left out between them, in columns."""


def places(years: Iterable[int]) -> dict[int, float]:
    """Position of each year, in columns from the first."""
    placed: dict[int, float] = {}
    at = 0.0
    for year in sorted(set(years)):
        if placed:
            at += 1.0 if year - 1 in placed else _GAP
        placed[year] = at
    return placed


def gaps(placed: Mapping[int, float]) -> tuple[float, ...]:
    """The middle between two of `places` where years are left out."""
    return tuple((placed[a] + placed[b]) / 2 for a, b in pairwise(placed) if b - a > 1)


def named(years: Iterable[int], t: Texts) -> str:
    """`2009, 2013 and 2021–2025`."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return lines.listed([lines.years(pd.Series(run)) for run in runs], t)
