"""The stretch of the world on a still map: its projection, and the ground within it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from partnership import tables

Point = tuple[float, float]
"""Longitude and latitude in degrees, or right and down in pixels."""

WIDTH, HEIGHT = 670, 300
"""Pixels of a frame on a slide, the smallest picture: what fits there fits everywhere."""

_DESK_WIDTH, _DESK_HEIGHT = 850, 384
"""Pixels of the map at a desk: a picture of any shape shows at least that."""
_END = 89.0
"""Latitude in degrees beyond which nothing is drawn."""
_WORLD = 512
"""Width of the world in pixels at zoom 0, as deck.gl has it."""
_AROUND_X, _AROUND_Y = 0.35, 0.45
"""How much more ground is kept on each side, of the frame's width and height: pictures of another
shape show it.
"""


@dataclass(frozen=True)
class Frame:
    """West, south, east, north in degrees, drawn in Mercator's projection as on screen."""

    west: float
    south: float
    east: float
    north: float

    def projection(self) -> dict[str, Any]:
        """The projection for Vega, fitted to the frame."""
        corners = [[x, y] for x in (self.west, self.east) for y in (self.south, self.north)]
        geometry = {"type": "MultiPoint", "coordinates": corners}
        fit = {"type": "Feature", "properties": {}, "geometry": geometry}
        # The frame is turned to the middle, so that no edge of the world comes near it.
        turn = [-(self.west + self.east) / 2, 0, 0]
        return {"type": "mercator", "precision": 0, "rotate": turn, "fit": fit}

    def pixel(self, lon: float, lat: float) -> Point:
        """Where a position is drawn in a picture of `WIDTH` × `HEIGHT`, from its upper left."""
        top, bottom = _down(self.north), _down(self.south)
        across = math.radians(self.east - self.west)
        scale = min(WIDTH / across, HEIGHT / (bottom - top))
        right = math.radians(lon - (self.west + self.east) / 2)
        return (
            WIDTH / 2 + scale * right,
            HEIGHT / 2 + scale * (_down(lat) - (top + bottom) / 2),
        )

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a position lies inside."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def around(self) -> tuple[float, float, float, float]:
        """The frame and what a picture of another shape shows beside it."""
        more_x = (self.east - self.west) * _AROUND_X
        more_y = (self.north - self.south) * _AROUND_Y
        return self.west - more_x, self.south - more_y, self.east + more_x, self.north + more_y


def looking_at(longitude: float, latitude: float, zoom: float) -> Frame:
    """What a deck shows at a desk."""
    world = _WORLD * 2**zoom
    across = _DESK_WIDTH / 2 / world * 360
    half = _DESK_HEIGHT / 2 / world * 2 * math.pi
    south, north = (_latitude(_down(latitude) + d) for d in (half, -half))
    return Frame(*(round(d, 3) for d in (longitude - across, south, longitude + across, north)))


def _down(latitude: float) -> float:
    """Mercator: how far down a latitude is drawn, in units of the globe's radius.

    The poles lie at no finite distance: beyond `_END` everything is drawn there.
    """
    latitude = min(max(latitude, -_END), _END)
    return -math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def _latitude(down: float) -> float:
    return math.degrees(2 * math.atan(math.exp(-down)) - math.pi / 2)


def ground(name: str, frame: Frame) -> tuple[dict[str, Any], ...]:
    """The features of a geometry as far as a picture of `frame` may show them."""
    return _ground(name, frame, tables.package())


@lru_cache(maxsize=32)
def _ground(name: str, frame: Frame, package: tables.Package) -> tuple[dict[str, Any], ...]:
    return tuple(clipped(package.geometry(name)["features"], frame))


def clipped(features: Iterable[dict[str, Any]], frame: Frame) -> list[dict[str, Any]]:
    """Features cut to what a picture of `frame` may show; those outside are left out.

    Vega's projections want outer rings clockwise, GeoJSON has them counter-clockwise.
    """
    from shapely import clip_by_rect
    from shapely.geometry import mapping, shape

    kept = []
    for feature in features:
        part = clip_by_rect(shape(feature["geometry"]), *frame.around())
        if not part.is_empty:
            kept.append({**feature, "geometry": mapping(_turned(part))})
    return kept


def _turned(part: Any) -> Any:
    from shapely.geometry import MultiPolygon
    from shapely.geometry.polygon import orient

    polygons = [p for p in getattr(part, "geoms", [part]) if p.geom_type == "Polygon"]
    return MultiPolygon([orient(p, sign=-1.0) for p in polygons]) if polygons else part
