"""The map of all assets as a still picture: what its deck shows, with names and a legend."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis.assets import LINES
from partnership.charts import marks
from partnership.language import codes
from partnership.language.texts import Texts
from partnership.maps import layers
from partnership.maps.frame import Frame, clipped, ground, looking_at
from partnership.maps.named import names
from partnership.maps.names import written
from partnership.state import SECTORS, State
from partnership.wording import assets

HEIGHT = 430
_CLOSER = 0.25
"""Zoom of the picture above that of the widest view: it cannot be moved."""

_DOT, _RING, _LINE, _THIN = 1.1, 2.2, 2.4, 1.2
"""Pixels: edge of a dot, ring of an Italian-owned one, line, schematic line."""
_FULL, _HOLLOW, _FIRM, _FAINT = 0.84, 0.2, 0.86, 0.47
"""Opacity of a dot and of one that lies only about there; of a line and of a schematic one."""
_SMALL = 11
"""Size of type in pixels."""
_ROW, _LETTER, _SIGN = 780, 5.8, 32
"""Pixels: the widest row of the legend, a letter in it, a sign with the space round it."""


def frame_of(view: layers.View) -> Frame:
    """What a picture of a view shows."""
    closer = 0.0 if view.detailed else _CLOSER
    return looking_at(view.longitude, view.latitude, view.zoom + closer)


def picture(rows: pd.DataFrame, state: State, t: Texts) -> marks.Drawing:
    """`rows` (`analysis.assets.overview`, each with a position) in the view of `state`."""
    view = layers.VIEWS[state.view]
    frame = frame_of(view)
    points = rows[~rows["kind"].isin(LINES)]
    points = points.assign(radius=layers.radius(points, state.size))
    courses = _courses(rows[rows["kind"].isin(LINES)], view, frame, t)
    drawn = [
        *_ground(view, frame),
        *_lines(courses),
        *_dots(points, t),
        *written(names(points, courses, view, frame, t)),
        *_legend(rows, courses, t),
    ]
    return alt.layer(*drawn).properties(
        height=HEIGHT,
        projection=alt.Projection(**frame.projection()),
        view=alt.ViewBackground(fill=palette.SEA.light, stroke=None),
    )


def _ground(view: layers.View, frame: Frame) -> list[marks.Drawing]:
    detail = "_detail" if view.detailed else ""
    sea, edge = palette.SEA.light, palette.BORDER.light
    shown = [
        _shape(ground(f"land{detail}", frame), fill=palette.LAND.light, stroke=edge),
        _shape(ground(f"water{detail}", frame), fill=sea, stroke=edge),
    ]
    if view.detailed:
        shown.append(_shape(ground("regions", frame), fill=None, stroke=edge))
        shown.append(_shape(ground("rivers", frame), filled=False, stroke=sea))
    return shown


def _shape(features: Iterable[dict[str, Any]], **look: Any) -> marks.Drawing:
    bare = ({"type": "Feature", "properties": {}, "geometry": f["geometry"]} for f in features)
    return alt.Chart(marks.values(bare)).mark_geoshape(
        clip=True, strokeWidth=0.8, strokeOpacity=0.75, **look
    )


def _courses(
    lines: pd.DataFrame, view: layers.View, frame: Frame, t: Texts
) -> list[dict[str, Any]]:
    """The courses of `lines` inside the frame as features that know how they are drawn."""
    row_of = {str(r.asset_id): r for r in lines.itertuples()}
    routes = tables.geometry("routes_detail" if view.detailed else "routes")["features"]
    wanted = []
    for feature in routes:
        row = row_of.get(feature["properties"]["asset_id"])
        if row is None:
            continue
        schematic = bool(feature["properties"].get("schematic"))
        look = {
            "id": str(row.asset_id),
            "name": t.name(str(row.asset_id)),
            "words": assets.line(row, t),
            "colour": layers.line_colour(row),
            "width": _THIN if schematic else _LINE,
            "shade": _FAINT if schematic else _FIRM,
            "italian": bool(row.italian),
        }
        wanted.append({**feature, "properties": look})
    return clipped(wanted, frame)


def _lines(courses: list[dict[str, Any]]) -> list[marks.Drawing]:
    if not courses:
        return []
    shown = alt.Chart(marks.values(courses)).mark_geoshape(
        filled=False, clip=True, strokeCap="round", strokeJoin="round"
    )
    return [
        shown.encode(
            stroke=alt.Stroke("properties.colour:N", scale=None),
            strokeWidth=alt.StrokeWidth("properties.width:Q", scale=None),
            strokeOpacity=alt.StrokeOpacity("properties.shade:Q", scale=None),
            tooltip=[
                alt.Tooltip("properties.name:N", title=" "),
                alt.Tooltip("properties.words:N", title="  "),
            ],
        )
    ]


def _dots(points: pd.DataFrame, t: Texts) -> list[marks.Drawing]:
    if points.empty:
        return []
    colour = points["sector"].map({s: palette.SECTOR[s].light for s in SECTORS})
    italian, about = points["italian"].astype(bool), points["approximate"].astype(bool)
    data = pd.DataFrame(
        {
            "lon": points["lon"],
            "lat": points["lat"],
            "name": [t.name(a) for a in points["asset_id"]],
            "words": [assets.line(r, t) for r in points.itertuples()],
            # Vega's size is the square of the width.
            "size": (points["radius"] * 2) ** 2,
            "fill": colour,
            "shade": about.map({True: _HOLLOW, False: _FULL}),
            "edge": colour.where(~italian, palette.INK.light),
            "ring": italian.map({True: _RING, False: _DOT}),
        }
    ).sort_values("size", ascending=False)
    return [
        alt.Chart(marks.rows(data))
        .mark_point(shape="circle", clip=True, filled=True)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            size=alt.Size("size:Q", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            fillOpacity=alt.FillOpacity("shade:Q", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
            strokeWidth=alt.StrokeWidth("ring:Q", scale=None),
            strokeOpacity=alt.value(1),
            tooltip=[alt.Tooltip("name:N", title=" "), alt.Tooltip("words:N", title="  ")],
        )
    ]


def _legend(rows: pd.DataFrame, courses: list[dict[str, Any]], t: Texts) -> list[marks.Drawing]:
    """What colours, rings, hollow dots and thin lines mean, as far as there are any."""
    points = rows[~rows["kind"].isin(LINES)]
    ink, grey = palette.INK.light, palette.MUTED.light
    thin = any(c["properties"]["width"] == _THIN for c in courses)
    key = [
        (t(codes.SECTOR[s]), _hue(s), _hue(s), _DOT, "circle")
        for s in SECTORS
        if s in set(rows["sector"])
    ]
    if points["italian"].any():
        key.append((t("Italian-held"), "transparent", ink, _RING, "circle"))
    if points["approximate"].any():
        key.append((t("Position approximate"), "transparent", grey, _DOT, "circle"))
    if thin:
        key.append((t("Course schematic"), "transparent", grey, _THIN, "stroke"))
    if not key:
        return []
    words, fills, edges, widths, shapes = (list(c) for c in zip(*key, strict=True))
    length = sum(_LETTER * len(w) + _SIGN for w in words)
    legend = alt.Legend(
        title=None,
        orient="bottom",
        direction="horizontal",
        columns=len(words) if length <= _ROW else (len(words) + 1) // 2,
        labelLimit=0,
        labelFontSize=_SMALL,
        symbolSize=90,
        columnPadding=14,
        offset=8,
    )

    def scale(channel: Any, values: list[Any]) -> Any:
        return channel(
            "key:N", scale=alt.Scale(type="ordinal", domain=words, range=values), legend=legend
        )

    drawn = alt.Chart(marks.values([])).mark_point(filled=True)
    return [
        drawn.encode(
            fill=scale(alt.Fill, fills),
            stroke=scale(alt.Stroke, edges),
            strokeWidth=scale(alt.StrokeWidth, widths),
            shape=scale(alt.Shape, shapes),
        )
    ]


def _hue(sector: str) -> str:
    return palette.SECTOR[sector].light
