"""What a file of geometry must hold: a GeoJSON FeatureCollection that can be drawn.

https://datatracker.ietf.org/doc/html/rfc7946; positions are longitude and latitude, no height.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
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
    first: dict[str, int] = {}
    for i, feature in enumerate(collection["features"]):
        rules = [("geometry", rule) for rule in _geometry(feature.get("geometry"), wanted)]
        rules += [("properties", rule) for rule in _properties(feature.get("properties"), wanted)]
        found += [Problem(name, 0, f"features[{i}].{part}", rule) for part, rule in rules]
        earlier = first.setdefault(_content(feature), i)
        if earlier != i:
            found.append(Problem(name, 0, f"features[{i}]", f"this repeats features[{earlier}]"))
        if len(found) >= MOST:
            break
    return found[:MOST]


def _content(feature: dict[str, Any]) -> str:
    """What a feature says and where it lies, the same for two that are alike."""
    return json.dumps([feature.get("properties"), feature.get("geometry")], sort_keys=True)


def _properties(properties: Any, wanted: inventory.Shapes | None) -> Iterator[str]:
    if not isinstance(properties, dict):
        yield "this must be an object"
        return
    for key, kind in (wanted.keys if wanted else {}).items():
        value = properties.get(key)
        if not isinstance(value, kind) or value == "":
            yield f"{key} must be {'text' if kind is str else 'true or false'}"
        elif isinstance(value, str) and not value.strip():
            yield f"{key} must not be blank"


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
    if len(line) < 2:
        return "a line must have at least two positions"
    return _extent(line, ring)


_FLAT = 1e-12
"""Of the square of a ring's extent: an area that is nothing but the rounding of its sum."""


def _extent(line: list[Any], ring: bool) -> str:
    """What is wrong with a line or ring that cannot be seen on a map of any scale."""
    x, y = line[0]
    # From its first position: far from the origin the sum would lose its last digits.
    moved = [(lon - x, lat - y) for lon, lat in line]
    reach = max(max(abs(lon), abs(lat)) for lon, lat in moved)
    if not reach:
        return "its positions must not all be the same"
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(moved)) / 2
    return "a ring must enclose an area" if ring and abs(area) <= _FLAT * reach**2 else ""
