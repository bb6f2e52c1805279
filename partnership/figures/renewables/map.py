"""Italian-built wind and solar plants on a small map of Kazakhstan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.maps import ground as atlas
from partnership.maps.assets import seen_on
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import assets

PLANTS = ("badamsha_1", "badamsha_2", "shaulder_solar", "zhanaozen_hybrid")
"""The Italian-built plants, in the order of the article."""

_HEIGHT = 290
_FRAME = (46.4, 40.3, 87.4, 55.5)
_BOX = (20.0, 28.0, 118.0, 66.0)
"""West, south, east, north: geometry beyond this box is dropped."""
_PROJECTION: dict[str, Any] = {
    "type": "conicEqualArea",
    "rotate": [-66.5, 0, 0],
    "parallels": [42, 53],
}
_FARMS = ("badamsha_1", "badamsha_2")
_FARM = _FARMS[0]
"""The two farms are five kilometres from each other and share one label."""
_NAMED = ("shaulder_solar", "zhanaozen_hybrid", _FARM)
_CITIES = ("city_astana", "city_almaty")


def rows_of(day: date) -> pd.DataFrame:
    """Wind and solar plants of Kazakhstan with `built`: whether one of the Italian-built."""
    seen = seen_on(day)
    rows = seen[seen["group"].eq("wind_solar") & seen["country"].eq("KAZ")]
    rows = rows[rows["lon"].notna() & rows["lat"].notna()]
    return rows.assign(built=rows["asset_id"].isin(PLANTS))


@register("renewables.map", sectors=("renewables",))
def plants_map(state: State) -> Figure:
    """Where the Italian-built plants are, among the others that are known."""
    t = texts.in_language(state.lang)
    rows = rows_of(date.today())
    italian_built = rows[rows["built"]].set_index("asset_id")
    running = italian_built[italian_built["asset_status"].eq("operating")]
    keep = ["asset_id", "kind", "asset_status", "region_id", "lon", "lat", "precision_km"]
    keep += ["start_year", "capacity_value", "capacity_unit", "built", "source_id", "status"]
    return Figure(
        id="renewables.map",
        title=t("Wind and solar plants in Kazakhstan; Italian-built plants in colour"),
        drawn=marks.finish(_drawn(rows, t)),
        table=rows[keep],
        source_ids=(*sources.ids(rows), *sources.GROUND),
        alt=t(
            "Small map of Kazakhstan: Badamsha in the north-west, Zhanaozen near the Caspian, "
            "Shaulder in the south, among other plants in grey."
        ),
        finding=t(
            "{count} plants with {running} MW are in operation; the hybrid plant at Zhanaozen "
            "with {planned} MW is under construction.",
            count=len(running),
            running=t.number(running["capacity_value"].sum()),
            planned=t.number(
                italian_built["capacity_value"].sum() - running["capacity_value"].sum()
            ),
        ),
        note=t("Size of a dot: capacity, where known."),
        badges=shared.badges(rows, "incomplete", "schematic"),
        height=_HEIGHT,
    )


def _drawn(rows: pd.DataFrame, t: Texts) -> Any:
    points = pd.DataFrame(
        {
            "lon": rows["lon"].round(3),
            "lat": rows["lat"].round(3),
            "name": [t.name(a) for a in rows["asset_id"]],
            "words": [assets.line(r, t) for r in rows.itertuples()],
            "colour": rows["built"].map({True: marks.ITALY, False: marks.MUTED}),
            "size": rows["capacity_value"].fillna(10).clip(lower=10) * 1.1 + rows["built"] * 60,
            "running": rows["asset_status"].eq("operating") | ~rows["built"],
            "built": rows["built"],
        }
    ).sort_values("built")
    ground = alt.Chart(marks.values(_land(tables.package()))).mark_geoshape(
        stroke=palette.BORDER.light, strokeWidth=0.6, clip=True
    )
    lakes = alt.Chart(marks.values(_water(tables.package()))).mark_geoshape(
        fill=palette.SEA.light, stroke=palette.SEA.light, clip=True
    )
    dots = (
        alt.Chart(marks.rows(points))
        .mark_point(strokeWidth=2, opacity=0.9, clip=True)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            size=alt.Size("size:Q", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
            fill=alt.condition(
                "datum.running", alt.Fill("colour:N", scale=None), alt.value(marks.PAPER)
            ),
            tooltip=[
                alt.Tooltip("name:N", title=t("Plant")),
                alt.Tooltip("words:N", title=t("Details")),
            ],
        )
    )
    west, south, east, north = _FRAME
    edge = [[x, y] for x in (west, (west + east) / 2, east) for y in (south, north)]
    frame = {
        "type": "Feature",
        "geometry": {"type": "MultiPoint", "coordinates": edge},
        "properties": {},
    }
    return alt.layer(
        ground.encode(fill=alt.Fill("properties.fill:N", scale=None)),
        lakes,
        _cities(t),
        dots,
        *_names(rows, t),
    ).properties(
        height=_HEIGHT,
        projection=alt.Projection(**_PROJECTION, fit=frame),
        view=alt.ViewBackground(fill=palette.SEA.light, stroke=None),
    )


@lru_cache(maxsize=2)
def _land(_package: tables.Package) -> list[dict[str, Any]]:
    """Kazakhstan and its neighbours, Kazakhstan in a colour of its own."""
    fills = {"KAZ": palette.LAND.light}
    return [
        {**shape, "properties": {"fill": fills.get(shape["properties"]["id"], marks.PAPER)}}
        for shape in _near(atlas.land())
    ]


@lru_cache(maxsize=2)
def _water(_package: tables.Package) -> list[dict[str, Any]]:
    return list(_near(atlas.water()))


def _near(features: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Features with their rings drawn in to a box round the picture; none that lie outside."""
    for feature in features:
        polygons = [
            rings
            for polygon in feature["geometry"]["coordinates"]
            if (rings := [r for ring in polygon if len(r := _drawn_in(ring)) > 3])
        ]
        if polygons:
            yield {**feature, "geometry": {"type": "MultiPolygon", "coordinates": polygons}}


def _drawn_in(ring: list[list[float]]) -> list[list[float]]:
    """A ring with points beyond the box moved to its edge, one for each run along an edge."""
    west, south, east, north = _BOX
    moved = [[min(max(x, west), east), min(max(y, south), north)] for x, y in ring]
    kept: list[list[float]] = []
    for point in moved:
        if kept and point == kept[-1]:
            continue
        while len(kept) > 1 and any(
            kept[-2][i] == kept[-1][i] == point[i] and point[i] in _BOX for i in (0, 1)
        ):
            kept.pop()
        kept.append(point)
    if len({p[0] for p in kept}) < 2 or len({p[1] for p in kept}) < 2:
        return []
    return kept


def _names(rows: pd.DataFrame, t: Texts) -> list[alt.Chart]:
    """Name and capacity beside each Italian-built plant, with a halo over what is under it."""
    built = rows[rows["built"]].set_index("asset_id")
    capacity = built["capacity_value"]
    words = {
        a: t("{plant}\n{mw} MW", plant=t.short(a), mw=t.number(capacity[a]))
        if pd.notna(capacity[a])
        else t.short(a)
        for a in _NAMED
        if a in built.index
    }
    farms = capacity.reindex(_FARMS)
    if farms.notna().all():
        both = lines.listed([t.short(a) for a in _FARMS], t)
        words[_FARM] = t("{plant}\n{mw} MW", plant=both, mw=t.number(farms.sum()))
    if not words:
        return []
    data = pd.DataFrame(
        {
            "lon": built.loc[list(words), "lon"],
            "lat": built.loc[list(words), "lat"],
            "words": list(words.values()),
        }
    )
    base = alt.Chart(marks.rows(data)).encode(longitude="lon:Q", latitude="lat:Q", text="words:N")
    look: dict[str, Any] = {
        "align": "left",
        "baseline": "top",
        "dx": 12,
        "dy": 4,
        "fontSize": marks.LABEL,
        "fontWeight": "bold",
        "lineBreak": "\n",
        "lineHeight": 14,
        "clip": True,
    }
    halo: dict[str, Any] = {"stroke": marks.PAPER, "strokeWidth": 4, "strokeJoin": "round"}
    return [
        base.mark_text(**look, color=marks.PAPER, **halo),
        base.mark_text(**look, color=marks.ITALY),
    ]


def _cities(t: Texts) -> marks.Drawing:
    """The two largest cities, for those who do not know the country."""
    places = tables.load("places")
    rows = places[places["place_id"].isin(_CITIES)]
    data = pd.DataFrame(
        {"lon": rows["lon"], "lat": rows["lat"], "words": [t.name(p) for p in rows["place_id"]]}
    )
    base = alt.Chart(marks.rows(data)).encode(longitude="lon:Q", latitude="lat:Q")
    return alt.layer(
        base.mark_square(size=16, color=marks.SOFT, opacity=1),
        base.mark_text(
            align="right", dx=-10, dy=-8, fontSize=11, color=marks.SOFT, clip=True
        ).encode(text="words:N"),
    )
