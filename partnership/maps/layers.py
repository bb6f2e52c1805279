"""The layers of the map: ground, lines, points and names, as deck.gl takes them."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import pandas as pd
import pydeck as pdk

from partnership import palette, tables
from partnership.analysis.assets import LINES
from partnership.language.texts import Texts
from partnership.state import State
from partnership.wording import assets


class View(NamedTuple):
    """Where a preset looks: centre, zoom, and whether detailed shores are worth their weight."""

    longitude: float
    latitude: float
    zoom: float
    detailed: bool


VIEWS = {
    "italy_china": View(57.0, 44.6, 2.2, False),
    "caspian": View(51.6, 44.6, 5.1, True),
    "kazakhstan": View(66.5, 48.2, 4.0, True),
    "oil_to_trieste": View(32.5, 43.6, 3.8, True),
}
_GEOMETRY = "app/static"
"""Address of `data/geometry`: sent once, kept by the browser, left out of every message."""
_PIXELS = pdk.types.String("pixels")
"""Without this wrapper pydeck takes a string for an expression."""


def _suffix(view: View) -> str:
    return "_detail" if view.detailed else ""


def ground(view: View) -> list[pdk.Layer]:
    """Land and waters; regions and rivers where the view is close.

    The sea is the colour of the page behind the map (`ui/look/style.py`): a polygon of it would
    take as long to paint as half of the rest.
    """
    suffix = _suffix(view)
    layers = [
        _shape("land", f"land{suffix}", palette.LAND.light, palette.BORDER.light),
        _shape("water", f"water{suffix}", palette.SEA.light, palette.BORDER.light),
    ]
    if view.detailed:
        layers.append(_shape("regions", "regions", None, palette.BORDER.light))
        layers.append(_shape("rivers", "rivers", None, palette.SEA.light))
    return layers


def _shape(name: str, file: str, fill: str | None, line: str) -> pdk.Layer:
    return pdk.Layer(
        "GeoJsonLayer",
        id=name,
        data=f"{_GEOMETRY}/{file}.geojson",
        filled=fill is not None,
        stroked=True,
        get_fill_color=palette.rgb(fill) if fill else [0, 0, 0, 0],
        get_line_color=palette.rgb(line, 190),
        line_width_units=_PIXELS,
        get_line_width=1,
        pickable=False,
    )


def of_assets(rows: pd.DataFrame, state: State, view: View, t: Texts) -> list[pdk.Layer]:
    """Lines under points; a layer that would be empty is left out."""
    points = rows[~rows["kind"].isin(LINES)]
    lines = rows[rows["kind"].isin(LINES)]
    layers = []
    if len(lines):
        layers.append(_line_layer(lines, view, t))
    if len(points):
        layers.append(_point_layer(points, state, t))
    return layers


def _line_layer(lines: pd.DataFrame, view: View, t: Texts) -> pdk.Layer:
    words = {r.asset_id: assets.line(r, t) for r in lines.itertuples()}
    colours = {r.asset_id: line_colour(r) for r in lines.itertuples()}
    paths: list[dict[str, Any]] = []
    for feature in tables.geometry(f"routes{_suffix(view)}")["features"]:
        asset = feature["properties"]["asset_id"]
        if asset not in words:
            continue
        schematic = bool(feature["properties"].get("schematic"))
        plain = {
            "id": asset,
            "name": t.name(asset),
            "words": words[asset],
            "c": palette.rgb(colours[asset], 120 if schematic else 220),
            "w": 1.2 if schematic else 2.4,
        }
        paths.extend({"path": path, **plain} for path in _paths(feature["geometry"]))
    return pdk.Layer(
        "PathLayer",
        id="lines",
        data=paths,
        get_path="path",
        get_color="c",
        get_width="w",
        width_units=_PIXELS,
        width_min_pixels=1,
        cap_rounded=True,
        joint_rounded=True,
        pickable=True,
        auto_highlight=True,
    )


def line_colour(row: Any) -> str:
    """The sector's colour; tanker routes are muted, since others use them too."""
    if row.kind == "tanker_route":
        return palette.MUTED.light
    return palette.SECTOR[row.sector].light


def _paths(geometry: dict[str, Any]) -> list[list[list[float]]]:
    lines = geometry["coordinates"]
    return lines if geometry["type"] == "MultiLineString" else [lines]


def _point_layer(points: pd.DataFrame, state: State, t: Texts) -> pdk.Layer:
    sizes = radius(points, state.size)
    data = []
    for row, size in zip(points.itertuples(), sizes, strict=True):
        colour = palette.SECTOR[row.sector].light
        data.append(
            {
                "p": [row.lon, row.lat],
                "id": row.asset_id,
                "name": t.name(row.asset_id),
                "words": assets.line(row, t),
                "r": size,
                "f": palette.rgb(colour, 50 if row.approximate else 215),
                "l": palette.rgb(palette.INK.light if row.italian else colour, 255),
                "w": 2.2 if row.italian else 1.1,
            }
        )
    # The largest are drawn first, so that none hides a smaller one.
    data.sort(key=lambda d: -d["r"])
    return pdk.Layer(
        "ScatterplotLayer",
        id="points",
        data=data,
        get_position="p",
        get_radius="r",
        radius_units=_PIXELS,
        get_fill_color="f",
        get_line_color="l",
        get_line_width="w",
        line_width_units=_PIXELS,
        stroked=True,
        filled=True,
        pickable=True,
        auto_highlight=True,
    )


_SMALLEST, _LARGEST = 3.5, 15.0
_PLAIN = 5.0


def radius(points: pd.DataFrame, by: str) -> list[float]:
    """Radius in pixels: area in proportion to capacity (within one unit) or to oil output."""
    if by == "equal":
        return [_PLAIN] * len(points)
    if by == "output":
        value = points["output_mt"]
        most = value.max()
    else:
        value = points["capacity_value"]
        most = value.groupby(points["capacity_unit"]).transform("max")
    share = (value / most).fillna(0.0).clip(0, 1)
    known = value.notna()
    return [
        round(max(_SMALLEST, _LARGEST * math.sqrt(s)), 1) if k else _SMALLEST
        for s, k in zip(share, known, strict=True)
    ]


def named(view: View) -> pd.DataFrame:
    """Cities and seas that are named, more of them the closer the view."""
    places = tables.load("places")
    return places[places["rank"] <= (3 if view.detailed else 1)]


def names(view: View, t: Texts) -> list[pdk.Layer]:
    """Cities and seas, more of them the closer the view."""
    colours = {
        True: palette.rgb(palette.SOFT.light, 255),
        False: palette.rgb(palette.INK.light, 210),
    }
    data = [
        {
            "p": [row.lon, row.lat],
            "t": t.short(row.place_id),
            "c": colours[row.kind == "sea_label"],
            "s": 13 if row.kind == "sea_label" else 11,
        }
        for row in named(view).itertuples()
    ]
    return [
        pdk.Layer(
            "TextLayer",
            id="names",
            data=data,
            get_position="p",
            get_text="t",
            get_color="c",
            get_size="s",
            get_pixel_offset=[0, -10],
            # A bare "auto" would be taken as an expression, and the layer would fail.
            character_set=pdk.types.String("auto"),
            font_family=pdk.types.String("Source Sans, Liberation Sans, sans-serif"),
            pickable=False,
        )
    ]
