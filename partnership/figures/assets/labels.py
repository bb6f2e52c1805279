"""What is named on the map of all assets, and in which order.

The seas come first, then the largest cities, assets, lines, and the other cities.
"""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from partnership import palette, tables
from partnership.figures.assets import sizes
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.maps.frame import View
from partnership.maps.model import ABOVE, BELOW, OVER, Dots, Label, Point, Points, Type

_SEAS, _FIRST_CITIES, _ASSETS, _LINES, _CITIES = 0, 1, 1_000, 3_000, 5_000
_NEAR, _FURTHER_LINES = 6_000, 7_000
"""Ranks; assets have one each."""
_HALO, _VEIL = 2.5, 0.8
_BOLD = Type(halo=_HALO, halo_opacity=_VEIL)
_SOFT = Type(bold=False, colour=palette.SOFT.light, halo=_HALO, halo_opacity=_VEIL)
_WIDE = Type(size=13, bold=False, colour=palette.SOFT.light, halo=_HALO, halo_opacity=_VEIL)
_GIANT = 10.0
"""Mt of oil a year of a field that is named first whoever owns it."""
_ALWAYS = 14
"""Points that are named at any distance."""
_KINDS = {"hybrid_plant": 0, "refinery": 1, "oil_terminal": 1, "oil_gas_field": 2, "oil_field": 2}
"""The order of kinds among points of no known output."""
_ASIDE = (0.0, -0.08, 0.08, 0.16, 0.24)
"""How far north a sea may be named, of the height of the frame."""


def of_points(points: pd.DataFrame, t: Texts) -> dict[str, tuple[Label, ...]]:
    """Giants and Italian-owned ones first, Kazakhstan before elsewhere, then by size. Only the
    first `_ALWAYS` are named at any distance.

    `points` are rows of `analysis.assets.overview` with their `radius` in pixels.
    """
    italian, here = points["italian"].astype(bool), points["country"].eq("KAZ")
    output = points["output_mt"].fillna(0.0).astype(float)
    # The name of a larger unit would lie on that of the field that it is mostly made of.
    rank = pd.DataFrame(
        {
            "unit": sizes.units(points),
            "first": ~(output.ge(_GIANT) | (italian & here)),
            "output": -output,
            "italian": ~italian,
            "kind": points["kind"].map(_KINDS).fillna(len(_KINDS)),
            "radius": -points["radius"],
            "name": points["asset_id"].astype(str),
        }
    )
    ordered = points.loc[rank.sort_values(list(rank.columns)).index]
    named: dict[str, tuple[Label, ...]] = {}
    for n, r in enumerate(ordered.itertuples()):
        key, near = str(r.asset_id), n >= _ALWAYS
        rank = (_NEAR if near else _ASSETS) + n
        label = Label(t.short(key), rank, gap=r.radius + 4, type=_BOLD, near=near)
        named[key] = (label,)
    return named


def of_lines(rows: pd.DataFrame, t: Texts) -> dict[str, tuple[Label, ...]]:
    """Italian-owned lines, in the colour of their sector, at any distance; others from near."""
    named: dict[str, tuple[Label, ...]] = {}
    for row in rows.itertuples():
        look = Type(colour=palette.SECTOR[row.sector].light, halo=_HALO, halo_opacity=_VEIL)
        rank = _LINES if row.italian else _FURTHER_LINES
        label = Label(t.short(str(row.asset_id)), rank, gap=5, type=look, near=not row.italian)
        named[str(row.asset_id)] = (label,)
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
