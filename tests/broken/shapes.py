"""Geometry that is not what a map can be drawn from."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from partnership import tables
from partnership.tables import inventory
from tests.broken.case import Case, Damage, file

_NOT = "not GeoJSON"
_FIRST = "features[0].geometry"
_RING = [[10.0, 40.0], [11.0, 40.0], [11.0, 41.0], [10.0, 40.0]]


def _path(name: str) -> str:
    return f"geometry/{name}.geojson"


def _folder(path: str) -> Damage:
    """A folder where a file should be."""

    def damage(folder: Path) -> None:
        (folder / path).unlink()
        (folder / path).mkdir()

    return damage


def _dangling(path: str) -> Damage:
    """A link that leads nowhere."""

    def damage(folder: Path) -> None:
        (folder / path).unlink()
        (folder / path).symlink_to(folder / "nowhere")

    return damage


def _circular(path: str) -> Damage:
    """A link to itself: to look whether it is there is an error too."""

    def damage(folder: Path) -> None:
        (folder / path).unlink()
        (folder / path).symlink_to(folder / path)

    return damage


def _whole(name: str) -> tuple[Case, ...]:
    """Damage to the whole of one file."""
    path = _path(name)
    changes: dict[str, Callable[[bytes], bytes]] = {
        "empty": lambda _: b"",
        "cut": lambda raw: raw[: len(raw) // 2],
        "null": lambda _: b"null",
        "a number": lambda _: b"7",
        "nested too deep": lambda _: b"[" * 100_000,
        "in latin-1": lambda raw: raw.replace(b'"type"', b'"\xe9": 1, "type"', 1),
        "with half a letter": lambda raw: raw.replace(b'"type"', b'"\\ud800": 1, "type"', 1),
        "without features": lambda _: b'{"type": "FeatureCollection", "features": []}',
        "with features of null": lambda _: b'{"type": "FeatureCollection", "features": [null]}',
        "with features of numbers": lambda _: b'{"type": "FeatureCollection", "features": [1]}',
        "no collection": lambda raw: raw.replace(b"FeatureCollection", b"Features", 1),
    }
    return (
        Case(f"{name} missing", name, "is missing", lambda d: (d / path).unlink()),
        Case(f"{name} a folder", name, "must be a file", _folder(path)),
        Case(f"{name} a dangling link", name, "is missing", _dangling(path)),
        Case(f"{name} a link to itself", name, "cannot be read", _circular(path)),
        *(Case(f"{name} {how}", name, _NOT, file(path, what)) for how, what in changes.items()),
    )


def _feature(name: str, how: str, column: str, rule: str, change: Callable[[Any], Any]) -> Case:
    """Damage to the first feature of a file."""

    def changed(raw: bytes) -> bytes:
        collection = json.loads(raw)
        change(collection["features"][0])
        return json.dumps(collection).encode()

    return Case(f"{name} {how}", f"{name}:0:{column}", rule, file(_path(name), changed))


def _placed(name: str, how: str, rule: str, kind: str, coordinates: Any) -> Case:
    shape = {"type": kind, "coordinates": coordinates}
    return _feature(name, how, _FIRST, rule, lambda f: f.update(geometry=shape))


def _features(name: str) -> tuple[Case, ...]:
    kinds, lists = "a geometry of type", "lists deep"
    return (
        _feature(name, "geometry null", _FIRST, kinds, lambda f: f.update(geometry=None)),
        _feature(name, "no geometry", _FIRST, kinds, lambda f: f.pop("geometry")),
        _placed(name, "unknown geometry", kinds, "Blob", []),
        _placed(name, "a point", kinds, "Point", [50.0, 45.0]),
        _feature(
            name,
            "empty coordinates",
            _FIRST,
            lists,
            lambda f: f["geometry"].update(coordinates=[]),
        ),
        _feature(
            name,
            "no coordinates",
            _FIRST,
            lists,
            lambda f: f["geometry"].pop("coordinates"),
        ),
        _feature(
            name,
            "no properties",
            "features[0].properties",
            "must be an object",
            lambda f: f.update(properties=None),
        ),
        _feature(
            name,
            "properties without keys",
            "features[0].properties",
            "must be text",
            lambda f: f.update(properties={}),
        ),
    )


def _twice(name: str) -> Case:
    """The first feature once more at the end, its keys in another order."""

    def changed(raw: bytes) -> bytes:
        collection = json.loads(raw)
        again = dict(reversed(collection["features"][0].items()))
        collection["features"].append(again)
        return json.dumps(collection).encode()

    with (tables.DATA / _path(name)).open(encoding="utf-8") as content:
        last = len(json.load(content)["features"])
    place = f"{name}:0:features[{last}]"
    return Case(
        f"{name} with a feature twice", place, "repeats features[0]", file(_path(name), changed)
    )


_POINT, _FLAT = [50.0, 45.0], [[10.1, 40.1], [10.4, 40.7], [10.2, 40.3], [10.1, 40.1]]
_SAME, _AREA = "must not all be the same", "must enclose an area"
_POSITION, _WORLD = "must be two numbers", "must lie in the world"

CASES = (
    *(case for name in inventory.GEOMETRY for case in _whole(name)),
    *(case for name in inventory.GEOMETRY for case in _features(name)),
    _placed("land", "places of text", _POSITION, "Polygon", [["x", "y"]]),
    _placed("land", "places of truth", _POSITION, "Polygon", [[[True, False], *_RING[1:]]]),
    _placed("land", "places with a height", _POSITION, "Polygon", [[[1, 2, 3], *_RING[1:]]]),
    _placed("land", "off the earth", _WORLD, "Polygon", [[[400.0, 1.0], *_RING[1:]]]),
    _placed("land", "a ring not closed", "end where it begins", "Polygon", [_RING[:3]]),
    _placed("land", "a ring as a polygon", _POSITION, "MultiPolygon", [[_RING[0]]]),
    _placed("land", "an empty ring", "none of them empty", "Polygon", [_RING, []]),
    _placed("land", "a line", "Polygon or MultiPolygon", "LineString", _RING),
    _placed("routes", "an area", "LineString or MultiLineString", "Polygon", [_RING]),
    _placed("routes", "a line of one place", "at least two", "LineString", _RING[:1]),
    *(_twice(name) for name in inventory.GEOMETRY),
    _placed("land", "a ring at one place", _SAME, "Polygon", [[_POINT] * 4]),
    _placed("land", "a ring there and back", _AREA, "Polygon", [_FLAT]),
    _placed("land", "a hole of no area", _AREA, "MultiPolygon", [[_RING, _FLAT]]),
    _placed("routes", "a line of no length", _SAME, "LineString", [_POINT] * 3),
    _placed("rivers", "a part of no length", _SAME, "MultiLineString", [_RING, [_POINT] * 2]),
    _feature(
        "land",
        "a blank key",
        "features[0].properties",
        "must not be blank",
        lambda f: f["properties"].update(id=" \t"),
    ),
    Case(
        "rivers of NaN",
        "rivers",
        "NaN is no number",
        file(_path("rivers"), lambda raw: raw.replace(b"38.03", b"NaN", 1)),
    ),
    Case(
        "rivers of the infinite",
        f"rivers:0:{_FIRST}",
        _WORLD,
        file(_path("rivers"), lambda raw: raw.replace(b"38.03", b"1e999", 1)),
    ),
)
"""Each is named when the geometry is read."""


def _stranger(name: str, key: str, table: str) -> Case:
    return _feature(
        name,
        "of a stranger",
        f"features[0].properties.{key}",
        f"must be a key of table {table}",
        lambda f: f["properties"].update({key: "zzz"}),
    )


def _less(name: str, asset: str) -> Case:
    """A line that is not drawn."""

    def changed(raw: bytes) -> bytes:
        collection = json.loads(raw)
        kept = [f for f in collection["features"] if f["properties"]["asset_id"] != asset]
        return json.dumps({**collection, "features": kept}).encode()

    with (tables.DATA / "assets.csv").open(encoding="utf-8", newline="") as rows:
        ids = [row["asset_id"] for row in csv.DictReader(rows)]
    place = f"assets:{ids.index(asset) + 2}:asset_id"
    rule = f"has no geometry in {name}"
    return Case(f"{name} less a line", place, rule, file(_path(name), changed))


ACROSS = (
    _stranger("land", "id", "countries"),
    _stranger("land_detail", "id", "countries"),
    _stranger("regions", "id", "texts"),
    _stranger("routes", "asset_id", "assets"),
    _stranger("routes_detail", "asset_id", "assets"),
    _less("routes", "cpc"),
    _less("routes_detail", "cpc"),
)
"""Each is named by `audit.across`."""
