"""How large the marks of assets are: within a kind by one measure in one unit."""

from __future__ import annotations

import math
from datetime import date

import pandas as pd

from partnership.language import amounts
from partnership.language.texts import Texts
from partnership.maps.assets import seen_on
from partnership.maps.frame import View
from partnership.maps.model import Scale
from partnership.state import State

_SMALLEST, _UNKNOWN, _PLAIN, _DOT = 3.0, 4.0, 5.0, 3.0
_LARGEST = {"fields": 15.0, "wind_solar": 8.5}
"""Pixels of radius; those of kinds that have sizes of their own by group."""
_CLOSER = 1.5
"""How much larger marks of known size are in close views."""
_STEPS = {"fields": (1.0, 10.0, 40.0), "wind_solar": (50.0, 250.0)}
"""Amounts that the key shows."""
_UNITS = {"fields": "Mt", "wind_solar": "MW"}


def scales(state: State, view: View, t: Texts) -> tuple[Scale, ...]:
    """What the sizes of marks mean, for each kind that has sizes."""
    if state.size == "equal":
        return ()
    seen = seen_on(date.today())
    most = {group: _values(seen, group).max() for group in _LARGEST}
    words = {"fields": t("Annual oil output"), "wind_solar": t("Capacity")}
    return tuple(
        Scale(
            words[group],
            tuple(
                (
                    amounts.amount(value, _UNITS[group], t),
                    _sized(value, most[group], group, view.detailed),
                )
                for value in steps
                if value <= most[group] * 1.1
            ),
        )
        for group, steps in _STEPS.items()
        if pd.notna(most[group])
    )


def radius(points: pd.DataFrame, by: str, detailed: bool) -> pd.Series:
    """Radius in pixels: within a kind the area is in proportion to oil output, or to capacity.
    Kinds without sizes of their own are all alike, and so is what is not known.
    """
    if by == "equal":
        return pd.Series(_PLAIN, index=points.index)
    found = pd.Series(_DOT, index=points.index)
    found[points["group"].eq("plants")] = _UNKNOWN
    for group in _LARGEST:
        own = points["group"].eq(group)
        found[own] = _UNKNOWN
        value = _values(points, group)
        most = value.max()
        found[value.index] = [_sized(v, most, group, detailed) for v in value]
    return found


def units(points: pd.DataFrame) -> pd.Series:
    """Whether a field is a unit of others that are on the map too."""
    fields = points["group"].eq("fields")
    return points["asset_id"].isin(points.loc[fields, "parent_id"].dropna())


def known(points: pd.DataFrame, by: str) -> pd.Series:
    """Whether the size of a mark is known, or means nothing."""
    found = pd.Series(data=True, index=points.index)
    for group in _LARGEST if by != "equal" else ():
        found[points["group"].eq(group)] = False
        found[_values(points, group).index] = True
    return found


def _values(points: pd.DataFrame, group: str) -> pd.Series:
    """What the sizes of a kind stand for, where it is known."""
    # A unit whose fields are on the map themselves would count their oil twice.
    own = points[points["group"].eq(group) & ~units(points)]
    return own["output_mt" if group == "fields" else "capacity_value"].dropna().astype(float)


def _sized(value: float, most: float, group: str, detailed: bool) -> float:
    closer = _CLOSER if detailed else 1.0
    share = min(max(value / most, 0.0), 1.0) if most > 0 else 0.0
    return round(max(_SMALLEST, closer * _LARGEST[group] * math.sqrt(share)), 1)
