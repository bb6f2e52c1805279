"""What is labelled on the still picture of the map of all assets, and in which order."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership.charts import marks
from partnership.language.texts import Texts
from partnership.maps import layers
from partnership.maps.frame import Frame
from partnership.maps.names import ABOVE, BELOW, OVER, Name, placed, round_about

_SMALL, _SEA = 11, 13
"""Size of type in pixels."""
_ALONG = (0.5, 0.35, 0.65, 0.2, 0.8)
"""Where on its course a line may be named."""
_LARGE, _GIANT = 6.5, 20.0
"""Radius in pixels of a dot, Mt of oil a year of a field, that are named whoever owns them."""
_HIDDEN = 8.0
"""Radius in pixels from which a dot is not written over."""
_ASIDE = (0.0, -0.08, 0.08, 0.16, 0.24)
"""How far north a sea may be named, of the height of the frame."""


def names(
    points: pd.DataFrame, courses: list[dict[str, Any]], view: layers.View, frame: Frame, t: Texts
) -> list[dict[str, Any]]:
    """Seas, the first cities, assets, lines, and the other cities, as far as they fit.

    `points` are rows of `analysis.assets.overview` with their `radius` in pixels, `courses` the
    features of lines. The rows are what `maps.names.written` takes.
    """
    places = layers.named(view)
    seas = places["kind"].eq("sea_label")
    cities = places[~seas].sort_values(["rank", "population"], ascending=[True, False])
    first = cities["rank"].eq(1)
    wanted = [
        *_of_seas(places[seas], frame, t),
        *_of_cities(cities[first], t),
        *_of_assets(points, view, t),
        *_of_lines(courses, t),
        *_of_cities(cities[~first], t),
    ]
    large = points[points["radius"].ge(_HIDDEN)]
    taken = [round_about((r.lon, r.lat), r.radius, frame) for r in large.itertuples()]
    return placed(wanted, taken, frame)


def _of_seas(seas: pd.DataFrame, frame: Frame, t: Texts) -> list[Name]:
    up = frame.north - frame.south
    return [
        Name(
            t.short(str(r.place_id)),
            tuple((r.lon, r.lat + share * up) for share in _ASIDE),
            _SEA,
            0,
            (OVER,),
            colour=marks.SOFT,
        )
        for r in seas.itertuples()
        if frame.holds(r.lon, r.lat)
    ]


def _of_cities(cities: pd.DataFrame, t: Texts) -> list[Name]:
    return [
        Name(t.short(str(r.place_id)), ((r.lon, r.lat),), _SMALL, 4, (ABOVE, BELOW), marks.SOFT)
        for r in cities.itertuples()
    ]


def _of_assets(points: pd.DataFrame, view: layers.View, t: Texts) -> list[Name]:
    """Giants and Italian-owned ones first, Kazakhstan before elsewhere; in close views others."""
    italian, here = points["italian"].astype(bool), points["country"].eq("KAZ")
    output = points["output_mt"].fillna(0.0).astype(float)
    first = output.ge(_GIANT) | (italian & here)
    rank = pd.DataFrame(
        {
            "first": ~first,
            "italian": ~italian,
            "output": -output,
            "radius": -points["radius"],
            "name": points["asset_id"].astype(str),
        }
    )
    shown = first | ((italian | points["radius"].ge(_LARGE)) & view.detailed)
    ordered = points.loc[rank[shown].sort_values(list(rank.columns)).index]
    return [
        Name(t.short(str(r.asset_id)), ((r.lon, r.lat),), _SMALL, r.radius + 3, weight="bold")
        for r in ordered.itertuples()
    ]


def _of_lines(courses: list[dict[str, Any]], t: Texts) -> list[Name]:
    """Italian-owned lines, named where their course leaves room."""
    from shapely.geometry import shape

    names, seen = [], set()
    for course in courses:
        key, colour = course["properties"]["id"], course["properties"]["colour"]
        if not course["properties"]["italian"] or key in seen:
            continue
        seen.add(key)
        whole = shape(course["geometry"])
        longest = max(getattr(whole, "geoms", [whole]), key=lambda part: part.length)
        along = [longest.interpolate(share, normalized=True) for share in _ALONG]
        places = tuple((p.x, p.y) for p in along)
        names.append(Name(t.short(key), places, _SMALL, 5, weight="bold", colour=colour))
    return names
