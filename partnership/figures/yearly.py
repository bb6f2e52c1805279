"""Figures over years: their titles, their points, and what stands where no year is known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from partnership.charts import lines
from partnership.charts.forms.parts import Point, Status
from partnership.figures import shared
from partnership.figures.figure import Figure
from partnership.language import amounts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State

Words = Callable[[float], str]


def titled(words: str, years: pd.Series | str, t: Texts) -> str:
    """A metric with its unit, and the years it is drawn for."""
    span = years if isinstance(years, str) else lines.years(years)
    return t("{title}, {span}", title=words, span=span) if span else words


def chosen(rows: pd.DataFrame, state: State) -> pd.DataFrame:
    """The rows of the years that the reader chose."""
    return rows[rows["year"].between(state.from_year, state.to_year)]


def unknown(figure_id: str, title: str, years: pd.Series | str, t: Texts) -> Figure:
    """A figure that knows other `years` than those chosen, or none at all."""
    span = years if isinstance(years, str) else lines.years(years)
    why = t("Available for {years} only.", years=span) if span else t("No data on this.")
    return shared.nothing(figure_id, title, why)


def points(rows: pd.DataFrame, words: Words, value: str = "value") -> tuple[Point, ...]:
    """A point for each row by `year`, in their order; what is not known is a hole."""
    pairs = rows.sort_values("year")[["year", value]].itertuples(index=False)
    return tuple(point(year, found, words) for year, found in pairs)


def point(year: Any, value: Any, words: Words, status: Status = "measured") -> Point:
    """The value of a year, with the words it is read by."""
    if pd.isna(value):
        return Point(int(year), None)
    return Point(int(year), float(value), words(float(value)), status=status)


def reader(unit: str, t: Texts, digits: int) -> Words:
    """How the values of a series are read: with their unit, and all with as many digits."""
    return lambda value: amounts.amount(value, unit, t, digits)


def released(release: str, t: Texts) -> str:
    """When a release of a data set was published: its month, or its year."""
    return t.day(sources.by_ids([release])[0].published[:7])


def two_releases(older: str, newer: str, t: Texts) -> str:
    """How to read lines of a release beside dotted ones of the next."""
    return t(
        "Lines: release of {release}. Hollow points on dotted lines: release of {newer}, which "
        "revises the series and is never joined with it.",
        release=released(older, t),
        newer=released(newer, t),
    )
