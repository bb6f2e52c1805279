"""The asset that a reader chose, over all others of the map, and where it lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from partnership import palette, tables
from partnership.maps.assets import seen_on
from partnership.maps.frame import Box
from partnership.maps.model import Dots, Label, Line, Lines, Point, Points, Stroke, Type

HEADINGS = (" ", "  ")
"""A name and a line of words need no heading; none may be empty, and no two alike."""
_LOOK = Dots(fill=0, hollow=0, edge=3)
_UNDER = Stroke(8, 0.55)


def layers(
    asset: str | None, lines: tuple[Line, ...], points: tuple[Point, ...], geometry: str
) -> Iterator[Lines | Points]:
    """A ring round what the reader chose, or ink under its course, with its name."""
    ink = palette.INK.light
    courses = [replace(m, colour=ink, approximate=False) for m in lines if m.entity_id == asset]
    if courses:
        name = Label(courses[0].name, gap=5, type=_NAME)
        named = tuple(replace(m, labels=(name,), facets=()) for m in courses)
        yield Lines("chosen", named, geometry, _UNDER, _UNDER, HEADINGS, counted=False, chosen=True)
    for mark in points:
        if mark.entity_id == asset:
            ring = mark.radius + 5
            name = Label(mark.name, gap=ring + 5, type=_NAME)
            round_it = replace(mark, colour=ink, radius=ring, labels=(name,), facets=())
            yield Points("chosen", (round_it,), _LOOK, HEADINGS, counted=False, chosen=True)


_NAME = Type(size=13, halo=2.5, halo_opacity=0.8)


def box_of(asset: str) -> Box | None:
    """What of the map an asset takes up: its place, or the box of its courses; none without one."""
    from shapely import total_bounds
    from shapely.geometry import shape

    rows = seen_on(date.today())
    row = rows[rows["asset_id"].eq(asset)]
    routes = tables.geometry("routes")["features"]
    courses = [shape(f["geometry"]) for f in routes if f["properties"]["asset_id"] == asset]
    if courses:
        west, south, east, north = total_bounds(courses)
        return float(west), float(south), float(east), float(north)
    if row.empty or row[["lon", "lat"]].isna().any(axis=None):
        return None
    lon, lat = float(row["lon"].iloc[0]), float(row["lat"].iloc[0])
    return lon, lat, lon, lat
