"""What a file of geometry must hold: a GeoJSON FeatureCollection that can be drawn.

https://datatracker.ietf.org/doc/html/rfc7946; positions are longitude and latitude, no height.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from partnership.tables import inventory
from partnership.tables.contract import MOST, Problem, TableError
from partnership.tables.descriptor import json_of

_DEPTH = {"LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
"""How many lists stand around a position."""
_AREAS, _LINES = ("Polygon", "MultiPolygon"), ("LineString", "MultiLineString")


def parsed(name: str, raw: bytes) -> dict[str, Any]:
    """The FeatureCollection in `raw`; its features are a list of objects. Raises `TableError`."""
    collection = json_of(name, raw, "this is not GeoJSON")
    rule = _no_collection(collection)
    if rule:
        raise TableError([Problem(name, 0, "", f"this is not GeoJSON: {rule}")])
    return dict(collection)


def _no_collection(collection: Any) -> str:
    if not isinstance(collection, dict) or collection.get("type") != "FeatureCollection":
        return "it is no FeatureCollection"
    features = collection.get("features")
    if not isinstance(features, list) or not features:
        return "it has no features"
    if not all(isinstance(f, dict) and f.get("type") == "Feature" for f in features):
        return "its features must be objects of type Feature"
    return ""


def problems(name: str, collection: dict[str, Any]) -> list[Problem]:
    """Features that cannot be drawn or that lack what the code reads; at most twenty."""
    wanted = inventory.GEOMETRY.get(name)
    found: list[Problem] = []
    for i, feature in enumerate(collection["features"]):
        rules = [("geometry", rule) for rule in _geometry(feature.get("geometry"), wanted)]
        rules += [("properties", rule) for rule in _properties(feature.get("properties"), wanted)]
        found += [Problem(name, 0, f"features[{i}].{part}", rule) for part, rule in rules]
        if len(found) >= MOST:
            break
    return found[:MOST]


def _properties(properties: Any, wanted: inventory.Shapes | None) -> Iterator[str]:
    if not isinstance(properties, dict):
        yield "this must be an object"
        return
    for key, kind in (wanted.keys if wanted else {}).items():
        if not isinstance(properties.get(key), kind) or properties[key] == "":
            yield f"{key} must be {'text' if kind is str else 'true or false'}"


def _geometry(geometry: Any, wanted: inventory.Shapes | None) -> Iterator[str]:
    allowed = (*_LINES, *_AREAS) if wanted is None else _AREAS if wanted.areas else _LINES
    kind = str(geometry.get("type")) if isinstance(geometry, dict) else ""
    if kind not in allowed:
        yield f"this must be a geometry of type {' or '.join(allowed)}"
        return
    rule = _lists(geometry.get("coordinates"), _DEPTH[kind], ring=kind in _AREAS)
    if rule:
        yield rule


def _lists(coordinates: Any, depth: int, ring: bool) -> str:
    """What is wrong with coordinates that are `depth` lists around positions."""
    if not isinstance(coordinates, list) or not coordinates:
        return f"coordinates must be {depth} lists deep, and none of them empty"
    if depth == 1:
        return _positions(coordinates, ring)
    return next((rule for part in coordinates if (rule := _lists(part, depth - 1, ring))), "")


def _positions(line: list[Any], ring: bool) -> str:
    """What is wrong with the positions of one line or ring."""
    for position in line:
        # The type itself, not `isinstance`: true and false are no degrees.
        if (
            type(position) is not list
            or len(position) != 2
            or type(position[0]) not in (float, int)
            or type(position[1]) not in (float, int)
        ):
            return "a position must be two numbers, longitude and latitude"
        # NaN is in no range.
        if not (-180 <= position[0] <= 180 and -90 <= position[1] <= 90):
            return "a position must lie in the world, within 180 and 90 degrees"
    if ring and (len(line) < 4 or line[0] != line[-1]):
        return "a ring must have at least four positions and end where it begins"
    return "" if len(line) >= 2 else "a line must have at least two positions"
