"""The route of the Middle Corridor on two static maps: all of it, and its Kazakh part."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import corridor as analysis
from partnership.charts import marks
from partnership.figures import shared
from partnership.figures.corridor.views import KAZAKH, WHOLE, View
from partnership.figures.figure import Figure, register
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.maps import ground
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import assets as asset_words

RAIL, SEA = palette.SECTOR["transport"].light, palette.SECTOR["trade"].light
_COLOUR = {"rail": RAIL, "sea": SEA}


@register("corridor.map", sectors=("transport",))
def route(state: State) -> Figure:
    """The whole route from Xi'an to Trieste, Milan, Genoa and Constanța."""
    t = texts.in_language(state.lang)
    rows = needed.rows(known(), "assets", kind="corridor_leg")
    rail = rows[rows["mode"].eq("rail")]
    return Figure(
        id="corridor.map",
        title=t("The Middle Corridor from China to Italy, by rail and by sea"),
        drawn=marks.finish(_map(WHOLE, t)),
        table=rows,
        source_ids=(*sources.ids(rows), *sources.GROUND),
        alt=t("Map of the corridor's legs from Xi'an to Italy; schematic legs are dashed."),
        finding=t(
            "{count} legs and {nodes} stations, ports and crossings: {rail} by rail, {sea} by sea"
            " across the Caspian, the Black Sea and the Mediterranean.",
            count=len(rows),
            nodes=int(tables.load("assets")["kind"].eq("corridor_node").sum()),
            rail=len(rail),
            sea=len(rows) - len(rail),
        ),
        note=_note(t),
        badges=shared.badges(rows, "schematic"),
        height=WHOLE.height,
    )


@register("corridor.kazakhstan", sectors=("transport",))
def kazakh(state: State) -> Figure:
    """The Kazakh part with every station, port and crossing."""
    t = texts.in_language(state.lang)
    assets = tables.load("assets")
    legs = known()
    legs = legs[legs["country"].eq("KAZ")]
    nodes = assets[assets["kind"].eq("corridor_node") & assets["country"].eq("KAZ")]
    rows = needed.rows(
        pd.concat([legs, nodes], ignore_index=True),
        "assets",
        kind=("corridor_leg", "corridor_node"),
        country="KAZ",
    )
    ours = legs[legs["mode"].eq("rail") & legs["km"].notna()]
    return Figure(
        id="corridor.kazakhstan",
        title=t("The corridor in Kazakhstan and across the Caspian"),
        drawn=marks.finish(_map(KAZAKH, t)),
        table=rows,
        source_ids=(*sources.ids(rows), *sources.GROUND),
        alt=t("Map of the corridor in Kazakhstan with its stations, ports and crossings."),
        finding=t(
            "Two lines from the Chinese border meet at Saksaulskaya and end at the ports of Aktau"
            " and Kuryk: {km} km of line in {count} legs.",
            km=t.number(float(ours["km"].sum())),
            count=len(ours),
        )
        if len(ours)
        else "",
        note=_note(t),
        badges=shared.badges(rows, "schematic", "computed"),
        height=KAZAKH.height,
    )


def _note(t: Texts) -> str:
    return t(
        "Gold: rail; blue: sea. Dashed and lighter: position drawn by hand or shortest sea route, "
        "not a recorded course. Names that do not fit are left out on narrow screens."
    )


def known() -> pd.DataFrame:
    """The legs with their measured lengths."""
    return analysis.legs(tables.load("assets"), tables.geometry("routes_detail")["features"])


def _map(view: View, t: Texts) -> Any:
    land = ground.land()
    if view.countries:
        land = [f for f in land if f["properties"]["id"] in view.countries]
    west, south, east, north = view.box
    edge = [[x, y] for x in (west, (west + east) / 2, east) for y in (south, north)]
    frame = {
        "type": "Feature",
        "geometry": {"type": "MultiPoint", "coordinates": edge},
        "properties": {},
    }
    projection = alt.Projection(
        type="conicEqualArea", rotate=[view.turn, 0, 0], parallels=[36, 50], fit=frame
    )
    layers = [
        _ground(land, palette.LAND.light, palette.BORDER.light),
        _ground(ground.water(), palette.SEA.light, palette.SEA.light),
        *_legs(t),
        *_nodes(view, t),
    ]
    return alt.layer(*layers).properties(
        height=view.height,
        projection=projection,
        view=alt.ViewBackground(fill=palette.SEA.light, stroke=None),
    )


def _ground(features: list[dict[str, Any]], fill: str, stroke: str) -> alt.Chart:
    return alt.Chart(marks.values(features)).mark_geoshape(
        fill=fill, stroke=stroke, strokeWidth=0.5, clip=True
    )


def _legs(t: Texts) -> list[alt.Chart]:
    """Legs with a recorded course in full lines, schematic ones dashed and lighter."""
    legs = {str(r.asset_id): r for r in known().itertuples()}
    drawn: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    for feature in tables.geometry("routes")["features"]:
        leg = legs.get(feature["properties"]["asset_id"])
        if leg is None:
            continue
        properties = {
            "colour": _COLOUR[str(leg.mode)],
            "name": t.name(str(leg.asset_id)),
            "words": words(leg, t),
        }
        drawn[bool(feature["properties"]["schematic"])].append(
            {"type": "Feature", "geometry": feature["geometry"], "properties": properties}
        )
    return [
        alt.Chart(marks.values(drawn[schematic]))
        .mark_geoshape(filled=False, clip=True, strokeWidth=width, strokeDash=dash, opacity=shade)
        .encode(
            stroke=alt.Stroke("properties.colour:N", scale=None),
            tooltip=[
                alt.Tooltip("properties.name:N", title=t("Leg")),
                alt.Tooltip("properties.words:N", title=t("Length")),
            ],
        )
        for schematic, width, dash, shade in ((True, 1.8, [4, 3], 0.7), (False, 2.6, [1, 0], 1.0))
    ]


def words(leg: Any, t: Texts) -> str:
    """Mode and length of a leg; the mode alone where its course is not known."""
    if pd.isna(leg.km):
        return t(codes.MODE[leg.mode])
    km = t.number(leg.km)
    return t("{km} km by sea", km=km) if leg.mode == "sea" else t("{km} km by rail", km=km)


def _nodes(view: View, t: Texts) -> list[Any]:
    assets = tables.load("assets")
    west, south, east, north = view.box
    inside = assets["lon"].between(west, east) & assets["lat"].between(south, north)
    nodes = assets[assets["kind"].eq("corridor_node") & inside]
    shown = pd.DataFrame(
        {
            "lon": nodes["lon"],
            "lat": nodes["lat"],
            "name": [t.name(n) for n in nodes["asset_id"]],
            "place": [asset_words.place(r, t) for r in nodes.itertuples()],
        }
    )
    dots = (
        alt.Chart(marks.rows(shown))
        .mark_circle(size=34, color=marks.INK, stroke=marks.PAPER, strokeWidth=1, opacity=1)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            tooltip=[
                alt.Tooltip("name:N", title=t("Name")),
                alt.Tooltip("place:N", title=t("Location")),
            ],
        )
    )
    return [dots, *_names(nodes, view, t)]


def _names(nodes: pd.DataFrame, view: View, t: Texts) -> list[alt.Chart]:
    position = {str(r.asset_id): (r.lon, r.lat) for r in nodes.itertuples()}
    named: dict[tuple[str, int, int, bool], list[dict[str, Any]]] = {}
    for key, where in view.names.items():
        if key in position:
            lon, lat = position[key]
            named.setdefault(where, []).append({"lon": lon, "lat": lat, "words": t.short(key)})
    plain: dict[str, Any] = {"fontSize": 11, "fontWeight": "bold"}
    charts = []
    for (align, dx, dy, always), rows in named.items():
        shown: Any = 1 if always else alt.ExprRef("width < 620 ? 0 : 1")
        look = {**plain, "align": align}
        halo: dict[str, Any] = {"color": marks.PAPER, "stroke": marks.PAPER, "strokeWidth": 3}
        base = alt.Chart(marks.values(rows)).encode(
            longitude="lon:Q", latitude="lat:Q", text="words:N"
        )
        inks: tuple[dict[str, Any], ...] = ({**halo, "strokeJoin": "round"}, {"color": marks.INK})
        charts += [base.mark_text(dx=dx, dy=dy, opacity=shown, **look, **ink) for ink in inks]
    return charts
