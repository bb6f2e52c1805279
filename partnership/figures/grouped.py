"""Observations that count differently as bars: each group under its own heading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from partnership.analysis.bounds import LOWER_BOUND
from partnership.charts import lines
from partnership.charts.forms import Bars, Category, Heading, Point, Unit
from partnership.charts.forms.bars import single
from partnership.language import amounts
from partnership.language.texts import Texts
from partnership.provenance.sources import publisher

_NAMED = 2
"""Publishers that a heading names."""


@dataclass(frozen=True)
class Group:
    """Rows of `observations` that count alike, under what they count and by whom and for when."""

    heading: Heading
    colour: str
    rows: pd.DataFrame


_WHO = 28
"""Letters of a source at the end of a bar, which leave room for the bar on a telephone."""


def bars(
    groups: Sequence[Group],
    name: Callable[[Any], str],
    unit: Unit,
    t: Texts,
    *,
    sourced: bool = False,
) -> Bars:
    """A bar for each row of all groups; `name` says what stands beside it.

    What is no value as reported (`status`) is no firm bar, and is worded by its note. `sourced`
    writes who published a value behind it.
    """
    categories, points = [], []
    for n, (group, row) in enumerate(_rows(groups)):
        key, words = str(n), _worded(row, short(float(row.value) / 10**unit.power, t), t)
        categories.append(Category(key, name(row), heading=group.heading))
        label = f"{words} · {publisher(row.source_id, t, _WHO)}" if sourced else words
        points.append(
            Point(
                key,
                float(row.value),
                words,
                label,
                status="measured" if row.status == "reported" else "estimated",
                colour=group.colour,
                details=(
                    (t("Counted"), group.heading.name),
                    (t("Source"), publisher(row.source_id, t)),
                ),
            )
        )
    colour = groups[0].colour
    series = single(tuple(points), colour)
    return Bars(tuple(categories), series, t("What"), t("Value"), unit=unit, longer=sourced)


def _rows(groups: Sequence[Group]) -> Iterator[tuple[Group, Any]]:
    return ((group, row) for group in groups for row in group.rows.itertuples())


def short(value: float, t: Texts) -> str:
    """One decimal, none where it is zero."""
    return t.number(value, 0 if amounts.rounded(value, 1) == amounts.rounded(value, 0) else 1)


def _worded(row: Any, value: str, t: Texts) -> str:
    if str(row.note).startswith(LOWER_BOUND):
        return t("at least {value}", value=value)
    return value if row.status == "reported" else t("about {value}", value=value)


def years(rows: pd.DataFrame) -> str:
    """First and last year of the periods of `rows`, spans included."""
    parts = rows["period"].str.split("/")
    return lines.years(pd.concat([parts.str[0].str[:4], parts.str[-1].str[:4]]))


def published(rows: pd.DataFrame, t: Texts) -> str:
    """Years and publishers of a group, in a line that is short enough for a telephone."""
    names = list(dict.fromkeys(publisher(s, t) for s in rows["source_id"]))
    first, rest = ", ".join(names[:_NAMED]), len(names) - _NAMED
    if rest > 0:
        first = t.plural("{names} and {count} more", "{names} and {count} more", rest, names=first)
    return t("{years}: {publishers}", years=years(rows), publishers=first)
