"""The legs of the Middle Corridor: routes along them in kilometres, and the list of all."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette
from partnership.analysis import corridor as analysis
from partnership.charts import altair, letters, lines, marks
from partnership.charts.drawn.key import key
from partnership.figures import shared
from partnership.figures.corridor import map as corridor_map
from partnership.figures.figure import Figure, register
from partnership.language import codes, readable, texts
from partnership.language.readable import Cell, Column
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import assets

_ROW, _BAR, _KEY = 74, 16, 24
"""Pixels of a route, of its bar, and of the key."""
_WAYS = {
    "rail_to_trieste": message("Via Khorgos, Türkiye and the Balkans to Trieste"),
    "sea_to_trieste": message("Via Khorgos and Poti, then by sea to Trieste"),
    "dostyk_to_constanta": message("Via Dostyk, Zhezkazgan and Poti to Constanța"),
}
_STOPS = {
    "leg_lanzhou_urumqi": "node_urumqi",
    "leg_khorgos_almaty": "node_almaty",
    "leg_dostyk_aktogay": "node_aktogay",
    "leg_arys_kyzylorda": "node_kyzylorda",
    "leg_zharyk_zhezkazgan": "node_zhezkazgan",
    "leg_mangystau_aktau": "city_aktau",
    "leg_akhalkalaki_kars": "node_kars",
    "leg_samtredia_poti": "node_poti",
    "leg_ankara_istanbul": "node_istanbul",
    "leg_ljubljana_trieste": "node_trieste",
    "leg_poti_trieste": "node_trieste",
    "leg_poti_constanta": "node_constanta",
}
"""Where a route is cut and named: the end of the leg."""
_ALWAYS = ("node_urumqi", "city_aktau", "node_kars")
_NARROW = 560
"""Pixels under which not every stop is named."""


@register("corridor.routes", sectors=("transport",))
def ways(state: State) -> Figure:
    """Three ways from Xi'an to Trieste and Constanța, leg by leg, in kilometres."""
    t = texts.in_language(state.lang)
    rows = analysis.routes(corridor_map.known())
    height = _ROW * rows["way"].nunique() + _KEY
    return Figure(
        id="corridor.routes",
        title=t("Routes of the corridor from Xi'an to Trieste and Constanța, kilometres"),
        drawn=altair.custom(_drawn(rows, t), _spoken(rows, t), height),
        table=rows,
        source_ids=sources.ids(rows),
        headline=_shortest(rows, t),
        finding=_by_ship(rows, t),
        note=t(
            "Lengths are measured on the map and slightly understated where the line is "
            "simplified; {km} km of the legs are schematic (outlined). The choice of legs for a "
            "route is ours.",
            km=t.number(rows.drop_duplicates("asset_id")["schematic_km"].sum()),
        ),
        badges=shared.badges(rows, "computed", "schematic"),
        height=height,
    )


def _shortest(rows: pd.DataFrame, t: Texts) -> str:
    """The lengths of both ways to Trieste; nothing where one is not known."""
    total = rows.groupby("way", sort=False)["to_km"].max()
    if not {"rail_to_trieste", "sea_to_trieste"} <= set(total.index):
        return ""
    return t(
        "Xi'an to Trieste: {rail} km via Türkiye, {sea} km via the Black Sea",
        rail=t.number(total["rail_to_trieste"]),
        sea=t.number(total["sea_to_trieste"]),
    )


def _by_ship(rows: pd.DataFrame, t: Texts) -> str:
    """How much of each route is by sea."""
    sea = rows[rows["mode"].eq("sea")].groupby("way", sort=False)["km"].sum()
    listed = [f"{t(_WAYS[str(way)])} " + t("{km} km", km=t.number(km)) for way, km in sea.items()]
    return t("By ship: {routes}.", routes="; ".join(listed)) if listed else ""


def _lengths(whole: pd.Series, t: Texts) -> list[str]:
    return [f"{t(_WAYS[str(w)])}: " + t("{km} km", km=t.number(km)) for w, km in whole.items()]


def _spoken(rows: pd.DataFrame, t: Texts) -> str:
    """Each route with its length, and how much of it is by sea."""
    whole = rows.groupby("way", sort=False)["to_km"].max()
    sea = rows[rows["mode"].eq("sea")].groupby("way")["km"].sum().reindex(whole.index, fill_value=0)
    routes = [
        t("{route}, of which {km} km by sea", route=length, km=t.number(km))
        for length, km in zip(_lengths(whole, t), sea, strict=True)
    ]
    return t("Legs laid end to end, by rail and by sea. {routes}.", routes="; ".join(routes))


def _drawn(rows: pd.DataFrame, t: Texts) -> Any:
    order = [w for w in analysis.ROUTES if w in set(rows["way"])]
    whole = rows.groupby("way", sort=False)["to_km"].max()
    colour = rows["mode"].map(corridor_map.COLOUR)
    schematic = rows["schematic_km"].gt(0)
    data = pd.DataFrame(
        {
            "way": rows["way"],
            "start": rows["from_km"],
            "end": rows["to_km"],
            "fill": colour.mask(schematic, colour.map(palette.tint)),
            "edge": colour.where(schematic, marks.PAPER),
            "name": [t.name(a) for a in rows["asset_id"]],
            "label": [corridor_map.words(r, t) for r in rows.itertuples()],
        }
    )
    lengths = _lengths(whole, t)
    halves = [lines.halved(one) for one in lengths]
    heads = pd.DataFrame({"way": whole.index, "words": lengths, "halves": halves})
    y = alt.Y("way:N", sort=order, axis=None, scale=alt.Scale(domain=order))
    bars = (
        alt.Chart(marks.rows(data))
        .mark_bar(height=_BAR, strokeWidth=1)
        .encode(
            y=y,
            x=alt.X("start:Q", title=None, axis=alt.Axis(grid=False, tickCount=5)),
            x2="end:Q",
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
            tooltip=[
                alt.Tooltip("name:N", title=t("Leg")),
                alt.Tooltip("label:N", title=t("Length")),
            ],
        )
    )
    longest = max((letters.width(one, bold=True) for one in lengths), default=0)
    long = f"width < {longest:.0f}"
    up = alt.ExprRef(f"{long} ? {-19 - lines.LABEL_LINE} : -19")
    look = marks.text(align="left", dy=up, x=0, fontWeight="bold", lineBreak="\n")
    title = (
        alt.Chart(marks.rows(heads))
        .transform_calculate(words=f"{long} ? datum.halves : datum.words")
        .mark_text(**look, lineHeight=lines.LABEL_LINE)
        .encode(y=y, text="words:N")
    )
    return alt.layer(bars, title, *_key(rows, t), *_stops(rows, whole, y, t))


def _key(rows: pd.DataFrame, t: Texts) -> list[Any]:
    """The means of transport that are drawn; what is schematic of one has an entry of its own."""
    found = set(zip(rows["mode"], rows["schematic_km"].gt(0), strict=True))
    entries = [(m, s) for m in corridor_map.COLOUR for s in (False, True) if (m, s) in found]
    names = [
        t("{mode}, schematic", mode=t(codes.MODE[mode])) if schematic else t(codes.MODE[mode])
        for mode, schematic in entries
    ]
    full = [corridor_map.COLOUR[mode] for mode, _ in entries]
    looks = [palette.tint(c) if e[1] else c for c, e in zip(full, entries, strict=True)]
    return key(names, looks, "fill", orient="top", offset=4, symbolType="square")


def _stops(rows: pd.DataFrame, whole: pd.Series, y: alt.Y, t: Texts) -> list[Any]:
    """Cuts with the names of places under them; on narrow screens only the first of them."""
    named = rows[rows["asset_id"].isin(_STOPS)]
    nodes = [_STOPS[a] for a in named["asset_id"]]
    stops = pd.DataFrame(
        {
            "way": named["way"],
            "end": named["to_km"],
            "words": [t.short(n) for n in nodes],
            "last": named["to_km"].eq(named["way"].map(whole)),
            "always": [n in _ALWAYS for n in nodes],
        }
    )
    shown: list[Any] = []
    for (last, always), part in stops.groupby(["last", "always"]):
        seen = 1 if always or last else alt.ExprRef(f"width < {_NARROW} ? 0 : 1")
        base = alt.Chart(marks.rows(part)).encode(y=y, x=alt.X("end:Q"))
        look = marks.text(align="right" if last else "center", dy=18, opacity=seen)
        cut = base.mark_tick(color=marks.PAPER, thickness=2, size=_BAR, opacity=seen)
        shown += [base.mark_text(**look).encode(text="words:N"), *([] if last else [cut])]
    return shown


_COLUMNS = (
    Column("leg", message("Leg")),
    Column("mode", message("Mode")),
    Column("length", message("Length"), "right", message("km")),
    Column("schematic", message("Schematic part"), "right", message("km")),
    Column("precision", message("Accuracy of the route"), "right"),
    Column("source", message("Source")),
)


@register("corridor.legs", sectors=("transport",))
def legs(state: State) -> Figure:
    """Every leg: mode, length, how sure its course is."""
    t = texts.in_language(state.lang)
    rows = needed.rows(corridor_map.known(), "assets", kind="corridor_leg")
    order = list(dict.fromkeys(i for way in analysis.ROUTES.values() for i in way))
    place = {key: n for n, key in enumerate(order)}
    rows = rows.assign(order=rows["asset_id"].map(place).astype("Float64"))
    rows = rows.sort_values(["order", "asset_id"]).drop(columns="order")
    shown = tuple(
        {
            "leg": t.name(str(r.asset_id)),
            "mode": t(codes.MODE[r.mode]),
            "length": Cell(t.number(r.km) if pd.notna(r.km) else "", r.km),
            "schematic": Cell(t.number(r.schematic_km), r.schematic_km),
            "precision": Cell(assets.precision(r, t), r.precision_km),
            "source": sources.publisher(r.source_id, t),
        }
        for r in rows.itertuples()
    )
    drawn = rows["schematic_km"].gt(0)
    return Figure(
        id="corridor.legs",
        title=t("Legs of the corridor: mode, length and precision"),
        drawn=readable.table(_COLUMNS, shown, t),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Table of {count} legs.", count=len(rows)),
        finding=t(
            "{km} km in total, including variants; {drawn} of {count} legs are schematic, in "
            "whole or in part.",
            km=t.number(float(rows["km"].sum())),
            drawn=int(drawn.sum()),
            count=len(rows),
        ),
        note=t("Variants run in parallel: their lengths do not add up to one route."),
        badges=shared.badges(rows, "computed", "schematic"),
    )
