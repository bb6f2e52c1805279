"""What of the world a map shows: its projection, and where a place comes to lie."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

Position = tuple[float, float]
"""Longitude and latitude in degrees, or right and down in pixels."""
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

WIDTH, HEIGHT = 670, 300
"""Pixels of a frame on a slide, the smallest picture: what fits there fits everywhere."""

NARROW = 620
"""Pixels of a drawing below which a map shows less."""
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
_CLOSER = 0.25
"""Zoom of a picture above that of a view without detail: it cannot be moved."""
GROUND: Box = (-58.0, -40.0, 176.0, 80.0)
"""Where there is ground: what is shown of a map that moves stays inside."""


class Air(NamedTuple):
    """Pixels at the edges of a picture that something else lies over."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0


DESK_AIR = Air(8, 8, 8, 8)


class View(NamedTuple):
    """Where a map that can be moved looks at first, in Mercator's projection: centre, zoom, and
    whether detailed shores are worth their weight.
    """

    longitude: float
    latitude: float
    zoom: float
    detailed: bool

    def frame(self) -> Frame:
        """What a still picture of it shows."""
        closer = 0.0 if self.detailed else _CLOSER
        return looking_at(self.longitude, self.latitude, self.zoom + closer)

    def projection(self) -> dict[str, Any]:
        """The projection of a still picture."""
        return self.frame().projection()


class Extent(NamedTuple):
    """Of a box on a globe of radius 1, drawn flat: the middle of its width, and its size."""

    middle: float
    width: float
    height: float


@dataclass(frozen=True)
class Conic:
    """An equal-area view of a box, turned to a longitude, true at two parallels.

    Without a box everything that is drawn is in view. `ground`: the box beyond which land and
    waters are left out; pictures of another shape than the box show what lies between. `narrow`:
    the box of a drawing of less than `NARROW` pixels.
    """

    turn: float
    parallels: tuple[float, float]
    box: Box | None = None
    ground: Box | None = None
    narrow: Box | None = None

    def projection(self) -> dict[str, Any]:
        """The projection for Vega, fitted to the box."""
        # No resampling of edges: they are short, and drawing takes a fraction of the time.
        plain = {
            "type": "conicEqualArea",
            "rotate": [-self.turn, 0, 0],
            "parallels": list(self.parallels),
            "precision": 0,
        }
        if self.box is None:
            return plain
        wide = _around(self.box)
        if self.narrow is None:
            return plain | {"fit": wide}
        few, many = json.dumps(_around(self.narrow)), json.dumps(wide)
        return plain | {"fit": {"expr": f"width < {NARROW} ? {few} : {many}"}}

    def flat(self, lon: float, lat: float) -> Position:
        """Where a place lies, right and up, as d3-geo draws it: Albers' equal-area projection."""
        first, last = (math.sin(math.radians(p)) for p in self.parallels)
        cone = (first + last) / 2
        turned = cone * math.radians(lon - self.turn)
        square = 1 + first * (2 * cone - first)
        away = math.sqrt(square - 2 * cone * math.sin(math.radians(lat))) / cone
        return away * math.sin(turned), math.sqrt(square) / cone - away * math.cos(turned)

    def extents(self) -> tuple[Extent, Extent] | None:
        """Of the boxes of a narrow drawing and of a wide one; `None` where there is no box."""
        if self.box is None:
            return None
        boxes = (self.narrow or self.box, self.box)
        narrow, wide = (_extent([self.flat(*at) for at in _edges(box)]) for box in boxes)
        return narrow, wide


def _extent(places: Sequence[Position]) -> Extent:
    across, along = zip(*places, strict=True)
    left, right = min(across), max(across)
    return Extent((left + right) / 2, right - left, max(along) - min(along))


def _edges(box: Box) -> list[list[float]]:
    west, south, east, north = box
    middle = (west + east) / 2
    return [[x, y] for x in (west, middle, east) for y in (south, north)]


def _around(box: Box) -> dict[str, Any]:
    return _fit(_edges(box))


def _fit(corners: list[list[float]]) -> dict[str, Any]:
    geometry = {"type": "MultiPoint", "coordinates": corners}
    return {"type": "Feature", "properties": {}, "geometry": geometry}


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
        # The frame is turned to the middle, so that no edge of the world comes near it.
        turn = [-(self.west + self.east) / 2, 0, 0]
        return {"type": "mercator", "precision": 0, "rotate": turn, "fit": _fit(corners)}

    def flat(self, lon: float, lat: float) -> Position:
        """Where a place lies, right and up, in Mercator's projection."""
        return math.radians(lon - (self.west + self.east) / 2), -_down(lat)

    def extents(self) -> tuple[Extent, Extent]:
        """Of the frame, which is the same in a narrow drawing and in a wide one."""
        corners = [(x, y) for x in (self.west, self.east) for y in (self.south, self.north)]
        own = _extent([self.flat(*at) for at in corners])
        return own, own

    def pixel(self, lon: float, lat: float) -> Position:
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


def fitted(
    box: Box,
    size: Position = (_DESK_WIDTH, _DESK_HEIGHT),
    air: Air = DESK_AIR,
    *,
    detailed: bool = True,
    closest: float = 7.0,
) -> View:
    """The closest view that shows all of `box` in a picture of `size`, clear of its `air`."""
    west, south, east, north = box
    top, bottom = _down(north), _down(south)
    wide = max(size[0] - air.left - air.right, 1)
    tall = max(size[1] - air.top - air.bottom, 1)
    across, along = max(east - west, 1e-6), max(bottom - top, 1e-6)
    scale = min(wide / across * 360, tall / along * 2 * math.pi) / _WORLD
    zoom = min(math.log2(scale), closest)
    world = _WORLD * 2**zoom
    # The middle of the picture lies aside of that of the box, by half of what is covered more.
    right = (air.right - air.left) / 2 / world * 360
    lower = (air.bottom - air.top) / 2 / world * 2 * math.pi
    return View(
        round((west + east) / 2 + right, 4),
        round(_latitude((top + bottom) / 2 + lower), 4),
        round(zoom, 3),
        detailed,
    )


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
