"""Geometry of the package as a still picture takes it: no more of it than is seen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import numpy as np

from partnership import palette, tables
from partnership.maps.frame import Box, Conic, Position, View
from partnership.maps.model import Areas

_REGION = (-10.0, 26.0, 122.0, 65.0)
"""What small maps show of the world: from Italy to China, and what lies round about."""
_SPECK = 0.6
"""Islands and lakes below this size, in degrees, are left out of small maps."""
_SPECKLED = ("land", "water")
_CUT, _BEYOND = 61.99, 72.0
"""Latitude at which the geometry is cut, and one out of sight to which the land is drawn on, so
that the cut is no shore where parallels are curved.
"""
_ALONG = (0.5, 0.35, 0.65, 0.2, 0.8)
"""Where on its course a line may be named."""
_GRID = 0.1
"""Degrees between two points of a small map."""
_STRAIGHT = 4.0
"""Longest edge along a cut, in degrees: a longer one would not follow its parallel."""


def around(view: View) -> list[Areas]:
    """Land and waters; regions and rivers where the view is close.

    The sea is the colour of what is behind the map. Land that goes on lies over the edges at which
    the more detailed one was cut, so that no cut is a shore or a border.
    """
    suffix = suffix_of(view)
    land, sea, edge = palette.LAND.light, palette.SEA.light, palette.BORDER.light
    look: dict[str, Any] = {"width": 0.8, "edge_opacity": 0.75}
    further = ("around", "beyond") if view.detailed else ("beyond",)
    shown = [
        Areas("land", f"land{suffix}", land, edge, **look),
        *(Areas(name, name, land, None) for name in further),
        *(Areas(f"{name}_borders", f"{name}_borders", None, edge, **look) for name in further),
        Areas("water", f"water{suffix}", sea, edge, **look),
    ]
    if view.detailed:
        shown.append(Areas("regions", "regions", None, edge, **look))
        shown.append(Areas("rivers", "rivers", None, sea, **look))
    return shown


def suffix_of(view: View) -> str:
    """The end of the name of a geometry in the detail of a view."""
    return "_detail" if view.detailed else ""


def features(geometry: str, frame: View | Conic) -> tuple[dict[str, Any], ...]:
    """The features of a geometry that a picture of `frame` may show, outer rings clockwise.

    Vega's projections want them so, GeoJSON has them counter-clockwise. In a small map they are
    coarse, and their properties are their `id` alone.
    """
    return _features(geometry, frame, tables.package())


@lru_cache(maxsize=64)
def _features(
    geometry: str, frame: View | Conic, package: tables.Package
) -> tuple[dict[str, Any], ...]:
    found = package.geometry(geometry)["features"]
    if isinstance(frame, View):
        return tuple(clipped(found, frame.frame().around()))
    return tuple(_coarse(found, frame.ground, specks=geometry not in _SPECKLED))


def clipped(found: Iterable[dict[str, Any]], box: Box) -> list[dict[str, Any]]:
    """Features cut to a box; those outside are left out."""
    from shapely import clip_by_rect
    from shapely.geometry import shape

    parts = ((f, clip_by_rect(shape(f["geometry"]), *box)) for f in found)
    return [{**f, "geometry": _turned(part)} for f, part in parts if not part.is_empty]


def _coarse(
    found: Iterable[dict[str, Any]], box: Box | None, *, specks: bool
) -> Iterable[dict[str, Any]]:
    """Features on a grid. A ring that crossed itself there would have no way round, and Vega might
    fill all the world but it: what stays is valid.
    """
    from shapely import MultiPolygon, clip_by_rect, get_parts, segmentize, set_precision, transform
    from shapely.geometry import shape

    far = box is not None and box[3] > _BEYOND
    for feature in found:
        parts = get_parts(set_precision(shape(feature["geometry"]), _GRID))
        seen = MultiPolygon([p for p in parts if far or _seen(p.bounds, specks)])
        # Where much lies in sight beyond the cut, `beyond` is drawn over it.
        part = transform(seen, _rounded if far else _drawn_on)
        if box is not None:
            part = segmentize(clip_by_rect(part, *box), _STRAIGHT)
        if not part.is_empty:
            own = {"id": feature["properties"].get("id")}
            yield {"type": "Feature", "properties": own, "geometry": _turned(part)}


def _rounded(places: Any) -> Any:
    return np.round(places, 1)


def _drawn_on(places: Any) -> Any:
    """Coordinates of one decimal, those at the cut moved out of sight."""
    moved = np.round(places, 1)
    moved[:, 1] = np.where(moved[:, 1] < _CUT, moved[:, 1], _BEYOND)
    return moved


def _seen(bounds: Box, specks: bool) -> bool:
    """Whether what has these bounds is in the region, and large enough."""
    west, south, east, north = bounds
    if not specks and max(east - west, north - south) < _SPECK:
        return False
    return east > _REGION[0] and west < _REGION[2] and north > _REGION[1] and south < _REGION[3]


def _turned(part: Any) -> dict[str, Any]:
    from shapely import MultiPolygon, get_parts, orient_polygons
    from shapely.geometry import mapping

    polygons = [p for p in get_parts(part) if p.geom_type == "Polygon"]
    whole = orient_polygons(MultiPolygon(polygons), exterior_cw=True) if polygons else part
    return dict(mapping(whole))


def along(geometry: dict[str, Any]) -> tuple[Position, ...]:
    """Where on the longest part of its course a line may be named, the middle first."""
    from shapely.geometry import shape

    whole = shape(geometry)
    longest = max(getattr(whole, "geoms", [whole]), key=lambda part: part.length)
    spots = [longest.interpolate(share, normalized=True) for share in _ALONG]
    return tuple((spot.x, spot.y) for spot in spots)


def inside(geometry: str) -> dict[str, tuple[float, float]]:
    """A place within each feature of a geometry, by its id."""
    return _inside(geometry, tables.package())


@lru_cache(maxsize=2)
def _inside(geometry: str, package: tables.Package) -> dict[str, tuple[float, float]]:
    from shapely.geometry import shape

    middle = {}
    for feature in package.geometry(geometry)["features"]:
        point = shape(feature["geometry"]).representative_point()
        middle[str(feature["properties"]["id"])] = (round(point.x, 2), round(point.y, 2))
    return middle
