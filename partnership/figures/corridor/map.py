"""The route of the Middle Corridor on two still maps: all of it, and its Kazakh part."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import corridor as analysis
from partnership.figures import shared
from partnership.figures.corridor.views import KAZAKH, WHOLE, View
from partnership.figures.figure import Figure, register
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.maps import alt
from partnership.maps.model import (
    Amount,
    Areas,
    Dots,
    Group,
    Label,
    Legend,
    Line,
    Lines,
    Map,
    Point,
    Points,
    Stroke,
)
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import assets as asset_words

COLOUR = {"rail": palette.SECTOR["transport"].light, "sea": palette.SECTOR["trade"].light}
_FIRM, _FAINT = Stroke(2.6), Stroke(2.0, 1.0, (4, 3))
"""Legs with a recorded course are full lines, schematic ones dashed."""
_NODE = 2.9
"""Pixels of radius."""


@register("corridor.map", sectors=("transport",))
def route(state: State) -> Figure:
    """The whole route from Xi'an to Trieste, Milan, Genoa and Constanța."""
    t = texts.in_language(state.lang)
    rows = needed.rows(known(), "assets", kind="corridor_leg")
    rail = rows[rows["mode"].eq("rail")]
    drawn = _map(WHOLE, t)
    return Figure(
        id="corridor.map",
        title=t("The Middle Corridor from China to Italy, by rail and by sea"),
        drawn=drawn,
        table=rows,
        source_ids=(*sources.ids(rows), *sources.GROUND),
        alt=t(
            "Map of the corridor's legs from Xi'an to Italy; schematic legs are dashed. {numbers}",
            numbers=alt.numbers(drawn, t),
        ),
        headline=_longest_way(t),
        finding=t(
            "{count} legs, {rail} of them by rail and {sea} by sea, with {nodes} stations, ports "
            "and crossings.",
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
    drawn = _map(KAZAKH, t)
    return Figure(
        id="corridor.kazakhstan",
        title=t("The corridor in Kazakhstan and across the Caspian"),
        drawn=drawn,
        table=rows,
        source_ids=(*sources.ids(rows), *sources.GROUND),
        alt=t(
            "Map of the corridor in Kazakhstan with its stations, ports and crossings. {numbers}",
            numbers=alt.numbers(drawn, t),
        ),
        headline=t(
            "{km} km of corridor railways in Kazakhstan",
            km=t.number(float(ours["km"].sum())),
        )
        if len(ours)
        else "",
        finding=t(
            "Two lines from the border, in {count} legs, meet at Saksaulskaya and end at the ports "
            "of Aktau and Kuryk.",
            count=len(ours),
        )
        if len(ours)
        else "",
        note=_note(t),
        badges=shared.badges(rows, "schematic", "computed"),
        height=KAZAKH.height,
    )


def _longest_way(t: Texts) -> str:
    """How long the way to Italy by land is; nothing where a leg of it is not known."""
    km = known().set_index("asset_id")["km"].reindex(list(analysis.ROUTES["rail_to_trieste"]))
    if km.isna().any():
        return ""
    return t("{km} km by rail and ferry from Xi'an to Trieste", km=t.number(km.sum()))


def _note(t: Texts) -> str:
    return t(
        "Schematic: drawn by hand, or the shortest way by sea, not a recorded route. Names that "
        "do not fit are left out on narrow screens."
    )


def known() -> pd.DataFrame:
    """The legs with their measured lengths."""
    return analysis.legs(tables.load("assets"), tables.geometry("routes_detail")["features"])


def _map(view: View, t: Texts) -> Map:
    land, sea = palette.LAND.light, palette.SEA.light
    return Map(
        frame=view.frame,
        layers=(
            Areas("land", "land", land, palette.BORDER.light),
            *([] if view.country else [Areas("beyond", "beyond", land, None)]),
            Areas("water", "water", sea, sea),
            *_legs(view, t),
            _nodes(view, t),
        ),
        height=view.height,
        groups=tuple(Group(m, t(codes.MODE[m]), c, "stroke") for m, c in COLOUR.items()),
        legend=Legend((("schematic", t("dashed: schematic")),)),
    )


def _legs(view: View, t: Texts) -> list[Lines]:
    """Legs that the map is about, over those that go on beyond."""
    legs = {str(r.asset_id): r for r in known().itertuples()}
    found: dict[bool, list[Line]] = {False: [], True: []}
    for number, feature in enumerate(tables.geometry("routes")["features"]):
        leg = legs.get(feature["properties"]["asset_id"])
        if leg is None:
            continue
        mode = str(leg.mode)
        found[view.country in ("", leg.country)].append(
            Line(
                str(leg.asset_id),
                number,
                t.name(str(leg.asset_id)),
                COLOUR[mode],
                (words(leg, t),),
                group=mode,
                amount=None if pd.isna(leg.km) else Amount(round(leg.km), "km"),
                approximate=bool(feature["properties"]["schematic"]),
            )
        )
    return [
        Lines(name, tuple(found[ours]), "routes", _FIRM, _FAINT, (t("Leg"), t("Length")), (), ours)
        for name, ours in (("beyond", False), ("legs", True))
    ]


def words(leg: Any, t: Texts) -> str:
    """Mode and length of a leg; the mode alone where its course is not known."""
    if pd.isna(leg.km):
        return t(codes.MODE[leg.mode])
    km = t.number(leg.km)
    return t("{km} km by sea", km=km) if leg.mode == "sea" else t("{km} km by rail", km=km)


def _nodes(view: View, t: Texts) -> Points:
    assets = tables.load("assets")
    west, south, east, north = view.box
    inside = assets["lon"].between(west, east) & assets["lat"].between(south, north)
    nodes = assets[assets["kind"].eq("corridor_node") & inside]
    found = tuple(_node(r, view, t) for r in nodes.itertuples())
    headings = (t("Name"), t("Location"))
    return Points("nodes", found, Dots(edge=1, outline=palette.PAPER.light), headings)


def _node(row: Any, view: View, t: Texts) -> Point:
    key = str(row.asset_id)
    anchor = view.names.get(key)
    return Point(
        key,
        (row.lon, row.lat),
        t.name(key),
        palette.INK.light,
        _NODE,
        (asset_words.place(row, t),),
        labels=(Label(t.short(key), anchor=anchor),) if anchor else (),
    )
