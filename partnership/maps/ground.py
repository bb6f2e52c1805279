"""Maps as pictures: our own geometry in an equal-area projection, without a tile server."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.charts import marks

CORRIDOR = (2.0, 34.0, 110.0, 57.0)
"""West, south, east, north of what a picture shows: from Italy to China."""

_SPECK = 0.6
"""Islands and lakes below this size, in degrees, are left out of pictures."""

_CUT, _BEYOND = 61.99, 72.0
"""Latitude at which the geometry is cut, and one out of sight to which the land is drawn on, so
that the cut is no shore where parallels are curved.
"""

_PROJECTION: dict[str, Any] = {
    "type": "conicEqualArea",
    "rotate": [-52, 0, 0],
    "parallels": [36, 54],
    # No resampling of edges: they are short, and drawing takes a fraction of the time.
    "precision": 0,
}


def land(digits: int = 1) -> list[dict[str, Any]]:
    """The countries as features, coarse enough for a small picture.

    Vega's projections want outer rings clockwise, GeoJSON has them counter-clockwise.
    """
    return _land(digits, tables.package())


@lru_cache(maxsize=8)
def _land(digits: int, package: tables.Package) -> list[dict[str, Any]]:
    return [_drawn_on(feature) for feature in _features("land", digits, package)]


def _drawn_on(feature: dict[str, Any]) -> dict[str, Any]:
    polygons = [
        [[[x, y if y < _CUT else _BEYOND] for x, y in ring] for ring in polygon]
        for polygon in feature["geometry"]["coordinates"]
    ]
    return {**feature, "geometry": {"type": "MultiPolygon", "coordinates": polygons}}


def water(digits: int = 1) -> list[dict[str, Any]]:
    """Caspian, Aral and the large lakes, coarse and clockwise."""
    return _features("water", digits, tables.package())


@lru_cache(maxsize=8)
def _features(name: str, digits: int, package: tables.Package) -> list[dict[str, Any]]:
    return [
        {"type": "Feature", "properties": {"id": f["properties"].get("id")}, "geometry": shape}
        for f in package.geometry(name)["features"]
        if (shape := _coarse(f["geometry"], digits))["coordinates"]
    ]


def _coarse(geometry: dict[str, Any], digits: int) -> dict[str, Any]:
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    kept = []
    for polygon in polygons:
        rings = [ring for part in polygon if len(ring := _ring(part, digits)) > 3]
        if rings and _overlaps(rings[0]):
            kept.append(rings)
    return {"type": "MultiPolygon", "coordinates": kept}


def _ring(points: list[list[float]], digits: int) -> list[list[float]]:
    """A ring with coordinates rounded, repetitions dropped, and its direction turned round."""
    rounded = [[round(x, digits), round(y, digits)] for x, y in points]
    kept = [p for p, before in zip(rounded, [None, *rounded], strict=False) if p != before]
    return kept[::-1]


def _overlaps(ring: list[list[float]]) -> bool:
    """Whether a ring is near the corridor and large enough to be seen."""
    west, south, east, north = CORRIDOR
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    if max(xs) - min(xs) < _SPECK and max(ys) - min(ys) < _SPECK:
        return False
    return (
        max(xs) > west - 12 and min(xs) < east + 12 and max(ys) > south - 8 and min(ys) < north + 8
    )


def picture(
    points: pd.DataFrame, lines: list[dict[str, Any]], labels: pd.DataFrame, height: int
) -> marks.Drawing:
    """A map of `points` (`lon`, `lat`, `colour`, `size`, `name`) and `lines` (GeoJSON features
    with `colour` in their properties) with `labels` (`lon`, `lat`, `words`, `left`: on which side).
    """
    ground = _shapes(land(), palette.LAND.light, palette.BORDER.light)
    lakes = _shapes(water(), palette.SEA.light, palette.SEA.light)
    layers: list[Any] = [ground, lakes]
    if lines:
        layers.append(_lines(lines))
    if len(points):
        layers.append(_points(points))
    if len(labels):
        layers.append(_labels(labels))
    west, south, east, north = CORRIDOR
    middle = (west + east) / 2
    edge = [[x, y] for x in (west, middle, east) for y in (south, north)]
    frame = {
        "type": "Feature",
        "geometry": {"type": "MultiPoint", "coordinates": edge},
        "properties": {},
    }
    return alt.layer(*layers).properties(
        height=height,
        projection=alt.Projection(**_PROJECTION, fit=frame),
        view=alt.ViewBackground(fill=palette.SEA.light, stroke=None),
    )


def _shapes(features: list[dict[str, Any]], fill: str, stroke: str) -> marks.Drawing:
    return alt.Chart(marks.values(features)).mark_geoshape(
        fill=fill, stroke=stroke, strokeWidth=0.5, clip=True
    )


def _lines(features: list[dict[str, Any]]) -> marks.Drawing:
    return (
        alt.Chart(marks.values(features))
        .mark_geoshape(filled=False, strokeWidth=1.4, clip=True)
        .encode(stroke=alt.Stroke("properties.colour:N", scale=None))
    )


def _points(points: pd.DataFrame) -> marks.Drawing:
    return (
        alt.Chart(marks.rows(points))
        .mark_circle(opacity=0.9, clip=True, stroke=marks.PAPER, strokeWidth=0.6)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            size=alt.Size("size:Q", scale=None),
            color=alt.Color("colour:N", scale=None),
            tooltip=alt.Tooltip("name:N", title=" "),
        )
    )


def _labels(labels: pd.DataFrame) -> marks.Drawing:
    """Names beside their points, on the side that `left` says, with a halo over what lies under."""
    base = alt.Chart(marks.rows(labels)).encode(longitude="lon:Q", latitude="lat:Q", text="words:N")
    halo: dict[str, Any] = {"color": marks.PAPER, "stroke": marks.PAPER, "strokeWidth": 2.5}
    sides = (("right", -7, "datum.left"), ("left", 7, "!datum.left"))
    shown = []
    for align, dx, where in sides:
        look = marks.text(align=align, dx=dx, fontSize=11, fontWeight="bold", clip=True)
        side = base.transform_filter(where)
        shown += [side.mark_text(**{**look, **halo}, strokeJoin="round"), side.mark_text(**look)]
    return alt.layer(*shown)
