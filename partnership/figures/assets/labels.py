"""What is named on the map of all assets, and in which order.

The seas come first, then the largest cities, assets, lines, and the other cities.
"""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from partnership import palette, tables
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.maps.frame import View
from partnership.maps.model import ABOVE, BELOW, OVER, Dots, Label, Point, Points, Type

_SEAS, _FIRST_CITIES, _ASSETS, _LINES, _CITIES = 0, 1, 1_000, 3_000, 5_000
"""Ranks; assets have one each."""
_HALO, _VEIL = 2.5, 0.8
_BOLD = Type(halo=_HALO, halo_opacity=_VEIL)
_SOFT = Type(bold=False, colour=palette.SOFT.light, halo=_HALO, halo_opacity=_VEIL)
_WIDE = Type(size=13, bold=False, colour=palette.SOFT.light, halo=_HALO, halo_opacity=_VEIL)
_LARGE, _GIANT = 6.5, 20.0
"""Radius in pixels of a dot, Mt of oil a year of a field, that are named whoever owns them."""
_ASIDE = (0.0, -0.08, 0.08, 0.16, 0.24)
"""How far north a sea may be named, of the height of the frame."""


def of_points(points: pd.DataFrame, detailed: bool, t: Texts) -> dict[str, tuple[Label, ...]]:
    """Giants and Italian-owned ones first, Kazakhstan before elsewhere; in close views others.

    `points` are rows of `analysis.assets.overview` with their `radius` in pixels.
    """
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
    shown = first | ((italian | points["radius"].ge(_LARGE)) & detailed)
    ordered = points.loc[rank[shown].sort_values(list(rank.columns)).index]
    named: dict[str, tuple[Label, ...]] = {}
    for n, r in enumerate(ordered.itertuples()):
        key = str(r.asset_id)
        named[key] = (Label(t.short(key), _ASSETS + n, gap=r.radius + 3, type=_BOLD),)
    return named


def of_lines(rows: pd.DataFrame, t: Texts) -> dict[str, tuple[Label, ...]]:
    """Italian-owned lines, in the colour of their sector."""
    named: dict[str, tuple[Label, ...]] = {}
    for row in rows[rows["italian"].astype(bool)].itertuples():
        look = Type(colour=palette.SECTOR[row.sector].light, halo=_HALO, halo_opacity=_VEIL)
        named[str(row.asset_id)] = (Label(t.short(str(row.asset_id)), _LINES, gap=5, type=look),)
    return named


def places(view: View, lang: str) -> tuple[Points, Points]:
    """Seas and cities, more of them the closer the view."""
    return _places(view, lang, tables.package())


@lru_cache(maxsize=16)
def _places(view: View, lang: str, package: tables.Package) -> tuple[Points, Points]:
    t = texts.in_language(lang)
    found = package.table("places")
    found = found[found["rank"] <= (3 if view.detailed else 1)]
    seas = found["kind"].eq("sea_label")
    cities = found[~seas].sort_values(["rank", "population"], ascending=[True, False])
    return (
        Points("seas", _seas(found[seas], view, t), counted=False),
        Points("cities", _cities(cities, t), Dots(opacity=0.824), counted=False),
    )


def _seas(rows: pd.DataFrame, view: View, t: Texts) -> tuple[Point, ...]:
    frame = view.frame()
    up = frame.north - frame.south
    found = []
    for row in rows.itertuples():
        key, inside = str(row.place_id), frame.holds(row.lon, row.lat)
        spots = tuple((row.lon, row.lat + share * up) for share in _ASIDE)
        label = Label(t.short(key), _SEAS, None, spots if inside else (), 0, (OVER,), _WIDE)
        found.append(
            Point(key, (row.lon, row.lat), t.name(key), palette.SOFT.light, 0, labels=(label,))
        )
    return tuple(found)


def _cities(rows: pd.DataFrame, t: Texts) -> tuple[Point, ...]:
    found = []
    for row in rows.itertuples():
        key = str(row.place_id)
        rank = _FIRST_CITIES if row.rank == 1 else _CITIES
        label = Label(t.short(key), rank, gap=4, sides=(ABOVE, BELOW), type=_SOFT)
        found.append(
            Point(key, (row.lon, row.lat), t.name(key), palette.INK.light, 0, labels=(label,))
        )
    return tuple(found)
