"""Does a point lie in the country it names? Asked by `python -m partnership check`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from partnership.analysis.assets import LINES
from partnership.tables import Package
from partnership.tables.contract import Problem, line

_KM_PER_DEGREE = 111.2
_COAST_KM = 12.0
"""The shore on our map is simplified and older than today's water; this much is forgiven."""


def problems(package: Package) -> Iterator[Problem]:
    """Assets whose point is neither in their country nor in a sea beside it."""
    from shapely.geometry import Point

    land = _shapes(package.geometry("land"))
    assets = package.table("assets")
    for row in assets[assets["lon"].notna()].itertuples():
        point = Point(row.lon, row.lat)
        shape = land.get(str(row.country))
        if shape is None or row.kind in (*LINES, "corridor"):
            continue
        reach = (
            _COAST_KM + (0.0 if pd.isna(row.precision_km) else float(row.precision_km))
        ) / _KM_PER_DEGREE
        if shape.distance(point) > reach and not _offshore(row, point, land):
            rule = f"this point must lie in {row.country} or in the sea"
            value = f"{row.lon}, {row.lat}"
            yield Problem("assets", line(row.Index), "lon+lat", rule, value)


def _offshore(row: Any, point: Any, land: dict[str, Any]) -> bool:
    """Fields at sea lie in no country's land at all."""
    return not any(shape.contains(point) for shape in land.values()) and pd.isna(row.region_id)


def _shapes(collection: dict[str, Any]) -> dict[str, Any]:
    from shapely.geometry import shape
    from shapely.ops import unary_union

    parts: dict[str, list[Any]] = {}
    for feature in collection["features"]:
        parts.setdefault(feature["properties"]["id"], []).append(
            shape(feature["geometry"]).buffer(0)
        )
    return {key: unary_union(shapes) for key, shapes in parts.items()}
