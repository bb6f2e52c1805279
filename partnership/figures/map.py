"""The map of all assets, as a deck: our own geometry, no tile server, no other host."""

from __future__ import annotations

import math
from datetime import date
from functools import lru_cache, partial
from typing import Any, NamedTuple

import pandas as pd
import pydeck as pdk

from partnership import palette, sources, tables, texts
from partnership.analysis import assets as analysis
from partnership.figures import asset_words, atlas, marks
from partnership.figures.figure import Figure, Listing, register
from partnership.state import State
from partnership.texts import Texts


class View(NamedTuple):
    """Where a preset looks: centre, zoom, and whether detailed shores are worth their weight."""

    longitude: float
    latitude: float
    zoom: float
    detailed: bool


VIEWS = {
    "italy_china": View(57.0, 44.0, 2.2, False),
    "caspian": View(51.6, 44.6, 5.1, True),
    "kazakhstan": View(66.5, 48.2, 4.0, True),
    "oil_to_trieste": View(32.5, 43.6, 3.8, True),
}
HEIGHT = 540
FILTERS = ("sector", "kind", "status", "italian")
_GEOMETRY = "app/static"
"""Address of `data/geometry`: sent once, kept by the browser, left out of every message."""
_PIXELS = pdk.types.String("pixels")
"""Without this wrapper pydeck takes a word for an expression."""


def seen_on(day: date) -> pd.DataFrame:
    """All assets with what the map needs to know of them (`analysis.assets.overview`)."""
    return _seen(tables.package(), day)


@lru_cache(maxsize=2)
def _seen(package: tables.Package, day: date) -> pd.DataFrame:
    return analysis.overview(
        package.table("assets"),
        package.table("stakes"),
        package.table("companies"),
        package.table("projects"),
        package.table("observations"),
        day,
    )


def chosen(state: State) -> pd.DataFrame:
    """The assets that pass the filters of `state`."""
    rows = seen_on(date.today())
    return analysis.chosen(rows, state.sector, state.kind, state.status, state.italian)


@register(
    "map.assets",
    sectors=("oil_gas", "renewables", "minerals", "transport"),
    uses=(*FILTERS, "view", "size"),
)
def assets(state: State) -> Figure:
    """Every field, line, plant, deposit and node that passes the filters."""
    t = texts.of(state.lang)
    rows = chosen(state)
    located = rows[rows["lon"].notna()]
    view = VIEWS[state.view]
    layers = [*_ground(view), *_assets(located, state, view, t), *_names(view, t)]
    deck = pdk.Deck(
        layers=layers,
        initial_view_state=pdk.ViewState(
            longitude=view.longitude,
            latitude=view.latitude,
            zoom=view.zoom,
            min_zoom=1.5,
            max_zoom=11,
        ),
        map_provider=None,
        tooltip={"html": "<b>{name}</b><br/>{words}", "style": _TOOLTIP},
    )
    return Figure(
        id="map.assets",
        title=t("Fields, pipelines, plants, deposits and routes of the partnership"),
        drawn=deck,
        table=_table(rows),
        source_ids=sources.ids(rows),
        alt=t(
            "Map of {count} assets from Italy to China, coloured by sector.",
            count=t.number(len(rows)),
        ),
        finding=_finding(rows, t),
        note=t(
            "Filled: exact; hollow: approximate; thin grey lines: schematic; dark ring:"
            " Italian-held. Geometry: Natural Earth; OpenStreetMap contributors (ODbL); Global"
            " Energy Monitor (CC BY 4.0); U.S. Geological Survey."
        ),
        badges=marks.badges(rows, "schematic"),
        height=HEIGHT,
        picture=partial(_still, located, state, t),
    )


_TOOLTIP = {
    "fontFamily": "Source Sans, sans-serif",
    "fontSize": "13px",
    "maxWidth": "320px",
    "backgroundColor": "#1f2731",
    "color": "#fbfaf6",
}


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    held = int(rows["italian"].sum())
    without = int(rows["lon"].isna().sum())
    said = t(
        "{count} assets pass the filters; Italian companies hold, run or develop {held} of them.",
        count=t.number(len(rows)),
        held=t.number(held),
    )
    if without:
        said += " " + t.plural(
            "{count} of them has no trustworthy position and stands only in the table.",
            "{count} of them have no trustworthy position and stand only in the table.",
            without,
        )
    return said


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    """What the map was drawn from, without columns that are empty in every row."""
    return rows.dropna(axis="columns", how="all").drop(columns=["approximate"])


def _suffix(view: View) -> str:
    return "_detail" if view.detailed else ""


def _ground(view: View) -> list[pdk.Layer]:
    suffix = _suffix(view)
    sea = [[[-40, -10], [-40, 80], [60, 80], [160, 80], [160, -10], [60, -10], [-40, -10]]]
    layers = [
        pdk.Layer(
            "PolygonLayer",
            id="sea",
            data=[{"polygon": sea[0]}],
            get_polygon="polygon",
            get_fill_color=palette.rgb(palette.SEA.light),
            pickable=False,
        ),
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


def _assets(rows: pd.DataFrame, state: State, view: View, t: Texts) -> list[pdk.Layer]:
    points = rows[~rows["kind"].isin(LINES)]
    lines = rows[rows["kind"].isin(LINES)]
    layers = []
    if len(lines):
        layers.append(_line_layer(lines, view, t))
    if len(points):
        layers.append(_point_layer(points, state, t))
    return layers


LINES = ("oil_pipeline", "gas_pipeline", "corridor_leg", "tanker_route")


def _line_layer(lines: pd.DataFrame, view: View, t: Texts) -> pdk.Layer:
    words = {r.asset_id: asset_words.line(r, t) for r in lines.itertuples()}
    colours = {r.asset_id: _line_colour(r) for r in lines.itertuples()}
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


def _line_colour(row: Any) -> str:
    if row.kind == "tanker_route":
        return palette.MUTED.light
    return palette.SECTOR[row.sector].light


def _paths(geometry: dict[str, Any]) -> list[list[list[float]]]:
    lines = geometry["coordinates"]
    return lines if geometry["type"] == "MultiLineString" else [lines]


def _point_layer(points: pd.DataFrame, state: State, t: Texts) -> pdk.Layer:
    radius = _radius(points, state.size)
    data = []
    for row, size in zip(points.itertuples(), radius, strict=True):
        colour = palette.SECTOR[row.sector].light
        data.append(
            {
                "p": [row.lon, row.lat],
                "id": row.asset_id,
                "name": t.name(row.asset_id),
                "words": asset_words.line(row, t),
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


def _radius(points: pd.DataFrame, by: str) -> list[float]:
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


def _names(view: View, t: Texts) -> list[pdk.Layer]:
    """Cities and seas, more of them the closer the view."""
    places = tables.load("places")
    places = places[places["rank"] <= (3 if view.detailed else 1)]
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
        for row in places.itertuples()
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


def _still(rows: pd.DataFrame, state: State, t: Texts) -> Any:
    """The same assets as a picture, for slides and pages."""
    points = rows[~rows["kind"].isin(LINES)]
    sizes = [r * r * 3 for r in _radius(points, state.size)]
    shown = pd.DataFrame(
        {
            "lon": points["lon"],
            "lat": points["lat"],
            "name": [t.name(a) for a in points["asset_id"]],
            "colour": [palette.SECTOR[s].light for s in points["sector"]],
            "size": sizes,
        }
    )
    return atlas.picture(shown, lines(rows), pd.DataFrame(), 460)


def lines(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The courses of the lines among `rows` as features with their colour."""
    colours = {r.asset_id: _line_colour(r) for r in rows.itertuples() if r.kind in LINES}
    return [
        {"type": "Feature", "geometry": f["geometry"], "properties": {"colour": colours[key]}}
        for f in tables.geometry("routes")["features"]
        if (key := f["properties"]["asset_id"]) in colours
    ]


@register("map.table", sectors=("oil_gas", "renewables", "minerals", "transport"), uses=FILTERS)
def table(state: State) -> Figure:
    """The assets of the map as a table that follows the filter."""
    t = texts.of(state.lang)
    rows = chosen(state).sort_values(["sector", "kind", "asset_id"])
    return Figure(
        id="map.table",
        title=t("The same assets as a table"),
        drawn=Listing("table", tuple(asset_words.row(r, t) for r in rows.itertuples())),
        table=_table(rows),
        source_ids=sources.ids(rows),
        alt=t("Table of {count} assets.", count=t.number(len(rows))),
        note=t(
            "Output is the latest year known, of different years for different fields. Overlapping"
            " units must not be added up."
        ),
        badges=marks.badges(rows),
        height=420,
    )
