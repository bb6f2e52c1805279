"""Deposits on a small static map of Kazakhstan, by group of commodities."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import minerals as analysis
from partnership.charts import marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.maps import ground
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import assets

GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "uranium": (message("Uranium"), ("uranium",)),
    "chromium": (message("Chromium, iron"), ("chromium", "iron", "manganese")),
    "base": (
        message("Copper, lead, zinc"),
        ("copper", "lead", "zinc", "gold", "silver"),
    ),
    "hard": (message("Tungsten, molybdenum"), ("tungsten", "molybdenum", "tin")),
    "light": (
        message("Nickel, titanium"),
        ("nickel", "cobalt", "titanium", "vanadium", "zirconium"),
    ),
    "bauxite": (message("Bauxite"), ("aluminium",)),
    "rare": (message("Rare earths, tantalum"), ("rare_earths", "tantalum", "beryllium")),
    "industrial": (
        message("Phosphate, baryte"),
        ("phosphate", "barite", "boron", "fluorite", "strontium"),
    ),
}
"""Groups of main commodities in the order of the legend."""

_LOOKS = {
    "uranium": (palette.HOLDERS[2].light, "triangle-up"),
    "chromium": (marks.KAZAKHSTAN, "square"),
    "base": (palette.HOLDERS[1].light, "circle"),
    "hard": (palette.SECTOR["minerals"].light, "diamond"),
    "light": (palette.HOLDERS[0].light, "triangle-down"),
    "bauxite": (marks.ITALY, "cross"),
    "rare": (palette.SECTOR["diplomacy"].light, "triangle-right"),
    "industrial": (palette.HOLDERS[6].light, "triangle-left"),
}
_LABELLED = {
    "almaz_zhemchuzhina_deposit": False,
    "inkai_deposit": False,
    "bozshakol_deposit": True,
    "aktogay_deposit": True,
    "boguty_deposit": True,
    "kachar_deposit": False,
    "balasausqandyq_deposit": True,
}
"""Deposits that are named, and whether the name is on the left of the point."""

_FRAME = (46.5, 40.6, 87.4, 55.5)
"""West, south, east, north of Kazakhstan."""

_HEIGHT = 470


@register("minerals.map", sectors=("minerals",))
def deposits(state: State) -> Figure:
    """The known deposits by main commodity; filled where that is on the EU list."""
    t = texts.in_language(state.lang)
    rows = analysis.deposits(tables.load("assets"), tables.load("materials"))
    if rows.empty:
        raise needed.missing("assets", kind="mineral_deposit")
    group = {c: key for key, (_, commodities) in GROUPS.items() for c in commodities}
    rows = rows.assign(group=rows["main"].map(group).fillna("industrial"))
    listed = int(rows["critical"].sum())
    most = rows["group"].value_counts().index[0]
    return Figure(
        id="minerals.map",
        title=t("{count} mineral deposits of Kazakhstan by main commodity", count=len(rows)),
        drawn=marks.finish(_map(rows, t), _HEIGHT),
        table=rows[_COLUMNS],
        source_ids=(*sources.ids(rows), *sources.GROUND),
        alt=t(
            "Small map of Kazakhstan with {count} deposits: colour and shape show the group of "
            "commodities, filled marks are on the EU's list of critical materials.",
            count=len(rows),
        ),
        finding=t(
            "{listed} of {count} deposits have a main commodity on the EU's critical list (filled "
            "marks). The largest group is: {group} ({number}).",
            listed=listed,
            count=len(rows),
            group=t(GROUPS[most][0]),
            number=int(rows["group"].eq(most).sum()),
        ),
        note=t(
            "Grouped by the main commodity: gold with copper, tin with tungsten, vanadium and "
            "zirconium with nickel, boron, fluorite and strontium with phosphate. Most positions "
            "may be off by {often} km, some by up to {most}.",
            often=t.number(rows["precision_km"].median()),
            most=t.number(rows["precision_km"].max()),
        ),
        badges=shared.badges(rows, "incomplete", "schematic"),
        height=_HEIGHT,
    )


_COLUMNS = [
    "asset_id",
    "group",
    "main",
    "critical",
    "commodities",
    "region_id",
    "asset_status",
    "lon",
    "lat",
    "precision_km",
    "source_id",
    "status",
    "note",
]


def _map(rows: pd.DataFrame, t: Texts) -> Any:
    west, south, east, north = _FRAME
    middle = (west + east) / 2
    frame = {
        "type": "Feature",
        "geometry": {
            "type": "MultiPoint",
            "coordinates": [[x, y] for x in (west, middle, east) for y in (south, north)],
        },
        "properties": {},
    }
    land = [f for f in ground.land(1) if _near(f)]
    water = [f for f in ground.water(1) if _near(f)]
    layers = [
        _ground([f for f in land if f["properties"]["id"] != "KAZ"], palette.FAINT.light),
        _ground([f for f in land if f["properties"]["id"] == "KAZ"], palette.LAND.light),
        _ground(water, palette.SEA.light),
        _points(rows, t),
        *_labels(rows, t),
    ]
    return alt.layer(*layers).properties(
        projection=alt.Projection(
            type="conicEqualArea", rotate=[-middle, 0, 0], parallels=[42, 54], fit=frame
        ),
        view=alt.ViewBackground(fill=palette.SEA.light, stroke=None),
    )


def _near(feature: dict[str, Any]) -> bool:
    """Whether a feature touches the frame of the map."""
    points = [p for polygon in feature["geometry"]["coordinates"] for p in polygon[0]]
    west, south, east, north = _FRAME
    inside_x = min(p[0] for p in points) < east + 4 and max(p[0] for p in points) > west - 4
    return (
        inside_x
        and min(p[1] for p in points) < north + 3
        and max(p[1] for p in points) > (south - 3)
    )


def _ground(features: list[dict[str, Any]], fill: str) -> Any:
    return alt.Chart(marks.values(features)).mark_geoshape(
        fill=fill, stroke=palette.BORDER.light, strokeWidth=0.6, clip=True
    )


def _points(rows: pd.DataFrame, t: Texts) -> Any:
    named = {key: t(words) for key, (words, _) in GROUPS.items()}
    count = rows["group"].value_counts()
    label = {k: f"{named[k]} ({count.get(k, 0)})" for k in GROUPS if count.get(k, 0)}
    data = pd.DataFrame(
        {
            "lon": rows["lon"],
            "lat": rows["lat"],
            "name": [t.name(a) for a in rows["asset_id"]],
            "holds": [assets.commodities(r, t) for r in rows.itertuples()],
            "off": [assets.precision(r, t) for r in rows.itertuples()],
            "group": rows["group"].map(label),
            "fill": rows["critical"].map({True: 0.9, False: 0.0}),
        }
    )
    shown = list(label.values())
    colours = [_LOOKS[k][0] for k in label]
    legend = alt.Legend(
        title=None,
        orient="bottom",
        columns=alt.ExprRef("width > 620 ? 4 : 2"),
        labelLimit=190,
        labelFontSize=11,
        symbolSize=70,
    )
    return (
        alt.Chart(marks.rows(data))
        .mark_point(size=64, strokeWidth=1.6, clip=True)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            stroke=alt.Stroke(
                "group:N", scale=alt.Scale(domain=shown, range=colours), legend=legend
            ),
            fill=alt.Fill("group:N", scale=alt.Scale(domain=shown, range=colours), legend=legend),
            shape=alt.Shape(
                "group:N",
                scale=alt.Scale(domain=shown, range=[_LOOKS[k][1] for k in label]),
                legend=legend,
            ),
            fillOpacity=alt.FillOpacity("fill:Q", scale=None),
            tooltip=[
                alt.Tooltip("name:N", title=t("Deposit")),
                alt.Tooltip("holds:N", title=t("Commodities")),
                alt.Tooltip("off:N", title=t("Position")),
            ],
        )
    )


def _labels(rows: pd.DataFrame, t: Texts) -> list[Any]:
    named = rows[rows["asset_id"].isin(_LABELLED)]
    data = pd.DataFrame(
        {
            "lon": named["lon"],
            "lat": named["lat"],
            "words": [t.short(a) for a in named["asset_id"]],
            "left": named["asset_id"].astype(str).map(_LABELLED),
        }
    )
    base = alt.Chart(marks.rows(data)).encode(longitude="lon:Q", latitude="lat:Q", text="words:N")
    halo: dict[str, Any] = {
        "stroke": marks.PAPER,
        "strokeWidth": 3,
        "strokeJoin": "round",
        "color": marks.PAPER,
    }
    shown = []
    for where, align, dx in (("datum.left", "right", -8), ("!datum.left", "left", 8)):
        side = base.transform_filter(where)
        place: dict[str, Any] = {"align": align, "dx": dx, "fontSize": 11, "clip": True}
        shown += [side.mark_text(**place, **halo), side.mark_text(**place, color=marks.INK)]
    return shown
